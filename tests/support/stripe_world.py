"""A payment and its refund, as the Stripe provider gets them."""

from dataclasses import replace
from decimal import Decimal

from src.application.ports.payments import PaymentOrder, PaymentProvider, ProviderState
from src.domain.entities.transaction import Transaction, TransactionKind
from src.infrastructure.payments.stripe import StripePayments
from src.infrastructure.payments.stripe_client import stripe_client
from tests.support.stripe_server import API_KEY, OWN_URL, WEBHOOK_SECRET, StripeServer

OPEN, SUCCEEDED, FAILED = ProviderState.OPEN, ProviderState.SUCCEEDED, ProviderState.FAILED
PAYMENT = Transaction(
    id=41,
    order_id=7,
    kind=TransactionKind.PAYMENT,
    provider="stripe",
    amount=Decimal("50.00"),
    currency="USD",
    idempotency_key="key-41",
)
REFUND = replace(
    PAYMENT,
    id=42,
    kind=TransactionKind.REFUND,
    amount=Decimal("30.00"),
    idempotency_key="key-42",
    parent_id=41,
)


def provider_of(server: StripeServer) -> PaymentProvider:
    return StripePayments(
        stripe_client(API_KEY, http_client=server.http_client()), [WEBHOOK_SECRET], OWN_URL
    )


def order_of(payment: Transaction) -> PaymentOrder:
    return PaymentOrder(transaction=payment, order_reference="ORD-7K2M9QXA", expires_at=None)


async def started(provider: PaymentProvider, payment: Transaction = PAYMENT) -> Transaction:
    """The payment, begun, with the reference it was given."""
    answer = await provider.start(order_of(payment))
    return replace(payment, provider_reference=answer.reference)


async def paid(
    provider: PaymentProvider, server: StripeServer, payment: Transaction = PAYMENT
) -> Transaction:
    payment = await started(provider, payment)
    server.pay(payment.provider_reference or "")
    return payment
