"""Refunds are intended before a provider is asked: of which payments, and how much of each."""

import re
from decimal import Decimal

import pytest

from src.application.ports.database import AuditEntry
from src.application.settling.refund_intent import (
    has_bought_tickets,
    owed_no_more,
    refund_entry,
    refund_intent,
    ticket_refunds,
)
from src.domain.entities.booking import BookingStatus
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.services.bookkeeping import payment_entries, unapplied_entry
from tests.support.examples import ADMIN, EVENT_ID, NOW, ORDER_ID, PAYMENT_ID
from tests.support.fakes.ports import FakeUnitOfWork, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store
from tests.support.settling import order_with, part, refund_of, scripted

SUCCESS = TransactionStatus.SUCCESS


def test_an_intent_is_a_pending_refund_of_the_payment_with_a_key_of_its_own() -> None:
    payment = scripted(SUCCESS, currency="EUR", event_id=7)
    booking = part(31, BookingStatus.CONFIRMED)
    refund = refund_intent(payment, Decimal("12.50"), reason="A gift.", booking=booking)
    assert re.fullmatch("refund-[0-9a-f]{32}", refund.idempotency_key)
    assert refund == Transaction(
        order_id=ORDER_ID,
        kind=TransactionKind.REFUND,
        provider="scripted",
        amount=Decimal("12.50"),
        currency="EUR",
        idempotency_key=refund.idempotency_key,
        parent_id=PAYMENT_ID,
        event_id=11,
        booking_id=31,
        reason="A gift.",
    )
    whole = refund_intent(payment, payment.amount, reason=None)
    assert (whole.event_id, whole.booking_id, whole.reason) == (None, None, None)
    assert whole.idempotency_key != refund.idempotency_key


def test_the_beginning_of_a_refund_is_audited() -> None:
    refund = refund_of(scripted(SUCCESS), "12.50", event_id=EVENT_ID)
    assert refund_entry(refund, ADMIN) == AuditEntry(
        "refund.started",
        subject="transaction",
        subject_id=61,
        event_id=EVENT_ID,
        after={
            "status": "pending",
            "amount": Decimal("12.50"),
            "provider": "scripted",
            "payment_id": PAYMENT_ID,
        },
        by=ADMIN,
    )


@pytest.fixture
def order(store: Store) -> Order:
    """Two tickets at 25.00, confirmed."""
    store.add(order_with(part(30, BookingStatus.CONFIRMED), status=OrderStatus.CONFIRMED))
    return store.order(ORDER_ID)


@pytest.fixture
def uow(unit_of_work: FakeUnitOfWorkFactory) -> FakeUnitOfWork:
    return unit_of_work()


def buy(store: Store, order: Order, number: int, amount: str) -> Transaction:
    """A payment of this amount that has bought tickets."""
    payment = scripted(SUCCESS, id=number, amount=Decimal(amount))
    store.add(payment)
    store.ledger += payment_entries(order, payment, NOW)
    return payment


async def test_a_payment_has_bought_tickets_where_the_ledger_says_so(
    store: Store, order: Order, uow: FakeUnitOfWork
) -> None:
    bought, unapplied = buy(store, order, 51, "50.00"), scripted(SUCCESS, id=52)
    failed = scripted(TransactionStatus.FAILED, id=53)
    nothing = scripted(SUCCESS, id=54)
    store.add(unapplied, failed, nothing)
    store.ledger.append(unapplied_entry(order, unapplied, NOW))
    store.ledger += payment_entries(order, failed, NOW)
    async with uow:
        assert await has_bought_tickets(uow, bought)
        assert not await has_bought_tickets(uow, unapplied)
        assert not await has_bought_tickets(uow, failed)
        assert not await has_bought_tickets(uow, nothing)


async def test_each_payment_gives_back_what_it_paid_for_the_tickets(
    store: Store, order: Order, uow: FakeUnitOfWork
) -> None:
    buy(store, order, 51, "30.00")
    buy(store, order, 52, "20.00")
    (booking,) = order.bookings
    async with uow:
        one = await ticket_refunds(uow, order, booking, booking.tickets[:1], reason="One.")
        both = await ticket_refunds(uow, order, booking, booking.tickets, reason=None)
    assert [(refund.parent_id, refund.amount) for refund in one] == [
        (51, Decimal("15.00")),
        (52, Decimal("10.00")),
    ]
    assert (one[0].reason, one[0].booking_id, one[0].event_id) == ("One.", 30, EVENT_ID)
    assert [(refund.parent_id, refund.amount) for refund in both] == [
        (51, Decimal("30.00")),
        (52, Decimal("20.00")),
    ]
    assert [refund.id for refund in both] == [0, 0]
    assert [refund.reason for refund in both] == [None, None]


async def test_what_bought_nothing_or_went_back_is_not_refunded_again(
    store: Store, order: Order, uow: FakeUnitOfWork
) -> None:
    unapplied = scripted(SUCCESS, id=51)
    store.add(unapplied, scripted(TransactionStatus.FAILED, id=52))
    store.ledger.append(unapplied_entry(order, unapplied, NOW))
    gone = buy(store, order, 53, "50.00")
    store.add(refund_of(gone, "50.00"))
    (booking,) = order.bookings
    async with uow:
        assert await ticket_refunds(uow, order, booking, booking.tickets, reason=None) == []
    rest = buy(store, order, 54, "50.00")
    store.add(refund_of(rest, "45.00", id=62))
    async with uow:
        refunds = await ticket_refunds(uow, order, booking, booking.tickets, reason=None)
        nothing = await ticket_refunds(uow, order, booking, [], reason=None)
    assert [(refund.parent_id, refund.amount) for refund in refunds] == [(54, Decimal("5.00"))]
    assert nothing == []


@pytest.mark.parametrize(
    ("owed", "left", "expected"),
    [
        ([], "0.00", []),
        (["20.00"], "50.00", ["20.00"]),
        (["20.31"], "5.31", ["5.31"]),
        (["10.00", "10.00"], "5.00", ["0.00", "5.00"]),
        (["10.00", "10.00"], "0.00", ["0.00", "0.00"]),
    ],
)
def test_no_more_is_owed_than_is_left_and_the_oldest_goes_first(
    owed: list[str], left: str, expected: list[str]
) -> None:
    payment = scripted(
        TransactionStatus.SUCCESS, amount=Decimal(50), refunded_amount=50 - Decimal(left)
    )
    refunds = [
        refund_of(
            payment,
            amount,
            id=61 + place,
            status=TransactionStatus.FAILED,
            owed_amount=Decimal(amount),
        )
        for place, amount in enumerate(owed)
    ]
    other = refund_of(payment, id=90, parent_id=99, owed_amount=Decimal(30))
    before = [refund.owed_amount for refund in refunds]

    changed = owed_no_more([payment, *refunds, other])

    now = [refund.owed_amount for refund in refunds]
    assert now == [Decimal(amount) for amount in expected]
    assert changed == [r for r, was in zip(refunds, before, strict=True) if r.owed_amount != was]
    assert other.owed_amount == 30
