"""What somebody has, in memory: the second implementation of its port."""

from collections.abc import Collection
from copy import deepcopy
from datetime import datetime
from typing import TypeVar

from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Event, EventStatus
from src.domain.entities.ticket import Ticket
from src.domain.entities.transaction import TransactionStatus
from src.domain.entities.transfer import TransferStatus
from src.domain.repositories.page import Cursor, Page, PageRequest
from tests.support.fakes.store import SOLD_TICKETS, Store

MOST = 50
Item = TypeVar("Item", Booking, Ticket)


class FakeTicketHolderRepository:
    """Implements `TicketHolderRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def event_ids(
        self, user_id: int, *, now: datetime, is_ahead: bool, page: PageRequest
    ) -> Page[int]:
        found = [
            event
            for event in self._store.events.values()
            if event.deleted_at is None
            and self._has_something(user_id, event.id)
            and self._is_ahead(user_id, event, now) is is_ahead
        ]
        found.sort(key=_by_start, reverse=not is_ahead)
        if page.after is not None:
            places = [(event.date_time.isoformat(), event.id) for event in found]
            found = found[places.index((page.after.value, page.after.id)) + 1 :]
        ids = [event.id for event in found[: page.limit]]
        if len(found) <= page.limit:
            return Page(ids)
        last = found[page.limit - 1]
        sort = "date_time" if is_ahead else "-date_time"
        return Page(ids, Cursor(sort, last.date_time.isoformat(), last.id))

    async def bookings(self, user_id: int, *, event_ids: Collection[int]) -> list[Booking]:
        mine = [
            booking
            for booking in self._store.bookings.values()
            if booking.user_id == user_id and booking.event_id in event_ids
        ]
        return _newest(deepcopy(mine))

    async def received(self, user_id: int, *, event_ids: Collection[int]) -> list[Ticket]:
        mine = [
            ticket
            for event_id in event_ids
            for ticket in self._store.tickets(event_id)
            if ticket.user_id == user_id
            and self._store.bookings[ticket.booking_id].user_id != user_id
        ]
        return _newest(deepcopy(mine))

    async def order_references(self, order_ids: Collection[int]) -> dict[int, str]:
        known = self._store.orders.keys() & set(order_ids)
        return {order_id: self._store.orders[order_id].reference for order_id in known}

    async def unreturned(self, booking_ids: Collection[int]) -> dict[int, bool]:
        found: dict[int, bool] = {}
        for booking_id in booking_ids:
            booking = self._store.bookings[booking_id]
            refunds = [
                refund
                for refund in self._store.transactions.values()
                if refund.order_id == booking.order_id
                and not refund.is_payment
                and refund.booking_id in (None, booking_id)
                and (refund.status is TransactionStatus.PENDING or refund.owed_amount)
            ]
            if refunds or booking_id in self._store.refunds_due:
                found[booking_id] = any(refund.owed_amount for refund in refunds)
        return found

    async def last_holder(self, retired_code: str) -> int | None:
        retired = self._store.retired_codes.get(retired_code)
        if retired is None:
            return None
        codes = [
            code.code
            for code in self._store.retired_codes.values()
            if code.ticket_id == retired.ticket_id
        ]
        accepted = [
            transfer
            for transfer in self._store.transfers.values()
            if transfer.ticket_id == retired.ticket_id
            and transfer.status is TransferStatus.ACCEPTED
            and transfer.issue <= codes.index(retired_code)
        ]
        if accepted:
            return max(accepted, key=lambda transfer: transfer.issue).to_user_id
        (ticket,) = (t for t in self._store.all_tickets() if t.id == retired.ticket_id)
        return self._store.bookings[ticket.booking_id].user_id

    def _has_something(self, user_id: int, event_id: int) -> bool:
        bookings = self._store.bookings.values()
        has_booked = any((b.user_id, b.event_id) == (user_id, event_id) for b in bookings)
        return has_booked or any(t.user_id == user_id for t in self._store.tickets(event_id))

    def _is_ahead(self, user_id: int, event: Event, now: datetime) -> bool:
        tickets = [t for t in self._store.tickets(event.id) if t.user_id == user_id]
        is_live = any(ticket.status in SOLD_TICKETS for ticket in tickets) or any(
            booking.status is BookingStatus.CONFIRMED
            or (booking.status is BookingStatus.PENDING and not booking.is_lapsed(now))
            for booking in self._store.bookings.values()
            if (booking.user_id, booking.event_id) == (user_id, event.id)
        )
        was_confirmed = any(ticket.ticket_code for ticket in tickets)
        is_off = event.status is EventStatus.CANCELLED
        return event.ends_at > now and (is_live or (was_confirmed and is_off))


def _by_start(event: Event) -> tuple[datetime, int]:
    return event.date_time, event.id


def _newest(rows: list[Item]) -> list[Item]:
    newest: list[Item] = []
    for row in sorted(rows, key=lambda row: row.id, reverse=True):
        if sum(other.event_id == row.event_id for other in newest) < MOST:
            newest.append(row)
    return newest
