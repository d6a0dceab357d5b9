"""Money taken by hand, refunds that come back, retries and pay-outs that meet each other."""

import asyncio
from typing import Any

import asyncpg
import httpx
import pytest

from src.application.ports.payments import ProviderState
from tests.support.api import Api
from tests.support.concurrency.buying import Json, Shop, open_shop
from tests.support.concurrency.money import money_discrepancies, wrong_counts
from tests.support.concurrency.running import at_once, discrepancies, outcomes
from tests.support.payments import ScriptedProvider

ROUNDS = 6


@pytest.fixture
async def shop(api: Api, provider: ScriptedProvider) -> Shop:
    return await open_shop(api, provider)


async def everything_agrees(shop: Shop, connection: asyncpg.Connection) -> None:
    await shop.settle()
    assert await money_discrepancies(connection, shop.provider) == []
    assert await wrong_counts(connection) == await discrepancies(connection) == []


async def say(shop: Shop, transaction: Json, **changes: Any) -> httpx.Response:
    stored = await shop.api.container.adapters.transactions().get(transaction["id"])
    body, headers = shop.provider.webhook(stored, **changes)
    return await shop.send_webhook(body, headers)


async def post(shop: Shop, transaction: Json, what: str, body: Any = None) -> httpx.Response:
    organizer = shop.api.renewed(shop.organizer)
    return await shop.api.post(f"/transactions/{transaction['id']}/{what}", organizer, body)


async def states(shop: Shop, order: Json) -> list[tuple[str, str, str]]:
    rows = await shop.api.container.adapters.transactions().of_order(order["id"])
    return sorted((row.kind.value, row.provider, row.status.value) for row in rows)


async def test_an_order_that_is_confirmed_by_hand_and_paid_at_once_is_paid_once(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    event = await shop.event(capacity=100)
    for _ in range(ROUNDS):
        buyer = await shop.api.person()
        order = await shop.order(buyer, event)
        payment = await shop.start(buyer, order)
        shop.provider.pay(await shop.api.container.adapters.transactions().get(payment["id"]))
        organizer = shop.api.renewed(shop.organizer)
        path = f"/orders/{order['id']}/status"
        confirmed, answer = await asyncio.gather(
            shop.api.call("PATCH", path, organizer, json={"status": "confirmed"}),
            say(shop, payment),
        )
        assert answer.status_code == 200
        assert confirmed.status_code in (200, 409)
        assert await shop.status(order) == "confirmed"
        kept = [state for state in await states(shop, order) if state[2] == "success"]
        by_hand = confirmed.status_code == 200
        assert ("payment", "manual" if by_hand else "scripted", "success") in kept
        assert len([state for state in kept if state[0] == "payment"]) == 1
    await shop.settle()
    assert await wrong_counts(connection) == await discrepancies(connection) == []


async def test_a_failed_refund_is_sent_again_or_paid_out_once_by_any_of_them(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    event = await shop.event(capacity=100)
    for _ in range(ROUNDS):
        buyer = await shop.api.person()
        order = await shop.order(buyer, event, quantity=2)
        payment = await shop.pay(buyer, order)
        shop.provider.refund_state = ProviderState.FAILED
        made = (await shop.refund(payment)).json()
        shop.provider.refund_state = ProviderState.SUCCEEDED
        answers = await asyncio.gather(
            post(shop, made, "retry"),
            post(shop, made, "paid-out", {"note": "In cash."}),
            post(shop, made, "retry"),
            shop.refund(payment),
            post(shop, made, "paid-out", {"note": "In cash."}),
        )
        assert [answer.status_code for answer in answers].count(201) == 1, outcomes(answers)
        stored = await shop.api.container.adapters.transactions().get(payment["id"])
        assert stored.status.value == "refunded"
        assert stored.refundable == 0
    await shop.settle()
    assert await wrong_counts(connection) == await discrepancies(connection) == []


async def test_a_refund_that_comes_back_while_others_are_made_leaves_the_ledger_right(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    event = await shop.event(capacity=100)
    for _ in range(ROUNDS):
        buyer = await shop.api.person()
        order = await shop.order(buyer, event, quantity=2)
        payment = await shop.pay(buyer, order)
        made = (await shop.refund(payment, "20.00")).json()
        stored = await shop.api.container.adapters.transactions().get(made["id"])
        shop.provider.settle_refund(stored, ProviderState.FAILED)
        await asyncio.gather(
            say(shop, made),
            say(shop, made, state="succeeded"),
            shop.refund(payment, "10.00"),
            say(shop, made),
            post(shop, made, "retry"),
        )
        now = await shop.api.container.adapters.transactions().get(made["id"])
        assert now.status.value == "failed"
        if now.owed_amount:
            again = await post(shop, made, "retry")
            assert again.status_code == 201, again.text
    await everything_agrees(shop, connection)


async def test_eight_confirmations_by_hand_take_the_money_once(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    order = await shop.order(await shop.api.person(), await shop.event())
    organizer = shop.api.renewed(shop.organizer)
    booking = order["bookings"][0]["id"]
    answers = await at_once(
        *(shop.api.put(f"/bookings/{booking}/confirm", organizer) for _ in range(8))
    )
    assert outcomes(answers) == {"200": 1, "invalid_state": 7}
    assert await states(shop, order) == [("payment", "manual", "success")]
    await shop.settle()
    assert await wrong_counts(connection) == await discrepancies(connection) == []
