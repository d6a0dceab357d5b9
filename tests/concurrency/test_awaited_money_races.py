"""Money that comes in the moment in which its order ends, is given up, or is paid otherwise."""

import asyncio
from collections.abc import Awaitable
from typing import Any

import asyncpg
import httpx
import pytest

from tests.support.api import Api, Person
from tests.support.concurrency.buying import Json, Shop, open_shop
from tests.support.concurrency.money import money_discrepancies, wrong_counts
from tests.support.concurrency.running import at_once, discrepancies, outcomes
from tests.support.payments import ScriptedProvider

ROUNDS = 6
AMOUNTS = "SELECT amount FROM transactions WHERE order_id = $1 AND kind = $2 AND status = $3"
KEPT = """
SELECT COALESCE(sum(amount - refunded_amount), 0) FROM transactions
WHERE order_id = $1 AND kind = 'payment' AND status IN ('success', 'refunded')
"""


@pytest.fixture
async def shop(api: Api, provider: ScriptedProvider) -> Shop:
    return await open_shop(api, provider)


async def begun(shop: Shop, provider_name: str | None = None) -> tuple[Person, Json, Json]:
    """A buyer, their order of two tickets (50.00), and a payment of it that is under way."""
    buyer = await shop.api.person()
    order = await shop.order(buyer, await shop.event(payment_days=5), quantity=2)
    started = await start(shop, buyer, order, provider_name)
    assert started.status_code == 201, started.text
    return buyer, order, started.json()


async def start(
    shop: Shop, buyer: Person, order: Json, provider_name: str | None = None
) -> httpx.Response:
    body = {"order_id": order["id"], "provider": provider_name}
    return await shop.api.post("/transactions", shop.api.renewed(buyer), body)


async def give_up(shop: Shop, buyer: Person, payment: Json) -> httpx.Response:
    return await shop.api.post(f"/transactions/{payment['id']}/cancel", shop.api.renewed(buyer))


async def receive(shop: Shop, payment: Json, amount: str) -> httpx.Response:
    """The organizer notes what the bank's statement says."""
    path = f"/transactions/{payment['id']}/status"
    body = {"status": "success", "amount_received": amount}
    return await shop.api.call("PATCH", path, shop.api.renewed(shop.organizer), json=body)


async def paid(shop: Shop, payment: Json) -> Any:
    stored = await shop.api.container.adapters.transactions().get(payment["id"])
    shop.provider.pay(stored)
    return shop.send_webhook(*shop.provider.webhook(stored))


async def agree(shop: Shop, connection: asyncpg.Connection) -> None:
    assert await money_discrepancies(connection, shop.provider) == []
    assert await wrong_counts(connection) == await discrepancies(connection) == []


async def test_one_payment_buys_the_tickets_while_their_time_ends_and_another_is_begun(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    orders = [await begun(shop) for _ in range(ROUNDS)]
    webhooks = [await paid(shop, payment) for _, _, payment in orders]
    shop.api.clock.move(minutes=11)  # type: ignore[attr-defined]
    await asyncio.gather(
        *jobs(shop),
        *webhooks,
        *(give_up(shop, buyer, payment) for buyer, _, payment in orders),
        *(start(shop, buyer, order) for buyer, order, _ in orders),
    )
    for _, order, _ in orders:
        # It was paid, in time or late, and there are tickets enough.
        assert await shop.status(order) == "confirmed"
        assert await connection.fetchval(KEPT, order["id"]) == 50
    await shop.settle()
    await agree(shop, connection)


async def test_a_part_is_booked_once_however_often_it_is_noted_and_whatever_the_buyer_does(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    for _ in range(ROUNDS):
        buyer, order, transfer = await begun(shop, "manual")
        answers = await at_once(
            *(receive(shop, transfer, "20.00") for _ in range(3)),
            give_up(shop, buyer, transfer),
            start(shop, buyer, order, "scripted"),
        )
        # One who notes it is believed, or nobody, if the buyer gave it up first: it was not as they
        # had seen it. They see that then, and note it again.
        noted = outcomes(answers[:3])
        assert noted in ({"200": 1, "invalid_state": 2}, {"invalid_state": 3})
        if "200" not in noted:
            assert (await receive(shop, transfer, "20.00")).status_code == 200
        assert outcomes([await receive(shop, transfer, "20.00")]) == {"invalid_state": 1}
        amounts = {
            (kind, status): [
                row["amount"] for row in await connection.fetch(AMOUNTS, order["id"], kind, status)
            ]
            for kind in ("payment", "refund")
            for status in ("success", "pending")
        }
        assert amounts["payment", "success"] == [20]
        # The rest is asked for, unless the buyer has begun to pay all of it another way: then the
        # part goes back.
        if amounts["payment", "pending"] == [50]:
            assert amounts["refund", "pending"] == [20]
        else:
            assert amounts["payment", "pending"] == [30]
            assert amounts["refund", "pending"] == []
        assert amounts["refund", "success"] == []
        assert await shop.status(order) == "pending"
    shop.api.clock.move(days=5, minutes=1)  # type: ignore[attr-defined]
    await settle_in_time(shop)
    await pay_out(shop, connection)
    rows = await connection.fetch("SELECT DISTINCT status FROM orders")
    assert [row["status"] for row in rows] == ["expired"]
    await agree(shop, connection)


async def settle_in_time(shop: Shop) -> None:
    """Let the worker's jobs run a few times."""
    for _ in range(3):
        await asyncio.gather(*jobs(shop))


def jobs(shop: Shop) -> list[Awaitable[int]]:
    """The worker's jobs that end orders and ask for payments."""
    settling = shop.api.container.settling
    return [settling.settle_orders().execute(), settling.reconcile().settle_open_payments()]


async def test_a_part_goes_back_or_helps_to_pay_where_the_time_ends_with_the_rest(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    orders = []
    for _ in range(ROUNDS):
        buyer, order, transfer = await begun(shop, "manual")
        assert (await receive(shop, transfer, "20.00")).status_code == 200
        known = await shop.api.get(f"/transactions/order/{order['id']}", buyer)
        orders.append((buyer, order, known.json()[-1]))
    shop.api.clock.move(days=5, minutes=1)  # type: ignore[attr-defined]
    await asyncio.gather(
        *jobs(shop),
        *(receive(shop, rest, "30.00") for _, _, rest in orders),
        *(give_up(shop, buyer, rest) for buyer, _, rest in orders),
    )
    await settle_in_time(shop)
    await pay_out(shop, connection)
    for _, order, _ in orders:
        is_bought = await shop.status(order) == "confirmed"
        assert await connection.fetchval(KEPT, order["id"]) == (50 if is_bought else 0)
    assert await connection.fetchval("SELECT sum(tickets_held) FROM events") == 0
    await agree(shop, connection)


async def pay_out(shop: Shop, connection: asyncpg.Connection) -> None:
    """What came by bank transfer goes back by hand."""
    pending = "SELECT id FROM transactions WHERE kind = 'refund' AND status = 'pending'"
    admin = shop.api.renewed(shop.admin)
    for row in await connection.fetch(pending):
        path = f"/transactions/{row['id']}/status"
        done = await shop.api.call("PATCH", path, admin, json={"status": "success"})
        assert done.status_code == 200, done.text
