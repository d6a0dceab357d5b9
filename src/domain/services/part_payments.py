"""Parts of the money for an order: kept while the order waits for the rest, and then applied."""

from collections.abc import Sequence
from decimal import Decimal

from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.shared.money import ZERO


def part_payments(order: Order, transactions: Sequence[Transaction]) -> list[Transaction]:
    """Return the payments that are kept for the order; of a confirmed one they have paid for it.

    `transactions` are all of the order's.
    """
    if order.status in (OrderStatus.CONFIRMED, OrderStatus.COMPLETED):
        return []
    return kept_parts(order, transactions)


def kept_parts(order: Order, transactions: Sequence[Transaction]) -> list[Transaction]:
    """Return the payments that were too small for the order, and of which nothing has gone back."""
    refunded = {transaction.parent_id for transaction in transactions}
    return [
        payment
        for payment in transactions
        if payment.is_payment
        and payment.status is TransactionStatus.SUCCESS
        and payment.requested_amount is not None
        and payment.amount < payment.requested_amount
        and payment.currency == order.currency
        and payment.id not in refunded
    ]


def missing_amount(order: Order, transactions: Sequence[Transaction]) -> Decimal:
    """Return what is still to be paid for an order that waits for money."""
    kept = (payment.amount for payment in part_payments(order, transactions))
    return order.total_amount - sum(kept, ZERO)
