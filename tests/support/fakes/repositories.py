"""Events, ticket types and tickets in memory: second implementations of their ports.

Entities are copied on their way in and out, so that a change that nobody saves is lost here
as it is in the database.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from src.domain.entities.event import Event, EventStatus, Seating
from src.domain.entities.ticket import RetiredCode, Ticket
from src.domain.entities.ticket_type import TicketType, TicketTypeStatus
from src.domain.entities.user import Actor
from src.domain.errors import CodeCollision, CodeRetired, Duplicate, NotFound
from src.domain.repositories.event import EventFilter, EventUser, FreeEvents, LockedEvent
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.ticket import TicketFilter
from src.domain.repositories.ticket_type import TicketTypeFilter
from tests.support.fakes.store import LIVE_TICKETS, SOLD_TICKETS, Store, contains, page_of


class FakeEventRepository:
    """Implements `EventRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, event_id: int) -> Event:
        return self._one(event_id, with_deleted=False)

    async def lock(self, event_id: int, *, with_deleted: bool = False) -> Event:
        self._store.lock("event", event_id)
        return self._one(event_id, with_deleted=with_deleted)

    async def lock_free(self, event_ids: Collection[int]) -> set[int]:
        for event_id in sorted(event_ids):
            self._store.lock("event", event_id)
        return set(event_ids)

    async def lock_for_sale(self, event_id: int, buyer_ids: Collection[int] = ()) -> LockedEvent:
        self._store.lock("event", event_id)
        return LockedEvent(
            *await self.read_for_sale(event_id),
            frozenset(user_id for user_id in buyer_ids if self._store.can_be_held(user_id)),
        )

    async def lock_free_for_sale(
        self, event_ids: Collection[int], buyer_ids: Collection[int]
    ) -> FreeEvents:
        free = {
            event_id
            for event_id in event_ids
            if event_id in self._store.events
            and self._store.events[event_id].deleted_at is None
            and event_id not in self._store.locked_events
        }
        for event_id in sorted(free):
            self._store.lock("event", event_id)
        return FreeEvents(
            {event_id: await self.read_for_sale(event_id) for event_id in sorted(free)},
            frozenset(user_id for user_id in buyer_ids if self._store.can_be_held(user_id)),
        )

    async def read_for_sale(self, event_id: int) -> tuple[Event, Sequence[TicketType]]:
        event = await self.get(event_id)
        return event, await FakeTicketTypeRepository(self._store).of_event(event_id)

    async def by_ids(self, event_ids: Collection[int]) -> dict[int, Event]:
        known = [event_id for event_id in event_ids if event_id in self._store.events]
        return {event_id: self._store.event(event_id) for event_id in known}

    async def attended(self, user_id: int, *, ended_after: datetime, limit: int) -> list[int]:
        def is_attended(event: Event) -> bool:
            held = [t for t in self._store.tickets(event.id) if t.user_id == user_id]
            is_off = event.status is EventStatus.CANCELLED
            return any(t.status in SOLD_TICKETS or (is_off and t.ticket_code) for t in held)

        found = [
            event
            for event in self._store.events.values()
            if event.deleted_at is None and event.ends_at > ended_after and is_attended(event)
        ]
        return [e.id for e in sorted(found, key=lambda e: (e.date_time, e.id))][:limit]

    async def at_door(self, actor: Actor, *, ended_after: datetime, limit: int) -> list[Event]:
        found = [
            event
            for event in self._store.events.values()
            if event.deleted_at is None
            and event.status in (EventStatus.ACTIVE, EventStatus.COMPLETED)
            and event.ends_at > ended_after
            and (event.is_managed_by(actor) or await self.is_scanner(event.id, actor.id))
        ]
        return sorted(found, key=lambda event: (event.date_time, event.id))[:limit]

    async def search(self, wanted: EventFilter, page: PageRequest) -> Page[Event]:
        def is_wanted(event: Event) -> bool:
            viewer, is_left = wanted.viewer, event.tickets_available > 0
            is_insider = viewer is not None and event.is_managed_by(viewer)
            return (
                event.deleted_at is None
                and event.status is wanted.status
                and (event.status is not EventStatus.DRAFT or is_insider)
                and wanted.kind in (None, event.kind)
                and wanted.venue_id in (None, event.venue_id)
                and wanted.country in (None, event.country)
                and wanted.is_available in (None, is_left)
                and (wanted.date_from is None or event.date_time >= wanted.date_from)
                and (wanted.date_to is None or event.date_time < wanted.date_to)
                and (wanted.price_min is None or event.lowest_price >= wanted.price_min)
                and (wanted.price_max is None or event.lowest_price <= wanted.price_max)
                and wanted.currency in (None, event.currency)
                and (wanted.ends_after is None or event.ends_at > wanted.ends_after)
                and contains(wanted.q, event.title, event.venue)
                and contains(wanted.place, event.venue, self._store.location(event.venue_id))
            )

        events = [self._store.event(event_id) for event_id in self._store.events]
        return page_of(filter(is_wanted, events), page)

    async def currencies(self, wanted: EventFilter) -> list[str]:
        everything = PageRequest(limit=len(self._store.events) + 1)
        found = await self.search(replace(wanted, price_min=None, price_max=None), everything)
        return _most_frequent(event.currency for event in found.items)

    async def take_seller_terms(self, organizer_id: int) -> None:
        seller = self._store.sellers[organizer_id]
        for event in self._store.events.values():
            if event.organizer_id == organizer_id:
                event.by_small_business = seller.is_small_business
                event.tax_rounding = seller.tax_rounding

    async def add(self, event: Event) -> None:
        event.id = self._store.next_id()
        self._store.events[event.id] = deepcopy(event)

    async def save(self, event: Event) -> None:
        event.version += 1
        self._store.events[event.id] = deepcopy(event)

    async def set_poster(self, event_id: int, name: str | None) -> None:
        self._store.events[event_id].poster = name

    async def open_at_venue(
        self, venue_id: int, *, now: datetime, seating: Seating | None = None
    ) -> list[int]:
        return sorted(
            event.id
            for event in self._store.events.values()
            if event.venue_id == venue_id
            and event.deleted_at is None
            and event.status in (EventStatus.DRAFT, EventStatus.ACTIVE)
            and event.ends_at > now
            and seating in (None, event.seating)
        )

    async def with_price_tiers(self, now: datetime) -> list[int]:
        with_tiers = {
            kind.event_id for kind in self._store.ticket_types.values() if kind.price_tiers
        }
        return [event_id for event_id in sorted(with_tiers) if not self._is_over(event_id, now)]

    def _is_over(self, event_id: int, now: datetime) -> bool:
        event = self._store.events[event_id]
        return event.is_over(now) or event.status is EventStatus.DRAFT

    async def set_tier_price(self, event_id: int, price: Decimal | None) -> None:
        self._store.events[event_id].tier_price = price

    async def past_active(
        self, now: datetime, *, limit: int, but: Collection[int] = ()
    ) -> list[int]:
        past = [
            event
            for event in self._store.events.values()
            if event.status is EventStatus.ACTIVE
            and event.deleted_at is None
            and event.ends_at <= now
            and event.id not in but
        ]
        past.sort(key=lambda event: (event.date_time, event.id))
        return [event.id for event in past[:limit]]

    async def scanner_ids(self, event_id: int) -> list[int]:
        return sorted(self._store.scanners.get(event_id, []))

    async def is_scanner(self, event_id: int, user_id: int) -> bool:
        return user_id in self._store.scanners.get(event_id, [])

    async def assign_scanners(self, event_id: int, user_ids: Sequence[int]) -> None:
        self._store.scanners[event_id] = list(user_ids)

    def _one(self, event_id: int, *, with_deleted: bool) -> Event:
        row = self._store.events.get(event_id)
        if row is None or (row.deleted_at is not None and not with_deleted):
            raise NotFound("event", event_id)
        return self._store.event(event_id)


class FakeTicketTypeRepository:
    """Implements `TicketTypeRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, ticket_type_id: int) -> TicketType:
        if ticket_type_id not in self._store.ticket_types:
            raise NotFound("ticket type", ticket_type_id)
        return self._store.ticket_type(ticket_type_id)

    async def by_ids(self, ticket_type_ids: Collection[int]) -> dict[int, TicketType]:
        known = self._store.ticket_types.keys() & set(ticket_type_ids)
        return {type_id: self._store.ticket_type(type_id) for type_id in known}

    async def event_ids(self, ticket_type_ids: Collection[int]) -> dict[int, int]:
        known = self._store.ticket_types.keys() & set(ticket_type_ids)
        return {type_id: self._store.ticket_types[type_id].event_id for type_id in known}

    async def of_event(self, event_id: int) -> list[TicketType]:
        rows = sorted(self._store.ticket_types.values(), key=lambda row: row.id)
        return [self._store.ticket_type(row.id) for row in rows if row.event_id == event_id]

    async def search(self, wanted: TicketTypeFilter, page: PageRequest) -> Page[TicketType]:
        def is_wanted(ticket_type: TicketType) -> bool:
            event = self._store.events[ticket_type.event_id]
            is_on_sale = (
                ticket_type.status is TicketTypeStatus.AVAILABLE and ticket_type.available > 0
            )
            return (
                event.status is EventStatus.ACTIVE
                and event.deleted_at is None
                and wanted.event_id in (None, ticket_type.event_id)
                and wanted.status in (None, ticket_type.status)
                and wanted.category in (None, ticket_type.category)
                and wanted.is_available in (None, is_on_sale)
                and (wanted.price_min is None or ticket_type.price >= wanted.price_min)
                and (wanted.price_max is None or ticket_type.price <= wanted.price_max)
                and wanted.currency in (None, event.currency)
                and (wanted.date_from is None or event.date_time >= wanted.date_from)
                and (wanted.date_to is None or event.date_time < wanted.date_to)
                and contains(wanted.event_name, event.title)
                and contains(wanted.venue, event.venue)
            )

        rows = [self._store.ticket_type(row_id) for row_id in self._store.ticket_types]
        return page_of(filter(is_wanted, rows), page)

    async def currencies(self, wanted: TicketTypeFilter) -> list[str]:
        everything = PageRequest(limit=len(self._store.ticket_types) + 1)
        found = await self.search(replace(wanted, price_min=None, price_max=None), everything)
        return _most_frequent(self._store.events[row.event_id].currency for row in found.items)

    async def add(self, ticket_types: Sequence[TicketType]) -> None:
        for ticket_type in ticket_types:
            for other in self._store.ticket_types.values():
                if (other.event_id, other.name) == (ticket_type.event_id, ticket_type.name):
                    raise Duplicate("name")
            ticket_type.id = self._store.next_id()
            self._store.ticket_types[ticket_type.id] = deepcopy(ticket_type)

    async def save(self, ticket_type: TicketType) -> None:
        ticket_type.version += 1
        self._store.ticket_types[ticket_type.id] = deepcopy(ticket_type)

    async def delete(self, ticket_type_id: int) -> None:
        del self._store.ticket_types[ticket_type_id]

    async def has_tickets(self, event_id: int, ticket_type_id: int) -> bool:
        tickets = self._store.tickets(event_id)
        return any(ticket.ticket_type_id == ticket_type_id for ticket in tickets)


class FakeTicketRepository:
    """Implements `TicketRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, ticket_id: int) -> Ticket:
        for ticket in self._store.all_tickets():
            if ticket.id == ticket_id:
                return deepcopy(ticket)
        raise NotFound("ticket", ticket_id)

    async def get_by_code(self, ticket_code: str) -> Ticket:
        for ticket in self._store.all_tickets():
            if ticket.ticket_code == ticket_code:
                return deepcopy(ticket)
        retired = self._store.retired_codes.get(ticket_code)
        if retired is None:
            raise NotFound("ticket", ticket_code)
        raise CodeRetired(
            ticket_code, reason=retired.reason, event_id=retired.event_id, at=retired.at
        )

    async def of_event(
        self, event_id: int, *, codes: Collection[str] = (), ticket_ids: Collection[int] = ()
    ) -> list[Ticket]:
        return [
            deepcopy(ticket)
            for ticket in self._store.tickets(event_id)
            if ticket.ticket_code in codes or ticket.id in ticket_ids
        ]

    async def retired_codes(
        self, event_id: int, codes: Collection[str]
    ) -> dict[str, tuple[int, int]]:
        found, issues = {}, Counter[int]()
        for retired in self._store.retired_codes.values():
            issues[retired.ticket_id] += 1
            if retired.code in codes and retired.event_id == event_id:
                found[retired.code] = (retired.ticket_id, issues[retired.ticket_id])
        return found

    async def search(self, wanted: TicketFilter, page: PageRequest) -> Page[Ticket]:
        def is_wanted(ticket: Ticket) -> bool:
            return (
                wanted.event_id in (None, ticket.event_id)
                and wanted.user_id in (None, ticket.user_id)
                and wanted.status in (None, ticket.status)
            )

        return page_of(filter(is_wanted, self._store.all_tickets()), page)

    async def admitting(self, user_id: int, *, event_ids: Collection[int]) -> list[Ticket]:
        found = []
        for event_id in event_ids:
            held = [t for t in self._store.tickets(event_id) if t.user_id == user_id]
            found += [t for t in held if t.is_valid][:21]
        return deepcopy(sorted(found, key=lambda ticket: ticket.id))

    async def live_counts(self, users: Collection[EventUser]) -> dict[EventUser, int]:
        return Counter(
            (event_id, ticket.user_id)
            for event_id in {event_id for event_id, _ in users}
            for ticket in self._live(event_id)
            if ticket.admits and (event_id, ticket.user_id) in users
        )

    async def taken_seats(self, event_id: int, seat_ids: Collection[int] | None = None) -> set[int]:
        taken = {ticket.seat.id for ticket in self._live(event_id) if ticket.seat is not None}
        return taken if seat_ids is None else taken & set(seat_ids)

    async def save(self, ticket: Ticket) -> None:
        tickets = self._store.bookings[ticket.booking_id].tickets
        (place,) = (place for place, stored in enumerate(tickets) if stored.id == ticket.id)
        tickets[place] = deepcopy(ticket)

    async def save_passages(self, event_id: int, tickets: Sequence[Ticket]) -> None:
        for ticket in tickets:
            await self.save(ticket)

    async def save_given_back(self, event_id: int, tickets: Sequence[Ticket]) -> None:
        stored = {ticket.id: ticket for ticket in self._store.tickets(event_id)}
        for ticket in tickets:
            stored[ticket.id].refunded_amount = ticket.refunded_amount
            stored[ticket.id].kept_amount = ticket.kept_amount

    async def renew_on_door_lists(self, order_id: int) -> None:
        """Nobody polls a list here."""

    async def replace_code(self, ticket: Ticket, retired: RetiredCode) -> None:
        self._store.retired_codes[retired.code] = retired
        live = {other.ticket_code for other in self._store.all_tickets() if other.id != ticket.id}
        if ticket.ticket_code in live | self._store.retired_codes.keys():
            raise CodeCollision()
        await self.save(ticket)

    def _live(self, event_id: int) -> list[Ticket]:
        return [ticket for ticket in self._store.tickets(event_id) if ticket.status in LIVE_TICKETS]


def _most_frequent(values: Iterable[str]) -> list[str]:
    counted = Counter(values)
    return sorted(counted, key=lambda value: (-counted[value], value))
