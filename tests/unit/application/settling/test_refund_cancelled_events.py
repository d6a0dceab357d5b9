"""Bookings of a cancelled event are refunded: each once, and what was paid for it."""

from datetime import timedelta
from decimal import Decimal

import pytest

from src.application.concurrency.for_each import ForEach
from src.application.ports.database import AuditEntry
from src.application.settling import (
    refund_cancelled_events,
)
from src.application.settling.refund_cancelled_events import RefundCancelledEvents
from src.domain.entities.booking import BookingStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.transaction import TransactionStatus
from tests.support.examples import NOW, ORDER_ID, PAYMENT_ID
from tests.support.fakes.bookings import FakeBookingRepository
from tests.support.fakes.ports import FakeUnitOfWorkFactory
from tests.support.fakes.spying import spy_on
from tests.support.fakes.store import Store
from tests.support.settling import paid, part, refund_of

CONFIRMED, CANCELLED = BookingStatus.CONFIRMED, BookingStatus.CANCELLED
PAST = {"date_time": NOW - timedelta(days=1), "ends_at": NOW}


@pytest.fixture
def refund_events(store: Store, unit_of_work: FakeUnitOfWorkFactory) -> RefundCancelledEvents:
    job: ForEach[tuple[int, int]] = ForEach("booking", lambda ids: ids[0])
    return RefundCancelledEvents(unit_of_work, FakeBookingRepository(store), job)


def cancel_tickets(store: Store, *numbers: int) -> None:
    """The tickets of these bookings are cancelled, and the refunds of those are due."""
    for number in numbers:
        store.bookings[number].status = BookingStatus.REFUNDED
        for ticket in store.bookings[number].tickets:
            ticket.cancel()
        store.refunds_due.add(number)


async def test_the_bookings_of_a_cancelled_event_are_refunded_each_once(
    refund_events: RefundCancelledEvents, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refund_cancelled_events, "BOOKINGS_PER_STEP", 1)
    asked = spy_on(monkeypatch, {FakeBookingRepository: ["refund_due"]})
    paid(store, part(30, CONFIRMED, id=1), part(31, CONFIRMED))
    cancel_tickets(store, 1, 31)
    assert await refund_events.execute() == 2
    assert asked == [("refund_due", after_id, 1) for after_id in (0, 1, 31)]
    refunds = [row for row in store.transactions.values() if row.parent_id == PAYMENT_ID]
    assert [(row.booking_id, row.event_id) for row in refunds] == [(1, 10), (31, 11)]
    assert {(row.amount, row.status) for row in refunds} == {
        (Decimal("50.00"), TransactionStatus.PENDING)
    }
    assert {row.reason for row in refunds} == {"The event was cancelled."}
    assert store.audit == [
        AuditEntry(
            "refund.started",
            subject="transaction",
            subject_id=refund.id,
            event_id=refund.event_id,
            after={"status": "pending", "amount": Decimal("50.00")},
            by=None,
        )
        for refund in refunds
    ]
    assert (store.locks, store.commits) == ([("order", ORDER_ID)] * 2, 2)
    assert await refund_events.execute() == 0
    assert store.commits == 2


async def test_a_ticket_that_was_used_is_not_refunded_with_the_others(
    refund_events: RefundCancelledEvents, store: Store
) -> None:
    paid(store)
    used, other = store.bookings[30].tickets
    used.status = TicketStatus.USED
    other.cancel()
    store.refunds_due.add(30)
    assert await refund_events.execute() == 1
    amounts = [row.amount for row in store.transactions.values() if row.parent_id]
    assert amounts == [Decimal("25.00")]


async def test_a_booking_for_which_nothing_is_left_to_refund_is_done(
    refund_events: RefundCancelledEvents, store: Store
) -> None:
    payment = paid(store)
    store.add(refund_of(payment, "50.00"))
    cancel_tickets(store, 30)
    assert await refund_events.execute() == 0
    assert (store.refunds_due, store.commits, store.audit) == (set(), 1, [])


async def test_a_refund_that_another_process_began_before_the_lock_is_not_begun_again(
    refund_events: RefundCancelledEvents, store: Store
) -> None:
    paid(store)
    cancel_tickets(store, 30)
    store.before_lock = store.refunds_due.clear
    assert await refund_events.execute() == 0
    assert (store.commits, len(store.transactions)) == (0, 1)
