"""Handle a webhook of a payment provider."""

from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum

from src.application.ports.payments import (
    DisputeEvent,
    PaymentProviders,
    PayoutEvent,
    ProviderRefund,
    WebhookEvent,
)
from src.application.settling.outside_refund import RecordOutsideRefund
from src.application.settling.record_payment import SettlePayment
from src.application.settling.record_refund import MaybeOld, RecordRefund
from src.application.settling.refunds_here import find_payment_here
from src.application.settling.settle_dispute import SettleDispute
from src.application.settling.settle_payout import SettlePayout
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.errors import NotFound, ProviderFailed, Unavailable
from src.domain.repositories.transaction import TransactionRepository


class WebhookEffect(StrEnum):
    """The effect of a webhook event."""

    RECORDED = "recorded"
    REPEATED = "repeated"
    UNKNOWN = "unknown"
    IGNORED = "ignored"


class HandleWebhook:
    """Receive a webhook of a payment provider.

    Authorization: the provider's signature of the raw body. Refused with `invalid_signature`;
    with `unavailable` if the provider should send the event again later. Each event takes effect
    once, in any order. An irrelevant event, or one about an unknown payment, is answered with 200
    and changes nothing.
    """

    def __init__(
        self,
        transactions: TransactionRepository,
        providers: PaymentProviders,
        settle_payment: SettlePayment,
        record_refund: RecordRefund,
        record_outside_refund: RecordOutsideRefund,
        settle_dispute: SettleDispute,
        settle_payout: SettlePayout,
    ) -> None:
        self._transactions = transactions
        self._providers = providers
        self._settle_payment = settle_payment
        self._record_refund = record_refund
        self._record_outside_refund = record_outside_refund
        self._settle_dispute = settle_dispute
        self._settle_payout = settle_payout

    async def execute(
        self,
        provider: str,
        body: bytes,
        headers: Mapping[str, str],
        *,
        correlation_id: str | None = None,
    ) -> WebhookEffect:
        """Handle the webhook. Raises NotFound (unknown provider), InvalidSignature, Unavailable."""
        if provider not in self._providers.by_name:
            raise NotFound("payment provider", provider)
        try:
            webhook_event = await self._providers.by_name[provider].read_webhook(body, headers)
        except ProviderFailed:
            # The event is sent again.
            raise Unavailable() from None
        if webhook_event is None:
            return WebhookEffect.IGNORED
        if isinstance(webhook_event, DisputeEvent):
            return await self._record_dispute(provider, webhook_event)
        if isinstance(webhook_event, PayoutEvent):
            return await self._record_payout(provider, webhook_event)
        transaction = await self._find(provider, webhook_event)
        if transaction is None or not await self._concerns(transaction, webhook_event):
            return await self._record_outside(provider, webhook_event)
        is_new = await self._record(transaction, webhook_event, correlation_id)
        return WebhookEffect.RECORDED if is_new else WebhookEffect.REPEATED

    async def _record_outside(self, provider: str, event: WebhookEvent) -> WebhookEffect:
        """Record a refund that nobody here asked for; unknown is all else."""
        if event.kind is not TransactionKind.REFUND:
            return WebhookEffect.UNKNOWN
        refund = ProviderRefund(answer=event.answer, payment_reference=event.payment_reference)
        payment = await find_payment_here(self._transactions, provider, refund)
        if payment is None:
            return WebhookEffect.UNKNOWN
        recorded = await self._record_outside_refund.execute(
            payment.id, refund, provider_event_id=event.id
        )
        return WebhookEffect.RECORDED if recorded else WebhookEffect.UNKNOWN

    async def _record_dispute(self, provider: str, event: DisputeEvent) -> WebhookEffect:
        """Record the dispute as the provider has it now, whatever the event says.

        Only the provider can say which of two events is the newer one.
        """
        try:
            recorded = await self._settle_dispute.execute(
                provider, event.reference, provider_event_id=event.id
            )
        except ProviderFailed:
            # The event is sent again.
            raise Unavailable() from None
        if recorded is None:
            return WebhookEffect.UNKNOWN
        return WebhookEffect.RECORDED if recorded[1] else WebhookEffect.REPEATED

    async def _record_payout(self, provider: str, event: PayoutEvent) -> WebhookEffect:
        """Record the payout as the provider has it now, however often that is reported."""
        try:
            is_new = await self._settle_payout.execute(provider, event.reference)
        except ProviderFailed:
            # The event is sent again.
            raise Unavailable() from None
        if is_new is None:
            return WebhookEffect.UNKNOWN
        return WebhookEffect.RECORDED if is_new else WebhookEffect.REPEATED

    async def _record(
        self, transaction: Transaction, webhook_event: WebhookEvent, correlation_id: str | None
    ) -> bool:
        if not transaction.is_payment:
            return await self._record_about_refund(transaction, webhook_event)
        recorded = await self._settle_payment.execute(
            transaction.id,
            webhook_event.answer,
            provider_event_id=webhook_event.id,
            correlation_id=correlation_id,
        )
        return recorded.is_new

    async def _record_about_refund(self, refund: Transaction, webhook_event: WebhookEvent) -> bool:
        """Record the event, or what the provider says now where the event may be an older one.

        Of a refund that failed after its success there are two events, in any order.
        """
        answer = webhook_event.answer
        try:
            _, is_new = await self._record_refund.execute(
                refund.id, answer, provider_event_id=webhook_event.id, may_be_old=True
            )
        except MaybeOld:
            answer = await self._providers.by_name[refund.provider].find_refund(refund) or answer
            _, is_new = await self._record_refund.execute(
                refund.id, answer, provider_event_id=webhook_event.id
            )
        return is_new

    async def _concerns(self, transaction: Transaction, webhook_event: WebhookEvent) -> bool:
        """Whether the event is about this payment: another database's may have the same id.

        Raises Unavailable while that is unknown, so that the provider sends the event again.
        """
        reference = transaction.provider_reference
        if reference is None:
            provider = self._providers.by_name[transaction.provider]
            ask = provider.find if transaction.is_payment else provider.find_refund
            known = await ask(transaction)
            if known is None and transaction.status is TransactionStatus.PENDING:
                raise Unavailable()
            reference = known.reference if known else None
        answer = webhook_event.answer
        names = (None, reference) if answer.known_as is None else (reference, answer.known_as)
        return answer.reference in names or answer.known_as == reference

    async def _find(self, provider: str, webhook_event: WebhookEvent) -> Transaction | None:
        transaction = None
        if webhook_event.transaction_id is not None:
            with suppress(NotFound):
                transaction = await self._transactions.get(webhook_event.transaction_id)
        elif webhook_event.answer.reference is not None:
            transaction = await self._transactions.by_reference(
                provider, webhook_event.kind, webhook_event.answer.reference
            )
        if transaction is None or (transaction.provider, transaction.kind) != (
            provider,
            webhook_event.kind,
        ):
            return None
        return transaction
