"""What the domain asks about events."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple, Protocol

from src.domain.entities.event import Event, EventKind, EventStatus, Seating
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Drafts are found by those who manage them alone: `viewer` is who looks."""

    viewer: Actor | None = None
    status: EventStatus = EventStatus.ACTIVE
    q: str | None = None
    kind: EventKind | None = None
    venue_id: int | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None
    price_min: Decimal | None = None
    price_max: Decimal | None = None
    is_available: bool | None = None


class LockedEvent(NamedTuple):
    """An event and its ticket types under its lock, and the buyers whose accounts are held too."""

    event: Event
    ticket_types: Sequence[TicketType]
    buyer_ids: frozenset[int]


class EventRepository(Protocol):
    """Events that were not deleted; `get` and `lock` raise NotFound for any other id."""

    async def get(self, event_id: int) -> Event: ...

    async def lock(self, event_id: int, *, with_deleted: bool = False) -> Event:
        """Like `get`, and the event's stock is this transaction's alone until it ends.

        The one lock of everything scarce: stock, a type's stock, a seat, a user's limit.
        """

    async def lock_for_sale(self, event_id: int, buyer_ids: Collection[int] = ()) -> LockedEvent:
        """Like `lock`, with the event's ticket types by id, their counters current.

        The accounts of the buyers are kept as they are too, until the transaction ends, without
        waiting for any: one that is deleted, or that somebody else has locked, is left out.
        """

    async def read_for_sale(self, event_id: int) -> tuple[Event, Sequence[TicketType]]:
        """The same without the lock, for who has it already."""

    async def by_ids(self, event_ids: Collection[int]) -> dict[int, Event]:
        """The events of these ids by id, deleted ones too."""

    async def search(self, wanted: EventFilter, page: PageRequest) -> Page[Event]: ...

    async def add(self, event: Event) -> None:
        """Store it and give it its id."""

    async def save(self, event: Event) -> None:
        """Store its edits and take its new version; the counters are the triggers'."""

    async def open_at_venue(
        self, venue_id: int, *, now: datetime, seating: Seating | None = None
    ) -> list[int]:
        """Ids of drafts and active events there that have not ended, in order."""

    async def past_active(self, now: datetime, *, limit: int) -> list[int]:
        """Ids of active events that have ended, those that started first at the front."""

    async def scanner_ids(self, event_id: int) -> list[int]: ...

    async def is_scanner(self, event_id: int, user_id: int) -> bool: ...

    async def assign_scanners(self, event_id: int, user_ids: Sequence[int]) -> None:
        """Make these, and no others, the event's scanners."""
