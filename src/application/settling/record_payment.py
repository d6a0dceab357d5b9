"""Write down what became of a payment, and let the order follow."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime

from src.application.concurrency.retry_on_code_collision import retry_on_code_collision
from src.application.ports.database import AuditEntry, Clock, UnitOfWork, UnitOfWorkFactory
from src.application.ports.payments import ProviderAnswer, ProviderState
from src.application.selling.order_for_update import LockedOrder, lock_order, save_order
from src.application.selling.rebook import rebook
from src.application.settling.refund_intent import refund_intent
from src.domain.entities.order import LatePayment, OrderStatus
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.services.bookkeeping import payment_entries, unapplied_entry
from src.domain.shared.codes import RandomCode

TOO_LATE = "The money came after the deadline, and the tickets were gone."
BOUGHT_NOTHING = "The order no longer waited for this payment."


@dataclass(frozen=True, slots=True)
class Recorded:
    """The payment now; the refund that it needs if it bought nothing.

    `is_new` is False where the same notice had been written down before.
    """

    payment: Transaction
    refund_id: int | None = None
    is_new: bool = True


class RecordPayment:
    """Called with every answer and every notice of a provider, in any order, any number of times.

    Success is final and confirms the order. Money that comes after the deadline is honoured if
    the tickets are still there; money that buys nothing gets its refund in the same transaction.
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
        """`provider_event_id` names the notice that said it. Raises NotFound, Unavailable."""
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
        async with self._unit_of_work() as uow:
            order_id = (await uow.transactions.get(transaction_id)).order_id
            # Only money moves tickets, and only tickets need their events.
            locked = None
            if answer.state is ProviderState.SUCCEEDED:
                locked = await lock_order(uow, order_id)
            else:
                await uow.orders.lock([order_id])
            payment = await uow.transactions.get(transaction_id)
            if provider_event_id is not None and not await uow.transactions.note_provider_event(
                payment.provider, provider_event_id, payment.id, answer.state
            ):
                return Recorded(payment, is_new=False)
            before = deepcopy(payment)
            _take_details(payment, answer)
            refund = await self._follow(uow, locked, payment, answer, actor)
            if payment != before:
                await uow.transactions.save(payment)
                await uow.audit.record([_entry(payment, before, actor)])
            await uow.commit()
        return Recorded(payment, refund.id if refund else None)

    async def _follow(
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
                if _is_another_amount(payment, answer):
                    payment.failure = f"The provider took {answer.amount} {answer.currency}."
                    return None
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
        if await self._buys(uow, locked, payment, now):
            await uow.ledger.add(payment_entries(order, payment, now))
            return None
        is_late = order.late_payment is LatePayment.REFUNDED
        refund = refund_intent(
            payment, payment.amount, reason=TOO_LATE if is_late else BOUGHT_NOTHING
        )
        await uow.transactions.add([refund])
        await uow.ledger.add([unapplied_entry(order, payment, now)])
        return refund

    async def _buys(
        self, uow: UnitOfWork, locked: LockedOrder, payment: Transaction, now: datetime
    ) -> bool:
        """Whether the order wants this money; what it then becomes, it has become."""
        order = locked.order
        others = [one for one in await uow.transactions.of_order(order.id) if one.id != payment.id]
        is_wanted = order.deleted_at is None and payment.amount == order.total_amount
        if not is_wanted or any(one.refundable for one in others):
            return False
        if order.status is OrderStatus.PENDING and order.has_lost_tickets:
            if not order.is_lapsed(now):
                order.cancel_pending()
                return False
            order.expire()
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
                # Confirmed by its organizer while the payment was on its way, and never paid.
                return not order.has_lost_tickets and not any(one.is_paid for one in others)
            case _:
                return False


def _take_details(payment: Transaction, answer: ProviderAnswer) -> None:
    payment.provider_reference = payment.provider_reference or answer.reference
    payment.client_secret = payment.client_secret or answer.client_secret
    payment.redirect_url = payment.redirect_url or answer.redirect_url


def _is_another_amount(payment: Transaction, answer: ProviderAnswer) -> bool:
    is_less = answer.amount is not None and answer.amount != payment.amount
    return is_less or answer.currency not in (None, payment.currency)


def _entry(payment: Transaction, before: Transaction, actor: Actor | None) -> AuditEntry:
    return AuditEntry(
        f"payment.{payment.status}",
        subject="transaction",
        subject_id=payment.id,
        before={"status": before.status},
        after={"status": payment.status, "failure": payment.failure},
        by=actor,
    )
