"""What a refund or a lost dispute found nothing of is taken from what comes back later."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from src.domain.entities.order import Order
from src.domain.entities.transaction import LedgerAccount, LedgerEntry, Transaction
from src.domain.services.bookkeeping import refund_entries, reversing_entries
from src.domain.shared.money import ZERO

ByTicket = Mapping[int, Decimal]
"""How much of a refund is for each ticket."""


def entries_of_shortfalls(
    order: Order,
    movements: Sequence[tuple[Transaction, ByTicket]],
    booked: Sequence[LedgerEntry],
    now: datetime,
) -> list[LedgerEntry]:
    """The entries that book anew what had to be taken from `unapplied`, if there is more now.

    A buyer who has money twice, by a refund and a dispute, has it once after one of them came back.
    `movements` are the refunds and disputes of a payment that stand, the oldest first, and `booked`
    are all entries of it.
    """
    known = list(booked)
    entries: list[LedgerEntry] = []
    for movement, by_ticket in movements:
        if not _has_shortfall(known) or not _took_unapplied(movement, known):
            continue
        again = reversing_entries(movement, known, now)
        again += refund_entries(order, movement, known + again, now, by_ticket)
        known += again
        entries += again
    return entries


def _has_shortfall(booked: Sequence[LedgerEntry]) -> bool:
    """Whether more went than there was, and there is something again."""
    sums: dict[tuple[int | None, LedgerAccount], Decimal] = {}
    for entry in booked:
        key = (entry.order_item_id, entry.account)
        sums[key] = sums.get(key, ZERO) + entry.amount
    short = sums.get((None, LedgerAccount.UNAPPLIED), ZERO) < 0
    return short and any(amount > 0 for amount in sums.values())


def _took_unapplied(movement: Transaction, booked: Sequence[LedgerEntry]) -> bool:
    turns = [entry.turn for entry in booked if entry.transaction_id == movement.id]
    return bool(turns) and any(
        entry.account is LedgerAccount.UNAPPLIED and entry.amount < 0
        for entry in booked
        if entry.transaction_id == movement.id and entry.turn == max(turns)
    )
