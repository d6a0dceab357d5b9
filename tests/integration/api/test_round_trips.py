"""How often a normal day asks the database: each statement is a round trip."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import pytest
from tortoise.exceptions import OperationalError
from tortoise.transactions import in_transaction

from src.domain.entities.user import Role
from src.domain.repositories.event import EventFilter
from src.domain.repositories.page import PageRequest
from src.infrastructure.database.orm import current_connection
from tests.support.api import Api, Person, assert_problem
from tests.support.carts import put_in, type_ids
from tests.support.orders import order_of

OF_OTHERS = re.compile(r"typeinfo_tree|set_config\('jit'|pg_notify")
"""What the driver learns of types once for each connection, and what changed before."""


@asynccontextmanager
async def statements() -> AsyncIterator[list[str]]:
    """What is sent to the database meanwhile."""
    sent: list[str] = []

    def note(logged: Any) -> None:
        if not OF_OTHERS.search(logged.query):
            sent.append(logged.query)

    pool: Any = current_connection()
    holders = pool._pool._holders
    # All of its connections are there before: one that is made meanwhile would not be heard.
    await asyncio.gather(*(pool.execute_query("SELECT pg_sleep(0.05)") for _ in holders))
    connections = [holder._con for holder in holders]
    for connection in connections:
        connection.add_query_logger(note)
    try:
        yield sent
        # Heard a moment later.
        await asyncio.sleep(0)
    finally:
        for connection in connections:
            connection.remove_query_logger(note)


@dataclass(frozen=True)
class World:
    """A buyer with bookings of two events, one of them held, an order, and a cart."""

    buyer: Person
    order: dict[str, Any]


@pytest.fixture
async def world(api: Api) -> World:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    types = [{"name": "Standard"}, {"name": "Members", "is_hidden": True, "capacity": 3}]
    plain = await api.event(organizer)
    online = await api.event(organizer, payment="online", ticket_types=types)
    await api.book(buyer, plain["id"], 2)
    order = await order_of(api, buyer, online, online)
    for event in (plain, online):
        await put_in(api, buyer, (await type_ids(api, event))[0], 2)
    return World(buyer, order)


Address = Callable[[World], str]


@pytest.mark.parametrize(
    ("address", "most"),
    [
        pytest.param(lambda world: f"/bookings/user/{world.buyer.id}", 1, id="own bookings"),
        pytest.param(lambda world: f"/orders/{world.order['id']}", 1, id="an order"),
        pytest.param(lambda _: "/events?limit=50", 2, id="a list of events"),
        pytest.param(lambda world: f"/cart/user/{world.buyer.id}", 1, id="a cart"),
        pytest.param(lambda world: f"/cart/user/{world.buyer.id}/total", 1, id="a cart's total"),
    ],
)
async def test_what_buyers_read_takes_one_statement_or_two(
    api: Api, world: World, address: Address, most: int
) -> None:
    """Beside the one that authenticates, which all waiting requests share."""
    async with statements() as sent:
        response = await api.get(address(world), world.buyer)
    assert response.status_code == 200, response.text
    assert response.json()
    authentication, *others = sent
    assert "tokens_valid_from" in authentication
    assert len(others) == most, "\n".join(others)


Read = Callable[[Api, World], Awaitable[object]]


@pytest.mark.parametrize(
    "read",
    [
        lambda api, world: api.container.adapters.own_reader().bookings(
            world.buyer.actor, world.buyer.id, None, PageRequest(sort="-id")
        ),
        lambda api, world: api.container.adapters.own_reader().cart(world.buyer.id),
        lambda api, world: api.container.adapters.orders().get(world.order["id"]),
        lambda api, world: api.container.adapters.bookings().get(world.order["bookings"][0]["id"]),
        lambda api, world: api.container.adapters.events().get(world.order["items"][0]["event_id"]),
        lambda api, _: api.container.adapters.events().search(EventFilter(), PageRequest()),
    ],
    ids=["own bookings", "cart", "order", "booking", "event", "events"],
)
async def test_first_read_of_a_new_connection_knows_all_types(
    api: Api, world: World, read: Read
) -> None:
    """The driver reads lists inside of records only where it has met their type before."""
    pool: Any = current_connection()
    await pool._pool.expire_connections()
    assert await read(api, world)


async def test_who_wants_the_same_list_at_once_shares_it_and_managers_have_their_own(
    api: Api,
) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    types = [{"name": "Standard", "capacity": 7}, {"name": "Members", "is_hidden": True}]
    await api.event(organizer, ticket_types=types)
    everybody = [None] * 6 + [buyer, organizer]
    async with statements() as sent:
        answers = await asyncio.gather(*(api.get("/events", who) for who in everybody))
    found = [answer.json()[0]["tickets_available"] for answer in answers]
    assert found == [7] * 7 + [10]
    lists = [text for text in sent if "tokens_valid_from" not in text]
    # Of the first, of those who came meanwhile, of those whose authentication took a while.
    assert len(lists) <= 2 * 3 + 2, "\n".join(lists)


async def failed(connection: Any) -> None:
    with pytest.raises(OperationalError):
        await connection.execute_query("SELECT nothing FROM nowhere")


async def given_up(connection: Any) -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await connection.execute_query("SELECT pg_sleep(5)")


async def answered(connection: Any) -> None:
    await connection.execute_query("SELECT 1")


async def committed(_: Any) -> None:
    async with in_transaction() as connection:
        await connection.execute_query("SELECT 1")


async def rolled_back(_: Any) -> None:
    with pytest.raises(OperationalError):
        async with in_transaction() as connection:
            await failed(connection)
            raise OperationalError("undone")


async def given_up_in_a_transaction(_: Any) -> None:
    async with in_transaction() as connection:
        await given_up(connection)
        with suppress(OperationalError):
            await connection.rollback()


@pytest.mark.parametrize(
    ("use", "is_reset"),
    [
        (answered, False),
        (committed, False),
        (rolled_back, False),
        (failed, True),
        (given_up, True),
        (given_up_in_a_transaction, False),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
async def test_connection_is_reset_only_after_what_did_not_end_well(
    api: Api, use: Callable[[Any], Awaitable[None]], is_reset: bool
) -> None:
    """The driver would reset it each time, a round trip more for each request."""
    connection: Any = current_connection()
    async with statements() as sent:
        await use(connection)
        await asyncio.gather(*connection._pool._returning)
    assert is_reset is any("RESET ALL" in text for text in sent), sent
    # It is good for all that comes.
    for _ in range(2 * len(connection._pool._holders)):
        await connection.execute_query("SELECT 1")


async def test_second_order_of_a_type_does_not_ask_for_its_event_again(
    api: Api, world: World
) -> None:
    """And stores what is sold of all its events by one statement for each table."""
    organizer = await api.person(Role.ORGANIZER)
    events = [await api.event(organizer, payment="online") for _ in range(3)]
    await order_of(api, world.buyer, *events)
    async with statements() as sent:
        await order_of(api, world.buyer, *events)
    assert not [text for text in sent if "event_id FROM ticket_types WHERE id" in text]
    for table in ("orders", "bookings", "tickets", "order_items", "audit_log"):
        assert len([text for text in sent if f"INSERT INTO {table} " in text]) == 1, table


async def test_order_of_a_type_that_was_known_and_deleted_is_refused_as_unknown(api: Api) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(
        organizer, ticket_types=[{"name": "Standard"}, {"name": "Gone", "capacity": 1}]
    )
    gone = (await type_ids(api, event))[1]
    items = [{"ticket_type_id": gone, "quantity": 2}]
    # More than there are, but it is known now.
    assert_problem(await api.post("/orders", buyer, {"items": items}), 409, "insufficient_tickets")
    deleted = await api.call("DELETE", f"/ticket-types/{gone}", organizer)
    assert deleted.status_code == 200, deleted.text
    items = [{"ticket_type_id": gone, "quantity": 1}]
    assert_problem(await api.post("/orders", buyer, {"items": items}), 404, "not_found")
    unknown = [{"ticket_type_id": gone + 1000, "quantity": 1}]
    assert_problem(await api.post("/orders", buyer, {"items": unknown}), 404, "not_found")
