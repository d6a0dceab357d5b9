"""The fake payment provider, for development: real in all but the money."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from src.application.ports.database import Clock
from src.application.ports.hosted_payments import Card, HostedPayment, PayerAction, WebhookOptions
from src.application.ports.payments import (
    PaymentOrder,
    ProviderAnswer,
    ProviderState,
    WebhookEvent,
)
from src.domain.entities.transaction import Transaction, TransactionKind
from src.domain.errors import NotFound
from src.infrastructure.database.models import FakePaymentModel, FakeRefundModel
from src.infrastructure.payments.fake.signature import webhook_secret
from src.infrastructure.payments.fake.store import NAME, FakePaymentStore
from src.infrastructure.payments.fake.webhooks import FakeEvent, FakeWebhooks

UNKNOWN = "There is no such payment."


class FakePayments:
    """Implements `PaymentProvider` with the books of the fake service.

    A payment on its way (the slow card, or paid after the deadline) stays open and cannot be
    cancelled until its moment has come.
    """

    name = NAME

    def __init__(self, books: FakePaymentStore, webhooks: FakeWebhooks, base_url: str) -> None:
        self._books = books
        self._webhooks = webhooks
        self._base_url = base_url

    async def start(self, payment: PaymentOrder) -> ProviderAnswer:
        return await self._answer(await self._books.begin(payment))

    async def find(self, payment: Transaction) -> ProviderAnswer | None:
        kept = await self._books.payment(payment.idempotency_key)
        return None if kept is None else await self._answer(kept)

    async def cancel(self, payment: Transaction) -> ProviderAnswer | None:
        kept = await self._books.cancel(payment.idempotency_key)
        return None if kept is None else await self._answer(kept)

    async def refund(self, refund: Transaction, payment: Transaction) -> ProviderAnswer:
        kept = await self._books.give_back(refund, payment.idempotency_key)
        if kept is None:
            return ProviderAnswer(reference=None, state=ProviderState.FAILED, failure=UNKNOWN)
        answer = self._refund_answer(kept)
        # The others are told by the answer itself.
        if answer.state is ProviderState.OPEN:
            self._webhooks.send(_refund_event(kept))
        return answer

    async def find_refund(self, refund: Transaction) -> ProviderAnswer | None:
        kept = await self._books.refund(refund.idempotency_key)
        return None if kept is None else self._refund_answer(kept)

    def read_webhook(self, body: bytes, headers: Mapping[str, str]) -> WebhookEvent | None:
        return self._webhooks.read(body, headers)

    async def _answer(self, kept: FakePaymentModel) -> ProviderAnswer:
        return ProviderAnswer(
            reference=kept.reference,
            state=self._books.state(kept),
            amount=kept.amount,
            currency=kept.currency,
            failure=kept.failure,
            redirect_url=f"{self._base_url}/fake-payments/{kept.reference}",
            refunded_amount=await self._books.refunded(kept.id),
        )

    def _refund_answer(self, kept: FakeRefundModel) -> ProviderAnswer:
        return ProviderAnswer(
            reference=kept.reference,
            state=self._books.refund_state(kept),
            amount=kept.amount,
            currency=kept.currency,
            failure=kept.failure,
        )


class FakeHostedPayments:
    """Implements `HostedPayments`: what the payer does, and the webhooks that tell of it."""

    def __init__(
        self, books: FakePaymentStore, webhooks: FakeWebhooks, base_url: str, clock: Clock
    ) -> None:
        self._books = books
        self._webhooks = webhooks
        self._base_url = base_url
        self._clock = clock

    async def get(self, reference: str) -> HostedPayment:
        return self._hosted(await self._get(reference))

    async def act(
        self, reference: str, action: PayerAction, card: Card, options: WebhookOptions
    ) -> HostedPayment:
        was_possible = await self._books.act(reference, action, card)
        payment = await self._get(reference)
        if was_possible:
            self._webhooks.send(self._event(payment), options)
        return self._hosted(payment)

    async def _get(self, reference: str) -> FakePaymentModel:
        payment = await self._books.payment_at(reference)
        if payment is None:
            raise NotFound("payment")
        return payment

    def _event(self, payment: FakePaymentModel) -> FakeEvent:
        """What the click has led to, or will."""
        state, what = ProviderState(payment.state), "failed"
        if payment.pays_at is not None:
            state, what = ProviderState.SUCCEEDED, "succeeded"
        elif state is ProviderState.OPEN:
            what = "declined"
        return FakeEvent(
            kind=TransactionKind.PAYMENT,
            what=what,
            transaction_id=payment.transaction_id,
            reference=payment.reference,
            state=state,
            amount=payment.amount,
            currency=payment.currency,
            failure=payment.failure,
            at=payment.pays_at or self._clock(),
        )

    def _hosted(self, payment: FakePaymentModel) -> HostedPayment:
        return HostedPayment(
            reference=payment.reference,
            order_reference=payment.order_reference,
            amount=payment.amount,
            currency=payment.currency,
            state=self._books.state(payment),
            failure=payment.failure,
            expires_at=payment.expires_at,
            pays_at=payment.pays_at,
            return_url=own_address(payment.return_url, self._base_url),
        )


class FakeService:
    """The fake service whole: its books, its webhooks, and the two sides it shows."""

    def __init__(self, application_key: str, base_url: str, clock: Clock) -> None:
        books = FakePaymentStore(clock)
        self.webhooks = FakeWebhooks(webhook_secret(application_key), base_url, clock)
        self.payments = FakePayments(books, self.webhooks, base_url)
        self.hosted = FakeHostedPayments(books, self.webhooks, base_url, clock)


def own_address(url: str | None, base_url: str) -> str | None:
    """The address if it leads to ourselves: a local path, or of the origin of `base_url`."""
    # Browsers drop control characters and read a backslash as a slash.
    if url is None or any(character <= " " or character in "\\\x7f" for character in url):
        return None
    try:
        parts, base = urlsplit(url), urlsplit(base_url)
    except ValueError:
        return None
    is_path = not parts.scheme and not parts.netloc and url.startswith("/")
    is_local = is_path and not url.startswith("//")
    is_ours = (parts.scheme, parts.netloc) == (base.scheme, base.netloc)
    return url if is_local or is_ours else None


def _refund_event(refund: FakeRefundModel) -> FakeEvent:
    """The end of a refund that is on its way."""
    return FakeEvent(
        kind=TransactionKind.REFUND,
        what="succeeded",
        transaction_id=refund.transaction_id,
        reference=refund.reference,
        state=ProviderState.SUCCEEDED,
        amount=refund.amount,
        currency=refund.currency,
        failure=None,
        at=refund.succeeds_at or refund.created_at,
    )
