"""The effect of very many earlier bookings on what everybody does: sales, doors, lists, reports."""

import time
from collections.abc import Sequence

from bench.bench import Bench
from bench.console import say
from bench.database import FIRST_BUYER_ID
from bench.http import Client, connected
from bench.phases.growth import AT_MOST, EMPTY, Shop, grown, sales
from bench.report import Row, compare, median, text

TIMES = 40
"""Each is done so often in a round; there are as many rounds as the plan says."""

READS = {
    "own bookings": "/api/v1/bookings/user/{buyer}",
    "bookings of the event": "/api/v1/bookings/event/{event}",
    "all bookings": "/api/v1/bookings",
    "list of 50 events": "/api/v1/events?limit=50",
    "who comes": "/api/v1/events/{event}/attendees",
    "dashboard": "/api/v1/analytics/dashboard",
}

CODES = """
SELECT ticket_code FROM tickets
WHERE event_id = $1 AND status = 'active' ORDER BY id DESC LIMIT $2
"""


async def measure(bench: Bench) -> list[Row]:
    """Sales, check-ins, lists and the dashboard, in a full and an empty database in turn."""
    bookings = bench.plan.large_bookings
    async with grown(bench, bookings) as (full, empty):
        rows = await sales(bench, bookings, full, empty)
        times: dict[str, tuple[list[float], list[float]]] = {}
        for _ in range(bench.plan.repetitions):
            for index, shop in enumerate((full, empty)):
                for name, took in (await _use(bench, shop)).items():
                    times.setdefault(name, ([], []))[index].append(took)
                    say(f"  {name}, {shop.server.name}: {text(took, ' ms')}")
    return rows + [
        compare(f"{name} among {bookings:,}", ours, EMPTY, theirs, unit=" ms", target=AT_MOST)
        for name, (ours, theirs) in times.items()
    ]


async def _use(bench: Bench, shop: Shop) -> dict[str, float]:
    """The median of each in milliseconds, one request after another."""
    event_id = shop.sale.event_id
    rows = await shop.database.connection.fetch(CODES, event_id, TIMES)
    headers = {"Authorization": f"Bearer {bench.admin_token()}"}
    async with connected(shop.server.address, headers) as client:
        found = {"check-in": await _check_in(client, [row["ticket_code"] for row in rows])}
        for name, path in READS.items():
            address = path.format(event=event_id, buyer=FIRST_BUYER_ID)
            found[name] = median([await _timed(client, address) for _ in range(TIMES)])
    return found


async def _check_in(client: Client, codes: Sequence[str]) -> float:
    times = []
    for code in codes:
        started = time.perf_counter()
        await client.send("POST", "/api/v1/tickets/check-in", {"code": code})
        times.append((time.perf_counter() - started) * 1000)
    return median(times)


async def _timed(client: Client, path: str) -> float:
    started = time.perf_counter()
    await client.send("GET", path)
    return (time.perf_counter() - started) * 1000
