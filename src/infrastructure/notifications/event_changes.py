"""Which events have changed: told to all in this process at once, to the others soon after.

Never inside a sale's transaction: a NOTIFY takes a lock at commit that all the database shares.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import structlog

from src.application.concurrency.snapshots import Snapshots
from src.application.live.availability_streams import AvailabilityStreams
from src.infrastructure.database.orm import current_connection
from src.infrastructure.notifications.listener import Check, Listener, select_1

CHANNEL = "event_changed"
SECONDS_BETWEEN_TELLINGS = 0.1
SECONDS_AFTER_A_FAILURE = 1.0
SECONDS_FOR_THE_LAST_ONE = 2.0

# Losing a notification in a crash does no harm, so nobody waits for a disk: no fsync.
TELL = """
SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2 || ':' || id)
FROM unnest($3::bigint[]) AS id
"""

log = structlog.get_logger()


class EventChanges:
    """Makes what is kept of a changed event stale, here and in every other process.

    `check` is awaited now and then with the connection that listens, whose life it proves.
    """

    def __init__(
        self,
        snapshots: Sequence[Snapshots[int, Any]],
        streams: AvailabilityStreams,
        check: Check = select_1,
    ) -> None:
        self._check = check
        self._snapshots = snapshots
        self._streams = streams
        self._untold: set[int] = set()
        self._has_untold = asyncio.Event()
        self._is_running = False
        # Marks what this process says, which it need not hear itself.
        self._name = secrets.token_hex(8)

    def note(self, event_ids: Collection[int]) -> None:
        """A transaction of this process that has just ended changed these events."""
        self._apply(event_ids)
        if self._is_running:
            self._untold.update(event_ids)
            self._has_untold.set()

    @asynccontextmanager
    async def running(self, url: str) -> AsyncIterator[None]:
        """Tell and hear while the context lasts; all streams end with it."""
        listener = Listener(
            url, CHANNEL, on_message=self._hear, on_gap=self._miss, check=self._check
        )
        tasks = [asyncio.create_task(self._tell()), asyncio.create_task(listener.run())]
        self._is_running = True
        try:
            yield
        finally:
            self._is_running = False
            self._streams.end_all()
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            await self._tell_the_rest()

    def _apply(self, event_ids: Collection[int]) -> None:
        for snapshots in self._snapshots:
            for event_id in event_ids:
                snapshots.invalidate(event_id)
        self._streams.wake(event_ids)

    def _hear(self, message: str) -> None:
        name, _, event_id = message.partition(":")
        if name != self._name and event_id.isdecimal():
            self._apply([int(event_id)])

    def _miss(self) -> None:
        """Nobody knows what was said meanwhile: anything may have changed."""
        for snapshots in self._snapshots:
            snapshots.invalidate_all()
        self._streams.wake_all()

    async def _tell(self) -> None:
        is_failing = False
        while True:
            await self._has_untold.wait()
            try:
                await self._send()
                is_failing = False
                await asyncio.sleep(SECONDS_BETWEEN_TELLINGS)
            except Exception as error:
                if not is_failing:
                    log.warning("event_changes_not_told", error=repr(error))
                is_failing = True
                await asyncio.sleep(SECONDS_AFTER_A_FAILURE)

    async def _send(self) -> None:
        event_ids = list(self._untold)
        self._untold.clear()
        self._has_untold.clear()
        try:
            await current_connection().execute_query(TELL, [CHANNEL, self._name, event_ids])
        except BaseException:
            self._untold.update(event_ids)
            self._has_untold.set()
            raise

    async def _tell_the_rest(self) -> None:
        if self._untold:
            with suppress(Exception):
                async with asyncio.timeout(SECONDS_FOR_THE_LAST_ONE):
                    await self._send()
