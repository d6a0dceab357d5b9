"""The worker: runs scheduled jobs, and reconnects after any failure of the database."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial

import asyncpg
import structlog
from pgqueuer.models import Schedule
from pgqueuer.sm import SchedulerManager

from src.domain.errors import Unavailable
from src.infrastructure.database.errors import MISSING_TABLES, as_refusal
from src.infrastructure.jobs.tables import NAMES, queries_over

# Cron, with the seconds as a sixth field.
EVERY_5_SECONDS = "* * * * * */5"
EVERY_MINUTE = "* * * * * 0"
EVERY_HOUR = "0 * * * * 0"

CONNECT_SECONDS = 4.0
STATEMENT_SECONDS = 10.0
FIRST_WAIT_SECONDS = 0.25
LONGEST_WAIT_SECONDS = 5.0
# Time for running jobs when the worker stops, then for rolling back their transactions.
FINISH_SECONDS = 0.8
CANCEL_SECONDS = 0.3

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Job:
    """`run` returns the number of things done; it is safe to run twice, even concurrently."""

    name: str
    schedule: str
    run: Callable[[], Awaitable[int]]


class Worker:
    """Runs jobs on their schedules, over a connection of its own.

    Any number of workers may share a database: pgqueuer keeps a row for each schedule, and
    the first worker to take it runs it. A worker that dies during a job delays that schedule
    by 30 seconds.
    """

    def __init__(self, jobs: Sequence[Job]) -> None:
        self._jobs = jobs
        self._is_interrupted = False

    @asynccontextmanager
    async def running(self, url: str) -> AsyncIterator[None]:
        """Run in the background during the block, and stop within two seconds after it."""
        task = asyncio.create_task(self.run(url))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait({task})

    async def run(self, url: str) -> None:
        """Run the jobs until cancelled; reconnect with growing pauses after each failure."""
        now = asyncio.get_running_loop().time
        wait = FIRST_WAIT_SECONDS
        while True:
            started = now()
            try:
                await self._run_connected(url)
            except Exception as error:
                self._note_interruption(error)
            if now() - started > LONGEST_WAIT_SECONDS:
                wait = FIRST_WAIT_SECONDS
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT_SECONDS)

    async def _run_connected(self, url: str) -> None:
        connection = await asyncpg.connect(
            url,
            timeout=CONNECT_SECONDS,
            command_timeout=STATEMENT_SECONDS,
            server_settings={"application_name": "event-ticketing-worker", "timezone": "UTC"},
        )
        try:
            scheduler = await self._scheduler(connection)
            connection.add_termination_listener(lambda _: scheduler.shutdown.set())
            self._note_start()
            await _run_until_cancelled(scheduler)
        finally:
            with suppress(Exception):
                await connection.close(timeout=CANCEL_SECONDS)
        raise ConnectionError("The connection to the database was lost.")

    async def _scheduler(self, connection: asyncpg.Connection) -> SchedulerManager:
        queries = queries_over(connection)
        if not await queries.has_table(NAMES.schedules_table):
            raise Unavailable(MISSING_TABLES)
        scheduler = SchedulerManager(queries)
        for job in self._jobs:
            scheduler.schedule(job.name, job.schedule)(partial(_run_job, job))
        return scheduler

    def _note_start(self) -> None:
        self._is_interrupted = False
        log.info("worker_runs", jobs=[job.name for job in self._jobs])

    def _note_interruption(self, error: Exception) -> None:
        if self._is_interrupted:
            return
        self._is_interrupted = True
        if _is_outage(error):
            log.warning("worker_interrupted", reason=f"{type(error).__name__}: {error}")
        else:
            log.error("worker_interrupted", exc_info=error)


async def _run_until_cancelled(scheduler: SchedulerManager) -> None:
    """Return only when the scheduler ends without being cancelled."""
    task = asyncio.create_task(scheduler.run())
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        scheduler.shutdown.set()
        await asyncio.wait({task}, timeout=FINISH_SECONDS)
        # The scheduler waits for its jobs, so the first cancellation may only start that wait.
        for _ in range(2):
            if not task.done():
                task.cancel()
                await asyncio.wait({task}, timeout=CANCEL_SECONDS)
        raise


async def _run_job(job: Job, schedule: Schedule) -> None:
    """Run the job; its errors are logged and do not end the worker."""
    with structlog.contextvars.bound_contextvars(job=job.name):
        try:
            count = await job.run()
        except Exception as error:
            if _is_outage(error):
                log.warning("job_postponed", reason=f"{type(error).__name__}: {error}")
            else:
                log.exception("job_failed")
        else:
            if count:
                log.info("job_done", count=count)


def _is_outage(error: Exception) -> bool:
    """Whether the cause is a database that is down, busy, or not migrated."""
    return isinstance(error, Unavailable) or isinstance(as_refusal(error), Unavailable)
