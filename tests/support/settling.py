"""Orders, payments and refunds of the scripted provider, for tests of what settles them."""

from decimal import Decimal
from typing import Any

from src.application.ports.payments import ProviderAnswer, ProviderState
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.services.bookkeeping import payment_entries, unapplied_entry
from tests.support.examples import (
    EVENT_ID,
    LATER,
    NOW,
    TYPE_ID,
    make_booking,
    make_order,
    make_payment,
)
from tests.support.fakes.store import Store
from tests.support.payments import Kept, ScriptedProvider

OPEN, SUCCEEDED, FAILED = ProviderState.OPEN, ProviderState.SUCCEEDED, ProviderState.FAILED
REFUND_ID = 61


def answer(state: ProviderState, **fields: Any) -> ProviderAnswer:
    """What the provider says, without a reference."""
    return ProviderAnswer(**{"reference": None, "state": state, **fields})


def scripted(status: TransactionStatus = TransactionStatus.PENDING, **fields: Any) -> Transaction:
    """Payment 60 of order 40, two tickets at 25.00, through the scripted provider."""
    return make_payment(status, **{"provider": "scripted", **fields})


def refund_of(payment: Transaction, amount: str = "20.00", **fields: Any) -> Transaction:
    """Refund 61 of this payment, pending."""
    values = {
        "id": REFUND_ID,
        "kind": TransactionKind.REFUND,
        "amount": Decimal(amount),
        "parent_id": payment.id,
        "idempotency_key": f"refund-{fields.get('id', REFUND_ID)}",
        **fields,
    }
    return scripted(**values)


def part(number: int, status: BookingStatus = BookingStatus.PENDING, **fields: Any) -> Booking:
    """Booking 30 of event 10, or 31 of event 11: two tickets at 25.00."""
    values = {
        "id": number,
        "event_id": number - 30 + EVENT_ID,
        "reference": f"BKG-{number}",
        "expires_at": LATER if status is BookingStatus.PENDING else None,
        **fields,
    }
    booking = make_booking(status, **values)
    for place, ticket in enumerate(booking.tickets):
        ticket.event_id = booking.event_id
        ticket.ticket_type_id = number - 30 + TYPE_ID
        ticket.ticket_code = ticket.ticket_code and f"TKT-20260601-{number}-{place}"
    return booking


def order_with(
    *bookings: Booking, status: OrderStatus = OrderStatus.PENDING, **fields: Any
) -> Order:
    """Order 40 with these bookings; it has a deadline while it is pending."""
    expires_at = LATER if status is OrderStatus.PENDING else None
    order = make_order(*bookings, **{"status": status, "expires_at": expires_at, **fields})
    for item in order.items:
        item.ticket_type_id = item.event_id - EVENT_ID + TYPE_ID
    return order


def paid(
    store: Store, *bookings: Booking, provider: ScriptedProvider | None = None, **fields: Any
) -> Transaction:
    """Store a confirmed order of these bookings, by default of booking 30, and its payment."""
    order = order_with(
        *(bookings or (part(30, BookingStatus.CONFIRMED),)), status=OrderStatus.CONFIRMED
    )
    values = {"amount": order.total_amount, "settled_at": NOW, **fields}
    payment = scripted(TransactionStatus.SUCCESS, **values)
    store.add(order, payment)
    store.ledger += payment_entries(store.order(order.id), payment, NOW)
    if provider is not None:
        know(provider, payment)
    return payment


def paid_in_vain(store: Store, **fields: Any) -> Transaction:
    """Store a payment of order 40 that bought nothing."""
    payment = scripted(TransactionStatus.SUCCESS, **fields)
    store.add(payment)
    store.ledger.append(unapplied_entry(store.order(payment.order_id), payment, NOW))
    return payment


def know(provider: ScriptedProvider, payment: Transaction) -> None:
    """Let the provider have this payment, paid."""
    provider.payments[payment.idempotency_key] = Kept(
        payment.id, payment.kind, "scripted_payment", payment.amount, payment.currency, SUCCEEDED
    )
