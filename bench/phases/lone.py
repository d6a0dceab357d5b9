"""Single bookings one after another, compared with one plain transaction each."""

import hashlib
import time

import asyncpg

from bench.baselines import selling
from bench.bench import Bench
from bench.console import say
from bench.database import FIRST_BUYER_ID, Database
from bench.load import Result
from bench.phases.hot import percentiles
from bench.report import Row, at_most, compare, median, text
from bench.sale import Sale


async def measure(bench: Bench) -> list[Row]:
    """Single bookings one after another, compared with one plain transaction each."""
    ours: list[Result] = []
    over_http: list[Result] = []
    in_process: list[float] = []
    sales = []
    async with (
        bench.postgres.database("lone") as database,
        bench.product(database) as product,
        bench.baseline("plain", database) as plain,
    ):
        for repetition in range(bench.plan.repetitions):
            for server, results in ((product, ours), (plain, over_http)):
                sale = await Sale.open(database, f"{server.name}-{repetition}")
                sales.append(sale)
                results.append(await bench.book(sale, server, 1))
            in_process.append(await _book_in_process(bench, database, f"direct-{repetition}"))
        await bench.check(database, sales)
    mine = percentiles(ours, 0.5)
    return [
        compare(
            "one lone booking, p50",
            mine,
            "plain transaction, over HTTP",
            percentiles(over_http, 0.5),
            unit=" ms",
            target=at_most(1.3),
        ),
        compare(
            "one lone booking, p50",
            mine,
            "plain transaction, no HTTP",
            in_process,
            unit=" ms",
        ),
    ]


async def _book_in_process(bench: Bench, database: Database, prefix: str) -> float:
    """The p50 in milliseconds of bookings made one after another in this process."""
    event_id = await database.add_events()
    connection = await asyncpg.connect(database.url)
    times: list[float] = []
    try:
        end = time.perf_counter() + bench.plan.seconds / 2
        while time.perf_counter() < end:
            key = f"{prefix}-{len(times)}"
            started = time.perf_counter()
            await selling.sell(
                connection,
                event_id,
                1,
                user_id=FIRST_BUYER_ID + len(times) % bench.plan.users,
                key=key,
                fingerprint=hashlib.sha256(key.encode()).digest(),
            )
            times.append((time.perf_counter() - started) * 1000)
    finally:
        await connection.close()
    say(f"  plain transactions from this process: p50 {text(median(times), ' ms')}")
    return median(times)
