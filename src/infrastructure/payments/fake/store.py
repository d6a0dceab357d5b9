"""The store of the fake payment service: payments and refunds.

It stands for an external party, so each change has a short transaction of its own that is never
part of the caller's.
"""

import asyncio
import secrets
from collections.abc import Callable, Coroutine
from contextvars import Context
from datetime import datetime, timedelta
from decimal import Decimal
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from tortoise.expressions import Q
from tortoise.queryset import QuerySet
from tortoise.transactions import in_transaction

from src.application.ports.database import Clock
from src.application.ports.hosted_payments import Card, PayerAction
from src.application.ports.payments import PaymentOrder, ProviderState
from src.domain.entities.transaction import Transaction
from src.domain.errors import ProviderFailed
from src.domain.shared.currency import smallest_unit
from src.domain.shared.money import ZERO, is_payable
from src.infrastructure.database.models import FakeDisputeModel, FakePaymentModel, FakeRefundModel
from src.infrastructure.database.orm import current_connection

AFTER_THE_DEADLINE = timedelta(seconds=1)
NAME = "fake"
STAYS_OPEN = 13
FAILS = 31
OPEN_FOR = timedelta(seconds=5)
TOO_MUCH = "The refund is more than is left of the payment."
REFUSED = "The bank refused the refund."
SENT_BACK = "The bank sent the refund back."
DECLINED = "The payment was declined."
CANCELLED = "The payment was cancelled."
NO_SUCH_AMOUNT = "The amount has a part that the currency does not have."

BEGUN = (
    *("reference", "idempotency_key", "transaction_id", "order_reference", "amount", "currency"),
    *("state", "expires_at", "return_url", "created_at"),
)

# An update that changes nothing, so that the payment with the same key is returned.
BEGIN = f"""
INSERT INTO fake_payments ({", ".join(BEGUN)})
VALUES ({", ".join(f"${number}" for number in range(1, len(BEGUN) + 1))})
ON CONFLICT (idempotency_key) DO UPDATE SET idempotency_key = excluded.idempotency_key
RETURNING id, {", ".join(BEGUN)}, failure, pays_at
"""  # noqa: S608 - only names of columns

P = ParamSpec("P")
Result = TypeVar("Result")


def outside_transactions(
    method: Callable[P, Coroutine[Any, Any, Result]],
) -> Callable[P, Coroutine[Any, Any, Result]]:
    """A decorator: run the method outside the caller's transaction."""

    @wraps(method)
    async def wrapped(*args: P.args, **kwargs: P.kwargs) -> Result:
        # The caller's transaction is a context variable, which an empty context lacks.
        return await asyncio.create_task(method(*args, **kwargs), context=Context())

    return wrapped


def in_own_transaction(
    method: Callable[P, Coroutine[Any, Any, Result]],
) -> Callable[P, Coroutine[Any, Any, Result]]:
    """A decorator: run the method in a transaction of its own, outside the caller's."""

    @outside_transactions
    @wraps(method)
    async def wrapped(*args: P.args, **kwargs: P.kwargs) -> Result:
        async with in_transaction("default"):
            return await method(*args, **kwargs)

    return wrapped


class FakePaymentStore:
    """Stores and changes payments and refunds. Times come from `clock`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    @outside_transactions
    async def begin(self, order: PaymentOrder) -> FakePaymentModel:
        """Create a payment, or get the one with the same key.

        Raises ProviderFailed if that one differs.
        """
        transaction = order.transaction
        new = FakePaymentModel(
            reference=_reference("fake_pay"),
            idempotency_key=transaction.idempotency_key,
            transaction_id=transaction.id,
            order_reference=order.order_reference,
            amount=transaction.amount,
            currency=transaction.currency,
            state=ProviderState.OPEN,
            expires_at=order.expires_at,
            return_url=order.return_url,
            created_at=self._clock(),
        )
        values = [getattr(new, column) for column in BEGUN]
        (row,) = await current_connection().execute_query_dict(BEGIN, values)
        stored = FakePaymentModel(**row)
        is_same = _money(stored) == _money(new) and stored.order_reference == new.order_reference
        if not is_same:
            raise ProviderFailed(NAME)
        return stored

    @outside_transactions
    async def payment(self, idempotency_key: str) -> FakePaymentModel | None:
        return await FakePaymentModel.get_or_none(idempotency_key=idempotency_key)

    @outside_transactions
    async def payment_at(self, reference: str) -> FakePaymentModel | None:
        return await FakePaymentModel.get_or_none(reference=reference)

    @in_own_transaction
    async def cancel(self, idempotency_key: str) -> FakePaymentModel | None:
        """Fail the payment unless it is paid or in progress; None if it is unknown."""
        undecided = _undecided().filter(idempotency_key=idempotency_key)
        await undecided.update(state=ProviderState.FAILED, failure=CANCELLED)
        return await FakePaymentModel.get_or_none(idempotency_key=idempotency_key)

    @outside_transactions
    async def act(self, reference: str, action: PayerAction, card: Card) -> bool:
        """Apply the payer's action with this card; False if the payment is decided already."""
        expires_at = None
        if action is PayerAction.PAY_LATE:
            payment = await FakePaymentModel.get_or_none(reference=reference)
            expires_at = payment.expires_at if payment else None
        changes = _changes(action, card, expires_at, self._clock())
        return bool(await _undecided().filter(reference=reference).update(**changes))

    @in_own_transaction
    async def refund_payment(self, refund: Transaction, payment_key: str) -> FakeRefundModel | None:
        """Create a refund, or get the one with the same key; None if the payment is unknown.

        Raises ProviderFailed if that one differs.
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

    @in_own_transaction
    async def return_refund(self, payment: FakePaymentModel) -> FakeRefundModel | None:
        """Let the last refund that succeeded fail; None without any."""
        await FakePaymentModel.filter(id=payment.id).select_for_update().first()
        refunds = await FakeRefundModel.filter(payment_id=payment.id).order_by("-id")
        for refund in refunds:
            if self.refund_state(refund) is ProviderState.SUCCEEDED:
                refund.state, refund.failure = ProviderState.FAILED, SENT_BACK
                await refund.save()
                return refund
        return None

    @in_own_transaction
    async def refund_outside(self, payment: FakePaymentModel) -> FakeRefundModel | None:
        """Refund what is left of a payment, as in a dashboard; None if nothing is."""
        await FakePaymentModel.filter(id=payment.id).select_for_update().first()
        left = await _left(payment)
        if not left or self.state(payment) is not ProviderState.SUCCEEDED:
            return None
        now = self._clock()
        return await FakeRefundModel.create(
            reference=_reference("fake_ref"),
            idempotency_key=_reference("outside"),
            transaction_id=None,
            payment_id=payment.id,
            amount=left,
            currency=payment.currency,
            state=ProviderState.OPEN,
            succeeds_at=now,
            created_at=now,
        )

    @outside_transactions
    async def refund(self, idempotency_key: str, reference: str | None) -> FakeRefundModel | None:
        """The refund with this key, or this reference: one made in the dashboard has no other."""
        is_wanted = Q(idempotency_key=idempotency_key) | Q(reference=reference or "")
        return await FakeRefundModel.filter(is_wanted).first()

    @outside_transactions
    async def refunds_since(self, since: datetime) -> list[tuple[FakeRefundModel, str]]:
        """Refunds made since then, with the references of their payments."""
        refunds = await FakeRefundModel.filter(created_at__gte=since).order_by("id")
        payments = await FakePaymentModel.filter(id__in=[made.payment_id for made in refunds])
        references = {payment.id: payment.reference for payment in payments}
        return [(made, references[made.payment_id]) for made in refunds]

    @outside_transactions
    async def refunded(self, payment_id: int) -> Decimal:
        """The refunded amount of a payment."""
        refunds = await FakeRefundModel.filter(payment_id=payment_id)
        succeeded = (
            refund for refund in refunds if self.refund_state(refund) is ProviderState.SUCCEEDED
        )
        return sum((refund.amount for refund in succeeded), ZERO)

    def state(self, payment: FakePaymentModel) -> ProviderState:
        """The state of the payment now: it succeeds at `pays_at`, without an update."""
        return _state_now(payment.state, payment.pays_at, self._clock())

    def refund_state(self, refund: FakeRefundModel) -> ProviderState:
        return _state_now(refund.state, refund.succeeds_at, self._clock())

    async def _new_refund(self, refund: Transaction, payment: FakePaymentModel) -> FakeRefundModel:
        now = self._clock()
        left = await _left(payment)
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
        last_digits = refund.amount / smallest_unit(refund.currency) % 100
        is_whole = is_payable(refund.amount, refund.currency) or refund.amount == left
        is_paid = self.state(payment) is ProviderState.SUCCEEDED
        if not is_paid or refund.currency != payment.currency or refund.amount > left:
            new.state, new.failure = ProviderState.FAILED, TOO_MUCH
        elif not is_whole:
            new.state, new.failure = ProviderState.FAILED, NO_SUCH_AMOUNT
        elif last_digits == FAILS:
            new.state, new.failure = ProviderState.FAILED, REFUSED
        elif last_digits == STAYS_OPEN:
            new.succeeds_at = now + OPEN_FOR
        return new


async def _left(payment: FakePaymentModel) -> Decimal:
    """What is left of a payment; what a bank has taken cannot be refunded."""
    others = await FakeRefundModel.filter(payment_id=payment.id, state__not=ProviderState.FAILED)
    taken = await FakeDisputeModel.filter(payment_id=payment.id, is_taken=True)
    refunded = sum((other.amount for other in others), ZERO)
    return max(payment.amount - refunded - sum((held.amount for held in taken), ZERO), ZERO)


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


def _money(row: FakePaymentModel | FakeRefundModel) -> tuple[int | None, Decimal, str]:
    return row.transaction_id, row.amount, row.currency


def _state_now(state: str, succeeds_at: datetime | None, now: datetime) -> ProviderState:
    is_due = succeeds_at is not None and succeeds_at <= now
    is_open = state == ProviderState.OPEN
    return ProviderState.SUCCEEDED if is_open and is_due else ProviderState(state)
