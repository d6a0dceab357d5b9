"""What the domain asks about venues and their seats."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple, Protocol

from src.domain.entities.seat_plan import SeatCounts
from src.domain.entities.venue import Seat, Venue
from src.domain.repositories.page import Page, PageRequest


class NewSeat(NamedTuple):
    """A seat to be. One call can bring tens of thousands."""

    section: str
    row: str
    seat_number: str


class SeatsVersion(NamedTuple):
    """Two lists of a venue's seats with equal versions are equal: ids are never used again."""

    number: int
    newest_id: int


@dataclass(slots=True)
class SeatOnMap:
    """A seat as one event sells it; `status` is `available`, `held` or `sold`."""

    seat_id: int
    section: str
    row: str
    seat_number: str
    ticket_type_id: int
    price: Decimal
    status: str


class VenueRepository(Protocol):
    """Venues that were not deleted; `get` and `lock` raise NotFound for any other id.

    Lists of seats are whole and in natural order (see `Seat`).
    """

    async def get(self, venue_id: int) -> Venue: ...

    async def lock(self, venue_id: int) -> Venue:
        """Like `get`, and its seats and new events are this transaction's alone until it ends.

        Whoever locks events as well, locks the venue first.
        """

    async def search(self, page: PageRequest) -> Page[Venue]: ...

    async def add(self, venue: Venue) -> None:
        """Store it and give it its id."""

    async def save(self, venue: Venue) -> None:
        """Store its edits and take its new version."""

    async def seats(self, venue_id: int) -> list[Seat]: ...

    async def seats_version(self, venue_id: int) -> SeatsVersion:
        """Tells whether its seats are still those that were read before."""

    async def seats_by_ids(self, venue_id: int, seat_ids: Collection[int]) -> list[Seat]:
        """Those of these seats that are at the venue."""

    async def seat_counts(self, venue_id: int) -> SeatCounts: ...

    async def add_seats(self, venue_id: int, seats: Sequence[NewSeat]) -> list[Seat]:
        """Store all of them or none, with one statement. Raises Duplicate."""

    async def remove_seat(self, venue_id: int, seat_id: int) -> None:
        """Raises NotFound; InUse when a ticket, be it a cancelled one, is for this seat."""

    async def taken_sections(self, event_id: int) -> set[str]:
        """Sections in which the event has tickets that take stock."""

    async def seat_map(self, event_id: int, *, now: datetime) -> list[SeatOnMap]:
        """The seats that the event sells; those of lapsed holds are available."""
