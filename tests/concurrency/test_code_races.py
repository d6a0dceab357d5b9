"""Codes with few uses left: orders race for them, while lapsed ones hold them."""

import asyncio
from typing import Any

import asyncpg
import pytest

from src.application.use_cases.order.set_order_discount import SetOrderDiscountCommand
from src.domain.entities.user import Actor
from src.domain.errors import DiscountInvalid
from tests.support.api import Api, Person
from tests.support.concurrency.buying import Json, Shop, open_shop
from tests.support.concurrency.money import wrong_counts
from tests.support.concurrency.running import add_people, at_once, outcomes
from tests.support.payments import ScriptedProvider

LIMIT = 3
RACERS = 12
LAPSE = (
    "UPDATE orders SET expires_at = now() - interval '1 second' WHERE status = 'pending'",
    "UPDATE bookings SET expires_at = now() - interval '1 second' WHERE status = 'pending'",
)


@pytest.fixture
async def shop(api: Api, provider: ScriptedProvider) -> Shop:
    return await open_shop(api, provider)


def as_actor(person: Person) -> Actor:
    return Actor(person.id, person.user.role)


async def add_code(shop: Shop, code: str = "RACE", **limits: Any) -> None:
    body = {"code": code, "kind": "percent", "value": "20", **limits}
    assert (await shop.api.post("/discounts", shop.organizer, body)).status_code == 201


async def lapsed_orders(
    shop: Shop, connection: asyncpg.Connection, bodies: list[Json]
) -> list[Person]:
    """The limit is used by buyers whose time is over, and nobody sweeps."""
    buyers = await add_people(connection, LIMIT)
    for number, buyer in enumerate(buyers):
        response = await shop.api.post("/orders", buyer, bodies[number % len(bodies)])
        assert response.status_code == 201, response.text
    for statement in LAPSE:
        await connection.execute(statement)
    return buyers


async def bodies_over(shop: Shop, number: int, each: int) -> list[Json]:
    """Orders of so many events each, of their own lanes, with the code."""
    bodies = []
    for _ in range(number):
        events = [await shop.event(capacity=500) for _ in range(each)]
        bodies.append({"items": await shop.items(*events), "discount_code": "RACE"})
    return bodies


@pytest.mark.parametrize("is_swept", [False, True], ids=["nobody sweeps", "a sweep runs"])
@pytest.mark.parametrize("each", [1, 2], ids=["in lanes", "over two events"])
@pytest.mark.parametrize("limit", ["max_uses", "max_tickets"])
async def test_as_many_orders_win_as_there_are_uses_though_lapsed_ones_hold_them(
    shop: Shop, connection: asyncpg.Connection, limit: str, each: int, is_swept: bool
) -> None:
    bodies = await bodies_over(shop, 4, each)
    limits: dict[str, Any] = {limit: LIMIT * (each if limit == "max_tickets" else 1)}
    await add_code(shop, **limits)
    await lapsed_orders(shop, connection, bodies)
    buyers = await add_people(connection, RACERS)

    async def sweep() -> None:
        if is_swept:
            await shop.settle()

    orders = (
        shop.api.post("/orders", buyer, bodies[number % len(bodies)])
        for number, buyer in enumerate(buyers)
    )
    responses, _ = await asyncio.gather(at_once(*orders), sweep())

    assert outcomes(responses) == {"201": LIMIT, "discount_invalid": RACERS - LIMIT}
    used = await connection.fetchrow("SELECT used, used_tickets FROM discounts")
    assert tuple(used or ()) == (LIMIT, LIMIT * each)
    assert await wrong_counts(connection) == []


async def test_buyer_has_one_use_again_when_their_order_has_lapsed(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    bodies = await bodies_over(shop, 3, 1)
    await add_code(shop, max_uses_per_user=1)
    buyers = await lapsed_orders(shop, connection, bodies)

    responses = await at_once(
        *(shop.api.post("/orders", buyer, body) for body in bodies for buyer in buyers)
    )

    assert outcomes(responses) == {"201": 3, "discount_invalid": 6}
    query = "SELECT count(*) AS uses FROM orders WHERE counts_use GROUP BY user_id"
    assert [row["uses"] for row in await connection.fetch(query)] == [1, 1, 1]
    assert await wrong_counts(connection) == []


async def test_codes_that_are_swapped_back_and_forth_wait_for_each_other_in_order(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    for code in ("RACE", "OTHER"):
        await add_code(shop, code, max_uses=RACERS)
    event = await shop.event(capacity=500)
    buyers = await add_people(connection, RACERS)
    orders = []
    for number, buyer in enumerate(buyers):
        code = ("RACE", "OTHER")[number % 2]
        body = {"items": await shop.items(event), "discount_code": code}
        orders.append((await shop.api.post("/orders", buyer, body)).json())
    use_case = shop.api.container.selling.set_order_discount()

    async def swap(buyer: Person, order: dict[str, Any]) -> None:
        for code in ("RACE", "OTHER", None, "RACE", "OTHER"):
            command = SetOrderDiscountCommand(order["id"], code)
            await use_case.execute(as_actor(buyer), command)

    await asyncio.gather(*map(swap, buyers, orders))

    rows = await connection.fetch("SELECT code, used, used_tickets FROM discounts ORDER BY code")
    assert [tuple(row) for row in rows] == [("OTHER", RACERS, RACERS), ("RACE", 0, 0)]
    assert await wrong_counts(connection) == []


async def test_last_use_is_had_by_one_of_those_who_put_it_on_their_order(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    events = [await shop.event(capacity=500) for _ in range(3)]
    bodies = [{"items": await shop.items(event), "discount_code": "RACE"} for event in events]
    await add_code(shop, max_uses=LIMIT)
    await lapsed_orders(shop, connection, bodies)
    buyers = await add_people(connection, RACERS)
    orders = [
        (await shop.api.post("/orders", buyer, {"items": bodies[number % 3]["items"]})).json()
        for number, buyer in enumerate(buyers)
    ]
    use_case = shop.api.container.selling.set_order_discount()

    async def use(buyer: Person, order: dict[str, Any]) -> bool:
        try:
            await use_case.execute(as_actor(buyer), SetOrderDiscountCommand(order["id"], "race"))
        except DiscountInvalid:
            return False
        return True

    assert sum(await asyncio.gather(*map(use, buyers, orders))) == LIMIT
    assert await connection.fetchval("SELECT used FROM discounts") == LIMIT
    assert await wrong_counts(connection) == []
