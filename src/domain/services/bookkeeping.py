"""The ledger entries of payments and refunds."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType

from src.domain.entities.order import Order, OrderItem
from src.domain.entities.ticket import Ticket
from src.domain.entities.transaction import LedgerAccount, LedgerEntry, Transaction
from src.domain.services.part_payments import KeptPart
from src.domain.shared.money import ZERO, split

Key = tuple[int | None, LedgerAccount]
"""An order item id, or None, and an account."""

UNAPPLIED = None
"""In place of an item: money that bought nothing."""


def payment_entries(order: Order, payment: Transaction, now: datetime) -> list[LedgerEntry]:
    """The entries of a payment that paid for the order: one for each item and account."""
    return [
        _entry(order, payment, item, account, amount, now)
        for item in order.items
        for account, amount in _parts(item)
        if amount
    ]


def joint_entries(
    order: Order,
    payment: Transaction,
    parts: Sequence[tuple[KeptPart, Sequence[LedgerEntry]]],
    now: datetime,
) -> list[LedgerEntry]:
    """The entries of a payment that paid for the order together with parts that were kept.

    `parts` have the entries that are booked of each. What is kept of them bought nothing until
    now; each payment has its share of every item and account.
    """
    by_id = {item.id: item for item in order.items}
    left: dict[Key, Decimal] = {
        (item.id, account): amount for item in order.items for account, amount in _parts(item)
    }
    entries: list[LedgerEntry] = []
    for part, booked in parts:
        paid, turn = part.payment, _next_turn(part.payment, booked)
        kept_until_now = unapplied_entry(order, paid, now, amount=-part.amount)
        entries.append(replace(kept_until_now, turn=turn))
        for key, amount in take_by_weight(left, part.amount, paid.currency).items():
            left[key] -= amount
            if amount:
                entry = _entry(order, paid, by_id[key[0] or 0], key[1], amount, now)
                entries.append(replace(entry, turn=turn + 1))
    return entries + [
        _entry(order, payment, by_id[item_id or 0], account, amount, now)
        for (item_id, account), amount in left.items()
        if amount
    ]


def unapplied_entry(
    order: Order, transaction: Transaction, now: datetime, *, amount: Decimal | None = None
) -> LedgerEntry:
    """The entry of a payment that bought nothing, or of the refund of such a payment.

    `amount` is what of it bought nothing, by default all.
    """
    moved = transaction.amount if amount is None else amount
    signed = moved if transaction.is_payment else -moved
    return _entry(order, transaction, None, LedgerAccount.UNAPPLIED, signed, now)


def refund_entries(
    order: Order,
    refund: Transaction,
    booked: Sequence[LedgerEntry],
    now: datetime,
    by_ticket: Mapping[int, Decimal] = MappingProxyType({}),
) -> list[LedgerEntry]:
    """The entries of a refund, in proportion to what is left of its payment in each account.

    `booked` are all entries of that payment and of its earlier refunds. The refund of a booking
    is taken from that booking's items first, any other from what bought nothing; that of single
    tickets, whose amounts are `by_ticket`, from the items of each ticket's type.
    """
    left: dict[Key, Decimal] = defaultdict(lambda: ZERO)
    for entry in booked:
        left[entry.order_item_id, entry.account] += entry.amount
    taken: dict[Key, Decimal] = defaultdict(lambda: ZERO)

    def take(wanted: Decimal, items: Collection[int | None] | None) -> Decimal:
        """Take up to `wanted` from these items, None for all; what it did not find there."""
        found = {key: amount for key, amount in left.items() if items is None or key[0] in items}
        for key, amount in take_by_weight(found, wanted, refund.currency).items():
            left[key] -= amount
            taken[key] += amount
            wanted -= amount
        return wanted

    missing = refund.amount
    tickets = [ticket for booking in order.bookings for ticket in booking.tickets]
    for ticket in tickets:
        wanted = min(by_ticket.get(ticket.id, ZERO), missing)
        missing -= wanted - take(wanted, items_of(order, ticket))
    own: set[int | None] = {item.id for item in order.items if item.booking_id == refund.booking_id}
    rest = take(take(missing, own or {UNAPPLIED}), None)
    if rest:
        # A bank has taken it back before: the buyer has it twice.
        taken[UNAPPLIED, LedgerAccount.UNAPPLIED] += rest
    by_id = {item.id: item for item in order.items}
    turn = _next_turn(refund, booked)
    return [
        replace(_entry(order, refund, by_id.get(item_id or 0), account, -amount, now), turn=turn)
        for (item_id, account), amount in taken.items()
        if amount
    ]


def reversing_entries(
    transaction: Transaction, booked: Sequence[LedgerEntry], now: datetime
) -> list[LedgerEntry]:
    """The entries that take back what the transaction moved last, among the `booked` ones."""
    turn = _next_turn(transaction, booked)
    return [
        replace(entry, amount=-entry.amount, at=now, turn=turn)
        for entry in booked
        if entry.transaction_id == transaction.id and entry.turn == turn - 1
    ]


def _next_turn(transaction: Transaction, booked: Sequence[LedgerEntry]) -> int:
    turns = [entry.turn for entry in booked if entry.transaction_id == transaction.id]
    return max(turns, default=-1) + 1


def items_of(order: Order, ticket: Ticket) -> set[int]:
    """The ids of the items that the ticket may be of: its price shows which, where it can."""
    of_type = [
        item
        for item in order.items
        if (item.booking_id, item.ticket_type_id) == (ticket.booking_id, ticket.ticket_type_id)
    ]
    at_price = [item for item in of_type if item.unit_price == ticket.price]
    return {item.id for item in at_price or of_type}


def take_by_weight(
    left: Mapping[Key, Decimal], wanted: Decimal, currency: str
) -> dict[Key, Decimal]:
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
