"""Start a payment of an order."""

from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass

from src.application.access import as_seen_by
from src.application.concurrency.idempotency import Outcome, once
from src.application.ports.database import (
    Clock,
    Touches,
    UnitOfWork,
    UnitOfWorkFactory,
)
from src.application.ports.payments import MANUAL, PaymentOrder, PaymentProviders
from src.application.selling.order_for_update import LockedOrder, lock_order, save_order
from src.application.settling.await_money import await_money, events_of
from src.application.settling.payment_intent import (
    PaymentIntent,
    new_payment,
    pending_payment,
    started_entry,
)
from src.application.settling.record_payment import RecordPayment
from src.application.settling.start_batch import Started, StartLanes
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import NotFound, ProviderFailed, ValidationFailed
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.transaction import TransactionRepository
from src.domain.services.payment_terms import require_bank_transfer


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPaymentCommand:
    """The payment to start; the payer returns to `return_url`, and `provider` has a default."""

    order_id: int
    provider: str | None = None
    payment_method: str | None = None
    return_url: str | None = None
    idempotency: IdempotentRequest | None = None


class StartPayment:
    """Start a payment of what is missing of an order's total, to be made before its deadline.

    Authorization: its buyer and admins. Refused with `hold_expired` after the deadline,
    `invalid_state` if the order waits for no payment, `validation_failed` for less than the
    provider takes; after `provider_error` repeat the request.
    The response has the `redirect_url` or `client_secret` of the provider, if any, for the buyer
    alone; a webhook of the provider confirms the order. While a payment is pending, the same
    payment is returned, so that the buyer is charged once; another way to pay needs that one to
    be given up first.

    A bank transfer (`manual`) is for events that allow it: their tickets are held until `due_at`.
    An administrator may record one for any event.
    """

    def __init__(
        self,
        lanes: StartLanes,
        unit_of_work: UnitOfWorkFactory,
        orders: OrderRepository,
        transactions: TransactionRepository,
        providers: PaymentProviders,
        record_payment: RecordPayment,
        clock: Clock,
    ) -> None:
        self._lanes = lanes
        self._unit_of_work = unit_of_work
        self._orders = orders
        self._transactions = transactions
        self._providers = providers
        self._record_payment = record_payment
        self._clock = clock

    async def execute(self, actor: Actor, command: StartPaymentCommand) -> Outcome[Transaction]:
        name = command.provider or self._providers.default
        if name not in self._providers.by_name:
            known = ", ".join(sorted(self._providers.by_name))
            raise ValidationFailed("body.provider", f"Choose one of these providers: {known}.")
        started = await self._start(
            PaymentIntent(
                actor=actor,
                order_id=command.order_id,
                provider=name,
                payment_method=command.payment_method,
                idempotency=command.idempotency,
                least=self._providers.by_name[name].least,
            )
        )
        payment, order = started.payment, started.order
        if order is None:
            # Read again, because a replay may come much later.
            payment = await self._transactions.get(payment.id)
            order = await self._orders.get_any(payment.order_id)
        if payment.status is not TransactionStatus.PENDING or payment.provider_reference:
            return Outcome(as_seen_by(actor, payment, order), started.is_replayed)
        answer = await self._providers.by_name[payment.provider].start(
            PaymentOrder(
                transaction=payment,
                order_reference=order.reference,
                expires_at=order.expires_at,
                return_url=command.return_url,
            )
        )
        recorded = await self._record_payment.execute(
            payment.id, answer, correlation_id=actor.correlation_id
        )
        if recorded.payment.status is TransactionStatus.FAILED:
            # Recorded as failed during the call to the provider, so it must not be paid there.
            with suppress(ProviderFailed):
                await self._providers.by_name[payment.provider].cancel(recorded.payment)
        return Outcome(as_seen_by(actor, recorded.payment, order), started.is_replayed)

    async def _start(self, intent: PaymentIntent) -> Started:
        """Store the payment: together with others if it needs no lock of an event."""
        is_by_hand = intent.provider == MANUAL
        started = None if is_by_hand else await self._lanes.submit(None, intent)
        if started is not None:
            return started
        touches = Touches(order_id=intent.order_id) if is_by_hand else None
        async with self._unit_of_work(touches=touches) as uow:
            outcome = await once(
                uow, intent.idempotency, Transaction, lambda: self._start_alone(uow, intent)
            )
        return Started(outcome.result, is_replayed=outcome.is_replayed)

    async def _start_alone(self, uow: UnitOfWork, intent: PaymentIntent) -> Transaction:
        now = self._clock()
        locked = await _lock(uow, intent.order_id, intent.provider)
        order, before = locked.order, deepcopy(locked.order)
        transactions = await uow.transactions.of_order(order.id)
        pending = pending_payment(intent, order, transactions, now)
        if pending is not None:
            return pending
        payment = new_payment(intent, order, transactions)
        if intent.provider == MANUAL:
            if not intent.actor.is_admin and order.held_since is not None:
                require_bank_transfer(events_of(locked), order.held_since, now)
            await_money(locked, payment, now)
            await save_order(uow, order, before, intent.actor)
        await uow.transactions.add([payment])
        await uow.audit.record([started_entry(payment, intent.actor)])
        return payment


async def _lock(uow: UnitOfWork, order_id: int, provider: str) -> LockedOrder:
    """Lock the order; its events too where its tickets may be held for longer. Raises NotFound."""
    if provider != MANUAL:
        await uow.orders.lock([order_id])
        return LockedOrder(await uow.orders.get(order_id), {})
    locked = await lock_order(uow, order_id)
    if locked.order.deleted_at is not None:
        raise NotFound("order", order_id)
    return locked
