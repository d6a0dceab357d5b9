"""Orders that race for the same tickets, the same code and the same payment."""

import asyncio
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import V1, Api, Person
from tests.support.concurrency.buying import Json, Shop, open_shop
from tests.support.concurrency.money import money_discrepancies, wrong_counts
from tests.support.concurrency.running import (
    add_people,
    at_once,
    deadlocks,
    discrepancies,
    outcomes,
)
from tests.support.concurrency.servers import Server, make_event, running
from tests.support.payments import ScriptedProvider

ROUNDS = 12
LIMIT = 10


@pytest.fixture
async def shop(api: Api, provider: ScriptedProvider) -> Shop:
    return await open_shop(api, provider)


async def test_one_cart_wins_whole_when_two_want_the_last_tickets_in_opposite_order(
    own_url: str, own_connection: asyncpg.Connection, tmp_path: Path
) -> None:
    (organizer,) = await add_people(own_connection, 1, Role.ORGANIZER)
    servers = [Server(tmp_path / name, own_url) for name in ("a", "b")]
    async with running(*servers) as client:
        answers = await asyncio.gather(
            *(race_of_two_carts(client, servers, own_connection, organizer) for _ in range(ROUNDS))
        )

    for pair in answers:
        assert outcomes(pair) == {"201": 1, "insufficient_tickets": 1}
    rows = await own_connection.fetch(
        "SELECT user_id, count(*) AS tickets, count(DISTINCT event_id) AS events FROM tickets "
        "GROUP BY user_id"
    )
    assert [(row["tickets"], row["events"]) for row in rows] == [(4, 2)] * ROUNDS
    # Who won has an empty cart, who lost a full one.
    assert await own_connection.fetchval("SELECT count(*) FROM cart_items") == 2 * ROUNDS
    assert await discrepancies(own_connection) == []
    assert await deadlocks(own_connection) == 0


async def race_of_two_carts(
    client: httpx.AsyncClient,
    servers: list[Server],
    connection: asyncpg.Connection,
    organizer: Person,
) -> list[httpx.Response]:
    """Two buyers, each at another server, fill their carts in opposite order, and check out."""
    async with lock:
        buyers = await add_people(connection, 2)
        event_ids = [
            await make_event(client, servers[0], organizer, capacity=2, payment="online")
            for _ in range(2)
        ]
        query = "SELECT id FROM ticket_types WHERE event_id = ANY($1) ORDER BY id"
        types = [row["id"] for row in await connection.fetch(query, event_ids)]
    for buyer, wanted in zip(buyers, (types, types[::-1]), strict=True):
        for type_id in wanted:
            body = {"ticket_type_id": type_id, "quantity": 2}
            url = f"{servers[0].url}{V1}/cart"
            assert (await client.post(url, headers=buyer.headers, json=body)).is_success
    return await at_once(
        *(
            client.post(f"{server.url}{V1}/orders/from-cart/{buyer.id}", headers=buyer.headers)
            for server, buyer in zip(servers, buyers, strict=True)
        )
    )


# One connection serves one question at a time.
lock = asyncio.Lock()


@pytest.mark.parametrize("is_over_two_events", [False, True])
async def test_code_is_used_ten_times_when_a_hundred_orders_want_it(
    shop: Shop, connection: asyncpg.Connection, is_over_two_events: bool
) -> None:
    each = 2 if is_over_two_events else 1
    bodies = await orders_of_their_own(shop, 4 if is_over_two_events else 1, each)
    await add_code(shop, max_uses=LIMIT)
    buyers = await add_people(connection, 100)

    responses = await at_once(
        *(
            shop.api.post("/orders", buyer, bodies[number % len(bodies)])
            for number, buyer in enumerate(buyers)
        )
    )

    assert outcomes(responses) == {"201": LIMIT, "discount_invalid": 90}
    assert {response.json()["reason"] for response in responses if not response.is_success} == {
        "used_up"
    }
    query = "SELECT count(*) FROM orders WHERE discount_code = 'RACE' AND discount_amount > 0"
    assert await connection.fetchval(query) == LIMIT
    assert await connection.fetchval("SELECT used FROM discounts") == LIMIT
    tickets = await connection.fetchval("SELECT count(*) FROM tickets")
    assert tickets == LIMIT * each
    assert await wrong_counts(connection) == []


async def test_code_is_used_twice_by_each_when_both_ways_race_with_a_limit_for_each(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    bodies = await orders_of_their_own(shop, 4, 1) + await orders_of_their_own(shop, 4, 2)
    await add_code(shop, max_uses_per_user=2)
    buyers = await add_people(connection, 4)

    responses = await at_once(
        *(shop.api.post("/orders", buyer, body) for body in bodies for buyer in buyers)
    )

    assert outcomes(responses) == {"201": 8, "discount_invalid": 24}
    query = "SELECT count(*) AS uses FROM orders WHERE discount_id IS NOT NULL GROUP BY user_id"
    assert [row["uses"] for row in await connection.fetch(query)] == [2] * 4
    assert await wrong_counts(connection) == []


async def test_database_refuses_the_use_that_is_one_too_many(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    event = await shop.event(capacity=500)
    await add_code(shop, max_uses=LIMIT)
    body = {"items": await shop.items(event), "discount_code": "RACE"}
    buyers = await add_people(connection, LIMIT)
    await at_once(*(shop.api.post("/orders", buyer, body) for buyer in buyers))

    with pytest.raises(asyncpg.CheckViolationError, match="discounts_never_overused"):
        await connection.execute(
            "INSERT INTO orders (reference, user_id, payment, currency, subtotal, total_amount, "
            "discount_id, expires_at) SELECT 'ORD-ONEMORE2', user_id, payment, currency, "
            "subtotal, subtotal, discount_id, expires_at FROM orders LIMIT 1"
        )

    assert await connection.fetchval("SELECT count(*) FROM orders") == LIMIT


async def test_provider_has_one_payment_when_twenty_requests_start_it(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    buyer = await shop.api.person()
    order = await shop.order(buyer, await shop.event())
    body = {"order_id": order["id"]}

    responses = await at_once(*(shop.api.post("/transactions", buyer, body) for _ in range(20)))

    assert outcomes(responses) == {"201": 20}
    assert (
        len({response.json()["id"] for response in responses}) == len(shop.provider.payments) == 1
    )
    assert await connection.fetchval("SELECT count(*) FROM transactions") == 1


async def test_money_is_booked_once_when_twenty_webhooks_say_the_same(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    buyer = await shop.api.person()
    order = await shop.order(buyer, await shop.event(), quantity=2)
    payment = await shop.start(buyer, order)
    stored = await shop.api.container.adapters.transactions().get(payment["id"])
    shop.provider.pay(stored)
    body, headers = shop.provider.webhook(stored)

    responses = await at_once(*(shop.send_webhook(body, headers) for _ in range(20)))

    effects = sorted(response.json()["effect"] for response in responses)
    assert effects == ["recorded", *["repeated"] * 19]
    assert await connection.fetchval("SELECT sum(amount) FROM ledger_entries") == 50
    assert await shop.status(order) == "confirmed"
    await everything_agrees(shop, connection)


async def test_one_refund_goes_through_when_ten_want_the_whole(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    buyer = await shop.api.person()
    order = await shop.order(buyer, await shop.event())
    payment = await shop.pay(buyer, order)

    responses = await at_once(
        *(shop.refund(payment) for _ in range(6)),
        *(shop.refund_booking(order["bookings"][0]) for _ in range(4)),
    )

    assert sum(response.is_success for response in responses) == 1
    assert outcomes(responses).keys() <= {"200", "201", "refund_exceeds_payment", "invalid_state"}
    assert len(shop.provider.refunds) == 1
    assert await shop.status(order) == "cancelled"
    await everything_agrees(shop, connection)


async def test_one_of_refund_and_check_in_wins_when_they_race(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    event = await shop.event(capacity=50)
    requests = []
    for number, buyer in enumerate(await add_people(connection, 8)):
        order = await shop.order(buyer, event)
        payment = await shop.pay(buyer, order)
        paid = (await shop.api.get(f"/orders/{order['id']}", buyer)).json()
        is_whole = number % 4 > 1
        refund = shop.refund(payment) if is_whole else shop.refund_booking(order["bookings"][0])
        race: list[Any] = [refund, check_in(shop, paid)]
        requests += race if number % 2 else race[::-1]

    responses = await at_once(*requests)

    for pair in zip(responses[::2], responses[1::2], strict=True):
        assert sum(response.is_success for response in pair) == 1
        assert "invalid_state" in outcomes(pair)
    query = "SELECT count(*) FROM tickets WHERE status = 'used'"
    admitted = await connection.fetchval(query)
    assert admitted + len(shop.provider.refunds) == 8
    await everything_agrees(shop, connection)


def check_in(shop: Shop, order: Json) -> Any:
    code = order["bookings"][0]["tickets"][0]["ticket_code"]
    return shop.api.post(f"/tickets/{code}/check-in", shop.organizer)


async def orders_of_their_own(shop: Shop, number: int, events: int) -> list[Json]:
    """So many orders that share no event: the code's lock alone stands between them."""
    return [
        {
            "items": await shop.items(*[await shop.event(capacity=500) for _ in range(events)]),
            "discount_code": "RACE",
        }
        for _ in range(number)
    ]


async def add_code(shop: Shop, **limits: int) -> None:
    code = {"code": "RACE", "kind": "percent", "value": "20", **limits}
    assert (await shop.api.post("/discounts", shop.organizer, code)).status_code == 201


async def everything_agrees(shop: Shop, connection: asyncpg.Connection) -> None:
    """Nothing is left to repair, and provider, ledger and tickets say the same."""
    await shop.settle()
    assert await money_discrepancies(connection, shop.provider) == []
    assert await wrong_counts(connection) == await discrepancies(connection) == []
