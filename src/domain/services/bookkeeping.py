"""The ledger entries of payments and refunds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from src.domain.entities.order import Order, OrderItem
from src.domain.entities.transaction import LedgerAccount, LedgerEntry, Transaction
from src.domain.shared.money import ZERO, split

Key = tuple[int | None, LedgerAccount]
"""An order item id, or None, and an account."""


def payment_entries(order: Order, payment: Transaction, now: datetime) -> list[LedgerEntry]:
    """The entries of a payment that paid for the order: one for each item and account."""
    return [
        _entry(order, payment, item, account, amount, now)
        for item in order.items
        for account, amount in _parts(item)
        if amount
    ]


def unapplied_entry(order: Order, transaction: Transaction, now: datetime) -> LedgerEntry:
    """The entry of a payment that bought nothing, or of the refund of such a payment."""
    amount = transaction.amount if transaction.is_payment else -transaction.amount
    return _entry(order, transaction, None, LedgerAccount.UNAPPLIED, amount, now)


def refund_entries(
    order: Order,
    refund: Transaction,
    booked: Sequence[LedgerEntry],
    now: datetime,
) -> list[LedgerEntry]:
    """The entries of a refund, in proportion to what is left of its payment in each account.

    `booked` are all entries of that payment and of its earlier refunds. The refund of a booking
    is taken from that booking's items first.
    """
    left: dict[Key, Decimal] = defaultdict(lambda: ZERO)
    for entry in booked:
        left[entry.order_item_id, entry.account] += entry.amount
    own = {item.id for item in order.items if item.booking_id == refund.booking_id}
    first = {key: amount for key, amount in left.items() if key[0] in own}
    rest = {key: amount for key, amount in left.items() if key[0] not in own}
    amounts = _take(first, refund.amount, refund.currency)
    still = refund.amount - sum(amounts.values(), ZERO)
    amounts |= _take(rest, still, refund.currency)
    by_id = {item.id: item for item in order.items}
    return [
        _entry(order, refund, by_id.get(item_id or 0), account, -amount, now)
        for (item_id, account), amount in amounts.items()
        if amount
    ]


def _take(left: Mapping[Key, Decimal], wanted: Decimal, currency: str) -> dict[Key, Decimal]:
    """Take up to `wanted` from what is left, in proportion; the amount for each key."""
    weights = {key: amount for key, amount in left.items() if amount > 0}
    available = min(wanted, sum(weights.values(), ZERO))
    return dict(zip(weights, split(available, list(weights.values()), currency), strict=True))


def _parts(item: OrderItem) -> Iterable[tuple[LedgerAccount, Decimal]]:
    return (
        (LedgerAccount.TICKETS, item.subtotal - item.discount_amount),
        (LedgerAccount.FEES, item.fee_amount),
        (LedgerAccount.TAXES, item.tax_amount - item.tax_included),
    )


def _entry(
    order: Order,
    transaction: Transaction,
    item: OrderItem | None,
    account: LedgerAccount,
    amount: Decimal,
    now: datetime,
) -> LedgerEntry:
    return LedgerEntry(
        transaction_id=transaction.id,
        kind=transaction.kind,
        account=account,
        order_id=order.id,
        order_item_id=item.id if item else None,
        event_id=item.event_id if item else None,
        booking_id=item.booking_id if item else None,
        ticket_type_id=item.ticket_type_id if item else None,
        amount=amount,
        currency=transaction.currency,
        at=now,
    )
