"""Reads during a sale: availability, and the seat map of a hall."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx

from bench.bench import Bench
from bench.console import say
from bench.load import Load, Result, run_load
from bench.phases.hot import percentiles, rates
from bench.report import Row, at_least, compare
from bench.sale import BOOKED, Sale
from bench.servers import Server
from src.infrastructure.clock import utc_now

READ = 200
READERS = 64
MAP_READERS = 8
BUYERS, PAUSE_MS = 8, 80
"""About 100 bookings a second, independent of the server's speed."""

MAP_SECONDS = 1

SECTIONS, ROWS, SEATS_PER_ROW = 4, 50, 100


async def measure(bench: Bench) -> list[Row]:
    """Reads during a sale: availability, then the seat map of a hall."""
    async with (
        bench.postgres.database("reads") as database,
        bench.product(database) as product,
    ):
        bare = await bench.no_database()
        ours: list[Result] = []
        static: list[Result] = []
        sales = []
        for repetition in range(bench.plan.repetitions):
            sale = await Sale.open(database, f"reads-{repetition}")
            canned = await Sale.open(database, f"canned-{repetition}", has_keys=False)
            ours.append(await _read_during(bench, product, sale))
            static.append(await _read_during(bench, bare, canned))
            sales.append(sale)
        rows = [
            compare(
                f"availability reads in a sale, {READERS} connections",
                rates(ours, READ),
                "static JSON route",
                rates(static, READ),
                unit="/s",
                target=at_least(0.8),
            ),
            compare(
                f"availability p99 in a sale, {READERS} connections",
                percentiles(ours, 0.99, READ),
                "static JSON route",
                percentiles(static, 0.99, READ),
                unit=" ms",
            ),
        ]
        rows += await _seat_map_rows(bench, product, bare)
        await bench.check(database, sales)
    return rows


async def _read_during(bench: Bench, server: Server, sale: Sale) -> Result:
    """Availability reads at full speed, during about 100 bookings a second."""
    seconds = bench.plan.seconds
    load = Load(sale.event_id, read="availability")
    selling = sale.run(server, bench.tokens, connections=BUYERS, seconds=seconds, pause_ms=PAUSE_MS)
    reading = run_load(server.address, load, connections=READERS, seconds=seconds)
    sold, read = await asyncio.gather(selling, reading)
    say(f"  meanwhile {sold.rate(BOOKED):.0f} bookings/s:")
    bench.report(f"{server.name} availability", READERS, read, READ)
    return read


async def _seat_map_rows(bench: Bench, product: Server, bare: Server) -> list[Row]:
    event_id, seat_map = await _hall(bench, product)
    if not seat_map:
        return []
    bench.static_file.write_bytes(seat_map)
    ours: list[Result] = []
    static: list[Result] = []
    for _ in range(bench.plan.repetitions):
        for server, results in ((product, ours), (bare, static)):
            result = await run_load(
                server.address,
                Load(event_id, read="seats"),
                connections=MAP_READERS,
                seconds=MAP_SECONDS,
            )
            bench.report(f"{server.name} seat map", MAP_READERS, result, READ)
            results.append(result)
    seats = SECTIONS * ROWS * SEATS_PER_ROW
    return [
        compare(
            f"seat map of {seats:,} seats, {MAP_READERS} connections",
            rates(ours, READ),
            "as many static bytes",
            rates(static, READ),
            unit="/s",
            note=f"{len(seat_map) / 2**20:.1f} MiB each",
        )
    ]


async def _hall(bench: Bench, product: Server) -> tuple[int, bytes]:
    """Create an event with seats over the API; its id and seat map, or an empty map on failure."""
    headers = {"Authorization": f"Bearer {bench.admin_token()}"}
    address = f"{product.address}/api/v1"
    async with httpx.AsyncClient(base_url=address, headers=headers, timeout=60) as client:
        try:
            venue = await _post(client, "/venues", {"name": "Great hall"})
            for section in "ABCD"[:SECTIONS]:
                seats = {
                    "section": section,
                    "rows": [str(row) for row in range(1, ROWS + 1)],
                    "seats_per_row": SEATS_PER_ROW,
                }
                await _post(client, f"/venues/{venue['id']}/seats", seats)
            event = await _post(client, "/events", _seated_event(venue["id"]))
            answer = await client.get(f"/events/{event['id']}/seats")
            answer.raise_for_status()
        except httpx.HTTPStatusError as error:
            request, response = error.request, error.response
            say(f"  no seat map: {request.method} {request.url.path} is {response.status_code}")
            return 0, b""
    return int(event["id"]), answer.content


def _seated_event(venue_id: int) -> dict[str, Any]:
    return {
        "title": "Opera",
        "venue_id": venue_id,
        "seating": "reserved",
        "price": "25.00",
        "date_time": (utc_now() + timedelta(days=30)).isoformat(),
    }


async def _post(client: httpx.AsyncClient, path: str, body: dict[str, Any]) -> Any:
    response = await client.post(path, json=body)
    response.raise_for_status()
    return response.json()
