"""Bookings of one hot event, compared with the server or database alone and the usual way."""

from collections import defaultdict

from bench.bench import Bench
from bench.console import say
from bench.database import Database
from bench.load import Result
from bench.pgbench import run_pgbench
from bench.report import Row, at_least, at_most, compare, text
from bench.sale import BOOKED, Sale
from bench.servers import Server

MANY_EVENTS = 1000
MEMORY_MIB = 150.0
WHOLE_ROUNDS = 2

Results = dict[int, list[Result]]


class HotEvent:
    """Measures everything in turn, so that changes of the machine affect all alike."""

    def __init__(self, bench: Bench, database: Database) -> None:
        self._bench = bench
        self._database = database
        self._many: Sale | None = None
        self.sales: list[Sale] = []
        self.product: Results = defaultdict(list)
        self.no_database: Results = defaultdict(list)
        self.usual: Results = defaultdict(list)
        self.many_events: Results = defaultdict(list)
        self.pgbench: dict[int, list[float]] = defaultdict(list)

    async def measure_once(self, product: Server, usual: Server, *, is_whole: bool) -> None:
        """Measure one round; unless `is_whole`, without the rates that have no target."""
        plan = self._bench.plan
        for connections in plan.connections:
            is_crowd = connections in plan.crowds
            if is_crowd or is_whole:
                self.product[connections].append(await self._book(product, connections))
                self.no_database[connections].append(await self._bench.book_nothing(connections))
            if connections in plan.pgbench_clients:
                self.pgbench[connections].append(await self._pgbench(connections))
            if is_crowd:
                self.usual[connections].append(await self._book(usual, connections))
                self.many_events[connections].append(await self._book_many(product, connections))

    async def _pgbench(self, clients: int) -> float:
        plan = self._bench.plan
        rate = await run_pgbench(
            self._database, users=plan.users, clients=clients, seconds=plan.seconds
        )
        say(f"  pgbench, {clients} clients: {text(rate, '/s')}")
        return rate

    async def _book(self, server: Server, connections: int) -> Result:
        is_product = server.name.startswith("product")
        name = f"hot-{len(self.sales)}"
        sale = await Sale.open(self._database, name, has_keys=is_product)
        self.sales.append(sale)
        return await self._bench.book(sale, server, connections)

    async def _book_many(self, server: Server, connections: int) -> Result:
        if self._many is None:
            self._many = await Sale.open(self._database, "many", events=MANY_EVENTS)
            self.sales.append(self._many)
        say(f"  the next over {MANY_EVENTS:,} events:")
        return await self._bench.book(self._many, server, connections)


async def measure(bench: Bench) -> list[Row]:
    """Bookings of one hot event, compared with upper limits and the usual implementation."""
    async with (
        bench.postgres.database("hot") as database,
        bench.product(database) as product,
        bench.baseline("usual", database) as usual,
    ):
        await bench.no_database()
        before = product.memory_mib
        hot = HotEvent(bench, database)
        for repetition in range(bench.plan.repetitions):
            say(f"  round {repetition + 1} of {bench.plan.repetitions}")
            await hot.measure_once(product, usual, is_whole=repetition < WHOLE_ROUNDS)
        after = product.memory_mib
        await bench.check(database, hot.sales)
    return [*_rows(bench, hot), memory_row("hot sale", before, after)]


def memory_row(when: str, before: float, after: float) -> Row:
    """The product's memory after a load, compared with its limit."""
    return Row(
        f"server memory after the {when}",
        after,
        "the limit",
        MEMORY_MIB,
        after / MEMORY_MIB,
        " MiB",
        at_most(1),
        note=f"{before:.0f} MiB before",
    )


def _rows(bench: Bench, hot: HotEvent) -> list[Row]:
    rows = []
    for connections in bench.plan.connections:
        is_crowd = connections in bench.plan.crowds
        rows += _server_rows(hot, connections, is_crowd=is_crowd)
        if is_crowd:
            rows += _crowd_rows(hot, connections)
    return rows


def _server_rows(hot: HotEvent, connections: int, *, is_crowd: bool) -> list[Row]:
    ours = hot.product[connections]
    return [
        compare(
            f"bookings, {_connections(connections)}",
            rates(ours),
            "(a) no database",
            rates(hot.no_database[connections]),
            unit="/s",
            target=at_least(0.6) if is_crowd else None,
        ),
        compare(
            f"bookings p99, {_connections(connections)}",
            percentiles(ours, 0.99),
            "p50 of the same",
            percentiles(ours, 0.5),
            unit=" ms",
            target=at_most(3) if is_crowd else None,
        ),
    ]


def _crowd_rows(hot: HotEvent, connections: int) -> list[Row]:
    what = f"bookings, {_connections(connections)}"
    ours = hot.product[connections]
    clients = min(max(hot.pgbench), connections)
    best = [max(runs) for runs in zip(*hot.pgbench.values(), strict=True)]
    return [
        compare(
            f"longest wait to book, {_connections(connections)}",
            [result.longest_wait for result in ours],
            "p50 of the same",
            percentiles(ours, 0.5),
            unit=" ms",
            target=at_most(10),
        ),
        compare(
            what,
            rates(ours),
            f"(b) pgbench, {clients} clients",
            hot.pgbench[clients],
            unit="/s",
            target=at_least(2.5),
        ),
        compare(
            what, rates(ours), "(b) pgbench at its best", best, unit="/s", target=at_least(0.8)
        ),
        compare(
            what,
            rates(ours),
            "(c) the usual way",
            rates(hot.usual[connections]),
            unit="/s",
            target=at_least(15),
        ),
        compare(
            what,
            rates(ours),
            f"(d) over {MANY_EVENTS:,} events",
            rates(hot.many_events[connections]),
            unit="/s",
        ),
    ]


def rates(results: list[Result], status: int = BOOKED) -> list[float]:
    """Responses with this status per second, by run."""
    return [result.rate(status) for result in results]


def percentiles(results: list[Result], share: float, status: int = BOOKED) -> list[float]:
    """Milliseconds within which this share of the responses came, by run."""
    return [result.percentile(status, share) for result in results]


def _connections(number: int) -> str:
    return "1 connection" if number == 1 else f"{number} connections"
