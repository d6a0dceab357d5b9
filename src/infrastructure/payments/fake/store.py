"""The books of the fake payment service: payments and refunds, each change in a short transaction.

It plays an outside party, so that its transactions are never part of a caller's.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from contextvars import Context
from datetime import datetime, timedelta
from decimal import Decimal
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from tortoise.queryset import QuerySet
from tortoise.transactions import in_transaction

from src.application.ports.database import Clock
from src.application.ports.hosted_payments import AFTER_THE_DEADLINE, Card, PayerAction
from src.application.ports.payments import PaymentOrder, ProviderState
from src.domain.entities.transaction import Transaction
from src.domain.errors import ProviderFailed
from src.domain.shared.money import ZERO
from src.infrastructure.database.models import FakePaymentModel, FakeRefundModel

NAME = "fake"
STAYS_OPEN = Decimal("0.13")
FAILS = Decimal("0.31")
OPEN_FOR = timedelta(seconds=5)
TOO_MUCH = "The refund is more than is left of the payment."
REFUSED = "The bank refused the refund."
DECLINED = "The payment was declined."
CANCELLED = "The payment was cancelled."

P = ParamSpec("P")
Result = TypeVar("Result")


def apart(work: Callable[P, Awaitable[Result]]) -> Callable[P, Awaitable[Result]]:
    """Run it in a transaction of its own, whatever transaction the caller is in."""

    @wraps(work)
    async def run(*args: P.args, **kwargs: P.kwargs) -> Result:
        async def in_own_transaction() -> Result:
            async with in_transaction("default"):
                return await work(*args, **kwargs)

        # The caller's transaction is a context variable, which an empty context lacks.
        return await asyncio.create_task(in_own_transaction(), context=Context())

    return run


class FakePaymentStore:
    """Whatever happens to a payment or refund, happens here. Times come from `clock`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    @apart
    async def begin(self, order: PaymentOrder) -> FakePaymentModel:
        """A new payment, or the one that the key began. Raises ProviderFailed."""
        asked = order.transaction
        new = FakePaymentModel(
            reference=_reference("fake_pay"),
            idempotency_key=asked.idempotency_key,
            transaction_id=asked.id,
            order_reference=order.order_reference,
            amount=asked.amount,
            currency=asked.currency,
            state=ProviderState.OPEN,
            expires_at=order.expires_at,
            return_url=order.return_url,
            created_at=self._clock(),
        )
        await FakePaymentModel.bulk_create([new], ignore_conflicts=True)
        kept = await FakePaymentModel.get(idempotency_key=asked.idempotency_key)
        is_same = _money(kept) == _money(new) and kept.order_reference == new.order_reference
        if not is_same:
            raise ProviderFailed(NAME)
        return kept

    @apart
    async def payment(self, idempotency_key: str) -> FakePaymentModel | None:
        return await FakePaymentModel.get_or_none(idempotency_key=idempotency_key)

    @apart
    async def payment_at(self, reference: str) -> FakePaymentModel | None:
        return await FakePaymentModel.get_or_none(reference=reference)

    @apart
    async def cancel(self, idempotency_key: str) -> FakePaymentModel | None:
        """Fail it while nobody has paid: money on its way cannot be called back."""
        undecided = _undecided().filter(idempotency_key=idempotency_key)
        await undecided.update(state=ProviderState.FAILED, failure=CANCELLED)
        return await FakePaymentModel.get_or_none(idempotency_key=idempotency_key)

    @apart
    async def act(self, reference: str, action: PayerAction, card: Card) -> bool:
        """Do what the payer asks with this card; whether it was still possible."""
        payment = await _undecided().filter(reference=reference).select_for_update().first()
        if payment is None:
            return False
        changes = _changes(action, card, payment.expires_at, self._clock())
        await FakePaymentModel.filter(id=payment.id).update(**changes)
        return True

    @apart
    async def give_back(self, refund: Transaction, payment_key: str) -> FakeRefundModel | None:
        """A new refund, or the one that the key began; None for a payment that is unknown here.

        Raises ProviderFailed.
        """
        payment = (
            await FakePaymentModel.filter(idempotency_key=payment_key).select_for_update().first()
        )
        if payment is None:
            return None
        known = await FakeRefundModel.get_or_none(idempotency_key=refund.idempotency_key)
        new = await self._new_refund(refund, payment)
        if known is None:
            await new.save()
        elif (_money(known), known.payment_id) != (_money(new), payment.id):
            raise ProviderFailed(NAME)
        return known or new

    @apart
    async def refund(self, idempotency_key: str) -> FakeRefundModel | None:
        return await FakeRefundModel.get_or_none(idempotency_key=idempotency_key)

    @apart
    async def refunded(self, payment_id: int) -> Decimal:
        """What has gone back of a payment."""
        refunds = await FakeRefundModel.filter(payment_id=payment_id)
        done = (one for one in refunds if self.refund_state(one) is ProviderState.SUCCEEDED)
        return sum((one.amount for one in done), ZERO)

    def state(self, payment: FakePaymentModel) -> ProviderState:
        """How the payment stands now: paid from its moment on, without anybody writing it."""
        return _state_now(payment.state, payment.pays_at, self._clock())

    def refund_state(self, refund: FakeRefundModel) -> ProviderState:
        return _state_now(refund.state, refund.succeeds_at, self._clock())

    async def _new_refund(self, refund: Transaction, payment: FakePaymentModel) -> FakeRefundModel:
        now = self._clock()
        others = await FakeRefundModel.filter(
            payment_id=payment.id, state__not=ProviderState.FAILED
        )
        left = payment.amount - sum((one.amount for one in others), ZERO)
        new = FakeRefundModel(
            reference=_reference("fake_ref"),
            idempotency_key=refund.idempotency_key,
            transaction_id=refund.id,
            payment_id=payment.id,
            amount=refund.amount,
            currency=refund.currency,
            state=ProviderState.OPEN,
            succeeds_at=now,
            created_at=now,
        )
        cents = refund.amount % 1
        is_paid = self.state(payment) is ProviderState.SUCCEEDED
        if not is_paid or refund.currency != payment.currency or refund.amount > left:
            new.state, new.failure = ProviderState.FAILED, TOO_MUCH
        elif cents == FAILS:
            new.state, new.failure = ProviderState.FAILED, REFUSED
        elif cents == STAYS_OPEN:
            new.succeeds_at = now + OPEN_FOR
        return new


def _changes(
    action: PayerAction, card: Card, expires_at: datetime | None, now: datetime
) -> dict[str, Any]:
    if action is PayerAction.DECLINE:
        return {"state": ProviderState.FAILED, "failure": DECLINED}
    if card.failure is not None:
        return {"failure": card.failure}
    pays_at = now + card.delay
    if action is PayerAction.PAY_LATE and expires_at is not None:
        pays_at = max(pays_at, expires_at + AFTER_THE_DEADLINE)
    return {"failure": None, "pays_at": pays_at}


def _reference(prefix: str) -> str:
    return f"{prefix}_{secrets.token_urlsafe(24)}"


def _undecided() -> QuerySet[FakePaymentModel]:
    return FakePaymentModel.filter(state=ProviderState.OPEN, pays_at__isnull=True)


def _money(one: FakePaymentModel | FakeRefundModel) -> tuple[int, Decimal, str]:
    return one.transaction_id, one.amount, one.currency


def _state_now(state: str, succeeds_at: datetime | None, now: datetime) -> ProviderState:
    is_due = succeeds_at is not None and succeeds_at <= now
    is_open = state == ProviderState.OPEN
    return ProviderState.SUCCEEDED if is_open and is_due else ProviderState(state)
