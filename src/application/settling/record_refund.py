"""The outcome of a refund: asked of the provider, and recorded."""

from copy import deepcopy

from src.application.ports.database import AuditEntry, Clock, UnitOfWork, UnitOfWorkFactory
from src.application.ports.payments import PaymentProviders, ProviderAnswer, ProviderState
from src.domain.entities.transaction import (
    LedgerEntry,
    Transaction,
    TransactionStatus,
)
from src.domain.entities.user import Actor
from src.domain.errors import ProviderFailed
from src.domain.repositories.transaction import TransactionRepository
from src.domain.services.bookkeeping import refund_entries


class RecordRefund:
    """Records answers and webhook events about refunds, in any order and any number of times."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(
        self,
        refund_id: int,
        answer: ProviderAnswer,
        *,
        provider_event_id: str | None = None,
        actor: Actor | None = None,
    ) -> tuple[Transaction, bool]:
        """Record `answer`; the refund, and whether it was new. Raises NotFound, Unavailable."""
        async with self._unit_of_work() as uow:
            order_id = (await uow.transactions.get(refund_id)).order_id
            await uow.orders.lock([order_id])
            refund = await uow.transactions.get(refund_id)
            if provider_event_id is not None and not await uow.transactions.note_provider_event(
                refund.provider, provider_event_id, refund.id, answer.state
            ):
                return refund, False
            before = deepcopy(refund)
            await self._apply(uow, refund, before, answer)
            if refund != before:
                entry = AuditEntry(
                    f"refund.{refund.status}",
                    subject="transaction",
                    subject_id=refund.id,
                    event_id=refund.event_id,
                    before={"status": before.status},
                    after={"status": refund.status, "failure": refund.failure},
                    by=actor,
                )
                await uow.audit.record([entry])
            await uow.commit()
        return refund, True

    async def _apply(
        self, uow: UnitOfWork, refund: Transaction, before: Transaction, answer: ProviderAnswer
    ) -> None:
        refund.provider_reference = refund.provider_reference or answer.reference
        now = self._clock()
        is_open = refund.status is TransactionStatus.PENDING
        is_done = refund.status in (TransactionStatus.SUCCESS, TransactionStatus.REFUNDED)
        if answer.state is ProviderState.SUCCEEDED and not is_done:
            refund.succeed(now)
        elif answer.state is ProviderState.FAILED and is_open:
            refund.fail(answer.failure or "The provider did not give the money back.", now)
        if refund == before:
            return
        await uow.transactions.save(refund)
        if refund.status is TransactionStatus.SUCCESS and not is_done:
            await self._book(uow, refund)

    async def _book(self, uow: UnitOfWork, refund: Transaction) -> None:
        assert refund.parent_id is not None
        order = await uow.orders.get_any(refund.order_id)
        booked: list[LedgerEntry] = await uow.ledger.of_payment(refund.parent_id)
        by_ticket = await uow.transactions.refunded_tickets(refund.id)
        await uow.ledger.add(refund_entries(order, refund, booked, self._clock(), by_ticket))
        payment = await uow.transactions.get(refund.parent_id)
        refunded = -sum(entry.amount for entry in booked if entry.amount < 0) + refund.amount
        if refunded == payment.amount and payment.status is TransactionStatus.SUCCESS:
            payment.mark_refunded()
            await uow.transactions.save(payment)


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

    async def execute(self, refund_id: int) -> Transaction:
        """Settle the refund and return it. Raises ProviderFailed; the job retries it then."""
        refund = await self._transactions.get(refund_id)
        if refund.status is not TransactionStatus.PENDING or refund.parent_id is None:
            return refund
        provider = self._providers.by_name.get(refund.provider)
        if provider is None:
            raise ProviderFailed(refund.provider)
        if refund.provider_reference:
            answer = await provider.find_refund(refund)
        else:
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
