"""Payments that are started at the same time are each their buyer's own."""

import asyncio
from typing import Any

import asyncpg
import pytest

from src.application.settling.start_batch import StartBatch, Started
from tests.support.api import Api, Person
from tests.support.concurrency.buying import Shop, open_shop
from tests.support.concurrency.running import outcome
from tests.support.payments import ScriptedProvider


async def orders(shop: Shop, number: int) -> list[tuple[Person, dict[str, Any]]]:
    """So many buyers, each with an order of the same event."""
    event = await shop.event(capacity=200)
    buyers = [await shop.api.person() for _ in range(number)]
    return [(buyer, await shop.order(buyer, event)) for buyer in buyers]


def start(api: Api, buyer: Person, order: dict[str, Any], key: str | None = None) -> Any:
    headers = {"Idempotency-Key": key} if key else {}
    return api.post("/transactions", buyer, {"order_id": order["id"]}, headers=headers)


async def test_each_buyer_gets_a_payment_of_their_own_order(
    api: Api, provider: ScriptedProvider, connection: asyncpg.Connection
) -> None:
    shop = await open_shop(api, provider)
    placed = await orders(shop, 12)
    lanes = api.container.settling.start_payment()._lanes
    batches: list[list[Any]] = []
    run = lanes._run

    async def watched(key: None, intents: Any) -> Any:
        batches.append(list(await run(key, intents)))
        return batches[-1]

    lanes._run = watched
    responses = await asyncio.gather(*(start(api, *each) for each in placed))
    lanes._run = run

    assert [response.status_code for response in responses] == [201] * 12
    for (buyer, order), response in zip(placed, responses, strict=True):
        payment = response.json()
        assert (payment["order_id"], payment["amount"]) == (order["id"], order["total_amount"])
        assert payment["redirect_url"] and payment["client_secret"]
        by = await connection.fetchval(
            "SELECT actor_id FROM audit_log WHERE action = 'payment.started' AND subject_id = $1",
            payment["id"],
        )
        assert by == buyer.id
    # Several were stored by one transaction, or this test would prove nothing.
    assert max(sum(isinstance(each, Started) for each in batch) for batch in batches) > 1


async def test_one_order_has_one_payment_however_often_it_is_started_at_once(
    api: Api, provider: ScriptedProvider
) -> None:
    shop = await open_shop(api, provider)
    ((buyer, order),) = await orders(shop, 1)
    keys = ["once", "once", "twice", None, None, None]
    responses = await asyncio.gather(*(start(api, buyer, order, key) for key in keys))
    made = {response.json()["id"] for response in responses if response.is_success}
    refused = {outcome(response) for response in responses if not response.is_success}
    assert len(made) == 1
    assert refused <= {"idempotency_in_progress"}
    assert len(provider.payments) == 1
    again = await start(api, buyer, order, "once")
    assert (again.json()["id"], again.headers["Idempotency-Replayed"]) == (*made, "true")


async def test_a_key_is_for_one_of_two_orders_that_are_paid_at_once(
    api: Api, provider: ScriptedProvider
) -> None:
    shop = await open_shop(api, provider)
    event = await shop.event(capacity=200)
    buyer = await api.person()
    placed = [await shop.order(buyer, event, quantity=1) for _ in range(4)]
    others = await orders(shop, 2)
    responses = await asyncio.gather(
        *(start(api, buyer, order, "same") for order in placed),
        *(start(api, *each) for each in others),
    )
    found = [outcome(response) for response in responses]
    assert found.count("201") == 3 and found[-2:] == ["201", "201"]
    assert {*found} <= {"201", "idempotency_in_progress", "idempotency_key_reused"}


async def test_a_fault_in_a_batch_fails_none_of_its_payments(
    api: Api, provider: ScriptedProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: Any) -> None:
        raise ZeroDivisionError

    placed = await orders(await open_shop(api, provider), 3)
    monkeypatch.setattr(StartBatch, "_start", fail)
    responses = await asyncio.gather(*(start(api, *each) for each in placed))
    assert [response.status_code for response in responses] == [201] * 3


async def test_a_refusal_is_of_one_buyer_alone(api: Api, provider: ScriptedProvider) -> None:
    shop = await open_shop(api, provider)
    placed = await orders(shop, 5)
    (cancelling, cancelled), (stranger, _), (_, foreign) = placed[:3]
    await api.post(f"/orders/{cancelled['id']}/cancel", cancelling)
    responses = await asyncio.gather(
        start(api, cancelling, cancelled),
        start(api, stranger, foreign),
        start(api, stranger, {"id": 10**9}),
        *(start(api, *each) for each in placed[3:]),
    )
    assert [response.status_code for response in responses] == [409, 404, 404, 201, 201]
