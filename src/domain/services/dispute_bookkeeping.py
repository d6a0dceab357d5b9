"""The ledger entries of disputes."""

from collections.abc import Sequence
from datetime import datetime

from src.domain.entities.dispute import MoneyOfDispute
from src.domain.entities.order import Order
from src.domain.entities.transaction import LedgerAccount, LedgerEntry, Transaction
from src.domain.services.bookkeeping import refund_entries, reversing_entries


def dispute_entries(
    order: Order,
    dispute: Transaction,
    booked: Sequence[LedgerEntry],
    money: MoneyOfDispute,
    now: datetime,
) -> list[LedgerEntry]:
    """The entries that bring the ledger to where the disputed money is.

    Held money is on the account `disputed`. Once it has gone it is taken from the accounts of its
    payment, like a refund, and what these do not have any more, because it was refunded before,
    from `unapplied`. `booked` are the entries of the payment, its refunds and disputes.
    """
    known = list(booked)
    entries: list[LedgerEntry] = []
    if _is_moved(dispute, known):
        entries = reversing_entries(dispute, known, now)
        known += entries
    if money is MoneyOfDispute.HELD:
        entries.append(_entry(dispute, LedgerAccount.DISPUTED, known, now))
    elif money is MoneyOfDispute.GONE:
        entries += refund_entries(order, dispute, known, now)
    return entries


def _is_moved(dispute: Transaction, booked: Sequence[LedgerEntry]) -> bool:
    return _next_turn(dispute, booked) % 2 == 1


def _entry(
    dispute: Transaction, account: LedgerAccount, booked: Sequence[LedgerEntry], now: datetime
) -> LedgerEntry:
    return LedgerEntry(
        transaction_id=dispute.id,
        kind=dispute.kind,
        account=account,
        order_id=dispute.order_id,
        amount=-dispute.amount,
        currency=dispute.currency,
        at=now,
        turn=_next_turn(dispute, booked),
    )


def _next_turn(dispute: Transaction, booked: Sequence[LedgerEntry]) -> int:
    turns = [entry.turn for entry in booked if entry.transaction_id == dispute.id]
    return max(turns, default=-1) + 1
