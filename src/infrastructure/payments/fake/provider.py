"""The fake payment provider for development: everything is real but the money."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from urllib.parse import urlsplit

from src.application.ports.database import Clock
from src.application.ports.hosted_payments import (
    BankAction,
    Card,
    HostedPayment,
    PayerAction,
    WebhookOptions,
)
from src.application.ports.payments import (
    AnyEvent,
    PaymentOrder,
    ProviderAnswer,
    ProviderDispute,
    ProviderRefund,
    ProviderState,
)
from src.domain.entities.transaction import Transaction, TransactionKind
from src.domain.errors import NotFound
from src.domain.shared.money import ZERO, is_payable
from src.infrastructure.database.models import FakePaymentModel, FakeRefundModel
from src.infrastructure.payments.fake.account import FakeAccount
from src.infrastructure.payments.fake.cards import CARDS, card_numbered
from src.infrastructure.payments.fake.disputes import FakeDisputes
from src.infrastructure.payments.fake.signature import webhook_secret
from src.infrastructure.payments.fake.store import NAME, NO_SUCH_AMOUNT, FakePaymentStore
from src.infrastructure.payments.fake.webhooks import (
    PAYOUT,
    FakeEvent,
    FakeNamedEvent,
    FakeWebhooks,
)

UNKNOWN = "There is no such payment."


class FakePayments:
    """Implements `PaymentProvider` with the store of the fake service.

    A payment in progress (the slow card, or paid after the deadline) stays open until it is due,
    and cannot be cancelled.
    """

    name = NAME

    def __init__(
        self,
        store: FakePaymentStore,
        disputes: FakeDisputes,
        webhooks: FakeWebhooks,
        base_url: str,
    ) -> None:
        self._store = store
        self._disputes = disputes
        self._webhooks = webhooks
        self._base_url = base_url

    def least(self, currency: str) -> Decimal | None:
        return None

    async def start(self, payment: PaymentOrder) -> ProviderAnswer:
        if not is_payable(payment.transaction.amount, payment.transaction.currency):
            return _failed(NO_SUCH_AMOUNT)
        return await self._answer(await self._store.begin(payment))

    async def find(self, payment: Transaction) -> ProviderAnswer | None:
        stored = await self._store.payment(payment.idempotency_key)
        return None if stored is None else await self._answer(stored)

    async def cancel(self, payment: Transaction) -> ProviderAnswer | None:
        stored = await self._store.cancel(payment.idempotency_key)
        return None if stored is None else await self._answer(stored)

    async def refund(self, refund: Transaction, payment: Transaction) -> ProviderAnswer:
        stored = await self._store.refund_payment(refund, payment.idempotency_key)
        if stored is None:
            return _failed(UNKNOWN)
        answer = self._refund_answer(stored)
        # For other states the answer is enough; they need no webhook.
        if answer.state is ProviderState.OPEN:
            at = stored.succeeds_at or stored.created_at
            self._webhooks.send(_refund_event(stored, ProviderState.SUCCEEDED, at))
        return answer

    async def find_refund(self, refund: Transaction) -> ProviderAnswer | None:
        stored = await self._store.refund(refund.idempotency_key, refund.provider_reference)
        return None if stored is None else self._refund_answer(stored)

    async def refunds_since(self, since: datetime) -> AsyncIterator[ProviderRefund]:
        for stored, payment_reference in await self._store.refunds_since(since):
            yield ProviderRefund(
                answer=self._refund_answer(stored),
                payment_reference=payment_reference,
                transaction_id=stored.transaction_id,
                idempotency_key=stored.idempotency_key,
            )

    async def find_dispute(self, reference: str) -> ProviderDispute | None:
        return await self._disputes.find(reference)

    def disputes_since(self, since: datetime) -> AsyncIterator[ProviderDispute]:
        return self._disputes.since(since)

    async def read_webhook(self, body: bytes, headers: Mapping[str, str]) -> AnyEvent | None:
        return self._webhooks.read(body, headers)

    async def _answer(self, stored: FakePaymentModel) -> ProviderAnswer:
        state = self._store.state(stored)
        return ProviderAnswer(
            reference=stored.reference,
            state=state,
            is_on_its_way=state is ProviderState.OPEN and stored.pays_at is not None,
            amount=stored.amount,
            currency=stored.currency,
            failure=stored.failure,
            redirect_url=f"{self._base_url}/fake-payments/{stored.reference}",
            # What is not paid has no refunds.
            refunded_amount=await self._store.refunded(stored.id)
            if state is ProviderState.SUCCEEDED
            else ZERO,
        )

    def _refund_answer(self, stored: FakeRefundModel) -> ProviderAnswer:
        return ProviderAnswer(
            reference=stored.reference,
            state=self._store.refund_state(stored),
            amount=stored.amount,
            currency=stored.currency,
            failure=stored.failure,
        )


class FakeHostedPayments:
    """Implements `HostedPayments`: the payer's actions, and the webhooks they cause."""

    def __init__(
        self,
        store: FakePaymentStore,
        disputes: FakeDisputes,
        account: FakeAccount,
        webhooks: FakeWebhooks,
        base_url: str,
        clock: Clock,
    ) -> None:
        self._store = store
        self._disputes = disputes
        self._account = account
        self._webhooks = webhooks
        self._base_url = base_url
        self._clock = clock
        self.cards: Sequence[Card] = CARDS

    def find_card(self, number: str) -> Card | None:
        return card_numbered(number)

    async def get(self, reference: str) -> HostedPayment:
        return self._hosted(await self._get(reference))

    async def act(
        self, reference: str, action: PayerAction, card: Card, options: WebhookOptions
    ) -> HostedPayment:
        was_possible = await self._store.act(reference, action, card)
        payment = await self._get(reference)
        if was_possible:
            self._webhooks.send(self._event(payment), options)
        return self._hosted(payment)

    async def act_as_bank(
        self, reference: str, action: BankAction, options: WebhookOptions
    ) -> bool:
        payment = await self._get(reference)
        event = await self._event_of_bank(payment, action)
        if event is not None:
            self._webhooks.send(event, options)
        return event is not None

    async def _event_of_bank(
        self, payment: FakePaymentModel, action: BankAction
    ) -> FakeEvent | FakeNamedEvent | None:
        """Do what the bank does, and return the event of that; None if it is impossible."""
        now = self._clock()
        if action is BankAction.PAY_OUT:
            paid_out = await self._account.pay_out(payment.currency)
            return FakeNamedEvent(kind=PAYOUT, reference=paid_out, at=now) if paid_out else None
        if self._store.state(payment) is not ProviderState.SUCCEEDED:
            return None
        if action is BankAction.RETURN_REFUND:
            returned = await self._store.return_refund(payment)
            if returned is not None:
                return _refund_event(returned, ProviderState.FAILED, now, payment.reference)
        elif action is BankAction.REFUND:
            made = await self._store.refund_outside(payment)
            if made is not None:
                return _refund_event(made, ProviderState.SUCCEEDED, now, payment.reference)
        elif disputed := await self._disputes.act(payment, action):
            kind = TransactionKind.DISPUTE
            return FakeNamedEvent(
                kind=kind, reference=disputed, payment_reference=payment.reference, at=now
            )
        return None

    async def _get(self, reference: str) -> FakePaymentModel:
        payment = await self._store.payment_at(reference)
        if payment is None:
            raise NotFound("payment")
        return payment

    def _event(self, payment: FakePaymentModel) -> FakeEvent:
        """The event that the payer's action causes, now or later."""
        state, name = ProviderState(payment.state), "failed"
        if payment.pays_at is not None:
            state, name = ProviderState.SUCCEEDED, "succeeded"
        elif state is ProviderState.OPEN:
            name = "declined"
        return FakeEvent(
            kind=TransactionKind.PAYMENT,
            name=name,
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
            state=self._store.state(payment),
            failure=payment.failure,
            expires_at=payment.expires_at,
            pays_at=payment.pays_at,
            return_url=safe_return_url(payment.return_url, self._base_url),
        )


class FakeService:
    """The fake service: its store, its webhooks, its account, and its two interfaces."""

    def __init__(self, application_key: str, base_url: str, clock: Clock) -> None:
        store, disputes = FakePaymentStore(clock), FakeDisputes(clock)
        self.account = FakeAccount(clock)
        self.webhooks = FakeWebhooks(webhook_secret(application_key), base_url, clock)
        self.payments = FakePayments(store, disputes, self.webhooks, base_url)
        self.hosted = FakeHostedPayments(
            store, disputes, self.account, self.webhooks, base_url, clock
        )


def safe_return_url(url: str | None, base_url: str) -> str | None:
    """The address if it is a local path or has the origin of `base_url`, else None."""
    # Browsers drop control characters and read a backslash as a slash.
    if url is None or any(character <= " " or character in "\\\x7f" for character in url):
        return None
    try:
        parts, base = urlsplit(url), urlsplit(base_url)
    except ValueError:
        return None
    is_path = not parts.scheme and not parts.netloc and url.startswith("/")
    is_local = is_path and not url.startswith("//")
    is_same_origin = (parts.scheme, parts.netloc) == (base.scheme, base.netloc)
    return url if is_local or is_same_origin else None


def _failed(failure: str) -> ProviderAnswer:
    return ProviderAnswer(reference=None, state=ProviderState.FAILED, failure=failure)


def _refund_event(
    refund: FakeRefundModel,
    state: ProviderState,
    at: datetime,
    payment_reference: str | None = None,
) -> FakeEvent:
    """What becomes of a refund at that time."""
    return FakeEvent(
        kind=TransactionKind.REFUND,
        name=state.value,
        transaction_id=refund.transaction_id,
        reference=refund.reference,
        state=state,
        amount=refund.amount,
        currency=refund.currency,
        failure=refund.failure,
        at=at,
        payment_reference=payment_reference,
    )
