"""The outcome of a refund: asked of the provider, and recorded."""

from copy import deepcopy
from datetime import datetime

from src.application.ports.database import AuditEntry, Clock, UnitOfWork, UnitOfWorkFactory
from src.application.ports.payments import (
    MANUAL,
    PaymentProviders,
    ProviderAnswer,
    ProviderState,
)
from src.application.settling.payment_entry import require_seen
from src.application.settling.provider_events import note_once
from src.application.settling.refund_intent import limit_owed
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import ProviderFailed
from src.domain.repositories.transaction import TransactionRepository
from src.domain.services.bookkeeping import refund_entries, reversing_entries
from src.domain.services.shortfalls import entries_of_shortfalls
from src.domain.shared.money import ZERO

DID_NOT_GO_BACK = "The provider did not give the money back."


class MaybeOld(Exception):
    """An event says that a refund succeeded which has failed: it may be the older one of two."""


class RecordRefund:
    """Records answers and webhook events about refunds, in any order and any number of times.

    A provider may take a success back, for weeks: the refund has failed then, the ledger takes it
    back too, its payment can be refunded again, and what it should have returned is owed. The
    bookings stay as they are.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(
        self,
        refund_id: int,
        answer: ProviderAnswer,
        *,
        provider_event_id: str | None = None,
        may_be_old: bool = False,
        actor: Actor | None = None,
        seen: TransactionStatus | None = None,
    ) -> tuple[Transaction, bool]:
        """Record `answer`; the refund, and whether it was new. Raises NotFound, Unavailable.

        By hand, a success of what was sent back otherwise since raises InvalidState, and so does
        anything of a refund whose status is another than was `seen`.
        `may_be_old` raises MaybeOld, and records nothing, for a success after a failure.
        """
        async with self._unit_of_work() as uow:
            order_id = (await uow.transactions.get(refund_id)).order_id
            await uow.orders.lock([order_id])
            refund = await uow.transactions.get(refund_id)
            require_seen(refund, seen, answer)
            is_success = answer.state is ProviderState.SUCCEEDED
            if may_be_old and is_success and refund.status is TransactionStatus.FAILED:
                raise MaybeOld
            if not await note_once(uow, refund, answer.state, provider_event_id):
                return refund, False
            before = deepcopy(refund)
            await self._apply(uow, refund, before, answer)
            if refund.status is TransactionStatus.FAILED:
                # How much of it is owed depends on its payment, too.
                refund = await uow.transactions.get(refund_id)
            if refund != before:
                entry = AuditEntry(
                    f"refund.{refund.status}",
                    subject="transaction",
                    subject_id=refund.id,
                    event_id=refund.event_id,
                    before={"status": before.status},
                    after={
                        "status": refund.status,
                        "provider": refund.provider,
                        "failure": refund.failure,
                    },
                    by=actor,
                )
                await uow.audit.record([entry])
            await uow.commit()
        return refund, True

    async def _apply(
        self, uow: UnitOfWork, refund: Transaction, before: Transaction, answer: ProviderAnswer
    ) -> None:
        refund.provider_reference = refund.provider_reference or answer.reference
        is_done = before.status is TransactionStatus.SUCCESS
        is_failed = before.status is TransactionStatus.FAILED
        if answer.state is ProviderState.SUCCEEDED and not is_done:
            await self._succeed(uow, refund, answer)
        elif answer.state is ProviderState.FAILED and not is_failed:
            refund.fail(answer.failure or DID_NOT_GO_BACK, self._clock())
        if refund == before:
            return
        await uow.transactions.save(refund)
        if refund.status is before.status:
            return
        if refund.status is TransactionStatus.SUCCESS:
            await book_refund(uow, refund, self._clock())
        elif is_done:
            await _take_back(uow, refund, self._clock())
        if is_failed or refund.status is TransactionStatus.FAILED:
            await limit_owed(uow, [refund])

    async def _succeed(self, uow: UnitOfWork, refund: Transaction, answer: ProviderAnswer) -> None:
        if answer.differs_from(refund):
            refund.failure = f"The provider gave back {answer.amount} {answer.currency}."
            return
        if refund.provider == MANUAL:
            # A provider says what it did; what a person notes can be a mistake.
            refund.require_not_replaced()
        if refund.status is TransactionStatus.FAILED:
            assert refund.parent_id is not None
            payment = await uow.transactions.get(refund.parent_id)
            if payment.refundable < refund.amount:
                # Sent back otherwise since, so that the buyer has it twice: a person looks at it.
                refund.failure = "The provider says that it went back after all."
                return
        refund.succeed(self._clock())


async def book_refund(uow: UnitOfWork, refund: Transaction, now: datetime) -> None:
    """Enter a refund that succeeded in the ledger; its payment may be refunded in full by it.

    The caller holds the lock of its order.
    """
    assert refund.parent_id is not None
    order = await uow.orders.get_any(refund.order_id)
    booked = await uow.ledger.of_payment(refund.parent_id)
    by_ticket = await uow.transactions.refunded_tickets(refund.id)
    await uow.ledger.add(refund_entries(order, refund, booked, now, by_ticket))
    payment = await uow.transactions.get(refund.parent_id)
    earlier = -sum((entry.amount for entry in booked if entry.kind is TransactionKind.REFUND), ZERO)
    is_whole = earlier + refund.amount == payment.amount
    if is_whole and payment.status is TransactionStatus.SUCCESS:
        payment.mark_refunded()
        await uow.transactions.save(payment)


async def _take_back(uow: UnitOfWork, refund: Transaction, now: datetime) -> None:
    assert refund.parent_id is not None
    booked = await uow.ledger.of_payment(refund.parent_id)
    await uow.ledger.add(reversing_entries(refund, booked, now))
    await book_shortfalls(uow, refund.parent_id, now)
    payment = await uow.transactions.get(refund.parent_id)
    if payment.status is TransactionStatus.REFUNDED:
        payment.take_refund_back()
        await uow.transactions.save(payment)


async def book_shortfalls(uow: UnitOfWork, payment_id: int, now: datetime) -> None:
    """Book anew what went beyond the payment, after something of it came back.

    The caller holds the lock of its order.
    """
    payment = await uow.transactions.get(payment_id)
    booked = await uow.ledger.of_payment(payment_id)
    standing = [
        (known, await uow.transactions.refunded_tickets(known.id))
        for known in await uow.transactions.of_order(payment.order_id)
        if known.parent_id == payment_id and known.status is TransactionStatus.SUCCESS
    ]
    order = await uow.orders.get_any(payment.order_id)
    await uow.ledger.add(entries_of_shortfalls(order, standing, booked, now))


class SettleRefund:
    """Asks the provider for a recorded refund, outside any transaction, and records the outcome."""

    def __init__(
        self,
        transactions: TransactionRepository,
        providers: PaymentProviders,
        record_refund: RecordRefund,
    ) -> None:
        self._transactions = transactions
        self._providers = providers
        self._record_refund = record_refund

    async def execute(self, refund_id: int, *, was_asked: bool = False) -> Transaction:
        """Settle the refund and return it. Raises ProviderFailed; the job retries it then.

        A manual one is left to who pays it back by hand and says so. One that `was_asked` for
        before is looked for first: a provider forgets idempotency keys.
        """
        refund = await self._transactions.get(refund_id)
        is_open = refund.status is TransactionStatus.PENDING and refund.provider != MANUAL
        if not is_open or refund.parent_id is None:
            return refund
        provider = self._providers.by_name.get(refund.provider)
        if provider is None:
            raise ProviderFailed(refund.provider)
        is_known = refund.provider_reference is not None
        answer = await provider.find_refund(refund) if is_known or was_asked else None
        if answer is None and not is_known:
            payment = await self._transactions.get(refund.parent_id)
            answer = await provider.refund(refund, payment)
        if answer is None or _is_no_news(refund, answer):
            return refund
        recorded, _ = await self._record_refund.execute(refund.id, answer)
        return recorded


def _is_no_news(refund: Transaction, answer: ProviderAnswer) -> bool:
    """Whether the provider says only what is written down: still open, under the same name."""
    is_named = refund.provider_reference is not None or answer.reference is None
    return answer.state is ProviderState.OPEN and is_named
