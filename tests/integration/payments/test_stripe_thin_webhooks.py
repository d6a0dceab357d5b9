"""Stripe's webhooks of the thin kind: they name what they are about, and that is looked up."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
import stripe

from src.application.ports.payments import DisputeEvent, PaymentProvider, WebhookEvent
from src.domain.errors import InvalidSignature, ProviderFailed
from src.infrastructure.payments.stripe_client import stripe_client
from src.infrastructure.payments.stripe_events import (
    HANDLED,
    VERSION,
)
from tests.support.api import Api, Person
from tests.support.orders import order_of, start
from tests.support.stripe_server import API_KEY, WEBHOOK_SECRET, StripeServer
from tests.support.stripe_shop import stripe_shop
from tests.support.stripe_world import (
    FAILED,
    PAYMENT,
    REFUND,
    SUCCEEDED,
    paid,
    provider_of,
)
from tests.support.stripe_world import (
    order_of as payment_order,
)


@pytest.fixture
def server() -> StripeServer:
    return StripeServer()


@pytest.fixture
def provider(server: StripeServer) -> PaymentProvider:
    return provider_of(server)


async def test_payment_and_refund_are_looked_up_as_they_are_now(
    provider: PaymentProvider, server: StripeServer
) -> None:
    payment = await paid(provider, server)
    intent = server.intents[payment.provider_reference or ""]
    event = await provider.read_webhook(*server.thin_webhook("payment_intent.processing", intent))
    assert isinstance(event, WebhookEvent) and event.transaction_id == PAYMENT.id
    # It has succeeded since the event was made.
    assert (event.answer.state, event.answer.amount) == (SUCCEEDED, Decimal("50.00"))
    made = await provider.refund(REFUND, payment)
    server.return_refund(made.reference or "")
    refund = server.refunds[made.reference or ""]
    event = await provider.read_webhook(*server.thin_webhook("refund.failed", refund))
    assert isinstance(event, WebhookEvent) and event.transaction_id == REFUND.id
    assert (event.answer.state, event.payment_reference) == (FAILED, intent["id"])


async def test_dispute_is_named_alone_and_a_session_is_looked_up(
    provider: PaymentProvider, server: StripeServer
) -> None:
    payment = await paid(provider, server)
    dispute = server.dispute(payment.provider_reference or "")
    server.requests.clear()
    event = await provider.read_webhook(*server.thin_webhook("charge.dispute.created", dispute))
    assert isinstance(event, DisputeEvent) and event.reference == dispute["id"]
    assert server.requests == []
    other = replace(PAYMENT, idempotency_key="key-43")
    begun = await provider.start(replace(payment_order(other), return_url="/orders/x"))
    session = server.check_out(begun.reference or "", how="debit")
    server.settle_debit(session["id"], is_paid=False)
    kind = "checkout.session.async_payment_failed"
    event = await provider.read_webhook(*server.thin_webhook(kind, session))
    assert isinstance(event, WebhookEvent) and event.answer.state is FAILED


async def test_what_is_unknown_or_forged_or_cannot_be_looked_up(
    provider: PaymentProvider, server: StripeServer
) -> None:
    customer = {"id": "cus_1", "object": "customer"}
    assert await provider.read_webhook(*server.thin_webhook("customer.created", customer)) is None
    missing = {"id": "pi_9", "object": "payment_intent"}
    named = server.thin_webhook("payment_intent.succeeded", missing)
    assert await provider.read_webhook(*named) is None
    server.failures = [500] * 3
    with pytest.raises(ProviderFailed):
        await provider.read_webhook(*named)
    body, headers = named
    with pytest.raises(InvalidSignature):
        await provider.read_webhook(body.replace(b"pi_9", b"pi_8"), headers)


async def test_thin_event_confirms_an_order_and_is_asked_for_again_where_stripe_is_silent(
    api: Api, organizer: Person, buyer: Person
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    path = "/api/v1/payments/stripe/webhook"
    with stripe_shop(api) as shop:
        payment = await start(api, buyer, order, provider="stripe")
        shop.server.pay(payment["provider_reference"])
        intent = shop.server.intents[payment["provider_reference"]]
        body, headers = shop.server.thin_webhook("payment_intent.succeeded", intent)
        shop.server.failures = [500] * 3
        silent = await api.client.post(path, content=body, headers=headers)
        assert silent.status_code == 503
        for effect in ("recorded", "repeated"):
            response = await api.client.post(path, content=body, headers=headers)
            assert response.json() == {"effect": effect}
    assert (await api.get(f"/orders/{order['id']}", buyer)).json()["status"] == "confirmed"


def test_the_stand_in_is_read_by_the_sdk_itself(server: StripeServer) -> None:
    client = stripe_client(API_KEY)
    about = {"id": "pi_1", "object": "payment_intent"}
    for kind in sorted(HANDLED):
        body, headers = server.thin_webhook(kind, about)
        read = client.parse_event_notification(body, headers["stripe-signature"], WEBHOOK_SECRET)
        assert read.type == VERSION + kind == json.loads(body)["type"]
        assert not isinstance(read, stripe.events.UnknownEventNotification), kind
