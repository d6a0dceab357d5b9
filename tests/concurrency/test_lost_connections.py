"""Connections that are lost in the middle: what was not committed never was, and none leaks.

The pool has one connection, so that a single leak would stop everything that comes after.
"""

import asyncio
import os
import signal
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import httpx
import pytest

from src.application.ports.database import Touches
from src.domain.entities.user import Role
from src.infrastructure.database.orm import PoolSettings
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork
from tests.support.api import Api, Person, assert_problem
from tests.support.concurrency.running import (
    at_once,
    discrepancies,
    outcome,
    outcomes,
    running_app,
    wait_until_blocked,
)
from tests.support.stopwatch import Stopwatch

ONE = PoolSettings(max_size=1, acquire_timeout=1, lock_timeout=20)

# Clients alone: an autovacuum worker in the same database is not ours to end, and PostgreSQL 18
# refuses it to all but members of pg_signal_autovacuum_worker.
OTHERS = (
    "FROM pg_stat_activity WHERE datname = current_database() "
    "AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
)
# It waits for their end: a statement that is sent between the order and the end fails as well.
TERMINATE_OTHERS = f"SELECT pg_terminate_backend(pid, 10_000) {OTHERS}"
COUNT_BOOKINGS = "SELECT count(*) FROM bookings"


class Interrupted(TortoiseUnitOfWork):
    """Loses its connection right before or right after the commit."""

    def __init__(self, beside: asyncpg.Connection, *, is_committed: bool) -> None:
        super().__init__()
        self._beside = beside
        self._is_committed = is_committed

    async def commit(self) -> None:
        if self._is_committed:
            await super().commit()
        await self._beside.execute(TERMINATE_OTHERS)
        if not self._is_committed:
            await super().commit()


@asynccontextmanager
async def selling(
    url: str, pool: PoolSettings = ONE, **overrides: Any
) -> AsyncIterator[tuple[Api, Callable[[], Any]]]:
    """An application, and a booking that can be sent to it again and again."""
    async with running_app(url) as api:
        event = await api.event(await api.person(Role.ORGANIZER))
        buyer: Person = await api.person()
    async with running_app(url, pool=pool, **overrides) as api:
        path = f"/events/{event['id']}/bookings"
        yield api, lambda: api.post(path, buyer, {"quantity": 1})


async def assert_pool_is_whole(api: Api) -> None:
    """More requests than connections are answered."""
    assert outcomes(await at_once(*(api.get("/events") for _ in range(4)))) == {"200": 4}


async def wait_until_in_lane(api: Api) -> None:
    """Return when somebody waits for the next batch. Raises TimeoutError when nobody comes."""
    lanes = api.container.selling.sale_lanes()
    async with asyncio.timeout(20):
        while not any(lanes._lanes.values()):  # noqa: ASYNC110 - the lanes notify nobody
            await asyncio.sleep(0.01)


async def test_booking_is_undone_when_its_connection_dies_while_it_waits(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with selling(own_url) as (api, book):
        async with own_connection.transaction():
            await own_connection.execute("SELECT FROM events FOR UPDATE")
            waiting: asyncio.Task[httpx.Response] = asyncio.create_task(book())
            await wait_until_blocked(own_connection)
            await own_connection.execute(TERMINATE_OTHERS)
            assert_problem(await waiting, 503, "unavailable")

        await assert_pool_is_whole(api)
        assert await own_connection.fetchval(COUNT_BOOKINGS) == 0
        assert outcome(await book()) == "201"


async def test_booking_stands_when_its_request_is_cancelled_after_its_batch_began(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with selling(own_url) as (api, book):
        async with own_connection.transaction():
            await own_connection.execute("SELECT FROM events FOR UPDATE")
            waiting: asyncio.Task[httpx.Response] = asyncio.create_task(book())
            await wait_until_blocked(own_connection)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting

        # Its lane goes on with the next request, in order.
        assert outcome(await book()) == "201"
        await assert_pool_is_whole(api)
        assert await own_connection.fetchval(COUNT_BOOKINGS) == 2
    assert await discrepancies(own_connection) == []


async def test_nothing_is_booked_when_a_request_is_cancelled_before_its_batch_begins(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    two = PoolSettings(max_size=2, acquire_timeout=20, lock_timeout=60)
    async with selling(own_url, two) as (api, book):
        async with own_connection.transaction():
            await own_connection.execute("SELECT FROM events FOR UPDATE")
            first: asyncio.Task[httpx.Response] = asyncio.create_task(book())
            await wait_until_blocked(own_connection)
            second: asyncio.Task[httpx.Response] = asyncio.create_task(book())
            await wait_until_in_lane(api)
            second.cancel()
            with pytest.raises(asyncio.CancelledError):
                await second

        assert outcome(await first) == "201"
        await assert_pool_is_whole(api)
        assert await own_connection.fetchval(COUNT_BOOKINGS) == 1
    assert await discrepancies(own_connection) == []


async def test_booking_is_undone_when_its_connection_dies_before_the_commit(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    def unit_of_work(*, touches: Touches | None = None) -> Interrupted:
        return Interrupted(own_connection, is_committed=False)

    async with selling(own_url, unit_of_work=unit_of_work) as (api, book):
        assert_problem(await book(), 503, "unavailable")

        await assert_pool_is_whole(api)
    assert await own_connection.fetchval(COUNT_BOOKINGS) == 0
    assert await discrepancies(own_connection) == []


async def test_booking_is_answered_when_its_connection_dies_after_the_commit(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    def unit_of_work(*, touches: Touches | None = None) -> Interrupted:
        return Interrupted(own_connection, is_committed=True)

    async with selling(own_url, unit_of_work=unit_of_work) as (api, book):
        assert outcome(await book()) == "201"

        await assert_pool_is_whole(api)
    assert await own_connection.fetchval(COUNT_BOOKINGS) == 1
    assert await discrepancies(own_connection) == []


async def test_waiting_is_bounded_when_a_server_accepts_connections_and_says_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgres://nobody:x@127.0.0.1:{silent.getsockname()[1]}/none"
        async with running_app(url, pool=ONE) as api:
            waiting = Stopwatch()
            responses = await at_once(*(api.get("/events") for _ in range(5)))
            waited = waiting.seconds()

    for response in responses:
        assert_problem(response, 503, "unavailable")
    assert waited < 3


async def test_waiting_is_bounded_when_the_server_falls_silent(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    pool = PoolSettings(max_size=1, acquire_timeout=0.5, statement_timeout=0.5)
    async with running_app(own_url, pool=pool) as api:
        await assert_pool_is_whole(api)
        (backend,) = await own_connection.fetch(f"SELECT pid {OTHERS}")
        os.kill(backend["pid"], signal.SIGSTOP)
        try:
            waiting = Stopwatch()
            async with asyncio.timeout(30):
                responses = await at_once(*(api.get("/events") for _ in range(2)))
            waited = waiting.seconds()
        finally:
            os.kill(backend["pid"], signal.SIGCONT)

        for response in responses:
            assert_problem(response, 503, "unavailable")
        assert waited < 5
        await assert_pool_is_whole(api)
