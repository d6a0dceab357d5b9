"""Venues and their seats in memory: a second implementation of their port."""

from collections import Counter
from collections.abc import Collection, Sequence
from copy import deepcopy
from datetime import datetime

from src.domain.entities.event import Seating
from src.domain.entities.seat_plan import SeatCounts, types_by_section
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.venue import Seat, Venue
from src.domain.errors import Duplicate, InUse, NotFound
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.venue import NewSeat, SeatOnMap, SeatsVersion
from src.domain.shared.label_order import label_key
from tests.support.fakes.store import LIVE_TICKETS, SOLD_TICKETS, Store, is_lapsed, page_of


class FakeVenueRepository:
    """Implements `VenueRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, venue_id: int) -> Venue:
        venue = self._store.venues.get(venue_id)
        if venue is None or venue.deleted_at is not None:
            raise NotFound("venue", venue_id)
        return deepcopy(venue)

    async def lock(self, venue_id: int) -> Venue:
        self._store.before_lock()
        return await self.get(venue_id)

    async def by_ids(self, venue_ids: Collection[int]) -> dict[int, Venue]:
        known = self._store.venues
        return {id_: deepcopy(known[id_]) for id_ in venue_ids if id_ in known}

    async def search(self, page: PageRequest, *, owner_id: int | None = None) -> Page[Venue]:
        venues = [venue for venue in self._store.venues.values() if venue.deleted_at is None]
        return page_of((venue for venue in venues if owner_id in (None, venue.owner_id)), page)

    async def add(self, venue: Venue) -> None:
        self._store.add(venue)

    async def save(self, venue: Venue) -> None:
        venue.version += 1
        self._store.add(venue)

    async def seats(self, venue_id: int) -> list[Seat]:
        return sorted(deepcopy(self._store.seats.get(venue_id, [])), key=_natural_order)

    async def seats_version(self, venue_id: int) -> SeatsVersion:
        ids = [seat.id for seat in self._store.seats.get(venue_id, [])]
        return SeatsVersion(len(ids), max(ids, default=0))

    async def seats_by_ids(self, venue_id: int, seat_ids: Collection[int]) -> list[Seat]:
        return [seat for seat in await self.seats(venue_id) if seat.id in seat_ids]

    async def seat_counts(self, venue_id: int) -> SeatCounts:
        return Counter(seat.section for seat in self._store.seats.get(venue_id, []))

    async def add_seats(self, venue_id: int, seats: Sequence[NewSeat]) -> list[Seat]:
        known = {_place(seat) for seat in self._store.seats.get(venue_id, [])}
        if len(known | set(seats)) < len(known) + len(seats):
            raise Duplicate("seat_number")
        added = [Seat(self._store.next_id(), *new) for new in seats]
        self._store.seats.setdefault(venue_id, []).extend(deepcopy(added))
        return sorted(added, key=_natural_order)

    async def remove_seat(self, venue_id: int, seat_id: int) -> None:
        if not await self.seats_by_ids(venue_id, [seat_id]):
            raise NotFound("seat", seat_id)
        tickets = self._store.all_tickets()
        if any(ticket.seat is not None and ticket.seat.id == seat_id for ticket in tickets):
            raise InUse("There are tickets for this seat.")
        seats = self._store.seats[venue_id]
        self._store.seats[venue_id] = [seat for seat in seats if seat.id != seat_id]

    async def taken_sections(self, event_id: int) -> set[str]:
        return {
            ticket.seat.section
            for ticket in self._store.tickets(event_id)
            if ticket.seat is not None and ticket.status in LIVE_TICKETS
        }

    async def seat_map(self, event_id: int, *, now: datetime) -> list[SeatOnMap]:
        event = self._store.events[event_id]
        if event.seating is not Seating.RESERVED or event.venue_id is None:
            return []
        seats = await self.seats(event.venue_id)
        types = [
            ticket_type
            for ticket_type in self._store.ticket_types.values()
            if ticket_type.event_id == event_id
        ]
        sellers = types_by_section(types, {seat.section for seat in seats})
        statuses = self._seat_statuses(event_id, now)
        return [
            SeatOnMap(
                seat.id, *_place(seat), seller.id, seller.price, statuses.get(seat.id, "available")
            )
            for seat in seats
            if (seller := sellers.get(seat.section)) is not None
        ]

    def _seat_statuses(self, event_id: int, now: datetime) -> dict[int, str]:
        statuses = {}
        for booking in self._store.bookings.values():
            for ticket in booking.tickets if booking.event_id == event_id else []:
                if ticket.seat is None:
                    continue
                if ticket.status in SOLD_TICKETS:
                    statuses[ticket.seat.id] = "sold"
                elif ticket.status is TicketStatus.RESERVED and not is_lapsed(booking, now):
                    statuses[ticket.seat.id] = "held"
        return statuses


def _place(seat: Seat) -> NewSeat:
    return NewSeat(seat.section, seat.row, seat.seat_number)


def _natural_order(seat: Seat) -> tuple[str, str, str]:
    return label_key(seat.section), label_key(seat.row), label_key(seat.seat_number)
