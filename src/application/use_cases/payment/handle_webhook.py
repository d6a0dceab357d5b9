"""Take in a webhook of a payment provider."""

from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum

from src.application.ports.payments import PaymentProviders, ProviderNotice
from src.application.settling.record_refund import RecordRefund
from src.application.settling.settle_payment import SettlePayment
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.errors import NotFound, Unavailable
from src.domain.repositories.transaction import TransactionRepository


class NoticeEffect(StrEnum):
    """What a notice led to."""

    RECORDED = "recorded"
    REPEATED = "repeated"
    UNKNOWN = "unknown"
    IGNORED = "ignored"


class ReceiveNotice:
    """What a payment provider tells us: its webhook.

    The signature is verified on the raw body (`invalid_signature`). Each notice takes effect
    once, in whatever order they come; one of no interest, or about a payment that is not ours,
    is answered 200 and changes nothing.
    """

    def __init__(
        self,
        transactions: TransactionRepository,
        providers: PaymentProviders,
        settle_payment: SettlePayment,
        record_refund: RecordRefund,
    ) -> None:
        self._transactions = transactions
        self._providers = providers
        self._settle_payment = settle_payment
        self._record_refund = record_refund

    async def execute(self, provider: str, body: bytes, headers: Mapping[str, str]) -> NoticeEffect:
        """Raises NotFound (no such provider), InvalidSignature, Unavailable."""
        if provider not in self._providers.by_name:
            raise NotFound("payment provider", provider)
        notice = self._providers.by_name[provider].read_notice(body, headers)
        if notice is None:
            return NoticeEffect.IGNORED
        transaction = await self._find(provider, notice)
        if transaction is None or not await self._is_about(transaction, notice):
            return NoticeEffect.UNKNOWN
        is_news = await self._record(transaction, notice)
        return NoticeEffect.RECORDED if is_news else NoticeEffect.REPEATED

    async def _record(self, transaction: Transaction, notice: ProviderNotice) -> bool:
        if not transaction.is_payment:
            _, is_news = await self._record_refund.execute(
                transaction.id, notice.answer, notice_id=notice.event_id
            )
            return is_news
        recorded = await self._settle_payment.execute(
            transaction.id, notice.answer, notice_id=notice.event_id
        )
        return recorded.is_news

    async def _is_about(self, transaction: Transaction, notice: ProviderNotice) -> bool:
        """Whether it is of this very payment: another database's may have the same number.

        Raises Unavailable while that cannot be known, so that the provider tells again later.
        """
        reference = transaction.provider_reference
        if reference is None:
            provider = self._providers.by_name[transaction.provider]
            ask = provider.find if transaction.is_payment else provider.find_refund
            known = await ask(transaction)
            if known is None and transaction.status is TransactionStatus.PENDING:
                raise Unavailable()
            reference = known.reference if known else None
        return notice.answer.reference in (None, reference)

    async def _find(self, provider: str, notice: ProviderNotice) -> Transaction | None:
        found = None
        if notice.transaction_id is not None:
            with suppress(NotFound):
                found = await self._transactions.get(notice.transaction_id)
        elif notice.answer.reference is not None:
            found = await self._transactions.by_reference(
                provider, notice.kind, notice.answer.reference
            )
        if found is None or (found.provider, found.kind) != (provider, notice.kind):
            return None
        return found
