"""Changes of events and orders: applied here at once, sent to other processes soon after.

They are never sent inside a sale's transaction: NOTIFY takes a lock at commit that is shared by
the whole database.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import structlog

from src.application.concurrency.snapshots import Snapshots
from src.application.live.availability_streams import AvailabilityStreams
from src.application.live.order_streams import OrderStreams
from src.infrastructure.database.orm import current_connection
from src.infrastructure.notifications.listener import Check, Listener, select_1

CHANNEL = "event_changed"
SECONDS_BETWEEN_NOTIFICATIONS = 0.1
SECONDS_AFTER_A_FAILURE = 1.0
SECONDS_FOR_THE_LAST_NOTIFICATION = 2.0

# Losing a notification in a crash does no harm, so the commit need not wait for the disk.
NOTIFY = """
SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2 || ':' || changed)
FROM unnest($3::text[]) AS changed
"""

ORDERS = "orders "
ORDERS_OF_A_MESSAGE = 300
"""A message has less than 8,000 bytes, and an id at most 19 digits.

Orders share messages, since each changes for itself; events get one each, as every process of an
earlier version reads them. It ignores those of orders.
"""

log = structlog.get_logger()


class EventChanges:
    """Invalidates the snapshots of changed events, here and in every other process.

    It wakes the streams of changed events and orders, too. `check` is awaited regularly with the
    listening connection, to prove that it is alive.
    """

    def __init__(
        self,
        snapshots: Sequence[Snapshots[int, Any]],
        streams: AvailabilityStreams,
        order_streams: OrderStreams,
        check: Check = select_1,
    ) -> None:
        self._check = check
        self._snapshots = snapshots
        self._streams = streams
        self._order_streams = order_streams
        self._pending: set[int] = set()
        self._pending_orders: set[int] = set()
        self._has_pending = asyncio.Event()
        self._is_running = False
        # Marks the notifications of this process, which it ignores when it receives them.
        self._name = secrets.token_hex(8)

    def note(self, event_ids: Collection[int]) -> None:
        """Apply and publish that a transaction of this process has changed these events."""
        self._apply(event_ids)
        if self._is_running:
            self._pending.update(event_ids)
            self._has_pending.set()

    def note_orders(self, order_ids: Collection[int]) -> None:
        """Apply and publish that a transaction of this process has changed these orders."""
        self._order_streams.wake(order_ids)
        if self._is_running:
            self._pending_orders.update(order_ids)
            self._has_pending.set()

    @asynccontextmanager
    async def running(self, url: str) -> AsyncIterator[None]:
        """Send and receive changes during the block; all streams end with it."""
        listener = Listener(
            url,
            CHANNEL,
            on_message=self._receive,
            on_gap=self._invalidate_all,
            notify=_notify,
            check=self._check,
        )
        tasks = [asyncio.create_task(self._publish()), asyncio.create_task(listener.run())]
        self._is_running = True
        try:
            yield
        finally:
            self._is_running = False
            self._streams.end_all()
            self._order_streams.end_all()
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            await self._send_rest()

    def _apply(self, event_ids: Collection[int]) -> None:
        for snapshots in self._snapshots:
            for event_id in event_ids:
                snapshots.invalidate(event_id)
        self._streams.wake(event_ids)

    def _receive(self, message: str) -> None:
        name, _, changed = message.partition(":")
        if name == self._name:
            return
        if changed.isdecimal():
            self._apply([int(changed)])
        elif changed.startswith(ORDERS):
            ids = changed.removeprefix(ORDERS).split(",")
            self._order_streams.wake(int(order_id) for order_id in ids if order_id.isdecimal())

    def _invalidate_all(self) -> None:
        """Invalidate everything, since notifications may have been missed."""
        for snapshots in self._snapshots:
            snapshots.invalidate_all()
        self._streams.wake_all()
        self._order_streams.wake_all()

    async def _publish(self) -> None:
        is_failing = False
        while True:
            await self._has_pending.wait()
            try:
                await self._send()
                is_failing = False
                await asyncio.sleep(SECONDS_BETWEEN_NOTIFICATIONS)
            except Exception as error:
                if not is_failing:
                    log.warning("event_changes_not_told", error=repr(error))
                is_failing = True
                await asyncio.sleep(SECONDS_AFTER_A_FAILURE)

    async def _send(self) -> None:
        event_ids, order_ids = list(self._pending), list(self._pending_orders)
        self._pending.clear()
        self._pending_orders.clear()
        self._has_pending.clear()
        changed = [*map(str, event_ids), *_messages(order_ids)]
        try:
            await current_connection().execute_query(NOTIFY, [CHANNEL, self._name, changed])
        except BaseException:
            self._pending.update(event_ids)
            self._pending_orders.update(order_ids)
            self._has_pending.set()
            raise

    async def _send_rest(self) -> None:
        if self._has_pending.is_set():
            with suppress(Exception):
                async with asyncio.timeout(SECONDS_FOR_THE_LAST_NOTIFICATION):
                    await self._send()


async def _notify(channel: str, message: str) -> None:
    await current_connection().execute_query("SELECT pg_notify($1, $2)", [channel, message])


def _messages(order_ids: Sequence[int]) -> list[str]:
    """What is notified of these orders, in as few messages as fit."""
    return [
        ORDERS + ",".join(map(str, order_ids[start : start + ORDERS_OF_A_MESSAGE]))
        for start in range(0, len(order_ids), ORDERS_OF_A_MESSAGE)
    ]
