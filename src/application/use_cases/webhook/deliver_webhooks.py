"""Send what is due to endpoints."""

import asyncio
import logging
import random
import time
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from src.application.concurrency.for_each import RowsFailed
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.use_cases.webhook.send_delivery import SendDelivery, Taken
from src.domain.errors import Unavailable
from src.domain.repositories.webhook import Claim

CONCURRENCY = 200
"""Requests at a time, of all endpoints together."""

PER_ENDPOINT = 4
PER_FAILING_ENDPOINT = 1
SHARE_OF_FAILING = 0.5
"""Endpoints that do not answer wait for their time to be over: they get half of the requests at
most, and so hold up nobody else."""

AT_THE_DATABASE = 4
"""Of these requests: the others wait, so that the pool is left to buyers."""

LEASE = timedelta(seconds=60)
"""Longer than a request and the reading before it take: afterwards others may send it."""

RUN_SECONDS = 40.0
"""No more is begun after that, so that a run ends by itself within the time of a job."""

PAUSE = 1.0

log = logging.getLogger(__name__)


class DeliverWebhooks:
    """Sends what is due, many at a time, and a few to one endpoint.

    A job that is safe to run at any time and concurrently. A delivery is taken for a minute in a
    short transaction, sent without one, and what became of it is stored in another: a process
    that dies between leaves it to be sent again, with the same id.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        send: SendDelivery,
        clock: Clock,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        concurrency: int = CONCURRENCY,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._send = send
        self._clock = clock
        self._monotonic = monotonic
        self._concurrency = concurrency
        self._jitter = jitter

    async def execute(self) -> int:
        """Send all that is due; how many were taken by their endpoints. Raises RowsFailed."""
        run = _Run()
        stop_at = self._monotonic() + RUN_SECONDS
        try:
            while True:
                if self._monotonic() < stop_at:
                    await self._begin(run)
                if not run.tasks:
                    break
                await run.wait(until_fewer_than=self._concurrency // 2, pause=PAUSE)
        finally:
            await run.cancel()
        return run.result()

    async def _begin(self, run: "_Run") -> None:
        for is_failing in (False, True):
            free = self._concurrency - len(run.tasks)
            if is_failing:
                most = int(self._concurrency * SHARE_OF_FAILING)
                free = min(free, max(most, 1) - run.count_failing())
            if free > 0:
                for taken in await self._claim(free, is_failing=is_failing):
                    sending = self._send.execute(taken, run.database, jitter=self._jitter())
                    run.start(taken, sending)

    async def _claim(self, limit: int, *, is_failing: bool) -> list[Taken]:
        now = self._clock()
        claim = Claim(
            now=now,
            until=now + LEASE,
            limit=limit,
            per_endpoint=PER_FAILING_ENDPOINT if is_failing else PER_ENDPOINT,
            failing=is_failing,
        )
        async with self._unit_of_work() as uow:
            deliveries = await uow.webhook_deliveries.claim(claim)
            endpoint_ids = {delivery.endpoint_id for delivery in deliveries}
            endpoints = await uow.webhook_endpoints.by_ids(endpoint_ids) if deliveries else {}
            await uow.commit()
        return [
            Taken(delivery, endpoints[delivery.endpoint_id], claim.until, is_failing)
            for delivery in deliveries
        ]


class _Run:
    """The requests of one run that are under way, and what became of the others."""

    def __init__(self) -> None:
        self.tasks: dict[asyncio.Task[bool], Taken] = {}
        self.database = asyncio.Semaphore(AT_THE_DATABASE)
        self._delivered = 0
        self._faults: dict[int, Exception] = {}

    def start(self, taken: Taken, sending: Coroutine[Any, Any, bool]) -> None:
        self.tasks[asyncio.create_task(sending)] = taken

    def count_failing(self) -> int:
        return sum(taken.was_failing for taken in self.tasks.values())

    async def wait(self, *, until_fewer_than: int, pause: float) -> None:
        """Wait until there is room for many at once, or `pause` seconds: claiming one by one
        would ask the database once for each."""
        end = asyncio.get_running_loop().time() + pause
        while self.tasks:
            left = end - asyncio.get_running_loop().time()
            done, _ = await asyncio.wait(
                self.tasks, timeout=max(left, 0), return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                self._note(task)
            if left <= 0 or len(self.tasks) < until_fewer_than:
                return

    def _note(self, task: asyncio.Task[bool]) -> None:
        taken = self.tasks.pop(task)
        error = task.exception()
        if error is None:
            self._delivered += task.result()
        elif isinstance(error, Exception):
            self._faults[taken.delivery.id] = error
            if not isinstance(error, Unavailable):
                log.error("Delivery %d failed.", taken.delivery.id, exc_info=error)

    def result(self) -> int:
        """How many were delivered. Raises RowsFailed, or Unavailable if that is all there was."""
        faults = [error for error in self._faults.values() if not isinstance(error, Unavailable)]
        if faults:
            raise RowsFailed(self._faults, self._delivered)
        for error in self._faults.values():
            raise error
        return self._delivered

    async def cancel(self) -> None:
        for task in self.tasks:
            task.cancel()
        if self.tasks:
            await asyncio.wait(self.tasks)
