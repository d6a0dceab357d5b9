"""The account at Stripe: balance transactions, payouts and the balance, by lists."""

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import stripe

from src.domain.entities.payout import MovementKind, PayoutReport, PayoutStatus, ProviderMovement
from src.infrastructure.payments.stripe_client import NAME, failures, none_when_missing
from src.infrastructure.payments.stripe_disputes import payment_of
from src.infrastructure.payments.stripe_objects import from_minor_units

PAGE = 100

KINDS = {
    "charge": MovementKind.PAYMENT,
    "payment": MovementKind.PAYMENT,
    "payment_failure_refund": MovementKind.PAYMENT,
    "payment_reversal": MovementKind.PAYMENT,
    "refund": MovementKind.REFUND,
    "payment_refund": MovementKind.REFUND,
    "refund_failure": MovementKind.REFUND,
    "stripe_fee": MovementKind.FEE,
    "stripe_fx_fee": MovementKind.FEE,
    "tax_fee": MovementKind.FEE,
    "payout": MovementKind.PAYOUT,
    "payout_cancel": MovementKind.PAYOUT,
    "payout_failure": MovementKind.PAYOUT,
}
"""By type: https://docs.stripe.com/reports/balance-transaction-types. Others are adjustments."""

CATEGORIES = {
    "dispute": MovementKind.DISPUTE,
    "dispute_reversal": MovementKind.DISPUTE,
    "refund_failure": MovementKind.REFUND,
    "fee": MovementKind.FEE,
}
"""What adjustments are, by https://docs.stripe.com/reports/reporting-categories."""

STATUSES = {status.value: status for status in PayoutStatus}
ITEMIZED = "completed"
OF_THE_BALANCE = "payments"
"""The balance that is paid out; what is set aside for refunds and risks is another one."""


class StripeAccount:
    """Implements `ProviderAccount`. Any failure of a request is raised as ProviderFailed."""

    name = NAME

    def __init__(self, client: stripe.StripeClient) -> None:
        self._movements = client.v1.balance_transactions
        self._payouts = client.v1.payouts
        self._balance = client.v1.balance

    async def movements_since(self, since: datetime) -> AsyncIterator[ProviderMovement]:
        async with failures():
            page = await self._movements.list_async(
                {
                    "created": {"gte": int(since.timestamp())},
                    "limit": PAGE,
                    "expand": ["data.source"],
                }
            )
            async for found in page.auto_paging_iter():
                if (movement := movement_of(found.to_dict())) is not None:
                    yield movement

    async def movements_of(self, payout_reference: str) -> AsyncIterator[ProviderMovement]:
        async with failures():
            page = await self._movements.list_async(
                {"payout": payout_reference, "limit": PAGE, "expand": ["data.source"]}
            )
            async for found in page.auto_paging_iter():
                if (movement := movement_of(found.to_dict())) is not None:
                    yield movement

    async def payouts_since(self, since: datetime) -> AsyncIterator[PayoutReport]:
        async with failures():
            page = await self._payouts.list_async(
                {"created": {"gte": int(since.timestamp())}, "limit": PAGE}
            )
            async for found in page.auto_paging_iter():
                yield payout_report(found.to_dict())

    async def find_payout(self, reference: str) -> PayoutReport | None:
        async with failures():
            with none_when_missing():
                return payout_report((await self._payouts.retrieve_async(reference)).to_dict())
        return None

    async def balance(self) -> Mapping[str, Decimal]:
        async with failures():
            found = (await self._balance.retrieve_async()).to_dict()
        held: dict[str, int] = {}
        for part in (*found["available"], *found["pending"]):
            held[part["currency"]] = held.get(part["currency"], 0) + part["amount"]
        return {
            currency.upper(): from_minor_units(units, currency.upper())
            for currency, units in held.items()
        }


def movement_of(found: Mapping[str, Any]) -> ProviderMovement | None:
    """The movement that a balance transaction stands for; None for one of another balance."""
    if found.get("balance_type", OF_THE_BALANCE) != OF_THE_BALANCE:
        return None
    currency = found["currency"].upper()
    amount = from_minor_units(found["amount"], currency)
    kind = _kind(found)
    source = found.get("source")
    rate = found.get("exchange_rate")
    paid_amount, paid_currency = amount, currency
    if rate is not None and isinstance(source, Mapping) and source.get("currency"):
        paid_currency = source["currency"].upper()
        paid_amount = from_minor_units(source["amount"], paid_currency).copy_sign(amount)
    return ProviderMovement(
        reference=found["id"],
        kind=kind,
        word=found["type"],
        amount=amount,
        fee=from_minor_units(found["fee"], currency),
        currency=currency,
        source_reference=_source_reference(kind, source),
        paid_amount=paid_amount,
        paid_currency=paid_currency,
        # A float: its shortest decimal is what Stripe wrote.
        exchange_rate=None if rate is None else Decimal(str(rate)),
        moved_at=datetime.fromtimestamp(found["created"], UTC),
        available_on=datetime.fromtimestamp(found["available_on"], UTC),
    )


def payout_report(payout: Mapping[str, Any]) -> PayoutReport:
    """What a Payout says."""
    currency = payout["currency"].upper()
    return PayoutReport(
        reference=payout["id"],
        status=STATUSES.get(payout["status"], PayoutStatus.PENDING),
        amount=from_minor_units(payout["amount"], currency),
        currency=currency,
        made_at=datetime.fromtimestamp(payout["created"], UTC),
        arrives_on=datetime.fromtimestamp(payout["arrival_date"], UTC).date(),
        is_automatic=payout["automatic"],
        is_itemized=payout["reconciliation_status"] == ITEMIZED,
        failure=payout.get("failure_message"),
    )


def _kind(found: Mapping[str, Any]) -> MovementKind:
    by_type = KINDS.get(found["type"])
    return by_type or CATEGORIES.get(found["reporting_category"], MovementKind.ADJUSTMENT)


def _source_reference(kind: MovementKind, source: Mapping[str, Any] | str | None) -> str | None:
    """What our transactions call it: a payment by its PaymentIntent, not by its Charge."""
    if not isinstance(source, Mapping):
        return source
    if kind is MovementKind.PAYMENT:
        return payment_of(source) or source["id"]
    return str(source["id"])
