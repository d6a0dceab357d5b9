"""The fake provider behind the port: idempotent, apart from our transactions, exact in money."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import asyncpg
import pytest

from src.application.ports.payments import PaymentProvider, ProviderState
from src.domain.entities.transaction import TransactionKind
from src.domain.errors import ProviderFailed
from src.infrastructure.payments.fake.provider import FakePayments
from tests.support.api import Api, MovableClock
from tests.support.fake_payments import PAYMENT, REFUND, FakePaymentsWorld, fake_payments_world

OPEN, SUCCEEDED, FAILED = ProviderState.OPEN, ProviderState.SUCCEEDED, ProviderState.FAILED
PORT: type[PaymentProvider] = FakePayments
COUNT = "SELECT count(*) FROM fake_payments"
COUNT_REFUNDS = "SELECT count(*) FROM fake_refunds"


@pytest.fixture
def world(api: Api, clock: MovableClock) -> Iterator[FakePaymentsWorld]:
    with fake_payments_world(api, clock) as world:
        yield world


async def test_payment_is_begun_open_with_a_page_that_cannot_be_guessed(
    world: FakePaymentsWorld,
) -> None:
    answer = await world.start()
    assert (answer.state, answer.amount, answer.currency) == (OPEN, Decimal("50.00"), "USD")
    assert answer.reference is not None and len(answer.reference) >= len("fake_pay_") + 32
    assert answer.redirect_url == f"http://127.0.0.1:8000/fake-payments/{answer.reference}"
    assert answer.refunded_amount == 0


async def test_payment_is_begun_once_when_asked_five_times_together(
    world: FakePaymentsWorld, connection: asyncpg.Connection
) -> None:
    answers = await asyncio.gather(*(world.start() for _ in range(5)))
    assert len({answer.reference for answer in answers}) == 1
    assert await connection.fetchval(COUNT) == 1


@pytest.mark.parametrize(
    "changes", [{"amount": Decimal("51.00")}, {"currency": "EUR"}, {"id": 43}], ids=str
)
async def test_same_key_with_other_content_fails_and_changes_nothing(
    world: FakePaymentsWorld, changes: dict[str, object]
) -> None:
    first = await world.start()
    with pytest.raises(ProviderFailed):
        await world.start(replace(PAYMENT, **changes))  # type: ignore[arg-type]
    assert await world.found() == first


async def test_payment_outlives_the_transaction_that_asked_for_it(
    world: FakePaymentsWorld,
) -> None:
    async with world.api.container.adapters.unit_of_work()():
        begun = await world.start()
    assert await world.found() == begun


async def test_unknown_payment_and_refund_are_not_found(world: FakePaymentsWorld) -> None:
    await world.start(replace(PAYMENT, id=1, idempotency_key="other"))
    assert await world.provider.find(PAYMENT) is None
    assert await world.provider.cancel(PAYMENT) is None
    assert await world.provider.find_refund(REFUND) is None
    refused = await world.provider.refund(REFUND, PAYMENT)
    assert (refused.state, refused.reference) == (FAILED, None)


async def test_cancelled_payment_has_failed_and_can_no_longer_be_paid(
    world: FakePaymentsWorld,
) -> None:
    page = await world.page()
    other = await world.start(replace(PAYMENT, id=1, idempotency_key="other"))
    answer = await world.provider.cancel(PAYMENT)
    assert answer is not None and answer.state is FAILED
    await world.click(page)
    assert (await world.found()).state is FAILED
    assert await world.inbox.all() == []
    untouched = await world.provider.find(replace(PAYMENT, id=1, idempotency_key="other"))
    assert untouched == other


async def test_paid_payment_is_not_cancelled(world: FakePaymentsWorld) -> None:
    await world.pay()
    answer = await world.provider.cancel(PAYMENT)
    assert answer is not None and answer.state is SUCCEEDED


async def test_refund_succeeds_at_once_and_is_made_once(
    world: FakePaymentsWorld, connection: asyncpg.Connection
) -> None:
    await world.pay()
    made = await world.provider.refund(REFUND, PAYMENT)
    assert (made.state, made.amount) == (SUCCEEDED, Decimal("30.00"))
    assert made.reference is not None and made.reference.startswith("fake_ref_")
    assert await world.provider.refund(REFUND, PAYMENT) == made
    assert await world.provider.find_refund(REFUND) == made
    assert (await world.found()).refunded_amount == Decimal("30.00")
    assert await connection.fetchval(COUNT_REFUNDS) == 1


async def test_refund_with_the_key_of_another_fails(world: FakePaymentsWorld) -> None:
    await world.pay()
    made = await world.provider.refund(REFUND, PAYMENT)
    with pytest.raises(ProviderFailed):
        await world.provider.refund(replace(REFUND, amount=Decimal("1.00")), PAYMENT)
    assert await world.provider.find_refund(REFUND) == made


async def test_refund_fails_when_nothing_was_paid(world: FakePaymentsWorld) -> None:
    await world.start()
    assert (await world.provider.refund(REFUND, PAYMENT)).state is FAILED


async def test_one_refund_succeeds_when_two_that_are_too_much_come_together(
    world: FakePaymentsWorld,
) -> None:
    await world.pay()
    second = replace(REFUND, id=43, idempotency_key="key-43")
    answers = await asyncio.gather(
        world.provider.refund(REFUND, PAYMENT), world.provider.refund(second, PAYMENT)
    )
    assert sorted(answer.state for answer in answers) == [FAILED, SUCCEEDED]
    assert (await world.found()).refunded_amount == Decimal("30.00")
    rest = replace(second, amount=Decimal("20.00"), idempotency_key="key-44")
    assert (await world.provider.refund(rest, PAYMENT)).state is SUCCEEDED


async def test_refund_of_13_cents_stays_open_for_5_seconds_then_sends_a_webhook(
    world: FakePaymentsWorld,
) -> None:
    await world.pay()
    refund = replace(REFUND, amount=Decimal("10.13"))
    made = await world.provider.refund(refund, PAYMENT)
    assert made.state is OPEN
    assert (await world.found()).refunded_amount == 0
    too_much = replace(REFUND, id=43, amount=Decimal("40.00"), idempotency_key="key-43")
    assert (await world.provider.refund(too_much, PAYMENT)).state is FAILED
    webhook_event = (await world.inbox.all())[-1]
    assert (webhook_event.kind, webhook_event.transaction_id) == (TransactionKind.REFUND, 42)
    assert webhook_event.answer == replace(made, state=SUCCEEDED)
    assert await world.provider.find_refund(refund) == webhook_event.answer
    assert (await world.found()).refunded_amount == Decimal("10.13")


async def test_refund_of_31_cents_is_refused_by_the_bank(world: FakePaymentsWorld) -> None:
    await world.pay()
    made = await world.provider.refund(replace(REFUND, amount=Decimal("10.31")), PAYMENT)
    assert (made.state, made.failure) == (FAILED, "The bank refused the refund.")
    assert (await world.found()).refunded_amount == 0
