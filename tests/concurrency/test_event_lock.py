"""Waiting for an event's lock: bounded, answered as unavailable, and only where it is needed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from src.infrastructure.database.orm import PoolSettings
from tests.support.api import Api, Person, assert_problem
from tests.support.concurrency.running import (
    add_people,
    at_once,
    discrepancies,
    outcomes,
    running_app,
    wait_until_blocked,
)
from tests.support.stopwatch import Stopwatch

IMPATIENT = PoolSettings(max_size=10, acquire_timeout=30, lock_timeout=0.3)
SMALL = PoolSettings(max_size=2, acquire_timeout=0.3, lock_timeout=30)


@asynccontextmanager
async def holding(
    connection: asyncpg.Connection, statement: str, *values: Any
) -> AsyncIterator[None]:
    """A transaction that has run the statement, and ends without having changed anything."""
    transaction = connection.transaction()
    await transaction.start()
    await connection.execute(statement, *values)
    try:
        yield
    finally:
        await transaction.rollback()


def lock(strength: str, event: dict[str, Any]) -> str:
    return f"SELECT FROM events WHERE id = {event['id']} FOR {strength}"


async def open_event(api: Api) -> tuple[Person, Person, dict[str, Any]]:
    """An organizer, a buyer and an event on sale."""
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer, capacity=10)
    return organizer, buyer, event


@pytest.mark.parametrize("strength", ["UPDATE", "NO KEY UPDATE"])
async def test_changes_are_unavailable_when_another_connection_keeps_the_event_locked(
    own_url: str, own_connection: asyncpg.Connection, strength: str
) -> None:
    async with running_app(own_url, pool=IMPATIENT) as api:
        organizer, buyer, event = await open_event(api)
        booking = await api.book(buyer, event["id"])
        path, code = f"/events/{event['id']}", booking["tickets"][0]["ticket_code"]
        before = (await api.get(path)).json()

        async with holding(own_connection, lock(strength, event)):
            waiting = Stopwatch()
            responses = await at_once(
                api.put(path, organizer, {"capacity": 20}),
                api.post(f"{path}/bookings", buyer, {"quantity": 1}),
                api.put(f"/bookings/{booking['id']}/cancel", buyer),
                api.post(f"/tickets/{code}/check-in", organizer),
                api.call("DELETE", path, organizer),
            )
            waited, on_a_quiet_machine = waiting.elapsed(), waiting.seconds()

        for response in responses:
            assert_problem(response, 503, "unavailable")
            assert int(response.headers["retry-after"]) >= 1
        assert waited >= 0.3
        assert on_a_quiet_machine < 3
        assert (await api.get(path)).json() == before
        assert await discrepancies(own_connection) == []
        again = await api.put(path, organizer, {"capacity": 20})
        assert again.json()["capacity"] == 20


async def test_reads_answer_at_once_when_the_event_is_locked(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url, pool=IMPATIENT) as api:
        organizer, buyer, event = await open_event(api)
        booking = await api.book(buyer, event["id"])

        async with holding(own_connection, lock("UPDATE", event)):
            responses = await at_once(
                api.get(f"/events/{event['id']}"),
                api.get(f"/events/{event['id']}/availability"),
                api.get(f"/bookings/{booking['id']}", buyer),
                api.get(f"/bookings/event/{event['id']}", organizer),
            )

    assert outcomes(responses) == {"200": 4}


async def test_booking_goes_through_when_rows_that_name_the_event_are_being_inserted(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url, pool=IMPATIENT) as api:
        _, buyer, event = await open_event(api)
        (scanner,) = await add_people(own_connection, 1, Role.SCANNER)
        insert = "INSERT INTO event_scanners (event_id, user_id) VALUES ($1, $2)"

        async with holding(own_connection, insert, event["id"], scanner.id):
            booking = await api.book(buyer, event["id"])

    assert booking["status"] == "confirmed"


async def test_rows_that_name_the_event_are_inserted_when_a_sale_holds_its_lock(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url) as api:
        _, _, event = await open_event(api)
        await own_connection.execute("SET lock_timeout = '300ms'")
        (scanner,) = await add_people(own_connection, 1, Role.SCANNER)
        insert = "INSERT INTO event_scanners (event_id, user_id) VALUES ($1, $2)"
        async with api.container.adapters.unit_of_work()() as sale:
            await sale.events.lock(event["id"])

            await own_connection.execute(insert, event["id"], scanner.id)

    assert await own_connection.fetchval("SELECT count(*) FROM event_scanners") == 1


async def test_sales_of_one_event_do_not_wait_when_another_event_is_locked(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url, pool=IMPATIENT) as api:
        organizer, buyer, locked = await open_event(api)
        other = await api.event(organizer)

        async with holding(own_connection, lock("UPDATE", locked)):
            booking = await api.book(buyer, other["id"])

    assert booking["event_id"] == other["id"]


async def test_requests_are_unavailable_within_the_acquire_timeout_when_the_pool_is_full(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url, pool=SMALL) as api:
        organizer, buyer, event = await open_event(api)
        # Another event: sales of one event wait in one lane, with one connection.
        events = [event, await api.event(organizer)]
        path = f"/events/{event['id']}"

        async def book(event_id: int) -> httpx.Response:
            return await api.post(f"/events/{event_id}/bookings", buyer, {"quantity": 1})

        async with holding(own_connection, "SELECT FROM events FOR UPDATE"):
            stuck = [asyncio.create_task(book(row["id"])) for row in events]
            await wait_until_blocked(own_connection, 2)
            waiting = Stopwatch()
            refused = await at_once(*(api.get(path) for _ in range(6)))
            waited, on_a_quiet_machine = waiting.elapsed(), waiting.seconds()

        for response in refused:
            assert_problem(response, 503, "unavailable")
            assert int(response.headers["retry-after"]) >= 1
        assert waited >= 0.3
        assert on_a_quiet_machine < 3
        assert outcomes(await asyncio.gather(*stuck)) == {"201": 2}
        assert outcomes(await at_once(*(api.get(path) for _ in range(6)))) == {"200": 6}
        assert await discrepancies(own_connection) == []
