"""The scripted provider keeps its word: what the tests of payments lean on."""

from dataclasses import replace
from decimal import Decimal

import pytest

from src.application.ports.payments import PaymentProvider, ProviderState, WebhookEvent
from src.domain.errors import InvalidSignature, ProviderFailed
from tests.support.payments import ORDER, PAYMENT, REFUND, ScriptedProvider

PORT: type[PaymentProvider] = ScriptedProvider


async def test_payment_is_begun_once_when_asked_twice() -> None:
    provider = ScriptedProvider()
    first = await provider.start(ORDER)
    assert await provider.start(ORDER) == first
    assert len(provider.payments) == 1


async def test_same_key_is_refused_when_it_is_another_transaction() -> None:
    provider = ScriptedProvider()
    await provider.start(ORDER)
    with pytest.raises(ProviderFailed):
        await provider.start(replace(ORDER, transaction=replace(PAYMENT, id=9)))
    assert [kept.transaction_id for kept in provider.payments.values()] == [1]


@pytest.mark.parametrize("is_done", [False, True])
async def test_next_call_alone_fails_before_or_after_its_effect(is_done: bool) -> None:
    provider = ScriptedProvider()
    provider.fail_next("start", is_done=is_done)
    with pytest.raises(ProviderFailed):
        await provider.start(ORDER)
    assert bool(provider.payments) is is_done
    assert (await provider.start(ORDER)).state is ProviderState.OPEN
    assert provider.calls == [("start", 1)] * 2


async def test_refund_fails_when_it_is_more_than_is_left() -> None:
    provider = ScriptedProvider()
    await provider.start(ORDER)
    provider.pay(PAYMENT)
    assert (await provider.refund(REFUND, PAYMENT)).state is ProviderState.SUCCEEDED
    second = replace(REFUND, id=3, idempotency_key="key-3")
    assert (await provider.refund(second, PAYMENT)).state is ProviderState.FAILED
    found = await provider.find(PAYMENT)
    assert found is not None and found.refunded_amount == Decimal("30.00")


async def test_cancelled_payment_fails_unless_it_is_paid() -> None:
    provider = ScriptedProvider()
    assert await provider.cancel(PAYMENT) is None
    await provider.start(ORDER)
    cancelled = await provider.cancel(PAYMENT)
    assert cancelled is not None and cancelled.state is ProviderState.FAILED
    provider.pay(PAYMENT)
    paid = await provider.cancel(PAYMENT)
    assert paid is not None and paid.state is ProviderState.SUCCEEDED


async def test_webhook_says_how_the_payment_stands_or_what_is_given() -> None:
    provider = ScriptedProvider()
    await provider.start(ORDER)
    provider.pay(PAYMENT)
    webhook_event = await provider.read_webhook(*provider.webhook(PAYMENT))
    assert isinstance(webhook_event, WebhookEvent) and webhook_event.transaction_id == 1
    assert webhook_event.answer.state is ProviderState.SUCCEEDED
    late = await provider.read_webhook(
        *provider.webhook(PAYMENT, "evt_9", state="open", amount=None)
    )
    assert isinstance(late, WebhookEvent) and late.id == "evt_9"
    assert (late.answer.state, late.answer.amount) == (ProviderState.OPEN, None)
    with pytest.raises(InvalidSignature):
        await provider.read_webhook(provider.webhook(PAYMENT)[0], {})
