"""The effect of many earlier bookings on time and memory."""

from collections import defaultdict

from bench.bench import Bench
from bench.console import say
from bench.growth_data import sell_earlier
from bench.phases.hot import Results, memory_row, percentiles
from bench.report import Row, at_most, compare
from bench.sale import Sale


async def measure(bench: Bench) -> list[Row]:
    """The same sale in a full and an empty database in turn, and the server's memory."""
    bookings = bench.plan.grown_bookings
    full_results: Results = defaultdict(list)
    empty_results: Results = defaultdict(list)
    async with (
        bench.postgres.database("growth_full") as full,
        bench.postgres.database("growth_empty") as empty,
    ):
        say(f"  selling {bookings:,} bookings in SQL")
        hot = await sell_earlier(full, bookings, buyers=bench.plan.users)
        await bench.postgres.flush()
        async with bench.product(full) as full_server, bench.product(empty) as empty_server:
            before = full_server.memory_mib
            full_sale = await Sale.open(full, "grown", event_id=hot)
            empty_sale = await Sale.open(empty, "grown")
            for _ in range(bench.plan.repetitions):
                for connections in _crowds(bench):
                    result = await bench.book(full_sale, full_server, connections)
                    full_results[connections].append(result)
                    result = await bench.book(empty_sale, empty_server, connections)
                    empty_results[connections].append(result)
            after = full_server.memory_mib
        await bench.check(full, [full_sale])
        await bench.check(empty, [empty_sale])
    rows = [
        compare(
            f"booking p50 among {bookings:,}, {connections} conn.",
            percentiles(full_results[connections], 0.5),
            "in an empty database",
            percentiles(empty_results[connections], 0.5),
            unit=" ms",
            target=at_most(1.2),
        )
        for connections in _crowds(bench)
    ]
    return [*rows, memory_row(f"sale among {bookings:,}", before, after)]


def _crowds(bench: Bench) -> tuple[int, ...]:
    return (1, bench.plan.crowds[0])
