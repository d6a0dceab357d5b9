"""The Stripe provider, through its SDK, against a small Stripe."""

from dataclasses import replace
from decimal import Decimal

import httpx
import pytest

from src.application.ports.payments import (
    PaymentProvider,
    ProviderAnswer,
    ProviderState,
    WebhookEvent,
)
from src.domain.entities.transaction import Transaction
from src.domain.errors import ProviderFailed
from src.infrastructure.payments.stripe import StripePayments
from src.infrastructure.payments.stripe_client import stripe_client
from tests.support.stripe_server import StripeServer
from tests.support.stripe_world import (
    FAILED,
    OPEN,
    PAYMENT,
    REFUND,
    SUCCEEDED,
    order_of,
    paid,
    provider_of,
    started,
)


@pytest.fixture
def server() -> StripeServer:
    return StripeServer()


@pytest.fixture
def provider(server: StripeServer) -> PaymentProvider:
    return provider_of(server)


async def found(provider: PaymentProvider, payment: Transaction) -> ProviderAnswer:
    answer = await provider.find(payment)
    assert answer is not None
    return answer


async def test_payment_is_begun_with_all_that_stripe_must_know(
    provider: PaymentProvider, server: StripeServer
) -> None:
    answer = await provider.start(order_of(PAYMENT))
    (intent,) = server.intents.values()
    assert answer.reference == intent["id"]
    assert answer.client_secret == intent["client_secret"]
    assert (answer.state, answer.amount, answer.currency) == (OPEN, Decimal("50.00"), "USD")
    assert (intent["amount"], intent["currency"]) == (5000, "usd")
    assert intent["metadata"] == {
        "transaction_id": "41",
        "idempotency_key": "key-41",
        "order_reference": "ORD-7K2M9QXA",
    }
    assert intent["automatic_payment_methods"] == "true"


async def test_payment_is_begun_once_when_asked_twice(
    provider: PaymentProvider, server: StripeServer
) -> None:
    first = await provider.start(order_of(PAYMENT))
    assert await provider.start(order_of(PAYMENT)) == first
    assert len(server.intents) == 1


async def test_same_key_with_another_amount_fails(
    provider: PaymentProvider, server: StripeServer
) -> None:
    await started(provider)
    with pytest.raises(ProviderFailed):
        await started(provider, replace(PAYMENT, amount=Decimal("51.00")))
    assert [intent["amount"] for intent in server.intents.values()] == [5000]


# https://docs.stripe.com/currencies: no decimals; two that must be 00, of currencies without any;
# three of which the last must be 0.
UNITS = [
    ("JPY", "1500", 1500),
    ("ISK", "1500", 150000),
    ("UGX", "30000", 3000000),
    ("KWD", "12.340", 12340),
    ("TND", "0.010", 10),
]


@pytest.mark.parametrize(("currency", "amount", "units"), UNITS)
async def test_amount_is_counted_in_the_units_of_its_currency_there_and_back(
    provider: PaymentProvider, server: StripeServer, currency: str, amount: str, units: int
) -> None:
    server.smallest = 1
    payment = replace(PAYMENT, currency=currency, amount=Decimal(amount))
    payment = await paid(provider, server, payment)
    (intent,) = server.intents.values()
    assert intent["amount"] == units
    answer = await found(provider, payment)
    assert (str(answer.amount), answer.currency, answer.state) == (amount, currency, SUCCEEDED)
    event = await provider.read_webhook(*server.webhook("payment_intent.succeeded", intent))
    assert isinstance(event, WebhookEvent) and str(event.answer.amount) == amount
    wanted = replace(REFUND, currency=currency, amount=Decimal(amount))
    refund = await provider.refund(wanted, payment)
    assert (str(refund.amount), refund.currency, refund.state) == (amount, currency, SUCCEEDED)
    assert [kept["amount"] for kept in server.refunds.values()] == [units]
    assert str((await found(provider, payment)).refunded_amount) == amount


@pytest.mark.parametrize(
    ("currency", "amount"),
    [("JPY", "0.50"), ("KWD", "1.505"), ("OMR", "0.001"), ("ISK", "0.50"), ("USD", "1.005")],
)
async def test_payment_and_refund_fail_at_once_where_stripe_has_no_such_amount(
    provider: PaymentProvider, server: StripeServer, currency: str, amount: str
) -> None:
    """Nobody is asked to try again; a refund of it is paid out another way."""
    payment = replace(PAYMENT, currency=currency, amount=Decimal(amount))
    answer = await provider.start(order_of(payment))
    assert answer.state is FAILED
    assert answer.failure == (
        "This way to pay cannot take exactly this amount. Choose another one."
    )
    wanted = replace(REFUND, currency=currency, amount=Decimal(amount))
    refund = await provider.refund(wanted, payment)
    assert refund.state is FAILED
    assert refund.failure == (
        "The provider cannot give back exactly this amount. Pay it out another way."
    )
    assert server.requests == []


async def test_payment_fails_when_stripe_takes_no_such_amount(
    provider: PaymentProvider, server: StripeServer
) -> None:
    """Trying again would be refused again, so nobody is asked to."""
    answer = await provider.start(order_of(replace(PAYMENT, amount=Decimal("0.30"))))
    assert answer.state is FAILED
    assert answer.failure == ("The amount is too small for this way to pay. Choose another one.")
    assert server.intents == {}


async def test_declined_card_leaves_the_payment_open_and_says_why(
    provider: PaymentProvider, server: StripeServer
) -> None:
    payment = await started(provider)
    server.decline(payment.provider_reference or "")
    answer = await found(provider, payment)
    assert (answer.state, answer.failure) == (OPEN, "Your card was declined.")


async def test_paid_payment_is_found_with_what_has_gone_back_of_it(
    provider: PaymentProvider, server: StripeServer
) -> None:
    payment = await paid(provider, server)
    await provider.refund(REFUND, payment)
    answer = await found(provider, payment)
    assert (answer.state, answer.refunded_amount) == (SUCCEEDED, Decimal("30.00"))


async def test_payment_without_a_reference_is_found_by_its_key(
    provider: PaymentProvider, server: StripeServer
) -> None:
    payment = await paid(provider, server)
    # Another database's payment can have the same id.
    await started(provider, replace(PAYMENT, idempotency_key="other"))
    answer = await found(provider, PAYMENT)
    assert (answer.reference, answer.refunded_amount) == (payment.provider_reference, Decimal(0))


async def test_unknown_payment_is_not_found(provider: PaymentProvider) -> None:
    await started(provider)
    assert await provider.find(replace(PAYMENT, provider_reference="pi_unknown")) is None
    unknown = replace(PAYMENT, idempotency_key="unknown")
    assert await provider.find(unknown) is None
    assert await provider.cancel(unknown) is None
    assert (await provider.refund(REFUND, unknown)).state is FAILED


async def test_cancelled_payment_has_failed(provider: PaymentProvider) -> None:
    payment = await started(provider)
    answer = await provider.cancel(payment)
    assert answer is not None and answer.state is FAILED
    again = await provider.cancel(payment)
    assert again is not None and again.state is FAILED


@pytest.mark.parametrize(("status", "state"), [("succeeded", SUCCEEDED), ("processing", OPEN)])
async def test_payment_that_is_paid_or_on_its_way_is_not_cancelled(
    provider: PaymentProvider, server: StripeServer, status: str, state: ProviderState
) -> None:
    payment = await paid(provider, server)
    server.intents[payment.provider_reference or ""]["status"] = status
    answer = await provider.cancel(payment)
    assert answer is not None and answer.state is state
    assert server.intents[payment.provider_reference or ""]["status"] == status


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("pending", OPEN),
        ("requires_action", OPEN),
        ("succeeded", SUCCEEDED),
        ("failed", FAILED),
        ("canceled", FAILED),
    ],
)
async def test_refund_stands_as_stripe_says(
    provider: PaymentProvider, server: StripeServer, status: str, state: ProviderState
) -> None:
    server.refund_status = status
    refunded = await provider.refund(REFUND, await paid(provider, server))
    assert (refunded.state, refunded.amount) == (state, Decimal("30.00"))
    assert (refunded.failure is not None) is (state is FAILED)
    reference = replace(REFUND, provider_reference=refunded.reference)
    assert await provider.find_refund(reference) == refunded


async def test_refund_is_made_once_when_asked_twice(
    provider: PaymentProvider, server: StripeServer
) -> None:
    payment = await paid(provider, server)
    first = await provider.refund(REFUND, payment)
    assert await provider.refund(REFUND, payment) == first
    assert len(server.refunds) == 1


async def test_refund_fails_when_it_is_more_than_is_left(
    provider: PaymentProvider, server: StripeServer
) -> None:
    payment = await paid(provider, server)
    await provider.refund(REFUND, payment)
    second = replace(REFUND, id=43, idempotency_key="key-43")
    answer = await provider.refund(second, payment)
    assert (answer.state, answer.reference) == (FAILED, None)
    rest = replace(second, amount=Decimal("20.00"), idempotency_key="key-44")
    assert (await provider.refund(rest, payment)).state is SUCCEEDED
    third = replace(second, amount=Decimal("0.01"), idempotency_key="key-45")
    assert (await provider.refund(third, payment)).state is FAILED
    assert [refund["amount"] for refund in server.refunds.values()] == [3000, 2000]


async def test_refund_without_a_reference_is_found_by_its_key(
    provider: PaymentProvider, server: StripeServer
) -> None:
    await started(provider, replace(PAYMENT, idempotency_key="of another database"))
    payment = await paid(provider, server)
    assert await provider.find_refund(REFUND) is None
    other = replace(REFUND, amount=Decimal("1.00"), idempotency_key="other")
    await provider.refund(other, payment)
    assert await provider.find_refund(REFUND) is None
    made = await provider.refund(REFUND, payment)
    assert await provider.find_refund(REFUND) == made
    assert await provider.find_refund(replace(REFUND, parent_id=999)) is None
    assert await provider.find_refund(replace(REFUND, provider_reference="re_unknown")) is None


@pytest.mark.parametrize("failure", [500, 429, 401, httpx.ReadTimeout("slow")])
async def test_trouble_at_stripe_is_a_failed_provider(
    provider: PaymentProvider, server: StripeServer, failure: int | Exception
) -> None:
    server.failures = [failure] * 3
    with pytest.raises(ProviderFailed):
        await provider.start(order_of(PAYMENT))
    assert server.intents == {}


async def test_short_trouble_is_tried_again_with_the_same_key(
    provider: PaymentProvider, server: StripeServer
) -> None:
    server.failures = [503, httpx.ConnectError("gone")]
    assert (await provider.start(order_of(PAYMENT))).state is OPEN
    assert server.requests == ["POST /v1/payment_intents"] * 3


async def test_failure_logs_no_secret(
    server: StripeServer, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    provider = StripePayments(
        stripe_client("sk_test_hunter2", http_client=server.http_client()),
        ["whsec"],
        "https://tickets.example",
    )
    with pytest.raises(ProviderFailed) as refusal:
        await provider.start(order_of(PAYMENT))
    printed = "".join((*capfd.readouterr(), caplog.text, str(refusal.value)))
    assert "stripe_failed" in printed
    assert "hunter2" not in printed
    assert "ORD-7K2M9QXA" not in printed


async def test_refund_whose_key_was_forgotten_is_not_made_twice(
    provider: PaymentProvider, server: StripeServer
) -> None:
    """Stripe forgets keys after a day, and says that all has gone back already."""
    payment = await paid(provider, server)
    whole = replace(REFUND, amount=PAYMENT.amount)
    made = await provider.refund(whole, payment)
    server.forget_keys()
    assert await provider.refund(whole, payment) == made
    another = replace(whole, id=43, idempotency_key="key-43")
    assert (await provider.refund(another, payment)).state is FAILED
    assert len(server.refunds) == 1


def test_least_amounts_are_those_of_stripe(provider: PaymentProvider) -> None:
    assert provider.least("USD") == Decimal("0.50")
    assert provider.least("HUF") == Decimal("175.00")
    assert provider.least("JPY") == Decimal(50)
    assert provider.least("KWD") is None
