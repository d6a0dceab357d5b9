"""Refunding a booking of an order: by whom, what goes back, and what becomes of the order."""

from decimal import Decimal

import pytest

from src.application.ports.database import Touches
from src.application.settling.record_refund import SettleRefund
from src.application.settling.refund_intent import refund_entry
from src.application.settling.refund_ordered_booking import RefundOrderedBooking
from src.domain.entities.booking import BookingStatus
from src.domain.entities.order import OrderStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import (
    Forbidden,
    InvalidState,
    NotFound,
    ProviderFailed,
    StaleVersion,
    Unavailable,
)
from src.domain.repositories.idempotency_key import IdempotentRequest
from tests.support.examples import ADMIN, BUYER, ORDER_ID, ORGANIZER, PAYMENT_ID, RIVAL, STRANGER
from tests.support.fakes.ports import FakeUnitOfWorkFactory
from tests.support.fakes.store import Store
from tests.support.payments import ScriptedProvider
from tests.support.settling import OPEN, paid, paid_in_vain, part

CONFIRMED, REFUNDED = BookingStatus.CONFIRMED, BookingStatus.REFUNDED


@pytest.fixture
def refund(
    unit_of_work: FakeUnitOfWorkFactory, settle_refund: SettleRefund
) -> RefundOrderedBooking:
    return RefundOrderedBooking(unit_of_work, settle_refund)


def refunds(store: Store) -> list[Transaction]:
    return [row for row in store.transactions.values() if row.kind is TransactionKind.REFUND]


async def refuse(
    refund: RefundOrderedBooking,
    store: Store,
    actor: Actor,
    kind: type[Exception],
    version: int | None = None,
) -> None:
    """The refund of booking 30 is refused like this, and nothing has changed."""
    before = store.snapshot()
    with pytest.raises(kind):
        await refund.execute(actor, 30, ORDER_ID, version, None)
    assert store.snapshot() == before


@pytest.mark.parametrize("actor", [ORGANIZER, ADMIN])
async def test_a_booking_is_refunded_and_the_rest_of_its_order_stays(
    refund: RefundOrderedBooking,
    store: Store,
    provider: ScriptedProvider,
    unit_of_work: FakeUnitOfWorkFactory,
    actor: Actor,
) -> None:
    paid(store, part(30, CONFIRMED), part(31, CONFIRMED), provider=provider)
    outcome = await refund.execute(actor, 30, ORDER_ID, 1, None)
    order = store.order(ORDER_ID)
    assert (outcome.result, outcome.is_replayed) == (order.bookings[0], False)
    assert [booking.status for booking in order.bookings] == [REFUNDED, CONFIRMED]
    assert [ticket.status for ticket in outcome.result.tickets] == [TicketStatus.CANCELLED] * 2
    assert order.status is OrderStatus.CONFIRMED
    (made,) = refunds(store)
    assert (made.parent_id, made.amount, made.reason) == (PAYMENT_ID, Decimal("50.00"), None)
    assert (made.booking_id, made.event_id) == (30, 10)
    assert made.status is TransactionStatus.SUCCESS
    assert store.actions() == ["booking.refunded", "refund.started", "refund.success"]
    assert [entry.by for entry in store.audit] == [actor, actor, None]
    assert store.audit[1].subject_id == made.id
    assert store.locks == [("event", 10), ("event", 11), ("order", ORDER_ID), ("order", ORDER_ID)]
    assert unit_of_work.touched[0] == Touches(order_id=ORDER_ID)


async def test_the_booking_that_was_named_is_refunded_by_the_organizer_of_its_event(
    refund: RefundOrderedBooking, store: Store, provider: ScriptedProvider
) -> None:
    paid(store, part(30, CONFIRMED), part(31, CONFIRMED), provider=provider)
    outcome = await refund.execute(RIVAL, 31, ORDER_ID, None, None)
    assert (outcome.result.id, outcome.result.status) == (31, REFUNDED)
    assert [booking.status for booking in store.order(ORDER_ID).bookings] == [CONFIRMED, REFUNDED]


async def test_an_order_is_cancelled_with_the_last_of_its_bookings(
    refund: RefundOrderedBooking, store: Store, provider: ScriptedProvider
) -> None:
    paid(store, provider=provider)
    await refund.execute(ADMIN, 30, ORDER_ID, None, None)
    assert store.order(ORDER_ID).status is OrderStatus.CANCELLED
    assert store.transaction(PAYMENT_ID).status is TransactionStatus.REFUNDED
    order = next(entry for entry in store.audit if entry.subject == "order")
    assert (order.action, order.before, order.by) == (
        "order.cancelled",
        {"status": "confirmed"},
        ADMIN,
    )


async def test_a_ticket_that_was_cancelled_is_not_refunded_again(
    refund: RefundOrderedBooking, store: Store, provider: ScriptedProvider
) -> None:
    booking = part(30, CONFIRMED)
    booking.tickets[0].status = TicketStatus.CANCELLED
    paid(store, booking, provider=provider)
    await refund.execute(ORGANIZER, 30, ORDER_ID, None, None)
    assert [made.amount for made in refunds(store)] == [Decimal("25.00")]


async def test_a_booking_for_which_nothing_was_paid_is_refunded_without_money(
    refund: RefundOrderedBooking, store: Store, provider: ScriptedProvider
) -> None:
    paid(store, provider=provider)
    store.ledger.clear()
    paid_in_vain(store)
    outcome = await refund.execute(ORGANIZER, 30, ORDER_ID, None, None)
    assert outcome.result.status is REFUNDED
    assert (refunds(store), provider.calls) == ([], [])
    assert store.actions() == ["booking.refunded", "order.cancelled"]


async def test_the_intent_is_audited_as_it_was_when_it_began(
    refund: RefundOrderedBooking, store: Store, provider: ScriptedProvider
) -> None:
    paid(store, provider=provider)
    provider.refund_state = OPEN
    await refund.execute(ORGANIZER, 30, ORDER_ID, None, None)
    (made,) = refunds(store)
    assert refund_entry(made, ORGANIZER) in store.audit


@pytest.mark.parametrize("failure", [ProviderFailed("scripted"), Unavailable("Not now.")], ids=repr)
async def test_a_refund_that_the_provider_does_not_answer_is_left_to_the_job(
    refund: RefundOrderedBooking,
    store: Store,
    settle_refund: SettleRefund,
    monkeypatch: pytest.MonkeyPatch,
    failure: Exception,
) -> None:
    async def fail(_: int) -> Transaction:
        raise failure

    paid(store)
    monkeypatch.setattr(settle_refund, "execute", fail)
    outcome = await refund.execute(ORGANIZER, 30, ORDER_ID, None, None)
    assert outcome.result.status is REFUNDED
    assert [made.status for made in refunds(store)] == [TransactionStatus.PENDING]


async def test_a_repeated_request_refunds_once(
    refund: RefundOrderedBooking, store: Store, provider: ScriptedProvider
) -> None:
    paid(store, provider=provider)
    key = IdempotentRequest(ORGANIZER.id, "key", b"same")
    first = await refund.execute(ORGANIZER, 30, ORDER_ID, None, key)
    before = store.snapshot()
    again = await refund.execute(ORGANIZER, 30, ORDER_ID, None, key)
    assert (again.result, again.is_replayed) == (first.result, True)
    assert store.snapshot() == before


@pytest.mark.parametrize(
    ("actor", "kind"), [(BUYER, Forbidden), (STRANGER, NotFound), (RIVAL, NotFound)]
)
async def test_the_organizer_of_its_event_and_admins_refund_a_booking_and_nobody_else(
    refund: RefundOrderedBooking, store: Store, actor: Actor, kind: type[Exception]
) -> None:
    # The rival organizes another event of the order.
    paid(store, part(30, CONFIRMED), part(31, CONFIRMED))
    await refuse(refund, store, actor, kind)


async def test_a_stale_version_or_a_booking_that_has_ended_is_refused(
    refund: RefundOrderedBooking, store: Store
) -> None:
    paid(store, part(30, REFUNDED), part(31, CONFIRMED))
    await refuse(refund, store, ORGANIZER, StaleVersion, version=9)
    await refuse(refund, store, ORGANIZER, InvalidState)
