"""Bookings in memory: the second implementation of their port."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import islice

from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import EventStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.transaction import TransactionKind, TransactionStatus
from src.domain.errors import CodeCollision, NotFound
from src.domain.repositories.booking import BookingFilter, BookingStatusChange, CancellationStep
from src.domain.repositories.event import EventUser
from src.domain.repositories.page import Page, PageRequest
from tests.support.fakes.store import Store, is_lapsed, page_of

LIVE_BOOKINGS = (BookingStatus.PENDING, BookingStatus.CONFIRMED)


class FakeBookingRepository:
    """Implements `BookingRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, booking_id: int) -> Booking:
        if booking_id not in self._store.bookings:
            raise NotFound("booking", booking_id)
        return self._store.booking(booking_id)

    async def by_ids(self, booking_ids: Sequence[int]) -> list[Booking]:
        known = self._store.bookings
        return [self._store.booking(wanted) for wanted in booking_ids if wanted in known]

    async def was_booked_by_customer(self, booking_id: int) -> bool:
        customer_id = self._store.booking(booking_id).user_id
        booked = [
            entry.by
            for entry in self._store.audit
            if (entry.subject, entry.subject_id) == ("booking", booking_id)
        ]
        return bool(booked) and booked[0] is not None and booked[0].id == customer_id

    async def held_by(self, user_id: int) -> list[int]:
        return sorted(
            booking.id
            for booking in self._store.bookings.values()
            if booking.user_id == user_id
            and booking.order_id is None
            and booking.status is BookingStatus.PENDING
        )

    async def search(self, wanted: BookingFilter, page: PageRequest) -> Page[Booking]:
        def is_wanted(booking: Booking) -> bool:
            return (
                wanted.event_id in (None, booking.event_id)
                and wanted.user_id in (None, booking.user_id)
                and wanted.status in (None, booking.status)
                and (wanted.date_from is None or booking.booking_date >= wanted.date_from)
                and (wanted.date_to is None or booking.booking_date < wanted.date_to)
                and wanted.is_complimentary in (None, booking.is_complimentary)
            )

        return page_of(filter(is_wanted, self._store.bookings.values()), page)

    async def add(self, bookings: Sequence[Booking]) -> None:
        for booking in bookings:
            if booking.reference in {other.reference for other in self._store.bookings.values()}:
                raise CodeCollision()
            self._require_new_codes(booking)
            self._store.add(booking)

    async def save(self, *bookings: Booking) -> None:
        for booking in bookings:
            self._require_new_codes(booking)
            booking.version += 1
            self._store.add(booking)

    async def reprice(self, booking: Booking) -> None:
        stored = {ticket.id: ticket for ticket in self._store.bookings[booking.id].tickets}
        for ticket in booking.tickets:
            stored[ticket.id].price = ticket.price

    async def forget_words_of(self, user_id: int) -> None:
        for booking in self._store.bookings.values():
            if booking.user_id == user_id and booking.is_complimentary:
                booking.complimentary_reason = ""

    async def hold_counts(self, users: Collection[EventUser]) -> dict[EventUser, int]:
        return Counter(
            (event_id, booking.user_id)
            for event_id in {event_id for event_id, _ in users}
            for booking in self._live(event_id)
            if booking.status is BookingStatus.PENDING and (event_id, booking.user_id) in users
        )

    async def events_with_lapsed_holds(
        self, now: datetime, *, limit: int, but: Collection[int] = ()
    ) -> list[int]:
        rows = self._store.bookings.values()
        return sorted({row.event_id for row in rows if is_lapsed(row, now)} - set(but))[:limit]

    async def expire_lapsed(
        self, event_ids: Collection[int], now: datetime
    ) -> list[tuple[int, int]]:
        live = [booking for event_id in event_ids for booking in self._live(event_id)]
        expired = [booking for booking in live if is_lapsed(booking, now)]
        for booking in expired:
            booking.status, booking.expires_at = BookingStatus.EXPIRED, None
            for ticket in booking.tickets:
                if ticket.status is TicketStatus.RESERVED:
                    ticket.cancel()
        return [(booking.event_id, booking.id) for booking in expired]

    async def live_count(self, event_id: int) -> int:
        return len(self._live(event_id))

    async def cancel_of_event(
        self, event_id: int, *, after_id: int, limit: int
    ) -> CancellationStep:
        cancelled = []
        live = [booking for booking in self._live(event_id) if booking.id > after_id]
        step = sorted(live, key=lambda booking: booking.id)[:limit]
        for booking in step:
            before, is_paid = booking.status, booking.order_id in self._paid_orders()
            is_refund_due = is_paid and before is BookingStatus.CONFIRMED
            for ticket in booking.tickets:
                if ticket.status in (TicketStatus.RESERVED, TicketStatus.ACTIVE):
                    ticket.cancel()
            if is_refund_due:
                self._store.refunds_due.add(booking.id)
            if all(ticket.status is not TicketStatus.USED for ticket in booking.tickets):
                ended = BookingStatus.REFUNDED if is_refund_due else BookingStatus.CANCELLED
                booking.status, booking.expires_at = ended, None
                cancelled.append(BookingStatusChange(booking.id, before, booking.status))
        order_ids = sorted({booking.order_id for booking in step if booking.order_id is not None})
        return CancellationStep(cancelled, order_ids, step[-1].id if len(step) == limit else None)

    async def uncancelled_events(self, *, limit: int, but: Collection[int] = ()) -> dict[int, int]:
        counted: dict[int, Counter[TicketStatus]] = defaultdict(Counter)
        for booking in self._store.bookings.values():
            counted[booking.event_id].update(ticket.status for ticket in booking.tickets)
        found = {
            event.id: counted[event.id].total() - counted[event.id][TicketStatus.CANCELLED]
            for _, event in sorted(self._store.events.items())
            if event.status is EventStatus.CANCELLED
            and event.id not in but
            and counted[event.id][TicketStatus.RESERVED] + counted[event.id][TicketStatus.ACTIVE]
        }
        return dict(islice(found.items(), limit))

    async def refund_due(self, *, after_id: int, limit: int) -> list[tuple[int, int]]:
        held = {
            transaction.order_id
            for transaction in self._store.transactions.values()
            if transaction.kind is TransactionKind.DISPUTE
            and transaction.status is TransactionStatus.PENDING
        }
        due = sorted(
            booking_id
            for booking_id in self._store.refunds_due
            if booking_id > after_id and self._store.bookings[booking_id].order_id not in held
        )
        orders = [
            (booking_id, self._store.bookings[booking_id].order_id) for booking_id in due[:limit]
        ]
        return [(booking_id, order_id) for booking_id, order_id in orders if order_id is not None]

    async def begin_refund(self, booking_id: int) -> bool:
        is_due = booking_id in self._store.refunds_due
        self._store.refunds_due.discard(booking_id)
        return is_due

    def _paid_orders(self) -> set[int]:
        transactions = self._store.transactions.values()
        arrived = (
            transaction
            for transaction in transactions
            if transaction.status is TransactionStatus.SUCCESS
        )
        return {transaction.order_id for transaction in arrived if transaction.is_payment}

    def _live(self, event_id: int) -> list[Booking]:
        rows = self._store.bookings.values()
        return [row for row in rows if row.event_id == event_id and row.status in LIVE_BOOKINGS]

    def _require_new_codes(self, booking: Booking) -> None:
        others = (other for other in self._store.all_tickets() if other.booking_id != booking.id)
        tickets = [*others, *booking.tickets]
        codes = [ticket.ticket_code for ticket in tickets if ticket.ticket_code is not None]
        if len(set(codes)) < len(codes):
            raise CodeCollision()
