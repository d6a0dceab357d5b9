"""The worker itself: real connections, real kills, several workers at once."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, closing
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import pytest
from pgqueuer.core.qm import QueueManager
from structlog.testing import CapturingLogger

from src.infrastructure.jobs import worker as worker_module
from src.infrastructure.jobs.tables import queries_over
from src.infrastructure.jobs.worker import Job, Worker
from tests.support.database import MakeDatabase
from tests.support.stopwatch import Stopwatch
from tests.support.workers import make_due, status_of, until, worker_pids

EVERY_SECOND = "* * * * * *"
EVERY_2_SECONDS = "* * * * * */2"
NEVER = "0 0 29 2 * 0"


@pytest.fixture(scope="module")
async def url(make_database: MakeDatabase) -> str:
    return await make_database()


@pytest.fixture
async def database(url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(url)
    yield connection
    await connection.execute("DELETE FROM pgqueuer_schedules")
    await connection.close()


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[CapturingLogger]:
    """What the worker logged: each call has a method_name, args and kwargs."""
    logger = CapturingLogger()
    monkeypatch.setattr(worker_module, "log", logger)
    yield logger


def logged(log: CapturingLogger) -> list[str]:
    return [call.args[0] for call in log.calls]


async def test_migrated_tables_are_what_the_installed_pgqueuer_expects(
    database: asyncpg.Connection,
) -> None:
    queries = queries_over(database)
    assert await queries.schema_is_installed()
    plan = await queries.plan_upgrade()
    assert (plan.statements, plan.notes) == ((), ())
    await QueueManager(queries).verify_structure()


async def test_workers_at_once_run_a_job_once_for_each_tick(
    url: str, database: asyncpg.Connection
) -> None:
    ticks: list[object] = []

    async def run() -> int:
        # The tick after this one: it stands until the job is done.
        ticks.append(await database.fetchval("SELECT next_run FROM pgqueuer_schedules"))
        return 1

    job = Job("tick", EVERY_2_SECONDS, run)
    await make_due(database, job.name, job.schedule)
    async with AsyncExitStack() as stack:
        for _ in range(3):
            await stack.enter_async_context(Worker([job]).running(url))
        await until(lambda: len(ticks) >= 3)
        assert len(await worker_pids(database)) == 3
    assert len(ticks) == len(set(ticks))


async def test_a_job_that_fails_is_logged_and_tried_at_its_next_tick(
    url: str, database: asyncpg.Connection, log: CapturingLogger
) -> None:
    runs: list[str] = []

    async def fail() -> int:
        runs.append("bad")
        raise ValueError("a fault")

    async def succeed() -> int:
        runs.append("good")
        return 7

    bad, good = Job("bad", EVERY_SECOND, fail), Job("good", EVERY_SECOND, succeed)
    await make_due(database, bad.name, bad.schedule)
    async with Worker([bad, good]).running(url):
        await until(lambda: runs.count("bad") >= 2 and runs.count("good") >= 1)
        await until(lambda: "job_done" in logged(log))
    failed, done = (
        next(call for call in log.calls if call.args[0] == event)
        for event in ("job_failed", "job_done")
    )
    assert failed.method_name == "exception"
    assert done.kwargs == {"count": 7}
    assert "worker_interrupted" not in logged(log)


async def test_worker_goes_on_after_its_connection_was_killed(
    url: str, database: asyncpg.Connection, log: CapturingLogger
) -> None:
    runs: list[int] = []

    async def run() -> int:
        runs.append(1)
        return 0

    job = Job("survivor", EVERY_SECOND, run)
    await make_due(database, job.name, job.schedule)
    async with Worker([job]).running(url):
        await until(lambda: bool(runs))
        (old,) = await worker_pids(database)
        runs.clear()
        await database.execute("SELECT pg_terminate_backend($1)", old)
        await until(lambda: bool(runs))
        (new,) = await worker_pids(database)
    assert new != old
    assert logged(log) == ["worker_runs", "worker_interrupted", "worker_runs"]
    assert log.calls[1].method_name == "warning"


async def test_an_outage_is_logged_once_and_survived(
    url: str,
    database: asyncpg.Connection,
    log: CapturingLogger,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waits: list[float] = []
    sleep = asyncio.sleep

    async def note(seconds: float) -> None:
        waits.append(seconds)
        await sleep(0.01)

    ran = asyncio.Event()

    async def run() -> int:
        ran.set()
        return 0

    job = Job("patient", EVERY_SECOND, run)
    await make_due(database, job.name, job.schedule)
    server = urlsplit(url)
    with closing(socket.socket()) as port:
        port.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{port.getsockname()[1]}"
        through = urlunsplit(
            server._replace(netloc=f"{server.username}:{server.password}@{address}")
        )
        with monkeypatch.context() as patch:
            patch.setattr("src.infrastructure.jobs.worker.asyncio.sleep", note)
            task = asyncio.create_task(Worker([job]).run(through))
            while len(waits) < 8:
                await sleep(0.01)
        assert waits[:7] == [0.25, 0.5, 1, 2, 4, 5, 5]
        assert logged(log) == ["worker_interrupted"]
        # The database comes up: what listens at that port passes everything on to it.
        port.listen()
        proxy = await asyncio.start_server(pass_on_to(server.hostname, server.port), sock=port)
        async with proxy:
            await asyncio.wait_for(ran.wait(), 60)
            task.cancel()
            await asyncio.wait({task})
    assert logged(log) == ["worker_interrupted", "worker_runs"]


async def test_worker_waits_while_the_tables_are_missing(
    make_database: MakeDatabase, log: CapturingLogger
) -> None:
    url = await make_database()
    connection = await asyncpg.connect(url)
    await connection.execute("ALTER TABLE pgqueuer_schedules RENAME TO away")

    async def run() -> int:
        return 0

    async with Worker([Job("early", EVERY_SECOND, run)]).running(url):
        await until(lambda: logged(log) == ["worker_interrupted"])
        assert "not migrated" in log.calls[0].kwargs["reason"]
        await connection.execute("ALTER TABLE away RENAME TO pgqueuer_schedules")
        await until(lambda: logged(log) == ["worker_interrupted", "worker_runs"])
    await connection.close()


async def test_an_idle_worker_stops_at_once(
    url: str, database: asyncpg.Connection, log: CapturingLogger
) -> None:
    async with Worker([Job("idle", NEVER, forever)]).running(url):
        await until(lambda: logged(log) == ["worker_runs"])
        stop = Stopwatch()
    assert stop.seconds() < 0.5
    assert await worker_pids(database) == []


async def test_a_job_may_end_when_its_worker_stops(url: str, database: asyncpg.Connection) -> None:
    events: list[str] = []

    async def run() -> int:
        events.append("started")
        await asyncio.sleep(0.3)
        events.append("ended")
        return 0

    job = Job("short", NEVER, run)
    await make_due(database, job.name, job.schedule)
    async with Worker([job]).running(url):
        await until(lambda: events == ["started"])
    assert events == ["started", "ended"]
    assert await status_of(database, job.name) == "queued"


async def test_a_long_job_is_cancelled_when_its_worker_stops_and_left_to_others(
    url: str, database: asyncpg.Connection
) -> None:
    events: list[str] = []

    async def run() -> int:
        connection = await asyncpg.connect(url)
        try:
            events.append("started")
            await connection.execute("SELECT pg_sleep(60)")
        finally:
            events.append("cancelled")
            await connection.close()
        return 0

    job = Job("long", NEVER, run)
    await make_due(database, job.name, job.schedule)
    async with Worker([job]).running(url):
        await until(lambda: events == ["started"])
        assert await status_of(database, job.name) == "picked"
        stop = Stopwatch()
    assert stop.seconds() < 2
    assert events == ["started", "cancelled"]
    assert await status_of(database, job.name) == "queued"


async def forever() -> int:
    await asyncio.Event().wait()
    return 0


def pass_on_to(
    host: str | None, port: int | None
) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
    async def copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(65536):
                writer.write(data)
        finally:
            writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        their_reader, their_writer = await asyncio.open_connection(host, port)
        await asyncio.gather(copy(reader, their_writer), copy(their_reader, writer))

    return serve
