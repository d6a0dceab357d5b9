"""Give money back, and write down what became of it."""

from contextlib import suppress
from copy import deepcopy
from datetime import timedelta

from src.application.payments import PaymentProviders, ProviderAnswer, ProviderState
from src.application.ports import AuditEntry, Clock, UnitOfWork, UnitOfWorkFactory
from src.domain.entities.transaction import (
    LedgerEntry,
    Transaction,
    TransactionKind,
    TransactionStatus,
)
from src.domain.entities.user import Actor
from src.domain.errors import NotFound, ProviderFailed, Unavailable
from src.domain.repositories.transaction import TransactionRepository
from src.domain.services.bookkeeping import refund_entries

REFUNDS_PER_RUN = 100
SETTLED_BY_REQUEST = timedelta(seconds=5)
"""How long the request that began a refund has to settle it itself."""


class RecordRefund:
    """Called with every answer and notice about a refund, in any order, any number of times."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(
        self,
        refund_id: int,
        answer: ProviderAnswer,
        *,
        notice_id: str | None = None,
        actor: Actor | None = None,
    ) -> tuple[Transaction, bool]:
        """The refund now, and whether the notice was news. Raises NotFound, Unavailable."""
        async with self._unit_of_work() as uow:
            found = await uow.transactions.get(refund_id)
            await uow.orders.lock([found.order_id])
            refund = await uow.transactions.get(refund_id)
            if notice_id is not None and not await uow.transactions.note_provider_event(
                refund.provider, notice_id, refund.id, answer.state
            ):
                return refund, False
            before = deepcopy(refund)
            refund.provider_reference = refund.provider_reference or answer.reference
            await self._follow(uow, refund, answer)
            if refund != before:
                entry = AuditEntry(
                    f"refund.{refund.status}",
                    "transaction",
                    refund.id,
                    refund.event_id,
                    {"status": before.status},
                    {"status": refund.status, "failure": refund.failure},
                )
                await uow.audit.record(actor, [entry])
            await uow.commit()
        return refund, True

    async def _follow(self, uow: UnitOfWork, refund: Transaction, answer: ProviderAnswer) -> None:
        now = self._clock()
        is_open = refund.status is TransactionStatus.PENDING
        is_over = refund.status in (TransactionStatus.SUCCESS, TransactionStatus.REFUNDED)
        if answer.state is ProviderState.SUCCEEDED and not is_over:
            refund.succeed(now)
        elif answer.state is ProviderState.FAILED and is_open:
            refund.fail(answer.failure or "The provider did not give the money back.", now)
        await uow.transactions.save(refund)
        if refund.status is TransactionStatus.SUCCESS and not is_over:
            await self._book(uow, refund)

    async def _book(self, uow: UnitOfWork, refund: Transaction) -> None:
        assert refund.parent_id is not None
        order = await uow.orders.get_any(refund.order_id)
        booked: list[LedgerEntry] = await uow.ledger.of_payment(refund.parent_id)
        await uow.ledger.add(refund_entries(order, refund, booked, self._clock()))
        payment = await uow.transactions.get(refund.parent_id)
        back = -sum(entry.amount for entry in booked if entry.amount < 0) + refund.amount
        if back == payment.amount and payment.status is TransactionStatus.SUCCESS:
            payment.mark_refunded()
            await uow.transactions.save(payment)


class SettleRefund:
    """Ask the provider for a refund that is written down, outside any transaction."""

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
        """The refund now. Raises ProviderFailed, after which it is tried again later."""
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
        if answer is None:
            return refund
        recorded, _ = await self._record_refund.execute(refund.id, answer)
        return recorded


class SettleRefunds:
    """Settle every refund that is under way.

    A job, safe to run at any time and twice at once: providers honour each refund's key.
    """

    def __init__(
        self, transactions: TransactionRepository, settle_refund: SettleRefund, clock: Clock
    ) -> None:
        self._transactions = transactions
        self._settle_refund = settle_refund
        self._clock = clock

    async def execute(self) -> int:
        """How many refunds are settled that were not."""
        settled, after_id = 0, 0
        before = self._clock() - SETTLED_BY_REQUEST
        while refunds := await self._transactions.open(
            TransactionKind.REFUND, created_before=before, after_id=after_id, limit=REFUNDS_PER_RUN
        ):
            for refund in refunds:
                # One that fails is tried again in the next run, and holds up no other.
                with suppress(ProviderFailed, Unavailable, NotFound):
                    now = await self._settle_refund.execute(refund.id)
                    settled += now.status is not TransactionStatus.PENDING
            after_id = refunds[-1].id
        return settled
