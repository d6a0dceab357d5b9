"""The repository of events."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple, Protocol

from src.domain.entities.event import Event, EventKind, EventStatus, Seating
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor
from src.domain.repositories.page import Page, PageRequest

EventUser = tuple[int, int]
"""The ids of an event and of a user of it."""


@dataclass(frozen=True, slots=True)
class EventFilter:
    """A filter of events; drafts are found only if `viewer` manages them.

    `q` is part of title or venue, `place` part of the venue or of where it is.
    """

    viewer: Actor | None = None
    status: EventStatus = EventStatus.ACTIVE
    q: str | None = None
    place: str | None = None
    kind: EventKind | None = None
    venue_id: int | None = None
    country: str | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None
    ends_after: datetime | None = None
    price_min: Decimal | None = None
    price_max: Decimal | None = None
    currency: str | None = None
    is_available: bool | None = None


class LockedEvent(NamedTuple):
    """An event and its ticket types under its lock, and the buyers whose accounts are held too."""

    event: Event
    ticket_types: Sequence[TicketType]
    buyer_ids: frozenset[int]


class FreeEvents(NamedTuple):
    """Events with their ticket types by id, under their locks, and the buyers that are held too."""

    by_id: Mapping[int, tuple[Event, Sequence[TicketType]]]
    buyer_ids: frozenset[int]


class EventRepository(Protocol):
    """Events that are not deleted; `get` and `lock` raise NotFound for any other id."""

    async def get(self, event_id: int) -> Event: ...

    async def lock(self, event_id: int, *, with_deleted: bool = False) -> Event:
        """Like `get`, but lock the event's stock until the transaction ends.

        This one lock guards everything scarce: the stock of the event and of its ticket types,
        its seats, and the limit per user.
        """

    async def lock_free(self, event_ids: Collection[int]) -> set[int]:
        """Lock these events as `lock` does, deleted ones too, without waiting and reading.

        Returns the ids of those that nobody else has locked.
        """

    async def lock_for_sale(self, event_id: int, buyer_ids: Collection[int] = ()) -> LockedEvent:
        """Like `lock`, with the event's ticket types by id, their counters current.

        The accounts of the buyers are kept as they are too, until the transaction ends, without
        waiting for any: one that is deleted, or that somebody else has locked, is left out.
        """

    async def lock_free_for_sale(
        self, event_ids: Collection[int], buyer_ids: Collection[int]
    ) -> FreeEvents:
        """Like `lock_for_sale`, for those of many events that nobody else has locked."""

    async def read_for_sale(self, event_id: int) -> tuple[Event, Sequence[TicketType]]:
        """Like `lock_for_sale`, for a caller that already holds the lock."""

    async def by_ids(self, event_ids: Collection[int]) -> dict[int, Event]:
        """Return the events by id, including deleted events."""

    async def attended(self, user_id: int, *, ended_after: datetime, limit: int) -> list[int]:
        """Return the ids of events that the user has tickets for, the earliest first.

        Those that end after `ended_after`: with an active or used ticket, and cancelled ones that
        the user had a confirmed ticket for.
        """

    async def search(self, wanted: EventFilter, page: PageRequest) -> Page[Event]: ...

    async def currencies(self, wanted: EventFilter) -> list[str]:
        """Return the currencies of what is wanted at any price, the most frequent first."""

    async def add(self, event: Event) -> None:
        """Store the event and set its id."""

    async def take_seller_terms(self, organizer_id: int) -> None:
        """Let all events of this organizer have what the seller says of taxes, and lock them.

        The caller holds the lock of the seller. Events that are added meanwhile have it too.
        """

    async def save(self, event: Event) -> None:
        """Store its edits and update its version; triggers keep its counters."""

    async def set_poster(self, event_id: int, name: str | None) -> None:
        """Store the name of its poster: no edit, the version stays."""

    async def with_price_tiers(self, now: datetime) -> list[int]:
        """Return the ids of active events, not over, of which a ticket type has price tiers."""

    async def set_tier_price(self, event_id: int, price: Decimal | None) -> None:
        """Store what lists show: no edit, the version stays."""

    async def open_at_venue(
        self, venue_id: int, *, now: datetime, seating: Seating | None = None
    ) -> list[int]:
        """Return the ids, in order, of drafts and active events there that have not ended."""

    async def past_active(
        self, now: datetime, *, limit: int, but: Collection[int] = ()
    ) -> list[int]:
        """Return the ids of active events that have ended, by start, earliest first.

        Those in `but` are left out.
        """

    async def at_door(self, actor: Actor, *, ended_after: datetime, limit: int) -> list[Event]:
        """Return the events whose tickets the actor may check in, by start, earliest first.

        A scanner's are those assigned to them, an organizer's their own, an admin's all. Active
        and completed ones that end after `ended_after`.
        """

    async def scanner_ids(self, event_id: int) -> list[int]: ...

    async def is_scanner(self, event_id: int, user_id: int) -> bool: ...

    async def assign_scanners(self, event_id: int, user_ids: Sequence[int]) -> None:
        """Replace the event's scanners with these users."""
