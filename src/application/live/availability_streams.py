"""Live availability for any number of watchers: read and encoded once for all who watch an event.

A watcher never has a queue. It has a flag that says "look again", and the newest frame is its
event's, so who reads slowly skips what is out of date and costs no memory.
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
    """Seconds between two looks at an event: at least `least`, however often it changes.

    And at least `per_stream` for each stream that is open, of whatever event: so a process
    spends a bounded share of its time on watchers, however many there are.

    Nobody tells when a hold runs out by time, so while there are held tickets it is looked at
    again after `while_held`; else after `at_rest`, in case who changed it died before telling;
    after a failure, such as a database that is away, after `after_failure`.
    """

    least: float = 0.1
    per_stream: float = 0.0005
    while_held: float = 5.0
    at_rest: float = 30.0
    after_failure: float = 1.0


class Stream:
    """One watcher: iterate over `frames`."""

    def __init__(self, channel: "_Channel") -> None:
        self._channel = channel
        self._look_again = asyncio.Event()
        self._is_ended = False
        self._sent = NOTHING

    async def frames(self) -> AsyncIterator[bytes]:
        """The newest frame, and again whenever it has changed, until the stream ends."""
        while True:
            await self._look_again.wait()
            self._look_again.clear()
            if self._is_ended:
                return
            self._sent = self._channel.newest
            yield self._sent

    def notice(self) -> None:
        """Look again, unless the newest frame is the one that was sent."""
        if self._sent is not self._channel.newest:
            self._look_again.set()

    def end(self) -> None:
        """Finish `frames`, whatever was not sent by now."""
        self._is_ended = True
        self._look_again.set()


@dataclass(slots=True, eq=False)
class _Channel:
    """What the streams of one event share."""

    newest: bytes = NOTHING
    streams: set[Stream] = field(default_factory=set)
    is_due: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None

    def publish(self, frame: bytes) -> None:
        # An equal frame must stay the same object: that is how a stream knows it was sent.
        if frame != self.newest:
            self.newest = frame
        for stream in self.streams:
            stream.notice()

    def end(self) -> None:
        for stream in self.streams:
            stream.end()


class AvailabilityStreams:
    """All streams of this process: at most `max_streams`, and of a client `max_per_client`.

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
        """Streams open now."""
        return self._count

    @contextmanager
    def open(self, event_id: int, client: str) -> Iterator[Stream]:
        """A stream of this event while the context lasts. Raises Unavailable beyond a limit."""
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
        """These events have changed."""
        for event_id in event_ids:
            if (channel := self._channels.get(event_id)) is not None:
                channel.is_due.set()

    def wake_all(self) -> None:
        """Any event may have changed."""
        self.wake(list(self._channels))

    def end_all(self) -> None:
        """End every stream that is open."""
        for channel in self._channels.values():
            channel.end()

    def _start(self, event_id: int) -> _Channel:
        channel = self._channels[event_id] = _Channel()
        # In a context of its own: it outlives the request that happens to be the first.
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
                next_look = await self._look(event_id, channel)
            except NotFound:
                # Whoever comes now begins anew, and is told that it is gone.
                del self._channels[event_id]
                channel.end()
                return
            except Exception as error:
                # The streams stay open: a browser does not come back after an error.
                log.warning("Availability of event %d was not read: %r", event_id, error)
                next_look = self._pace.after_failure
            await asyncio.sleep(max(self._pace.least, self._count * self._pace.per_stream))
            with suppress(TimeoutError):
                async with asyncio.timeout(next_look):
                    await channel.is_due.wait()

    async def _look(self, event_id: int, channel: _Channel) -> float:
        """Publish what is there now; the seconds until the next look if nobody calls for one."""
        snapshot = await self._snapshots.get(event_id)
        channel.publish(self._encode(snapshot))
        has_held = snapshot.event.tickets_held > 0
        return self._pace.while_held if has_held else self._pace.at_rest
