"""The worker: runs scheduled jobs, and reconnects after any failure of the database."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace

import asyncpg
import structlog
from pgqueuer.domain.types import ScheduleId
from pgqueuer.models import Schedule
from pgqueuer.queries import Queries
from pgqueuer.sm import SchedulerManager

from src.application.concurrency.for_each import RowsFailed
from src.domain.errors import Unavailable
from src.infrastructure.database.connecting import connect
from src.infrastructure.database.errors import MISSING_TABLES, as_refusal
from src.infrastructure.jobs.tables import NAMES, pull_back_schedules, queries_over
from src.infrastructure.metrics.jobs import JobMetrics, Outcome
from src.infrastructure.tracing import Tracing

# Cron, with the seconds as a sixth field.
EVERY_5_SECONDS = "* * * * * */5"
EVERY_MINUTE = "* * * * * 0"
EVERY_HOUR = "0 * * * * 0"
EVERY_NIGHT = "30 2 * * * 0"

CONNECT_SECONDS = 4.0
STATEMENT_SECONDS = 10.0
SECONDS_BETWEEN_CHECKS = 60.0
FIRST_WAIT_SECONDS = 0.25
LONGEST_WAIT_SECONDS = 5.0
MAX_JOB_SECONDS = 60.0
# Time for running jobs when the worker stops, then for rolling back their transactions.
FINISH_SECONDS = 0.8
CANCEL_SECONDS = 0.3

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Job:
    """`run` returns the number of things done; it is safe to run twice, even concurrently.

    A run that takes longer than `max_seconds` is cancelled; the next run continues with the rest.
    """

    name: str
    schedule: str
    run: Callable[[], Awaitable[int]]
    max_seconds: float = MAX_JOB_SECONDS


class Worker:
    """Runs jobs on their schedules, over a connection of its own.

    Any number of workers may share a database: pgqueuer keeps a row for each schedule, and
    the first worker to take it runs it. A worker that dies during a job delays that schedule
    by 30 seconds.

    Jobs run in tasks of their own and use the pool: losing the worker's connection neither ends
    them nor waits for them.
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        tracing: Tracing | None = None,
        metrics: JobMetrics | None = None,
    ) -> None:
        if tracing is not None:
            jobs = [replace(job, run=tracing.job(job.name, job.run)) for job in jobs]
        self._jobs = jobs
        self._metrics = metrics
        if metrics is not None:
            metrics.expect(job.name for job in jobs)
        self._is_interrupted = False
        self._running: dict[str, asyncio.Task[None]] = {}
        # The jobs whose schedules this worker has taken, by the ids of those.
        self._taken: dict[ScheduleId, str] = {}

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
        try:
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
        finally:
            await self._end_jobs()

    async def _run_connected(self, url: str) -> None:
        connection = await connect(
            url,
            timeout=CONNECT_SECONDS,
            command_timeout=STATEMENT_SECONDS,
            server_settings={"application_name": "event-ticketing-worker", "timezone": "UTC"},
        )
        is_lost = asyncio.Event()
        try:
            scheduler = await self._scheduler(connection, is_lost)
            connection.add_termination_listener(lambda _: is_lost.set())
            self._note_start()
            await self._run_scheduler(scheduler, is_lost)
        finally:
            with suppress(Exception):
                await connection.close(timeout=CANCEL_SECONDS)
        raise ConnectionError("The connection to the database was lost.")

    async def _scheduler(
        self, connection: asyncpg.Connection, is_lost: asyncio.Event
    ) -> SchedulerManager:
        queries = queries_over(connection, on_failure=is_lost.set)
        if not await queries.has_table(NAMES.schedules_table):
            raise Unavailable(MISSING_TABLES)
        await self._give_back_schedules(queries)
        scheduler = SchedulerManager(queries)
        for job in self._jobs:
            scheduler.schedule(job.name, job.schedule)(self._entrypoint(job, is_lost))
        return scheduler

    async def _give_back_schedules(self, queries: Queries) -> None:
        """Give back what was taken over a lost connection, but for jobs that still run.

        Nobody else would take it for 30 seconds.
        """
        ended = {taken for taken, name in self._taken.items() if name not in self._running}
        if ended:
            await queries.set_schedule_queued(ended)
        for schedule_id in ended:
            del self._taken[schedule_id]

    def _entrypoint(
        self, job: Job, is_lost: asyncio.Event
    ) -> Callable[[Schedule], Awaitable[None]]:
        async def run_or_join(schedule: Schedule) -> None:
            self._taken[schedule.id] = job.name
            # It still runs where a connection was lost meanwhile, and the schedule came due.
            task = self._running.get(job.name)
            if task is None:
                task = self._running[job.name] = asyncio.create_task(self._run_job(job))
                task.add_done_callback(lambda _: self._running.pop(job.name, None))
            await _wait_for_first(task, is_lost)

        return run_or_join

    async def _run_job(self, job: Job) -> None:
        started = asyncio.get_running_loop().time()
        outcome = await _run_job(job)
        if self._metrics is not None:
            seconds = asyncio.get_running_loop().time() - started
            self._metrics.note(job.name, outcome, seconds)

    async def _run_scheduler(self, scheduler: SchedulerManager, is_lost: asyncio.Event) -> None:
        """Returns when the connection is lost, or the scheduler ends by itself."""
        task = asyncio.create_task(scheduler.run())
        check = asyncio.create_task(_keep_schedules_near(scheduler))
        try:
            await _wait_for_first(task, is_lost)
        except asyncio.CancelledError:
            # Jobs end first: pgqueuer then notes over the living connection that they have.
            scheduler.shutdown.set()
            await self._end_jobs()
            raise
        finally:
            check.cancel()
            is_lost.set()
            scheduler.shutdown.set()
            await asyncio.wait({task}, timeout=CANCEL_SECONDS)
            task.cancel()
            await asyncio.wait({task, check}, timeout=CANCEL_SECONDS)
        if task.done() and not task.cancelled() and (error := task.exception()):
            raise error

    async def _end_jobs(self) -> None:
        """Let running jobs finish for a moment, then cancel them."""
        if running := set(self._running.values()):
            _, running = await asyncio.wait(running, timeout=FINISH_SECONDS)
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running, timeout=CANCEL_SECONDS)

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


async def _wait_for_first(task: asyncio.Task[None], event: asyncio.Event) -> None:
    """Wait until the task is done or the event is set."""
    setting = asyncio.create_task(event.wait())
    try:
        await asyncio.wait({task, setting}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        setting.cancel()


async def _keep_schedules_near(scheduler: SchedulerManager) -> None:
    """Now and every minute; a failure is the connection's, which is noticed elsewhere."""
    while True:
        with suppress(Exception):
            for name in await pull_back_schedules(scheduler):
                log.warning("schedule_pulled_back", job=name)
        await asyncio.sleep(SECONDS_BETWEEN_CHECKS)


async def _run_job(job: Job) -> Outcome:
    """Run it, and let nothing that happens in it end the worker."""
    with structlog.contextvars.bound_contextvars(job=job.name):
        try:
            async with asyncio.timeout(job.max_seconds) as limit:
                count = await job.run()
        except RowsFailed as failed:
            log.error("job_failed", failed=len(failed.failures), done=failed.done)
            return "failed"
        except Exception as error:
            if limit.expired():
                log.warning("job_cut_short", seconds=job.max_seconds)
                return "cut_short"
            if _is_outage(error):
                log.warning("job_postponed", reason=f"{type(error).__name__}: {error}")
                return "postponed"
            log.exception("job_failed")
            return "failed"
        if count:
            log.info("job_done", count=count)
        return "done"


def _is_outage(error: Exception) -> bool:
    """Whether the cause is a database that is down, busy, or not migrated."""
    return isinstance(error, Unavailable) or isinstance(as_refusal(error), Unavailable)
