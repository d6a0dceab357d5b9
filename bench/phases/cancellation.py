"""A sale while another event with many bookings is cancelled."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx

from bench.bench import Bench
from bench.console import elapsed, say
from bench.database import Database
from bench.growth_data import sell_out
from bench.load import LoadError, Result
from bench.phases.hot import memory_row, rates
from bench.report import Row, at_least, compare
from bench.sale import BOOKED, Sale
from bench.servers import Server

CONNECTIONS = 64
EVENTS = 2
ALONE = 3
TIMEOUT_SECONDS = 60
MAX_SECONDS = 300
SECONDS_BETWEEN_LOOKS = 0.2

LEFT = "SELECT total_bookings FROM events WHERE id = $1"


@dataclass
class Looks:
    """What was seen of the service meanwhile; `memory_mib` is the most."""

    ready: Counter[int] = field(default_factory=Counter)
    memory_mib: float = 0.0


async def measure(bench: Bench) -> list[Row]:
    """The same sale with and without a cancellation in turn, `/ready`, and the server's memory."""
    during: list[Result] = []
    without: list[Result] = []
    looks = Looks()
    bookings = bench.plan.cancelled_bookings
    async with bench.postgres.database("cancellation") as database:
        events = [
            await sell_out(database, bookings, buyers=bench.plan.users) for _ in range(EVENTS)
        ]
        await bench.postgres.flush()
        async with bench.product(database) as server:
            sale = await Sale.open(database, "beside")
            before = server.memory_mib
            alone = await _sell_alone(bench, server, sale)
            for event_id in events:
                async with _looking(server, looks):
                    beside = await _sell_beside(bench, server, database, sale, event_id)
                during += beside
                # Of each, the neighbour is that before the cancellation or that after it.
                half = len(beside) // 2
                without += [alone] * half
                alone = await _sell_alone(bench, server, sale)
                without += [alone] * (len(beside) - half)
        await bench.check(database, [sale])
    say(f"  /ready meanwhile: {dict(looks.ready)}")
    bench.broken += [
        f"/ready was {status} during a cancellation" for status in looks.ready if status != 200
    ]
    return [
        compare(
            f"bookings beside a cancellation of {bookings:,}",
            rates(during),
            "without it",
            rates(without),
            unit="/s",
            target=at_least(0.7),
        ),
        memory_row("cancellations (most)", before, looks.memory_mib),
    ]


async def _sell_alone(bench: Bench, server: Server, sale: Sale) -> Result:
    """The middle one of a few measurements: many are compared with it."""
    results = [await bench.book(sale, server, CONNECTIONS) for _ in range(ALONE)]
    return sorted(results, key=lambda result: result.rate(BOOKED))[ALONE // 2]


async def _sell_beside(
    bench: Bench, server: Server, database: Database, sale: Sale, event_id: int
) -> list[Result]:
    """Measurements that began and ended while the event was being cancelled. Raises LoadError."""
    headers = {"Authorization": f"Bearer {bench.admin_token()}"}
    began = elapsed()
    results: list[Result] = []
    async with httpx.AsyncClient(base_url=server.address, timeout=TIMEOUT_SECONDS) as client:
        cancelling = asyncio.create_task(
            client.put(f"/api/v1/events/{event_id}", headers=headers, json={"status": "cancelled"})
        )
        while not results or await database.connection.fetchval(LEFT, event_id):
            results.append(await bench.book(sale, server, CONNECTIONS, settles=False))
            if elapsed() - began > MAX_SECONDS:
                raise LoadError(f"The event is not cancelled after {MAX_SECONDS} s.")
        response = await cancelling
    say(f"  cancelled in {elapsed() - began:.0f} s: {response.status_code}")
    if response.status_code != 200 or len(results) < 2:
        raise LoadError(f"The event was not cancelled beside a sale: {response.status_code}.")
    # The last one was not beside the cancellation for all of its time.
    return results[:-1]


@asynccontextmanager
async def _looking(server: Server, looks: Looks) -> AsyncIterator[None]:
    """Look at `/ready` and at the server's memory during the block."""
    task = asyncio.create_task(_look(server, looks))
    try:
        yield
    finally:
        task.cancel()


async def _look(server: Server, looks: Looks) -> None:
    async with httpx.AsyncClient(base_url=server.address, timeout=10) as client:
        while True:
            try:
                looks.ready[(await client.get("/ready")).status_code] += 1
            except httpx.TransportError:
                looks.ready[0] += 1
            looks.memory_mib = max(looks.memory_mib, server.memory_mib)
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
