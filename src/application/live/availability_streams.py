"""Streams of live availability, which is read and encoded once for all streams of an event.

A stream has no queue, only a flag that the newest frame of its event has changed: a slow client
skips outdated frames and costs no memory.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import Context
from dataclasses import dataclass, field

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.domain.errors import NotFound, Unavailable

log = logging.getLogger(__name__)

NOTHING = b""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between two reads of an event: at least `least`, however often it changes.

    It is also at least `per_stream` for each open stream, of whatever event: so a process spends
    a bounded share of its time on watchers, however many there are.

    A hold that lapses sends no notification, so while tickets are held the event is read again
    after `while_held`; otherwise after `at_rest`, in case a notification was lost; after a
    failure, such as an unreachable database, after `after_failure`.
    """

    least: float = 0.1
    per_stream: float = 0.0005
    while_held: float = 5.0
    at_rest: float = 30.0
    after_failure: float = 1.0


class Stream:
    """The stream of one client: iterate over `frames`."""

    def __init__(self, channel: "_Channel") -> None:
        self._channel = channel
        self._is_due = asyncio.Event()
        self._is_ended = False
        self._sent = NOTHING

    async def frames(self) -> AsyncIterator[bytes]:
        """The newest frame, and again whenever it has changed, until the stream ends."""
        while True:
            await self._is_due.wait()
            self._is_due.clear()
            if self._is_ended:
                return
            self._sent = self._channel.newest
            yield self._sent

    def wake(self) -> None:
        """Send the newest frame, unless it was sent already."""
        if self._sent is not self._channel.newest:
            self._is_due.set()

    def end(self) -> None:
        """End `frames` without sending what is pending."""
        self._is_ended = True
        self._is_due.set()


@dataclass(slots=True, eq=False)
class _Channel:
    """The state that the streams of an event share."""

    newest: bytes = NOTHING
    streams: set[Stream] = field(default_factory=set)
    is_due: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None

    def publish(self, frame: bytes) -> None:
        # An equal frame must stay the same object, by which a stream knows that it was sent.
        if frame != self.newest:
            self.newest = frame
        for stream in self.streams:
            stream.wake()

    def end(self) -> None:
        for stream in self.streams:
            stream.end()


class AvailabilityStreams:
    """All streams of this process, at most `max_streams`, and `max_per_client` of one client.

    `encode` makes a frame of a snapshot.
    """

    def __init__(
        self,
        snapshots: Snapshots[int, EventSnapshot],
        encode: Callable[[EventSnapshot], bytes],
        *,
        max_streams: int,
        max_per_client: int,
        pace: Pace | None = None,
    ) -> None:
        self._snapshots = snapshots
        self._encode = encode
        self._max_streams = max_streams
        self._max_per_client = max_per_client
        self._pace = pace or Pace()
        self._channels: dict[int, _Channel] = {}
        self._count = 0
        self._of_client: Counter[str] = Counter()

    @property
    def count(self) -> int:
        """The number of open streams."""
        return self._count

    @contextmanager
    def open(self, event_id: int, client: str) -> Iterator[Stream]:
        """Open a stream of the event for the context. Raises Unavailable beyond a limit."""
        if self._of_client[client] >= self._max_per_client:
            raise Unavailable("You have as many streams open as you may have. Close one first.")
        if self._count >= self._max_streams:
            raise Unavailable("Too many people are watching. Please try again in a moment.")
        channel = self._channels.get(event_id) or self._start(event_id)
        stream = Stream(channel)
        channel.streams.add(stream)
        self._count += 1
        self._of_client[client] += 1
        channel.is_due.set()
        try:
            yield stream
        finally:
            stream.end()
            self._count -= 1
            self._of_client[client] -= 1
            if not self._of_client[client]:
                del self._of_client[client]
            channel.streams.discard(stream)
            if not channel.streams:
                self._stop(event_id, channel)

    def wake(self, event_ids: Iterable[int]) -> None:
        """Read these events again, because they have changed."""
        for event_id in event_ids:
            if (channel := self._channels.get(event_id)) is not None:
                channel.is_due.set()

    def wake_all(self) -> None:
        """Read all events again, because any may have changed."""
        self.wake(list(self._channels))

    def end_all(self) -> None:
        """End all open streams."""
        for channel in self._channels.values():
            channel.end()

    def _start(self, event_id: int) -> _Channel:
        channel = self._channels[event_id] = _Channel()
        # In a context of its own: the task outlives the request that started it.
        channel.task = asyncio.create_task(self._serve(event_id, channel), context=Context())
        return channel

    def _stop(self, event_id: int, channel: _Channel) -> None:
        if self._channels.get(event_id) is channel:
            del self._channels[event_id]
        if channel.task is not None:
            channel.task.cancel()

    async def _serve(self, event_id: int, channel: _Channel) -> None:
        while True:
            channel.is_due.clear()
            try:
                next_read = await self._read(event_id, channel)
            except NotFound:
                # A later client starts a new channel, and is refused because the event is gone.
                del self._channels[event_id]
                channel.end()
                return
            except Exception as error:
                # The streams stay open: a browser does not reconnect after an error.
                log.warning("Availability of event %d was not read: %r", event_id, error)
                next_read = self._pace.after_failure
            await asyncio.sleep(max(self._pace.least, self._count * self._pace.per_stream))
            with suppress(TimeoutError):
                async with asyncio.timeout(next_read):
                    await channel.is_due.wait()

    async def _read(self, event_id: int, channel: _Channel) -> float:
        """Publish the current availability; the seconds until the next read without a `wake`."""
        snapshot = await self._snapshots.get(event_id)
        channel.publish(self._encode(snapshot))
        has_held = snapshot.event.has_holds(snapshot.ticket_types)
        return self._pace.while_held if has_held else self._pace.at_rest
