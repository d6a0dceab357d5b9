"""Start a payment of an order."""

from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from uuid import uuid4

from src.application.access import as_seen_by, require_own_order
from src.application.concurrency.idempotency import Outcome, once
from src.application.ports.database import (
    AuditEntry,
    Clock,
    Touches,
    UnitOfWork,
    UnitOfWorkFactory,
)
from src.application.ports.payments import MANUAL, PaymentOrder, PaymentProviders
from src.application.selling.order_for_update import LockedOrder, lock_order, save_order
from src.application.settling.await_money import await_money, events_of
from src.application.settling.record_payment import RecordPayment
from src.domain.entities.order import Order
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, NotFound, ProviderFailed, ValidationFailed
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.transaction import TransactionRepository
from src.domain.services.part_payments import missing_amount
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
    `invalid_state` if the order waits for no payment; after `provider_error` repeat the request.
    The response has the `redirect_url` or `client_secret` of the provider, if any, for the buyer
    alone; a webhook of the provider confirms the order. While a payment is pending, the same
    payment is returned, so that the buyer is charged once; another way to pay needs that one to
    be given up first.

    A bank transfer (`manual`) is for events that allow it: their tickets are held until `due_at`.
    An administrator may record one for any event.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        orders: OrderRepository,
        transactions: TransactionRepository,
        providers: PaymentProviders,
        record_payment: RecordPayment,
        clock: Clock,
    ) -> None:
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
        touches = Touches(order_id=command.order_id) if name == MANUAL else None
        async with self._unit_of_work(touches=touches) as uow:
            intent = await once(
                uow,
                command.idempotency,
                Transaction,
                lambda: self._intend(uow, actor, command, name),
            )
        # Read again, because a replay may come much later.
        payment = await self._transactions.get(intent.result.id)
        order = await self._orders.get_any(payment.order_id)
        if payment.status is not TransactionStatus.PENDING or payment.provider_reference:
            return Outcome(as_seen_by(actor, payment, order), intent.is_replayed)
        answer = await self._providers.by_name[payment.provider].start(
            PaymentOrder(
                transaction=payment,
                order_reference=order.reference,
                expires_at=order.expires_at,
                return_url=command.return_url,
            )
        )
        recorded = await self._record_payment.execute(payment.id, answer)
        if recorded.payment.status is TransactionStatus.FAILED:
            # Recorded as failed during the call to the provider, so it must not be paid there.
            with suppress(ProviderFailed):
                await self._providers.by_name[payment.provider].cancel(recorded.payment)
        return Outcome(as_seen_by(actor, recorded.payment, order), intent.is_replayed)

    async def _intend(
        self, uow: UnitOfWork, actor: Actor, command: StartPaymentCommand, provider: str
    ) -> Transaction:
        now = self._clock()
        locked = await _lock(uow, command.order_id, provider)
        order, before = locked.order, deepcopy(locked.order)
        require_own_order(actor, order)
        order.require_payable(now)
        transactions = await uow.transactions.of_order(order.id)
        for known in transactions:
            if known.is_payment and known.status is TransactionStatus.PENDING:
                # The answer is stored with the request's key, where no secret belongs.
                return _same_provider(known, provider).without_secrets()
        payment = _payment(
            order, provider, command.payment_method, missing_amount(order, transactions)
        )
        if provider == MANUAL:
            if not actor.is_admin and order.held_since is not None:
                require_bank_transfer(events_of(locked), order.held_since, now)
            await_money(locked, payment, now)
            await save_order(uow, order, before, actor)
        await uow.transactions.add([payment])
        after = {"status": payment.status, "amount": payment.amount, "provider": provider}
        entry = AuditEntry(
            "payment.started", subject="transaction", subject_id=payment.id, after=after, by=actor
        )
        await uow.audit.record([entry])
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


def _same_provider(payment: Transaction, provider: str) -> Transaction:
    if payment.provider != provider:
        why = (
            f"A payment through {payment.provider} is under way for this order. "
            "Give it up first to pay another way."
        )
        raise InvalidState("payment", payment.status.value, "pending", why)
    return payment


def _payment(
    order: Order, provider: str, payment_method: str | None, amount: Decimal
) -> Transaction:
    return Transaction(
        order_id=order.id,
        kind=TransactionKind.PAYMENT,
        provider=provider,
        payment_method=payment_method,
        amount=amount,
        currency=order.currency,
        idempotency_key=f"payment-{uuid4().hex}",
    )
