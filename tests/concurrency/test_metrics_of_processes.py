"""The metrics of several processes behind one port: whichever answers, it says the sum of all."""

import asyncio
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import V1, Person
from tests.support.concurrency.running import add_people
from tests.support.metrics import Scrape, SeriesName, scrape
from tests.support.servers import SERVE, Server, running_server

PROCESSES = 2
BUYERS = 60
PLACES = 40
PATIENCE_SECONDS = 60
SECONDS_OF_A_SNAPSHOT = 0.25
"""Metrics are shared for 0.2 s: readings that are further apart never fall."""


@asynccontextmanager
async def several_processes(database_url: str) -> AsyncIterator[Server]:
    command = (*SERVE, "--workers", str(PROCESSES))
    async with running_server(database_url, command=command) as server:
        try:
            yield server
        finally:
            # Who is killed leaves its processes behind.
            await server.stop()


@asynccontextmanager
async def fresh_client(server: Server) -> AsyncIterator[httpx.AsyncClient]:
    """A client that keeps no connection, so that the kernel chooses a process for each request."""
    limits = httpx.Limits(max_connections=20, max_keepalive_connections=0)
    async with httpx.AsyncClient(
        base_url=server.address, timeout=30, limits=limits, trust_env=False
    ) as client:
        yield client


async def pids(client: httpx.AsyncClient) -> set[int]:
    found = (await scrape(client)).by("process_start_time_seconds", "pid")
    return {int(pid) for pid in found}


async def until_all_run(client: httpx.AsyncClient, *, without: int = 0) -> set[int]:
    """Wait until so many processes run, none of which is `without`."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            await asyncio.sleep(SECONDS_OF_A_SNAPSHOT)
            with_pids = await pids(client)
            if len(with_pids) == PROCESSES and without not in with_pids:
                return with_pids


async def read_on(client: httpx.AsyncClient, scrapes: list[Scrape]) -> None:
    while True:
        scrapes.append(await scrape(client))
        await asyncio.sleep(SECONDS_OF_A_SNAPSHOT)


def assert_none_fell(scrapes: Sequence[Scrape]) -> None:
    last: Mapping[SeriesName, float] = {}
    for each in scrapes:
        now = each.counters()
        fallen = {key: value for key, value in last.items() if now.get(key, 0) < value}
        assert fallen == {}
        last = now


async def buy(client: httpx.AsyncClient, event_id: int, buyer: Person) -> int:
    path = f"{V1}/events/{event_id}/bookings"
    response = await client.post(path, headers=buyer.headers, json={"quantity": 1})
    return response.status_code


@pytest.fixture
async def people(own_connection: asyncpg.Connection) -> Sequence[Person]:
    (organizer,) = await add_people(own_connection, 1, Role.ORGANIZER)
    return [organizer, *await add_people(own_connection, BUYERS)]


async def test_sum_of_all_processes_is_exact_and_never_falls(
    own_url: str, people: Sequence[Person]
) -> None:
    organizer, *buyers = people
    async with several_processes(own_url) as server, fresh_client(server) as client:
        await until_all_run(client)
        starts = {"title": "Run", "date_time": "2030-01-01T20:00:00Z", "price": "25.00"}
        body = {**starts, "capacity": PLACES}
        created = await client.post(f"{V1}/events", headers=organizer.headers, json=body)
        assert created.status_code == 201, created.text
        event_id = created.json()["id"]

        scrapes: list[Scrape] = []
        reading = asyncio.create_task(read_on(client, scrapes))
        answers = Counter(await asyncio.gather(*(buy(client, event_id, buyer) for buyer in buyers)))
        reading.cancel()
        assert answers == {201: PLACES, 409: BUYERS - PLACES}
        assert_sold(scrapes, await scrapes_of_each(client))

        (victim, *_) = sorted(await pids(client))
        os.kill(victim, signal.SIGKILL)
        await until_all_run(client, without=victim)
        assert_sold(scrapes, await scrapes_of_each(client))
        last = scrapes[-1]
        assert last.sum("ticketing_database_connections_max") == PROCESSES * 10


async def scrapes_of_each(client: httpx.AsyncClient) -> list[Scrape]:
    """So many, apart enough, that each process is as good as certain to have answered."""
    found = []
    for _ in range(8):
        await asyncio.sleep(SECONDS_OF_A_SNAPSHOT)
        found.append(await scrape(client))
    return found


def assert_sold(before: list[Scrape], after: list[Scrape]) -> None:
    """Each of `after` counts exactly what was sold, and nothing has fallen since `before`."""
    for each in after:
        outcomes = each.by("ticketing_purchases_total", "outcome")
        assert outcomes == {"accepted": PLACES, "insufficient_tickets": BUYERS - PLACES}
        assert each.sum("ticketing_changes_total", action="booking.confirmed") == PLACES
        route = f"{V1}/events/{{event_id}}/bookings"
        assert each.sum("http_requests_total", route=route, status="201") == PLACES
        assert each.sum("http_requests_total", route=route) == BUYERS
        assert each.sum("http_request_duration_seconds_count", route=route) == BUYERS
        assert each.sum("ticketing_lane_batch_size_sum", lane="sale") == BUYERS
    before += after
    assert_none_fell(before)
