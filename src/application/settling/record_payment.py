"""The outcome of a payment: recorded, its order updated, and refunded if it bought nothing."""

from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime

from src.application.concurrency.idempotency import retry_on_code_collision
from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.ports.payments import ProviderAnswer, ProviderState
from src.application.selling.order_for_update import LockedOrder, lock_order, save_order
from src.application.selling.rebook import rebook
from src.application.settling.record_refund import SettleRefund
from src.application.settling.refund_intent import refund_intent
from src.domain.entities.order import LatePayment, OrderStatus
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import ProviderFailed, Unavailable
from src.domain.services.bookkeeping import payment_entries, unapplied_entry
from src.domain.shared.codes import RandomCode

TOO_LATE = "The money came after the deadline, and the tickets were gone."
BOUGHT_NOTHING = "The order no longer waited for this payment."


@dataclass(frozen=True, slots=True)
class Recorded:
    """The recorded payment, and the id of its refund if it bought nothing.

    `is_new` is False if the same webhook event was recorded before.
    """

    payment: Transaction
    refund_id: int | None = None
    is_new: bool = True


class RecordPayment:
    """Records answers and webhook events of providers, in any order and any number of times.

    A success is final and confirms the order. A late payment is honoured if the tickets are
    still available; a payment that buys nothing gets a refund in the same transaction.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, clock: Clock, random_code: RandomCode
    ) -> None:
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
    ) -> Recorded:
        """Record `answer`, of webhook event `provider_event_id` if any.

        Raises NotFound, Unavailable.
        """
        return await retry_on_code_collision(
            lambda: self._record(transaction_id, answer, provider_event_id, actor)
        )

    async def _record(
        self,
        transaction_id: int,
        answer: ProviderAnswer,
        provider_event_id: str | None,
        actor: Actor | None,
    ) -> Recorded:
        # Only a success changes tickets, for which the events are locked too.
        is_success = answer.state is ProviderState.SUCCEEDED
        touches = Touches(transaction_id=transaction_id) if is_success else None
        async with self._unit_of_work(touches=touches) as uow:
            order_id = (await uow.transactions.get(transaction_id)).order_id
            locked = None
            if is_success:
                locked = await lock_order(uow, order_id)
            else:
                await uow.orders.lock([order_id])
            payment = await uow.transactions.get(transaction_id)
            if provider_event_id is not None and not await uow.transactions.note_provider_event(
                payment.provider, provider_event_id, payment.id, answer.state
            ):
                return Recorded(payment, is_new=False)
            before = deepcopy(payment)
            _copy_details(payment, answer)
            refund = await self._apply(uow, locked, payment, answer, actor)
            if payment != before:
                await uow.transactions.save(payment)
                await uow.audit.record([_entry(payment, before, actor)])
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
            case ProviderState.OPEN if payment.status is TransactionStatus.PENDING:
                payment.failure = answer.failure
            case ProviderState.FAILED if payment.status is TransactionStatus.PENDING:
                payment.fail(answer.failure or "The payment was not made.", now)
            case ProviderState.SUCCEEDED if locked is not None and not payment.is_paid:
                if _differs_in_amount(payment, answer):
                    payment.failure = f"The provider took {answer.amount} {answer.currency}."
                    return None
                await _end_if_lost(uow, locked, now)
                before = deepcopy(locked.order)
                refund = await self._accept(uow, locked, payment, now)
                await save_order(uow, locked.order, before, actor)
                return refund
        return None

    async def _accept(
        self, uow: UnitOfWork, locked: LockedOrder, payment: Transaction, now: datetime
    ) -> Transaction | None:
        order = locked.order
        payment.succeed(now)
        if await self._pays_order(uow, locked, payment, now):
            await uow.ledger.add(payment_entries(order, payment, now))
            return None
        is_late = order.late_payment is LatePayment.REFUNDED
        refund = refund_intent(
            payment, payment.amount, reason=TOO_LATE if is_late else BOUGHT_NOTHING
        )
        await uow.transactions.add([refund])
        await uow.ledger.add([unapplied_entry(order, payment, now)])
        return refund

    async def _pays_order(
        self, uow: UnitOfWork, locked: LockedOrder, payment: Transaction, now: datetime
    ) -> bool:
        """Apply the payment to the order if it can pay for it; whether it did."""
        order = locked.order
        transactions = await uow.transactions.of_order(order.id)
        others = [other for other in transactions if other.id != payment.id]
        is_payable = order.deleted_at is None and payment.amount == order.total_amount
        if not is_payable or any(other.refundable for other in others):
            return False
        match order.status:
            case OrderStatus.PENDING:
                is_late = order.is_lapsed(now)
                order.confirm(now=now, random_code=self._random_code, is_late=is_late)
                order.late_payment = LatePayment.HONOURED if is_late else None
                return True
            case OrderStatus.EXPIRED:
                is_honoured = await rebook(uow, locked, now, self._random_code)
                order.late_payment = LatePayment.HONOURED if is_honoured else LatePayment.REFUNDED
                return is_honoured
            case OrderStatus.CONFIRMED | OrderStatus.COMPLETED:
                # Its organizer confirmed it while the payment was under way; it is not paid yet.
                return not order.has_lost_tickets and not any(other.is_paid for other in others)
            case _:
                return False


class SettlePayment:
    """Records the outcome of a payment, and asks the provider for a refund that is due."""

    def __init__(self, record_payment: RecordPayment, settle_refund: SettleRefund) -> None:
        self._record_payment = record_payment
        self._settle_refund = settle_refund

    async def execute(
        self, transaction_id: int, answer: ProviderAnswer, *, provider_event_id: str | None = None
    ) -> Recorded:
        """Like `RecordPayment.execute`. Raises NotFound, Unavailable."""
        recorded = await self._record_payment.execute(
            transaction_id, answer, provider_event_id=provider_event_id
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


def _copy_details(payment: Transaction, answer: ProviderAnswer) -> None:
    payment.provider_reference = payment.provider_reference or answer.reference
    if payment.status is TransactionStatus.PENDING:
        payment.client_secret = payment.client_secret or answer.client_secret
        payment.redirect_url = payment.redirect_url or answer.redirect_url


def _differs_in_amount(payment: Transaction, answer: ProviderAnswer) -> bool:
    is_other = answer.amount is not None and answer.amount != payment.amount
    return is_other or answer.currency not in (None, payment.currency)


def _entry(payment: Transaction, before: Transaction, actor: Actor | None) -> AuditEntry:
    return AuditEntry(
        f"payment.{payment.status}",
        subject="transaction",
        subject_id=payment.id,
        before={"status": before.status},
        after={"status": payment.status, "failure": payment.failure},
        by=actor,
    )
