"""The effect of many earlier bookings on time and memory."""

from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bench.bench import Bench
from bench.console import say
from bench.database import Database
from bench.growth_data import OTHER_EVENTS, sell_earlier
from bench.phases.hot import Results, memory_row, percentiles
from bench.report import Row, at_most, compare
from bench.sale import Sale
from bench.servers import Server

AT_MOST = at_most(1.2)
EMPTY = "in an empty database"


@dataclass(frozen=True, slots=True)
class Shop:
    """A server over a database, and the sale of one of its events."""

    database: Database
    server: Server
    sale: Sale


async def measure(bench: Bench) -> list[Row]:
    """The same sale in a full and an empty database in turn, and the server's memory."""
    bookings = bench.plan.grown_bookings
    async with grown(bench, bookings) as (full, empty):
        before = full.server.memory_mib
        rows = await sales(bench, bookings, full, empty)
        after = full.server.memory_mib
    return [*rows, memory_row(f"sale among {bookings:,}", before, after)]


@asynccontextmanager
async def grown(bench: Bench, bookings: int) -> AsyncIterator[tuple[Shop, Shop]]:
    """A shop with so many bookings, half of them of the event on sale, and one without."""
    async with (
        bench.postgres.database("growth_full") as full,
        bench.postgres.database("growth_empty") as empty,
    ):
        say(f"  selling {bookings:,} bookings in SQL")
        # As many events, of which nothing is sold.
        await empty.add_events(OTHER_EVENTS)
        hot = await sell_earlier(full, bookings, buyers=bench.plan.users)
        await bench.postgres.flush()
        async with bench.product(full) as full_server, bench.product(empty) as empty_server:
            full_sale = await Sale.open(full, "grown", event_id=hot)
            empty_sale = await Sale.open(empty, "grown")
            yield (
                Shop(full, full_server, full_sale),
                Shop(empty, empty_server, empty_sale),
            )
        await bench.check(full, [full_sale])
        await bench.check(empty, [empty_sale])


async def sales(bench: Bench, bookings: int, full: Shop, empty: Shop) -> list[Row]:
    """Bookings, in both in turn."""
    full_results: Results = defaultdict(list)
    empty_results: Results = defaultdict(list)
    for _ in range(bench.plan.repetitions):
        for connections in _crowds(bench):
            for shop, results in ((full, full_results), (empty, empty_results)):
                result = await bench.book(shop.sale, shop.server, connections)
                results[connections].append(result)
    return [
        compare(
            f"booking p50 among {bookings:,}, {connections} conn.",
            percentiles(full_results[connections], 0.5),
            EMPTY,
            percentiles(empty_results[connections], 0.5),
            unit=" ms",
            target=AT_MOST,
        )
        for connections in _crowds(bench)
    ]


def _crowds(bench: Bench) -> tuple[int, ...]:
    return (1, bench.plan.crowds[0])
