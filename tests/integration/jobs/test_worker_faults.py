"""A worker whose connection is lost in the middle, whose jobs take too long, whose clock jumped."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress

import asyncpg
import pytest
from structlog.testing import CapturingLogger

from src.application.concurrency.for_each import RowsFailed
from src.infrastructure.jobs import worker as worker_module
from src.infrastructure.jobs.worker import Job, Worker
from tests.support.database import MakeDatabase
from tests.support.workers import make_due, status_of, until, worker_pids

EVERY_SECOND = "* * * * * *"
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


class Slow:
    """A job that runs until its gate is opened."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.started = 0
        self.ended = 0

    async def run(self) -> int:
        self.started += 1
        await self.gate.wait()
        self.ended += 1
        return 0


class Quick:
    """A job that notes when it ran."""

    def __init__(self) -> None:
        self.runs: list[float] = []

    async def run(self) -> int:
        self.runs.append(time.monotonic())
        return 0


async def test_a_lost_connection_waits_for_no_running_job(
    url: str, database: asyncpg.Connection
) -> None:
    slow, quick = Slow(), Quick()
    jobs = [Job("slow", NEVER, slow.run), Job("quick", EVERY_SECOND, quick.run)]
    await make_due(database, "slow", NEVER)
    await make_due(database, "quick", EVERY_SECOND)
    async with Worker(jobs).running(url):
        await until(lambda: slow.started == 1 and len(quick.runs) >= 1)
        (lost,) = await worker_pids(database)
        await database.execute("SELECT pg_terminate_backend($1)", lost)
        quick.runs.clear()
        # The sweep goes on while the long job still runs, as if nothing had happened.
        await until(lambda: len(quick.runs) >= 2)
        assert (slow.started, slow.ended) == (1, 0)
        slow.gate.set()
        await until(lambda: slow.ended == 1)
    assert slow.started == 1


async def test_a_job_that_still_runs_is_joined_and_not_begun_again(
    url: str, database: asyncpg.Connection
) -> None:
    slow = Slow()
    await make_due(database, "slow", NEVER)
    async with Worker([Job("slow", NEVER, slow.run)]).running(url):
        await until(lambda: slow.started == 1)
        (lost,) = await worker_pids(database)
        await database.execute("SELECT pg_terminate_backend($1)", lost)

        async def has_reconnected() -> bool:
            return bool(set(await worker_pids(database)) - {lost})

        await until(has_reconnected)
        # As it is once its heartbeat is 30 seconds old.
        await database.execute(
            "UPDATE pgqueuer_schedules SET status = 'queued', next_run = now() - interval '1 s'"
        )

        async def is_claimed() -> bool:
            return await status_of(database, "slow") == "picked"

        await until(is_claimed)
        await asyncio.sleep(0.2)
        assert (slow.started, slow.ended) == (1, 0)
        slow.gate.set()

        async def is_queued() -> bool:
            return await status_of(database, "slow") == "queued"

        await until(is_queued)
    assert (slow.started, slow.ended) == (1, 1)


async def test_a_run_that_takes_too_long_is_cut_short_and_the_next_one_comes(
    url: str, database: asyncpg.Connection, log: CapturingLogger
) -> None:
    slow = Slow()
    job = Job("slow", EVERY_SECOND, slow.run, max_seconds=0.2)
    await make_due(database, job.name, job.schedule)
    async with Worker([job]).running(url):
        await until(lambda: slow.started >= 2)
    assert slow.ended == 0
    cut = next(call for call in log.calls if call.args[0] == "job_cut_short")
    assert (cut.method_name, cut.kwargs) == ("warning", {"seconds": 0.2})
    assert "worker_interrupted" not in [call.args[0] for call in log.calls]


async def test_a_job_with_rows_that_failed_says_how_many(
    url: str, database: asyncpg.Connection, log: CapturingLogger
) -> None:
    async def run() -> int:
        raise RowsFailed({7: ValueError(), 9: ValueError()}, done=5)

    job = Job("rows", NEVER, run)
    await make_due(database, job.name, job.schedule)
    async with Worker([job]).running(url):
        await until(lambda: "job_failed" in [call.args[0] for call in log.calls])
    failed = next(call for call in log.calls if call.args[0] == "job_failed")
    assert (failed.method_name, failed.kwargs) == ("error", {"failed": 2, "done": 5})


@pytest.mark.parametrize("is_running", [False, True], ids=["at its start", "every minute"])
async def test_a_schedule_that_a_clock_left_too_far_ahead_is_pulled_back(
    is_running: bool,
    url: str,
    database: asyncpg.Connection,
    log: CapturingLogger,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker_module, "SECONDS_BETWEEN_CHECKS", 0.5)
    quick = Quick()
    job = Job("quick", EVERY_SECOND, quick.run)
    await make_due(database, job.name, job.schedule)
    leap = "UPDATE pgqueuer_schedules SET next_run = now() + interval '1 hour'"
    if not is_running:
        await database.execute(leap)
    async with Worker([job]).running(url):
        if is_running:
            await until(lambda: len(quick.runs) >= 1)
            await database.execute(leap)
            quick.runs.clear()
        await until(lambda: len(quick.runs) >= 1)
    pulled = [call.kwargs for call in log.calls if call.args[0] == "schedule_pulled_back"]
    assert {"job": "quick"} in pulled


async def test_a_schedule_that_is_no_further_away_than_it_may_be_stays(
    url: str, database: asyncpg.Connection, log: CapturingLogger
) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(1.5), Worker([Job("idle", NEVER, Slow().run)]).running(url):
            await asyncio.Event().wait()
    assert await database.fetchval("SELECT count(*) FROM pgqueuer_schedules") == 1
    assert "schedule_pulled_back" not in [call.args[0] for call in log.calls]
