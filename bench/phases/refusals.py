"""Refusals once an event is sold out: they must be as quick as a sale."""

from collections import defaultdict

from bench.bench import Bench
from bench.console import say
from bench.database import Database
from bench.phases.hot import Results, percentiles, rates
from bench.report import Row, at_least, at_most, compare
from bench.sale import REFUSED, Sale

CAPACITY = 500


async def measure(bench: Bench) -> list[Row]:
    """Refusals once an event is sold out, and a check that exactly its capacity was sold."""
    refused: Results = defaultdict(list)
    no_database: Results = defaultdict(list)
    async with (
        bench.postgres.database("refusals") as database,
        bench.product(database) as product,
    ):
        await bench.no_database()
        sale = await Sale.open(database, "full", capacity=CAPACITY)
        while await _taken(database, sale.event_id) < CAPACITY:
            say(f"  selling {CAPACITY} tickets out to 256 connections")
            await bench.book(sale, product, 256)
        for _ in range(bench.plan.repetitions):
            for connections in bench.plan.crowds:
                seconds = bench.plan.seconds
                result = await sale.run(
                    product, bench.tokens, connections=connections, seconds=seconds
                )
                bench.report(product.name, connections, result, REFUSED)
                refused[connections].append(result)
                no_database[connections].append(await bench.book_nothing(connections))
        await bench.check(database, [sale])
        await _check_exactly_sold(bench, database, sale)
    return [
        row for connections in bench.plan.crowds for row in _rows(connections, refused, no_database)
    ]


def _rows(connections: int, refused: Results, no_database: Results) -> list[Row]:
    ours = refused[connections]
    return [
        compare(
            f"refusals, {connections} connections",
            rates(ours, REFUSED),
            "(a) no database",
            rates(no_database[connections]),
            unit="/s",
            target=at_least(0.8),
        ),
        compare(
            f"refusals p99, {connections} connections",
            percentiles(ours, 0.99, REFUSED),
            "p50 of the same",
            percentiles(ours, 0.5, REFUSED),
            unit=" ms",
            target=at_most(3),
        ),
    ]


async def _taken(database: Database, event_id: int) -> int:
    statement = "SELECT count(*) FROM tickets WHERE event_id = $1 AND status <> 'cancelled'"
    return int(await database.connection.fetchval(statement, event_id))


async def _check_exactly_sold(bench: Bench, database: Database, sale: Sale) -> None:
    taken = await _taken(database, sale.event_id)
    say(f"  sold out: {taken} of {CAPACITY} tickets, {sale.answered} answered with 201")
    if taken != CAPACITY:
        bench.broken.append(f"refusals: {taken} of {CAPACITY} tickets were sold")
