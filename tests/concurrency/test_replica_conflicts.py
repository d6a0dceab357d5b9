"""What a standby ends, refuses or does not answer, and is read again from the primary."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import asyncpg
import pytest
from prometheus_client import CollectorRegistry
from tortoise.exceptions import OperationalError

from src.application.ports.database import NoTransaction
from src.infrastructure.database import replica as replicas
from src.infrastructure.database.orm import Database, PoolSettings, current_connection
from src.infrastructure.database.positions import Positions
from src.infrastructure.database.replica import Replica, ReplicaMetrics
from src.infrastructure.reports.reading import reading
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork
from tests.concurrency.test_chaos import connected, wait_for
from tests.support.concurrency.running import process_wide
from tests.support.replica import Pair, primary_and_replica
from tests.support.stopwatch import Stopwatch

pytestmark = pytest.mark.timeout(300)

POOL = PoolSettings(min_size=0, max_size=3)
WHERE = "SELECT pg_is_in_recovery() AS is_standby"
# It runs into the conflict on the standby, and takes no time on the primary.
SLOW_THERE = """
SELECT CASE WHEN pg_is_in_recovery() THEN pg_sleep(30)::text END AS slept,
    pg_is_in_recovery() AS is_standby
FROM users LIMIT 1
"""


@pytest.fixture(scope="module")
async def pair(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Pair]:
    async with primary_and_replica(tmp_path_factory.mktemp("conflicts")) as pair:
        yield pair


@asynccontextmanager
async def reading_from(
    pair: Pair, url: str | None = None
) -> AsyncIterator[tuple[Replica, CollectorRegistry]]:
    registry, database = CollectorRegistry(), Database(POOL)
    replica = Replica(url or pair.replica_url, POOL, Positions(10), ReplicaMetrics(registry))
    with process_wide(None):
        await database.open(pair.url)
        try:
            async with replica.running():

                async def is_in_use() -> bool:
                    return await replica.read(is_standby, None)

                # In its first second it may be behind what the primary has just written.
                await wait_for(is_in_use, seconds=20)
                yield replica, registry
        finally:
            await database.close()


def fallbacks(registry: CollectorRegistry, reason: str) -> float:
    name = "database_replica_fallbacks_total"
    return registry.get_sample_value(name, {"reason": reason}) or 0


async def is_standby(statement: str = WHERE) -> bool:
    (row,) = await current_connection().execute_query_dict(statement)
    answer: bool = row["is_standby"]
    return answer


async def is_standby_in_report() -> bool:
    async with reading() as connection:
        (row,) = await connection.execute_query_dict(WHERE)
    answer: bool = row["is_standby"]
    return answer


@pytest.mark.parametrize("run", [is_standby, is_standby_in_report])
async def test_statements_and_transactions_of_a_read_go_to_the_replica(
    pair: Pair, run: Callable[[], Awaitable[bool]]
) -> None:
    async with reading_from(pair) as (replica, _):
        assert await replica.read(run, None)
        assert not await run()


async def test_statement_that_is_cancelled_by_recovery_is_repeated_on_the_primary(
    pair: Pair,
) -> None:
    async with connected(pair.url) as primary:
        await primary.execute("CREATE TABLE pruned AS SELECT generate_series(1, 1000) AS id")
        await primary.execute(
            "INSERT INTO users (name, email, role) VALUES ('A', 'a@x.example', 'admin')"
        )
        async with reading_from(pair) as (replica, registry):
            waiting = asyncio.create_task(replica.read(lambda: is_standby(SLOW_THERE), None))

            async def is_asleep() -> bool:
                return pair.statements("pg_sleep(30)")[1] > 0

            await wait_for(is_asleep, seconds=20)
            # The standby has to remove rows that the statement there might still see.
            await primary.execute("DELETE FROM pruned")
            await primary.execute("VACUUM pruned")
            assert await waiting is False
            assert fallbacks(registry, "conflict") == 1
            assert await replica.read(is_standby, None)
        await primary.execute("DROP TABLE pruned")


async def test_what_a_standby_cannot_do_is_done_on_the_primary(pair: Pair) -> None:
    async def take_number() -> bool:
        return await is_standby(f"{WHERE}, pg_current_xact_id()")

    async def take_lock() -> bool:
        await current_connection().execute_query("SELECT id FROM users FOR UPDATE")
        return await is_standby()

    async with reading_from(pair) as (replica, registry):
        for run in (take_number, take_lock):
            assert await replica.read(run, None) is False
        assert fallbacks(registry, replicas.FAULT) == 2


async def test_unit_of_work_never_begins_on_a_replica(pair: Pair) -> None:
    where = []

    async def begin() -> None:
        try:
            async with TortoiseUnitOfWork():
                where.append(await is_standby())
        except NoTransaction:
            where.append(True)
            raise

    async with reading_from(pair) as (replica, registry):
        await replica.read(begin, None)
        assert where == [True, False]
        assert fallbacks(registry, replicas.FAULT) == 1


async def test_statement_that_takes_too_long_is_not_repeated(pair: Pair) -> None:
    where = []

    async def take_long() -> None:
        where.append(await is_standby())
        async with reading() as connection:
            await connection.execute_script("SET LOCAL statement_timeout = '50ms'")
            await connection.execute_query("SELECT pg_sleep(5)")

    async with reading_from(pair) as (replica, _):
        with pytest.raises(asyncpg.QueryCanceledError):
            await replica.read(take_long, None)
    assert where == [True]


async def test_fault_of_the_read_itself_is_raised_as_the_primary_has_it(pair: Pair) -> None:
    async with reading_from(pair) as (replica, registry):
        with pytest.raises(OperationalError):
            await replica.read(lambda: is_standby("SELECT nothing_of_this_name"), None)
        assert fallbacks(registry, replicas.FAULT) == 1


async def test_read_from_a_replica_that_falls_silent_is_ended_and_repeated(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replicas, "SECONDS_TO_ANSWER", 1.0)
    async with silenceable(pair.standby.port) as (port, silence):
        url = pair.replica_url.replace(f":{pair.standby.port}/", f":{port}/")
        async with reading_from(pair, url) as (replica, registry):
            assert await replica.read(is_standby, None)

            async def look_again() -> bool:
                first = await is_standby()
                silence.set()
                return await is_standby() and first

            watch = Stopwatch()
            assert await replica.read(look_again, None) is False
            # Not the half minute after which a statement would end.
            assert watch.seconds() < 10
            assert fallbacks(registry, "unreachable") == 1
            silence.clear()

            async def is_read_there() -> bool:
                return await replica.read(is_standby, None)

            await wait_for(is_read_there, seconds=20)


@asynccontextmanager
async def silenceable(port: int) -> AsyncIterator[tuple[int, asyncio.Event]]:
    """A port that leads to this one, but while the event is set: then nothing arrives."""
    silence = asyncio.Event()

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while received := await reader.read(65_536):
                if silence.is_set():
                    await asyncio.sleep(3600)
                writer.write(received)
        finally:
            writer.close()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if silence.is_set():
                await asyncio.sleep(3600)
            from_server, to_server = await asyncio.open_connection("127.0.0.1", port)
            await asyncio.gather(pass_on(reader, to_server), pass_on(from_server, writer))
        finally:
            writer.close()

    server = await asyncio.start_server(connect, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1], silence
    finally:
        server.close()


# The last one: nothing makes a standby of it again.
async def test_standby_that_is_promoted_is_not_read_from_any_more(pair: Pair) -> None:
    async with reading_from(pair) as (replica, registry):
        assert await replica.read(is_standby, None)

        async def is_promoted() -> bool:
            async with connected(pair.replica_url) as connection:
                return not await connection.fetchval("SELECT pg_is_in_recovery()")

        async def port_of_server() -> int:
            (row,) = await current_connection().execute_query_dict(
                "SELECT inet_server_port() AS port"
            )
            return int(row["port"])

        pair.standby.promote()
        await wait_for(is_promoted, seconds=20)
        assert await replica.read(port_of_server, None) != pair.standby.port
        assert fallbacks(registry, "no_standby") == 1
