"""Orders, transactions and the ledger: what is saved is what is loaded, and who is asked for."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.domain.entities.booking import Booking
from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountKind
from src.domain.entities.event import Seating
from src.domain.entities.order import LatePayment, LateRefusal, Order, OrderStatus
from src.domain.entities.transaction import (
    LedgerAccount,
    LedgerEntry,
    Transaction,
    TransactionKind,
    TransactionStatus,
)
from src.domain.errors import CodeCollision, NotFound
from src.domain.repositories.transaction import ProviderEvent
from src.domain.shared.tax import TaxRelief, TaxRounding
from tests.support.api import Api
from tests.support.entities import (
    SOON,
    assert_every_field_is_set,
    new_booking,
    new_event,
    new_item,
    new_order,
    new_ticket,
    new_ticket_type,
    new_user,
    saved,
)

BUT = {"status", "late_payment", "late_refusal", "deleted_at", "counts_use"}
BUT_WITHOUT_TAX = {
    *("cancelled_quantity", "tax_relief", "tax_rounding"),
    *("relieved_tax_rate", "relieved_fee_tax_rate"),
}
PAYMENT, REFUND = TransactionKind.PAYMENT, TransactionKind.REFUND


@pytest.fixture
async def order(api: Api) -> Order:
    """An order with a discount, one booking of two tickets, and its item."""
    return await add_order()


async def add_order(number: int = 0, **changes: Any) -> Order:
    """Another one with a user, an event and a discount of its own."""
    user = new_user(
        phone=f"+6681234567{number}",
        email=f"nina{number}@test.example",
        username=f"nina{number}",
        external_id=f"subject-{number}",
    )
    await saved(lambda uow: uow.users.add(user))
    event = new_event(user.id, title=f"Hamlet {number}", seating=Seating.GENERAL)
    await saved(lambda uow: uow.events.add(event))
    ticket_type = new_ticket_type(event.id)
    await saved(lambda uow: uow.ticket_types.add([ticket_type]))
    percent = DiscountKind.PERCENT
    code = Discount(code=f"SPRING{number}", owner_id=user.id, kind=percent, value=Decimal("9.90"))
    await saved(lambda uow: uow.discounts.add(code))
    order = new_order(
        user.id,
        reference=f"ORD-7K2M9QX{number}",
        discount_id=code.id,
        discount_code=code.code,
        discount_terms=replace(code.terms, max_discount=Decimal("7.50")),
        discount_tickets=2,
        **changes,
    )
    await saved(lambda uow: uow.orders.add([order]))
    booking = new_booking(
        [new_ticket(ticket_type, user) for _ in range(2)],
        reference=f"BKG-7K2M9QX{number}",
        order_id=order.id,
        expires_at=order.expires_at,
    )
    await saved(lambda uow: uow.bookings.add([booking]))
    item = new_item(booking)
    item.event_title, item.ticket_type_name = event.title, ticket_type.name
    await saved(lambda uow: uow.orders.add_items([item]))
    order.items, order.bookings = [item], [booking]
    # The database keeps the name of the time of the order.
    order.buyer_name = user.name
    return order


def new_payment(order: Order, **changes: Any) -> Transaction:
    values: dict[str, Any] = {
        "order_id": order.id,
        "kind": PAYMENT,
        "provider": "manual",
        "payment_method": "cash",
        "amount": order.total_amount,
        "currency": order.currency,
        "idempotency_key": f"payment-{order.id}",
    }
    return Transaction(**(values | changes))


async def settle(order: Order, status: TransactionStatus) -> Transaction:
    """A stored payment of the order that has this status."""
    payment = new_payment(order)
    await saved(lambda uow: uow.transactions.add([payment]))
    payment.status, payment.settled_at = status, SOON
    await saved(lambda uow: uow.transactions.save(payment))
    return payment


async def test_order_is_loaded_with_its_parts_as_it_was_added(order: Order) -> None:
    assert_every_field_is_set(order, but=BUT)
    assert_every_field_is_set(order.items[0], but=BUT_WITHOUT_TAX)
    assert await saved(lambda uow: uow.orders.get(order.id)) == order


async def test_order_is_loaded_as_it_was_saved_and_another_one_stays(order: Order) -> None:
    other = await add_order(1)
    order.status, order.expires_at = OrderStatus.CONFIRMED, None
    order.late_payment, order.late_refusal = LatePayment.REFUNDED, LateRefusal.OVER_LIMIT
    order.notes = "No aisle."
    order.fee_amount, order.total_amount = Decimal("6.00"), Decimal("206.20")
    order.contact_name = "Somchai"
    await saved(lambda uow: uow.orders.save(order))
    assert order.version == 2
    assert await saved(lambda uow: uow.orders.get(order.id)) == order
    assert await saved(lambda uow: uow.orders.get(other.id)) == other


async def test_item_is_loaded_as_it_was_saved(order: Order) -> None:
    (item,) = order.items
    item.quantity, item.unit_price, item.subtotal = 3, Decimal("50.00"), Decimal("150.00")
    item.tax_rate, item.total_amount = Decimal("1.00"), Decimal("135.20")
    item.tax_amount = item.tax_included = item.fee_tax_amount = Decimal("0.00")
    item.tax_relief, item.tax_rounding = TaxRelief.REVERSE_CHARGE, TaxRounding.DOCUMENT
    item.relieved_tax_rate, item.relieved_fee_tax_rate = Decimal("19.00"), Decimal("7.00")
    await saved(lambda uow: uow.orders.save_items([item]))
    assert (await saved(lambda uow: uow.orders.get(order.id))).items == [item]


async def test_deleted_order_is_kept_for_the_ledger_alone(order: Order) -> None:
    order.deleted_at = SOON
    await saved(lambda uow: uow.orders.save(order))
    with pytest.raises(NotFound):
        await saved(lambda uow: uow.orders.get(order.id))
    assert await saved(lambda uow: uow.orders.get_any(order.id)) == order


async def test_reference_that_is_taken_is_a_collision(
    order: Order, connection: asyncpg.Connection
) -> None:
    again = new_order(order.user_id, reference=order.reference)
    with pytest.raises(CodeCollision):
        await saved(lambda uow: uow.orders.add([again]))
    assert await connection.fetchval("SELECT count(*) FROM orders") == 1


async def test_order_is_due_when_it_has_lapsed_or_lost_a_booking(order: Order) -> None:
    later = SOON + timedelta(hours=1)
    await add_order(1, expires_at=later)
    lost = await add_order(2, expires_at=later)
    booking: Booking = lost.bookings[0]
    booking.cancel_hold()
    await saved(lambda uow: uow.bookings.save(booking))
    assert await saved(lambda uow: uow.orders.due(SOON, limit=9)) == [order.id, lost.id]
    assert await saved(lambda uow: uow.orders.due(SOON, limit=1)) == [order.id]


async def test_order_is_completed_when_it_is_confirmed_and_its_event_is_over(order: Order) -> None:
    await add_order(1)
    order.status, order.expires_at = OrderStatus.CONFIRMED, None
    await saved(lambda uow: uow.orders.save(order))
    event_id = order.items[0].event_id
    over = SOON + timedelta(hours=2)
    before = over - timedelta(seconds=1)
    assert await saved(lambda uow: uow.orders.complete(event_id, before)) == []
    assert await saved(lambda uow: uow.orders.complete(event_id, over)) == [order.id]


async def test_events_of_orders_are_theirs_alone(order: Order) -> None:
    other = await add_order(1)
    (event_id,), (other_event_id,) = order.event_ids, other.event_ids
    ids = [other.id, order.id]
    assert await saved(lambda uow: uow.orders.event_ids(ids)) == [event_id, other_event_id]
    assert await saved(lambda uow: uow.orders.event_ids(ids[:1])) == [other_event_id]


async def test_order_was_confirmed_once_money_arrived_for_it(order: Order) -> None:
    other = await add_order(1)
    await settle(order, TransactionStatus.FAILED)
    await settle(other, TransactionStatus.SUCCESS)
    assert await saved(lambda uow: uow.orders.was_confirmed(order.id)) is False
    assert await saved(lambda uow: uow.orders.was_confirmed(other.id)) is True


async def test_transaction_is_loaded_as_it_was_added_and_saved(order: Order) -> None:
    payment = await settle(order, TransactionStatus.SUCCESS)
    first = new_payment(order, kind=REFUND, idempotency_key="refund-0", parent_id=payment.id)
    await saved(lambda uow: uow.transactions.add([first]))
    first.status, first.settled_at = TransactionStatus.FAILED, SOON
    await saved(lambda uow: uow.transactions.save(first))
    refund = new_payment(
        order,
        kind=REFUND,
        amount=Decimal("5.20"),
        idempotency_key="refund-1",
        parent_id=payment.id,
        event_id=order.items[0].event_id,
        booking_id=order.items[0].booking_id,
        reason="Rain.",
        replaces_id=first.id,
        due_at=SOON,
    )
    await saved(lambda uow: uow.transactions.add([refund]))
    assert await saved(lambda uow: uow.transactions.get(refund.id)) == refund
    refund.status, refund.settled_at = TransactionStatus.FAILED, SOON
    refund.provider_reference, refund.client_secret = "re_1", "secret"
    refund.redirect_url, refund.failure, refund.note = "https://pay.test.example", "No.", "Odd."
    refund.owed_amount, refund.requested_amount = Decimal("2.10"), Decimal("7.00")
    refund.given_up = True
    refund.disputed_amount, refund.lost_amount = Decimal("3.00"), Decimal("1.00")
    await saved(lambda uow: uow.transactions.save(refund))
    assert_every_field_is_set(refund, but={"refunded_amount"})
    assert await saved(lambda uow: uow.transactions.get(refund.id)) == refund
    by_reference = await saved(lambda uow: uow.transactions.by_reference("manual", REFUND, "re_1"))
    assert by_reference == refund
    assert await saved(lambda uow: uow.transactions.by_reference("manual", PAYMENT, "re_1")) is None


@pytest.mark.parametrize(
    ("status", "refunded"),
    [
        (TransactionStatus.PENDING, "5.20"),
        (TransactionStatus.SUCCESS, "5.20"),
        (TransactionStatus.FAILED, "0.00"),
    ],
)
async def test_payment_counts_what_is_back_or_on_its_way(
    order: Order, status: TransactionStatus, refunded: str
) -> None:
    other = await settle(await add_order(1), TransactionStatus.SUCCESS)
    payment = await settle(order, TransactionStatus.SUCCESS)
    key = {"kind": REFUND, "amount": Decimal("5.20"), "idempotency_key": "refund-1"}
    refund = new_payment(order, parent_id=payment.id, **key)
    await saved(lambda uow: uow.transactions.add([refund]))
    refund.status = status
    refund.settled_at = None if status is TransactionStatus.PENDING else SOON
    await saved(lambda uow: uow.transactions.save(refund))
    (found, _) = await saved(lambda uow: uow.transactions.of_order(order.id))
    assert (found.id, found.refunded_amount) == (payment.id, Decimal(refunded))
    assert (await saved(lambda uow: uow.transactions.get(other.id))).refunded_amount == 0


async def test_open_transactions_are_the_pending_ones_of_a_kind(order: Order) -> None:
    payment = new_payment(order)
    await saved(lambda uow: uow.transactions.add([payment]))
    await settle(await add_order(1), TransactionStatus.SUCCESS)
    assert payment.created_at is not None
    wanted: dict[str, Any] = {"created_before": payment.created_at, "after_id": 0, "limit": 9}
    found = await saved(lambda uow: uow.transactions.open(PAYMENT, **wanted))
    assert [transaction.id for transaction in found] == [payment.id]
    earlier = {**wanted, "created_before": payment.created_at - timedelta(seconds=1)}
    later = {**wanted, "after_id": payment.id}
    for kind, other in [(REFUND, wanted), (PAYMENT, earlier), (PAYMENT, later)]:
        assert await saved(lambda uow: uow.transactions.open(kind, **other)) == []  # noqa: B023


async def test_what_a_provider_said_is_new_once(order: Order) -> None:
    payment = await settle(order, TransactionStatus.SUCCESS)
    delivered = [("manual", "evt_1"), ("manual", "evt_1"), ("manual", "evt_2"), ("stripe", "evt_1")]
    events = [ProviderEvent(*event, payment.id, "succeeded") for event in delivered]
    noted = [
        await saved(lambda uow: uow.transactions.note_provider_events([event]))  # noqa: B023
        for event in events
    ]
    assert [bool(new) for new in noted] == [True, False, True, True]


async def test_what_a_provider_said_twice_at_once_is_new_once(order: Order) -> None:
    payment = await settle(order, TransactionStatus.SUCCESS)
    events = [ProviderEvent("manual", id_, payment.id, "succeeded") for id_ in ("a", "b", "a")]
    noted = await saved(lambda uow: uow.transactions.note_provider_events(events))
    assert sorted(event.id for event in noted) == ["a", "b"]


async def test_ledger_of_a_payment_has_its_refunds_and_no_other_payment(order: Order) -> None:
    other = await settle(await add_order(1), TransactionStatus.SUCCESS)
    payment = await settle(order, TransactionStatus.SUCCESS)
    refund = new_payment(
        order, kind=REFUND, amount=Decimal("5.20"), idempotency_key="r", parent_id=payment.id
    )
    await saved(lambda uow: uow.transactions.add([refund]))
    (item,) = order.items
    entries = [
        LedgerEntry(
            transaction_id=transaction.id,
            kind=transaction.kind,
            account=LedgerAccount.FEES,
            order_id=transaction.order_id,
            order_item_id=item.id if transaction.order_id == order.id else None,
            event_id=item.event_id,
            booking_id=item.booking_id,
            ticket_type_id=item.ticket_type_id,
            amount=transaction.amount if transaction.is_payment else -transaction.amount,
            currency="GBP",
            at=SOON,
        )
        for transaction in (payment, other, refund)
    ]
    await saved(lambda uow: uow.ledger.add(entries))
    found = await saved(lambda uow: uow.ledger.of_payment(payment.id))
    assert found == [entries[0], entries[2]]
