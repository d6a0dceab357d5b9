"""Stripe's webhooks: verified on the raw body, and read in our words."""

from decimal import Decimal

import pytest

from src.application.ports.payments import (
    DisputeEvent,
    PaymentProvider,
    PayoutEvent,
    ProviderState,
    WebhookEvent,
)
from src.domain.entities.transaction import TransactionKind
from src.domain.errors import InvalidSignature
from src.infrastructure.payments.stripe import StripePayments
from src.infrastructure.payments.stripe_client import stripe_client
from tests.support.stripe_server import API_KEY, OWN_URL, WEBHOOK_SECRET, StripeServer, sign
from tests.support.stripe_world import FAILED, OPEN, REFUND, SUCCEEDED, paid, provider_of, started


@pytest.fixture
def server() -> StripeServer:
    return StripeServer()


@pytest.fixture
def provider(server: StripeServer) -> PaymentProvider:
    return provider_of(server)


@pytest.mark.parametrize(
    ("kind", "status", "state"),
    [
        ("payment_intent.succeeded", "succeeded", SUCCEEDED),
        ("payment_intent.payment_failed", "requires_payment_method", OPEN),
        ("payment_intent.canceled", "canceled", FAILED),
        ("payment_intent.processing", "processing", OPEN),
    ],
)
async def test_webhook_of_a_payment_is_read(
    provider: PaymentProvider, server: StripeServer, kind: str, status: str, state: ProviderState
) -> None:
    payment = await paid(provider, server)
    intent = server.intents[payment.provider_reference or ""] | {"status": status}
    body, headers = server.webhook(kind, intent)
    webhook_event = await provider.read_webhook(body, headers)
    assert isinstance(webhook_event, WebhookEvent)
    assert (webhook_event.kind, webhook_event.transaction_id) == (TransactionKind.PAYMENT, 41)
    assert (webhook_event.answer.reference, webhook_event.answer.state) == (intent["id"], state)
    assert (webhook_event.answer.amount, webhook_event.answer.refunded_amount) == (
        Decimal("50.00"),
        None,
    )


@pytest.mark.parametrize(
    "kind", ["refund.created", "refund.updated", "refund.failed", "charge.refund.updated"]
)
async def test_webhook_of_a_refund_is_read(
    provider: PaymentProvider, server: StripeServer, kind: str
) -> None:
    made = await provider.refund(REFUND, await paid(provider, server))
    webhook_event = await provider.read_webhook(
        *server.webhook(kind, server.refunds[made.reference or ""])
    )
    assert isinstance(webhook_event, WebhookEvent)
    assert (webhook_event.kind, webhook_event.transaction_id) == (TransactionKind.REFUND, 42)
    assert webhook_event.answer == made


async def test_webhook_of_an_unknown_type_is_ignored(
    provider: PaymentProvider, server: StripeServer
) -> None:
    assert await provider.read_webhook(*server.webhook("customer.created", {"id": "cus_1"})) is None


async def test_webhook_of_a_payment_that_is_not_ours_names_no_transaction(
    provider: PaymentProvider, server: StripeServer
) -> None:
    payment = await started(provider)
    intent = server.intents[payment.provider_reference or ""] | {"metadata": {}}
    webhook_event = await provider.read_webhook(
        *server.webhook("payment_intent.processing", intent)
    )
    assert isinstance(webhook_event, WebhookEvent) and webhook_event.transaction_id is None


async def test_webhook_is_refused_unless_stripe_signed_this_body_lately(
    provider: PaymentProvider, server: StripeServer
) -> None:
    body, headers = server.webhook("customer.created", {"id": "cus_1"})
    assert await provider.read_webhook(body, headers) is None
    forged = [
        (body + b" ", headers),
        (body, {}),
        (body, sign(body, secret="whsec_other")),
        (body, sign(body, age=301)),
        (body, {"stripe-signature": "nonsense"}),
        (body, {"stripe-signature": "t=1,v1=é"}),
        (b"\xff", sign(b"\xff")),
    ]
    for forged_body, forged_headers in forged:
        with pytest.raises(InvalidSignature):
            await provider.read_webhook(forged_body, forged_headers)


@pytest.mark.parametrize(
    "kind", ["created", "updated", "closed", "funds_withdrawn", "funds_reinstated"]
)
async def test_webhook_of_a_dispute_names_it(
    provider: PaymentProvider, server: StripeServer, kind: str
) -> None:
    """What it says is asked for: of two events, nobody knows which is the newer one."""
    payment = await paid(provider, server)
    dispute = server.dispute(payment.provider_reference or "")
    event = await provider.read_webhook(*server.webhook(f"charge.dispute.{kind}", dispute))
    assert event == DisputeEvent(
        id=event.id if event else "",
        reference=dispute["id"],
        payment_reference=payment.provider_reference,
    )


@pytest.mark.parametrize("is_thin", [False, True])
@pytest.mark.parametrize("kind", ["created", "updated", "paid", "failed", "canceled"])
async def test_webhook_of_a_payout_names_it(
    provider: PaymentProvider, server: StripeServer, kind: str, is_thin: bool
) -> None:
    """Nothing is asked for here: its account is."""
    await paid(provider, server)
    payout = server.account.pay_out()
    server.requests.clear()
    make = server.thin_webhook if is_thin else server.webhook
    event = await provider.read_webhook(*make(f"payout.{kind}", payout))
    assert event == PayoutEvent(id=event.id if event else "", reference=payout["id"])
    assert server.requests == []


async def test_webhook_may_be_signed_with_the_secret_of_any_destination(
    server: StripeServer,
) -> None:
    """One has snapshots, another thin events, and while a secret is rotated there are two."""
    client = stripe_client(API_KEY, http_client=server.http_client())
    provider = StripePayments(client, [WEBHOOK_SECRET, "whsec_thin", "whsec_old"], OWN_URL)
    body, _ = server.thin_webhook("payout.paid", {"id": "po_1", "object": "payout"})
    for secret in (WEBHOOK_SECRET, "whsec_thin", "whsec_old"):
        event = await provider.read_webhook(body, sign(body, secret=secret))
        assert isinstance(event, PayoutEvent)
    for header in (sign(body, secret="whsec_other"), sign(body, secret="whsec_old", age=301), {}):
        with pytest.raises(InvalidSignature):
            await provider.read_webhook(body, header)
