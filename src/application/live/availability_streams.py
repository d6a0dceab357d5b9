"""Streams of live availability, which is read and encoded once for all streams of an event."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import Context
from dataclasses import dataclass, field

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.application.live.stream import Channel, Stream
from src.application.live.stream_places import StreamPlaces
from src.domain.errors import NotFound

log = logging.getLogger(__name__)


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


@dataclass(slots=True, eq=False)
class _EventChannel(Channel):
    """The channel of an event, and what reads it."""

    is_due: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None


class AvailabilityStreams:
    """All streams of availability of this process. `encode` makes a frame of a snapshot."""

    def __init__(
        self,
        snapshots: Snapshots[int, EventSnapshot],
        encode: Callable[[EventSnapshot], bytes],
        places: StreamPlaces,
        pace: Pace | None = None,
    ) -> None:
        self._snapshots = snapshots
        self._encode = encode
        self._places = places
        self._pace = pace or Pace()
        self._channels: dict[int, _EventChannel] = {}

    @contextmanager
    def open(self, event_id: int, client: str) -> Iterator[Stream]:
        """Open a stream of the event for the context. Raises Unavailable beyond a limit."""
        with self._places.taken_by(client):
            channel = self._channels.get(event_id) or self._start(event_id)
            stream = Stream(channel)
            channel.streams.add(stream)
            channel.is_due.set()
            try:
                yield stream
            finally:
                stream.end()
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

    def _start(self, event_id: int) -> _EventChannel:
        channel = self._channels[event_id] = _EventChannel()
        # In a context of its own: the task outlives the request that started it.
        channel.task = asyncio.create_task(self._serve(event_id, channel), context=Context())
        return channel

    def _stop(self, event_id: int, channel: _EventChannel) -> None:
        if self._channels.get(event_id) is channel:
            del self._channels[event_id]
        if channel.task is not None:
            channel.task.cancel()

    async def _serve(self, event_id: int, channel: _EventChannel) -> None:
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
            await asyncio.sleep(max(self._pace.least, self._places.count * self._pace.per_stream))
            with suppress(TimeoutError):
                async with asyncio.timeout(next_read):
                    await channel.is_due.wait()

    async def _read(self, event_id: int, channel: _EventChannel) -> float:
        """Publish the current availability; the seconds until the next read without a `wake`."""
        snapshot = await self._snapshots.get(event_id)
        channel.publish(self._encode(snapshot))
        has_held = snapshot.event.has_holds(snapshot.ticket_types)
        return self._pace.while_held if has_held else self._pace.at_rest
