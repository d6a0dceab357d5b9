"""Parts of the money for an order: kept while the order waits for the rest, and then applied."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.shared.money import ZERO


@dataclass(frozen=True, slots=True)
class KeptPart:
    """A payment that was too small for its order, and the amount of it that is kept."""

    payment: Transaction
    amount: Decimal


def part_payments(order: Order, transactions: Sequence[Transaction]) -> list[KeptPart]:
    """Return the parts that are kept for the order; of a confirmed one they have paid for it.

    `transactions` are all of the order's.
    """
    if order.status in (OrderStatus.CONFIRMED, OrderStatus.COMPLETED):
        return []
    return kept_parts(order, transactions)


def kept_parts(order: Order, transactions: Sequence[Transaction]) -> list[KeptPart]:
    """Return what is left of the payments that were too small for the order.

    What has gone back is not, nor what is on its way back, nor what is owed since that failed.
    """
    owed: dict[int | None, Decimal] = defaultdict(lambda: ZERO)
    for transaction in transactions:
        owed[transaction.parent_id] += transaction.owed_amount
    parts = (
        KeptPart(payment, payment.refundable - owed[payment.id])
        for payment in transactions
        if payment.status is TransactionStatus.SUCCESS
        and payment.requested_amount is not None
        and payment.amount < payment.requested_amount
        and payment.currency == order.currency
    )
    return [part for part in parts if part.amount > 0]


def why_unchangeable(transactions: Collection[Transaction]) -> str | None:
    """Why tickets and price of an order that waits for money cannot change, None if they can.

    `transactions` are all of the order's.
    """
    payments = [transaction for transaction in transactions if transaction.is_payment]
    if any(payment.status is TransactionStatus.PENDING for payment in payments):
        return "A payment of this order is under way: its tickets and its price cannot change now."
    if any(payment.refundable for payment in payments):
        return "Money for this order is here: its tickets and its price cannot change now."
    return None


def missing_amount(order: Order, transactions: Sequence[Transaction]) -> Decimal:
    """Return what is still to be paid for an order that waits for money."""
    kept = (part.amount for part in part_payments(order, transactions))
    return order.total_amount - sum(kept, ZERO)
