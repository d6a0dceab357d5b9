"""The account at the fake payment service: its movements with fees, its payouts, its balance."""

import secrets
from collections.abc import AsyncIterator, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from src.application.ports.database import Clock
from src.domain.entities.payout import MovementKind, PayoutReport, PayoutStatus, ProviderMovement
from src.domain.shared.currency import smallest_unit
from src.domain.shared.money import ZERO, percent_of
from src.infrastructure.database.models import FakeMovementModel, FakePayoutModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.payments.fake.store import NAME, in_own_transaction, outside_transactions

FEE_PERCENT = Decimal("1.5")
FEE_UNITS = 25
DISPUTE_FEE_UNITS = 1500
"""Per payment and per dispute, in smallest units of the currency."""

LOCK = "LOCK TABLE fake_movements IN SHARE ROW EXCLUSIVE MODE"

# What each payment, refund and dispute has moved by now, where that is not booked.
UNBOOKED = """
SELECT kind, target.reference, target.amount - COALESCE(booked.amount, 0) AS amount,
    currency, CASE WHEN booked.amount IS NULL THEN at ELSE $1 END AS moved_at
FROM (
    SELECT 'payment' AS kind, reference, amount, currency, pays_at AS at
    FROM fake_payments WHERE state <> 'failed' AND pays_at <= $1
    UNION ALL
    SELECT 'refund', reference, CASE WHEN state = 'failed' THEN 0 ELSE -amount END, currency,
        COALESCE(succeeds_at, $1)
    FROM fake_refunds WHERE state = 'failed' OR succeeds_at <= $1
    UNION ALL
    SELECT 'dispute', reference, CASE WHEN is_taken THEN -amount ELSE 0 END, currency, $1
    FROM fake_disputes
) AS target
LEFT JOIN (
    SELECT source_reference, sum(amount) AS amount FROM fake_movements
    WHERE kind <> 'payout' GROUP BY source_reference
) AS booked ON booked.source_reference = target.reference
WHERE target.amount <> COALESCE(booked.amount, 0)
ORDER BY moved_at, kind, target.reference
"""


class FakeAccount:
    """Implements `ProviderAccount`. What moved is booked whenever somebody looks."""

    name = NAME

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def movements_since(self, since: datetime) -> AsyncIterator[ProviderMovement]:
        for row in await self._booked(moved_at__gte=since):
            yield _movement(row)

    async def movements_of(self, payout_reference: str) -> AsyncIterator[ProviderMovement]:
        payout = await self._payout(payout_reference)
        if payout is not None:
            for row in await self._booked(payout_id=payout.id):
                yield _movement(row)

    async def payouts_since(self, since: datetime) -> AsyncIterator[PayoutReport]:
        for payout in await self._payouts(since):
            yield _report(payout)

    async def find_payout(self, reference: str) -> PayoutReport | None:
        payout = await self._payout(reference)
        return None if payout is None else _report(payout)

    async def balance(self) -> Mapping[str, Decimal]:
        held: dict[str, Decimal] = {}
        for row in await self._booked():
            held[row.currency] = held.get(row.currency, ZERO) + row.amount - row.fee
        return held

    @in_own_transaction
    async def pay_out(self, currency: str) -> str | None:
        """Pay out all that is held in the currency, as by a schedule; None without anything.

        Returns the payout's reference.
        """
        await self._book()
        held = await FakeMovementModel.filter(payout_id=None, currency=currency)
        amount = sum((row.amount - row.fee for row in held), ZERO)
        if amount <= 0:
            return None
        now = self._clock()
        payout = await FakePayoutModel.create(
            reference=_reference("fake_po"), amount=amount, currency=currency, made_at=now
        )
        await FakeMovementModel.filter(payout_id=None, currency=currency).update(
            payout_id=payout.id
        )
        await FakeMovementModel.create(
            reference=_reference("fake_txn"),
            kind=MovementKind.PAYOUT,
            source_reference=payout.reference,
            amount=-amount,
            fee=ZERO,
            currency=currency,
            moved_at=now,
            payout_id=payout.id,
        )
        return payout.reference

    @in_own_transaction
    async def _booked(self, **wanted: Any) -> list[FakeMovementModel]:
        await self._book()
        return await FakeMovementModel.filter(**wanted).order_by("-id")

    @outside_transactions
    async def _payout(self, reference: str) -> FakePayoutModel | None:
        return await FakePayoutModel.get_or_none(reference=reference)

    @outside_transactions
    async def _payouts(self, since: datetime) -> list[FakePayoutModel]:
        return await FakePayoutModel.filter(made_at__gte=since).order_by("-id")

    async def _book(self) -> None:
        """Enter what has moved since the last time."""
        connection = current_connection()
        await connection.execute_script(LOCK)
        rows = await connection.execute_query_dict(UNBOOKED, [self._clock()])
        await FakeMovementModel.bulk_create(
            FakeMovementModel(
                reference=_reference("fake_txn"),
                kind=row["kind"],
                source_reference=row["reference"],
                amount=row["amount"],
                fee=_fee(row["kind"], row["amount"], row["currency"]),
                currency=row["currency"],
                moved_at=row["moved_at"],
            )
            for row in rows
        )


def _fee(kind: str, amount: Decimal, currency: str) -> Decimal:
    unit = smallest_unit(currency)
    if kind == MovementKind.PAYMENT:
        return percent_of(amount, FEE_PERCENT, currency) + FEE_UNITS * unit
    # Once for each time that a bank takes the money, and not given back.
    return DISPUTE_FEE_UNITS * unit if kind == MovementKind.DISPUTE and amount < 0 else ZERO


def _report(payout: FakePayoutModel) -> PayoutReport:
    return PayoutReport(
        reference=payout.reference,
        status=PayoutStatus.PAID,
        amount=payout.amount,
        currency=payout.currency,
        made_at=payout.made_at,
        arrives_on=(payout.made_at + timedelta(days=1)).date(),
        is_automatic=True,
        is_itemized=True,
    )


def _movement(row: FakeMovementModel) -> ProviderMovement:
    return ProviderMovement(
        reference=row.reference,
        kind=MovementKind(row.kind),
        word=row.kind,
        amount=row.amount,
        fee=row.fee,
        currency=row.currency,
        source_reference=row.source_reference,
        paid_amount=row.amount,
        paid_currency=row.currency,
        moved_at=row.moved_at,
        available_on=row.moved_at,
    )


def _reference(prefix: str) -> str:
    return f"{prefix}_{secrets.token_urlsafe(24)}"
