"""Reports and lists from a replica, compared with the primary, and the sale beside them."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import asyncpg
import httpx

from bench.bench import Bench
from bench.console import say
from bench.database import Database, Postgres
from bench.growth_data import sell_earlier
from bench.load import LoadError, Result
from bench.phases.hot import rates
from bench.phases.set_ups import CONNECTIONS, LIST, READ, READERS, read
from bench.report import Row, compare
from bench.sale import Sale
from bench.servers import Server
from tests.support.standby import Standby, hot_standby

REPORT = "/api/v1/analytics/dashboard"
REPORTERS = 4
PRIMARY = "from the primary"
READS = re.compile(r"^database_replica_reads_total (\S+)$", re.MULTILINE)
REPLAYED = "SELECT pg_last_wal_replay_lsn() >= $1::text::pg_lsn"
SECONDS_TO_FOLLOW = 300


async def measure(bench: Bench) -> list[Row]:
    """Reports and a list read from a standby and from the primary in turn, alone and in a sale."""
    async with _replicated(bench) as (database, standby):
        settings = {"DATABASE_REPLICA_URL": standby.address(database.url)}
        async with (
            bench.product(database, settings, name="replica") as replica,
            bench.product(database, name="primary") as primary,
        ):
            sales = [await Sale.open(database, server.name) for server in (replica, primary)]
            # What is found in the first round, which warms up both, is left out.
            await _Found(bench).add_both((replica, primary), sales)
            found = _Found(bench)
            for _ in range(bench.plan.repetitions):
                await found.add_both((replica, primary), sales)
            note = f"{await _reads(replica):,.0f} reads of the replica"
            await bench.check(database, sales)
    return found.rows(note)


class _Found:
    """Results by what was measured, of the server with a replica and of the one without."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._results: dict[str, dict[str, list[Result]]] = {}

    async def add_both(self, servers: Sequence[Server], sales: Sequence[Sale]) -> None:
        """Measure one round, in turn."""
        for server, sale in zip(servers, sales, strict=True):
            await self._add(server, sale)

    async def _add(self, server: Server, sale: Sale) -> None:
        bench = self._bench
        before = await _reads(server)
        reports = await read(bench, server, REPORT, REPORTERS)
        listed = await read(bench, server, LIST, READERS)
        sold, _ = await asyncio.gather(
            bench.book(sale, server, CONNECTIONS, settles=False),
            read(bench, server, REPORT, REPORTERS),
        )
        if server.name.endswith("replica") and await _reads(server) == before:
            raise LoadError("Nothing was read from the replica.")
        measured = {"dashboard": reports, "list of 50 events": listed, "bookings": sold}
        for what, result in measured.items():
            self._results.setdefault(what, {}).setdefault(server.name, []).append(result)

    def rows(self, note: str) -> list[Row]:
        words = {
            "dashboard": (f"dashboard from a replica, {REPORTERS} readers", PRIMARY, READ),
            "list of 50 events": (f"list of 50 events from it, {READERS} readers", PRIMARY, READ),
            "bookings": ("bookings beside those dashboards", "beside the primary's", 201),
        }
        rows = []
        for what, (name, against, status) in words.items():
            ours, theirs = self._results[what].values()
            rows.append(
                compare(
                    *(name, rates(ours, status), against, rates(theirs, status)),
                    unit="/s",
                    note=note,
                )
            )
        return rows


@asynccontextmanager
async def _replicated(bench: Bench) -> AsyncIterator[tuple[Database, Standby]]:
    """A database of earlier sales on a server of its own, and a standby that has them."""
    folder = bench.folder / "replicated"
    bookings = bench.plan.grown_bookings // 5
    postgres = Postgres(folder, users=bench.plan.users, archive=folder / "archive")
    try:
        await postgres.start()
        say(f"  selling {bookings:,} bookings in SQL, and copying them to a standby")
        async with postgres.database("replicated") as database:
            await sell_earlier(database, bookings, buyers=bench.plan.users)
            async with hot_standby(
                postgres.server,
                postgres.data_dir,
                postgres.url,
                folder / "standby",
                hot_standby_feedback="on",
            ) as standby:
                await _until_followed(database, standby)
                yield database, standby
    finally:
        await postgres.stop()


async def _until_followed(database: Database, standby: Standby) -> None:
    position = await database.connection.fetchval("SELECT pg_current_wal_lsn()::text")
    connection = await asyncpg.connect(standby.address(database.url))
    try:
        async with asyncio.timeout(SECONDS_TO_FOLLOW):
            while not await connection.fetchval(REPLAYED, position):  # noqa: ASYNC110 - a server
                await asyncio.sleep(0.1)
    finally:
        await connection.close()


async def _reads(server: Server) -> float:
    """How many reads the server's replica has answered."""
    async with httpx.AsyncClient() as client:
        # The metrics are kept for 0.2 s.
        await asyncio.sleep(0.3)
        found = READS.search((await client.get(f"{server.address}/metrics")).text)
    return float(found[1]) if found else 0
