"""Ports for what visitors read of the catalogue as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from src.domain.entities.venue import Venue
from src.domain.repositories.page import Page, PageRequest


class PublicPage(NamedTuple):
    """What an address is made of, and when the page last changed."""

    id: int
    title: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class PublicPages:
    """Everything that has a page for everybody."""

    events: Sequence[PublicPage]
    venues: Sequence[PublicPage]


@dataclass(frozen=True, slots=True)
class BrowsedVenue:
    """A venue, and how many active events are still to come or running there."""

    venue: Venue
    events: int


@dataclass(frozen=True, slots=True)
class EventBackground:
    """What an event's page says beside the event: names and places, and what was before.

    `moved_from` is the time it was to start at before it was last moved.
    """

    organizer: str
    location: str | None = None
    moved_from: datetime | None = None


class CatalogueReader(Protocol):
    """Reads across events and venues, without those that are deleted."""

    async def venues(self, q: str | None, page: PageRequest) -> Page[BrowsedVenue]:
        """Return venues by name, with `q` in name or place."""

    async def currencies(self) -> Sequence[str]:
        """Return the currencies of active events that are not over, in alphabetical order."""

    async def public_pages(self, *, events: int, venues: int) -> PublicPages:
        """Return active events that are not over, by start, and venues; at most that many."""

    async def background(self, event_id: int) -> EventBackground:
        """Return the background of an event. Raises NotFound."""
