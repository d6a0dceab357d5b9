"""Payments on Stripe's own page: Checkout Sessions, from the order to its tickets and back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from src.application.ports.payments import PaymentOrder, PaymentProvider, ProviderState
from src.domain.errors import ProviderFailed
from tests.support.api import Api, MovableClock, Person
from tests.support.orders import order_of
from tests.support.stripe_server import OWN_URL, StripeServer
from tests.support.stripe_shop import StripeShop, stripe_shop
from tests.support.stripe_world import PAYMENT, REFUND, provider_of

NOW = datetime.now(UTC)
OPEN, SUCCEEDED, FAILED = ProviderState.OPEN, ProviderState.SUCCEEDED, ProviderState.FAILED
BEGUN = replace(PAYMENT, created_at=NOW)


def order_with(**fields: Any) -> PaymentOrder:
    asked = {"order_reference": "ORD-7K2M9QXA", "expires_at": NOW + timedelta(hours=2)}
    return PaymentOrder(transaction=BEGUN, **{**asked, "return_url": "/checkout/x", **fields})


@pytest.fixture(autouse=True)
def payment_begun_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """This file may have been imported long ago, and sessions are short."""
    now = datetime.now(UTC)
    monkeypatch.setitem(globals(), "NOW", now)
    monkeypatch.setitem(globals(), "BEGUN", replace(PAYMENT, created_at=now))


@pytest.fixture
def server() -> StripeServer:
    return StripeServer()


@pytest.fixture
def provider(server: StripeServer) -> PaymentProvider:
    return provider_of(server)


async def test_buyer_who_comes_back_is_sent_to_a_page_of_stripe(
    provider: PaymentProvider, server: StripeServer
) -> None:
    answer = await provider.start(order_with())
    (session,) = server.sessions.values()
    assert (answer.state, answer.reference) == (OPEN, session["id"])
    assert answer.redirect_url == session["url"] and answer.client_secret is None
    assert answer.amount == Decimal("50.00") and not answer.is_on_its_way
    assert session["success_url"] == session["cancel_url"] == f"{OWN_URL}/checkout/x"
    assert session["expires_at"] == int((NOW + timedelta(hours=2)).timestamp())
    assert session["metadata"]["idempotency_key"] == PAYMENT.idempotency_key
    again = await provider.start(order_with())
    assert again == answer and len(server.sessions) == 1


@pytest.mark.parametrize(
    ("order_has", "session_has"),
    [
        (timedelta(minutes=10), timedelta(minutes=40)),
        (timedelta(days=5), timedelta(hours=23)),
        (None, timedelta(minutes=40)),
    ],
    ids=str,
)
async def test_session_is_open_as_long_as_the_order_waits_and_stripe_allows(
    provider: PaymentProvider,
    server: StripeServer,
    order_has: timedelta | None,
    session_has: timedelta,
) -> None:
    until = None if order_has is None else NOW + order_has
    answer = await provider.start(order_with(expires_at=until, return_url="https://x.example/y"))
    assert answer.state is OPEN
    (session,) = server.sessions.values()
    assert session["expires_at"] == int((NOW + session_has).timestamp())
    assert session["success_url"] == "https://x.example/y"


async def test_paid_session_has_the_name_of_its_payment_from_then_on(
    provider: PaymentProvider, server: StripeServer
) -> None:
    begun = await provider.start(order_with())
    payment = replace(BEGUN, provider_reference=begun.reference)
    session = server.check_out(begun.reference or "")
    found = await provider.find(payment)
    assert found is not None and found.state is SUCCEEDED
    assert (found.known_as, found.reference) == (begun.reference, session["payment_intent"])
    assert (found.amount, found.refunded_amount) == (Decimal("50.00"), Decimal("0.00"))
    # It is too late to cancel it.
    late = await provider.cancel(payment)
    assert late is not None and late.state is SUCCEEDED
    refund = await provider.refund(REFUND, replace(payment, provider_reference=found.reference))
    assert (refund.state, refund.amount) == (SUCCEEDED, Decimal("30.00"))


async def test_session_that_nobody_paid_can_be_ended(
    provider: PaymentProvider, server: StripeServer
) -> None:
    begun = await provider.start(order_with())
    payment = replace(BEGUN, provider_reference=begun.reference)
    for _ in range(2):
        ended = await provider.cancel(payment)
        assert ended is not None and ended.state is FAILED
        assert ended.failure == "The payment was not made in time."
    assert server.sessions[begun.reference or ""]["status"] == "expired"


@pytest.mark.parametrize(
    ("is_paid", "state", "failure"),
    [(True, SUCCEEDED, None), (False, FAILED, "The account has no cover.")],
)
async def test_debit_is_on_its_way_for_days_and_then_decided(
    provider: PaymentProvider,
    server: StripeServer,
    is_paid: bool,
    state: ProviderState,
    failure: str | None,
) -> None:
    begun = await provider.start(order_with())
    payment = replace(BEGUN, provider_reference=begun.reference)
    server.check_out(begun.reference or "", how="debit")
    waiting = await provider.find(payment)
    assert waiting is not None and (waiting.state, waiting.is_on_its_way) == (OPEN, True)
    assert waiting.reference == begun.reference
    server.settle_debit(begun.reference or "", is_paid=is_paid)
    found = await provider.find(payment)
    assert found is not None and (found.state, found.failure) == (state, failure)


async def test_lost_answer_is_found_by_the_key(
    provider: PaymentProvider, server: StripeServer
) -> None:
    begun = await provider.start(order_with())
    found = await provider.find(BEGUN)
    assert found is not None and found.reference == begun.reference
    other = replace(BEGUN, idempotency_key="key-of-another")
    assert await provider.find(other) is None
    missing = replace(BEGUN, provider_reference="cs_unknown")
    assert await provider.find(missing) is None
    server.failures = [500] * 3
    with pytest.raises(ProviderFailed):
        await provider.find(BEGUN)


@pytest.fixture
def shop(api: Api) -> Iterator[StripeShop]:
    with stripe_shop(api) as shop:
        yield shop


@pytest.fixture
async def begun(
    api: Api, shop: StripeShop, organizer: Person, buyer: Person
) -> tuple[dict[str, Any], dict[str, Any]]:
    """An order, and the payment whose buyer has left for Stripe's page."""
    event = await api.event(organizer, payment="online", payment_days=7)
    order = await order_of(api, buyer, event)
    body = {"order_id": order["id"], "provider": "stripe", "return_url": "/orders/x"}
    response = await api.post("/transactions", buyer, body)
    assert response.status_code == 201, response.text
    payment = response.json()
    assert payment["redirect_url"].startswith("https://checkout.stripe.test/")
    return order, payment


async def state_of(api: Api, who: Person, order: dict[str, Any]) -> tuple[str, str, str]:
    found = (await api.get(f"/orders/{order['id']}", who)).json()
    payments = (await api.get(f"/transactions/order/{order['id']}", who)).json()
    return found["status"], payments[0]["status"], payments[0]["provider_reference"]


async def test_webhook_of_the_page_confirms_the_order_whichever_comes_first(
    api: Api, shop: StripeShop, buyer: Person, admin: Person, begun: tuple[Any, Any]
) -> None:
    order, payment = begun
    session = shop.server.check_out(payment["provider_reference"])
    intent = shop.server.intents[session["payment_intent"]]
    # By its name that payment is not known yet.
    assert await shop.send("payment_intent.succeeded", intent) == "unknown"
    assert await shop.send("checkout.session.completed", session) == "recorded"
    assert await state_of(api, buyer, order) == ("confirmed", "success", intent["id"])
    await shop.send("payment_intent.succeeded", intent)
    await shop.send("checkout.session.completed", session)
    assert await state_of(api, buyer, order) == ("confirmed", "success", intent["id"])
    refund = await shop.refund({**payment, "provider_reference": intent["id"]}, admin)
    assert refund["status"] == "success"
    await shop.follow()
    assert await shop.findings(admin) == []


async def test_tickets_wait_for_a_debit_until_the_bank_has_paid(
    api: Api, shop: StripeShop, buyer: Person, begun: tuple[Any, Any], clock: MovableClock
) -> None:
    order, payment = begun
    session = shop.server.check_out(payment["provider_reference"], how="debit")
    assert await shop.send("checkout.session.completed", session) == "recorded"
    clock.move(days=5)
    await api.container.settling.settle_orders().execute()
    assert (await state_of(api, buyer, order))[:2] == ("pending", "pending")
    shop.server.settle_debit(session["id"], is_paid=True)
    await shop.send("checkout.session.async_payment_succeeded", session)
    assert await state_of(api, buyer, order) == ("confirmed", "success", session["payment_intent"])


async def test_debit_that_the_bank_refuses_fails_and_the_buyer_can_pay_again(
    api: Api, shop: StripeShop, buyer: Person, begun: tuple[Any, Any], clock: MovableClock
) -> None:
    order, payment = begun
    session = shop.server.check_out(payment["provider_reference"], how="debit")
    await shop.send("checkout.session.completed", session)
    clock.move(days=3)
    shop.server.settle_debit(session["id"], is_paid=False)
    await shop.send("checkout.session.async_payment_failed", session)
    assert (await state_of(api, buyer, order))[:2] == ("pending", "failed")
    again = await api.post("/transactions", buyer, {"order_id": order["id"], "provider": "stripe"})
    assert again.status_code == 201 and again.json()["id"] != payment["id"]


async def test_session_that_expires_ends_the_payment(
    api: Api, shop: StripeShop, buyer: Person, begun: tuple[Any, Any]
) -> None:
    order, payment = begun
    session = shop.server.sessions[payment["provider_reference"]]
    session |= {"status": "expired", "url": None}
    assert await shop.send("checkout.session.expired", session) == "recorded"
    assert (await state_of(api, buyer, order))[:2] == ("pending", "failed")


async def test_lost_webhooks_are_found_by_the_reconciler(
    api: Api, shop: StripeShop, buyer: Person, begun: tuple[Any, Any], clock: MovableClock
) -> None:
    order, payment = begun
    session = shop.server.check_out(payment["provider_reference"])
    clock.move(minutes=2)
    assert await api.container.settling.reconcile().settle_open_payments() == 1
    assert await state_of(api, buyer, order) == ("confirmed", "success", session["payment_intent"])


async def test_order_whose_time_is_over_ends_its_session(
    api: Api, shop: StripeShop, buyer: Person, begun: tuple[Any, Any], clock: MovableClock
) -> None:
    order, payment = begun
    clock.move(minutes=30)
    await api.container.settling.settle_orders().execute()
    await api.container.settling.reconcile().settle_open_payments()
    assert shop.server.sessions[payment["provider_reference"]]["status"] == "expired"
    assert (await state_of(api, buyer, order))[:2] == ("expired", "failed")
