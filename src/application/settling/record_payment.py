"""The outcome of a payment: recorded, its order updated, and refunded if it bought nothing."""

from contextlib import suppress
from copy import deepcopy
from datetime import datetime

from src.application.concurrency.idempotency import retry_on_code_collision
from src.application.ports.database import Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.ports.payments import ProviderAnswer, ProviderState
from src.application.selling.order_for_update import LockedOrder, lock_order, save_order
from src.application.settling.apply_payment import apply_payment
from src.application.settling.await_money import await_money
from src.application.settling.payment_entry import (
    copy_details,
    note_unpaid,
    payment_entry,
    require_seen,
)
from src.application.settling.provider_events import note_once
from src.application.settling.record_batch import Answered, Left, PaymentLanes, Recorded
from src.application.settling.record_refund import SettleRefund
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import ProviderFailed, Unavailable
from src.domain.shared.codes import RandomCode


class RecordPayment:
    """Records answers and webhook events of providers, in any order and any number of times.

    A success is final and confirms the order. A late payment is honoured if the tickets are
    still available; money that buys nothing, because it came too late, twice or in another amount,
    gets a refund in the same transaction. Tickets wait for money that is on its way.

    Most are recorded together with others that come at the same time: see `RecordBatch`.
    """

    def __init__(
        self,
        lanes: PaymentLanes,
        unit_of_work: UnitOfWorkFactory,
        clock: Clock,
        random_code: RandomCode,
    ) -> None:
        self._lanes = lanes
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._random_code = random_code

    async def execute(
        self,
        transaction_id: int,
        answer: ProviderAnswer,
        *,
        provider_event_id: str | None = None,
        actor: Actor | None = None,
        correlation_id: str | None = None,
        seen: TransactionStatus | None = None,
    ) -> Recorded:
        """Record `answer`, of webhook event `provider_event_id` if any.

        Raises NotFound, Unavailable; InvalidState if the status is another than was `seen`.
        """
        answered = Answered(
            transaction_id=transaction_id,
            answer=answer,
            provider_event_id=provider_event_id,
            actor=actor,
            correlation_id=correlation_id,
            seen=seen,
        )
        recorded = await self._lanes.submit(None, answered)
        if isinstance(recorded, Left) and recorded.busy_event_id is not None:
            recorded = await self._lanes.submit(recorded.busy_event_id, answered)
        if isinstance(recorded, Recorded):
            return recorded
        return await retry_on_code_collision(
            lambda: self._record(transaction_id, answer, provider_event_id, actor, seen)
        )

    async def _record(
        self,
        transaction_id: int,
        answer: ProviderAnswer,
        provider_event_id: str | None,
        actor: Actor | None,
        seen: TransactionStatus | None,
    ) -> Recorded:
        # Only a success, or money on its way, changes tickets, for which the events are locked too.
        has_money = answer.state is ProviderState.SUCCEEDED or answer.is_on_its_way
        touches = Touches(transaction_id=transaction_id) if has_money else None
        async with self._unit_of_work(touches=touches) as uow:
            order_id = (await uow.transactions.get(transaction_id)).order_id
            locked = None
            if has_money:
                locked = await lock_order(uow, order_id)
            else:
                await uow.orders.lock([order_id])
            payment = await uow.transactions.get(transaction_id)
            require_seen(payment, seen, answer)
            if not await note_once(uow, payment, answer.state, provider_event_id):
                return Recorded(payment, is_new=False)
            before = deepcopy(payment)
            copy_details(payment, answer)
            refund = await self._apply(uow, locked, payment, answer, actor)
            if payment != before:
                await uow.transactions.save(payment)
                await uow.audit.record([payment_entry(payment, before, actor)])
            await uow.commit()
        return Recorded(payment, refund.id if refund else None)

    async def _apply(
        self,
        uow: UnitOfWork,
        locked: LockedOrder | None,
        payment: Transaction,
        answer: ProviderAnswer,
        actor: Actor | None,
    ) -> Transaction | None:
        now = self._clock()
        match answer.state:
            case ProviderState.OPEN | ProviderState.FAILED:
                is_pending = payment.status is TransactionStatus.PENDING
                note_unpaid(payment, answer, now)
                if is_pending and locked is not None:
                    order_before = deepcopy(locked.order)
                    await_money(locked, payment, now)
                    await save_order(uow, locked.order, order_before, actor)
            case ProviderState.SUCCEEDED if locked is not None and not payment.is_paid:
                if answer.amount is not None and answer.amount <= 0:
                    payment.failure = f"The provider took {answer.amount} {answer.currency}."
                    return None
                received = payment.amount if answer.amount is None else answer.amount
                payment.receive(received, answer.currency or payment.currency)
                await _end_if_lost(uow, locked, now)
                before = deepcopy(locked.order)
                refund = await apply_payment(uow, locked, payment, now, self._random_code, actor)
                await save_order(uow, locked.order, before, actor)
                return refund
        return None


class SettlePayment:
    """Records the outcome of a payment, and asks the provider for a refund that is due."""

    def __init__(self, record_payment: RecordPayment, settle_refund: SettleRefund) -> None:
        self._record_payment = record_payment
        self._settle_refund = settle_refund

    async def execute(
        self,
        transaction_id: int,
        answer: ProviderAnswer,
        *,
        provider_event_id: str | None = None,
        correlation_id: str | None = None,
    ) -> Recorded:
        """Like `RecordPayment.execute`. Raises NotFound, Unavailable."""
        recorded = await self._record_payment.execute(
            transaction_id,
            answer,
            provider_event_id=provider_event_id,
            correlation_id=correlation_id,
        )
        if recorded.refund_id is not None:
            # The job retries a refund that fails here.
            with suppress(ProviderFailed, Unavailable):
                await self._settle_refund.execute(recorded.refund_id)
        return recorded


async def _end_if_lost(uow: UnitOfWork, locked: LockedOrder, now: datetime) -> None:
    """End an order that has lost tickets before its payment is looked at.

    The tickets it still holds are released, so that it can be booked anew as a whole.
    """
    if locked.order.has_lost_tickets:
        before = deepcopy(locked.order)
        if locked.order.end_if_lost(now):
            await save_order(uow, locked.order, before, None)
