"""Streams of availability over snapshots that the test makes, without a server."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.application.live.availability_streams import AvailabilityStreams, Pace
from src.application.live.stream import Stream
from src.application.live.stream_places import StreamPlaces
from src.domain.entities.event import Event
from src.domain.errors import NotFound, Unavailable

CLIENT = "192.0.2.1"
LEAST = 0.02
STARTS = datetime(2036, 12, 25, 19, tzinfo=UTC)


class EventSource:
    """Events by id, as a repository would have them; notes what is asked of it."""

    def __init__(self) -> None:
        self.left = {1: 10, 2: 20}
        self.held: dict[int, int] = {}
        self.error: Exception | None = None
        self.asked: list[int] = []
        self.encoded = 0
        self.snapshots = Snapshots(self.read, max_age=0.0)
        self.places = StreamPlaces(1000, 1000)

    async def read(self, event_id: int) -> EventSnapshot:
        self.asked.append(event_id)
        if self.error is not None:
            raise self.error
        return EventSnapshot(self._event(event_id), ())

    def encode(self, snapshot: EventSnapshot) -> bytes:
        self.encoded += 1
        return f"{snapshot.event.id}: {snapshot.event.capacity}".encode()

    def streams(self, pace: Pace | None = None) -> AvailabilityStreams:
        pace = pace or Pace(least=LEAST, after_failure=LEAST)
        return AvailabilityStreams(self.snapshots, self.encode, self.places, pace)

    def _event(self, event_id: int) -> Event:
        return Event(
            id=event_id,
            title="Event",
            date_time=STARTS,
            ends_at=STARTS + timedelta(hours=3),
            capacity=self.left[event_id],
            price=Decimal("25.00"),
            organizer_id=1,
            tickets_held=self.held.get(event_id, 0),
        )


class Watcher:
    """Reads a stream all the time, as a quick client does."""

    def __init__(self, frames: AsyncIterator[bytes]) -> None:
        self._heard: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._reading = asyncio.create_task(self._read(frames))

    async def next(self) -> bytes:
        """The next frame, which must not take long."""
        async with asyncio.timeout(2):
            frame = await self._heard.get()
        assert frame is not None, "the stream has ended"
        return frame

    async def is_silent(self) -> bool:
        """Whether nothing comes in the time of several looks."""
        await asyncio.sleep(LEAST * 4)
        return self._heard.empty()

    async def has_ended(self) -> bool:
        async with asyncio.timeout(2):
            return await self._heard.get() is None

    async def _read(self, frames: AsyncIterator[bytes]) -> None:
        async for frame in frames:
            self._heard.put_nowait(frame)
        self._heard.put_nowait(None)


def watch(stream: Stream) -> Watcher:
    return Watcher(stream.frames())


@pytest.fixture
def source() -> EventSource:
    return EventSource()


async def test_stream_begins_with_what_is_left_now(source: EventSource) -> None:
    with source.streams().open(1, CLIENT) as stream:
        assert await watch(stream).next() == b"1: 10"


async def test_stream_reports_each_change(source: EventSource) -> None:
    streams = source.streams()
    with streams.open(1, CLIENT) as stream:
        watcher = watch(stream)
        await watcher.next()
        for left in (9, 8):
            source.left[1] = left
            streams.wake([1])
            assert await watcher.next() == f"1: {left}".encode()


async def test_stream_says_nothing_when_nothing_changed(source: EventSource) -> None:
    streams = source.streams()
    with streams.open(1, CLIENT) as stream:
        watcher = watch(stream)
        await watcher.next()
        asked = len(source.asked)
        streams.wake([1])
        assert await watcher.is_silent()
        assert len(source.asked) == asked + 1


async def test_stream_says_nothing_of_another_event(source: EventSource) -> None:
    streams = source.streams()
    with streams.open(1, CLIENT) as stream:
        watcher = watch(stream)
        await watcher.next()
        source.left = {1: 9, 2: 19}
        asked = len(source.asked)
        streams.wake([2])
        assert await watcher.is_silent()
        assert len(source.asked) == asked


async def test_every_event_is_looked_at_again_when_any_may_have_changed(
    source: EventSource,
) -> None:
    streams = source.streams()
    with streams.open(1, CLIENT) as one, streams.open(2, CLIENT) as two:
        ones, twos = watch(one), watch(two)
        await asyncio.gather(ones.next(), twos.next())
        source.left = {1: 9, 2: 19}
        streams.wake_all()
        assert await ones.next() == b"1: 9"
        assert await twos.next() == b"2: 19"


async def test_change_is_read_and_encoded_once_for_all_watchers(source: EventSource) -> None:
    streams = source.streams()
    with ExitStack() as stack:
        watchers = [watch(stack.enter_context(streams.open(1, CLIENT))) for _ in range(100)]
        await asyncio.gather(*(watcher.next() for watcher in watchers))
        asked, encoded = len(source.asked), source.encoded
        source.left[1] = 9
        streams.wake([1])
        heard = await asyncio.gather(*(watcher.next() for watcher in watchers))
    assert heard == [b"1: 9"] * 100
    assert all(frame is heard[0] for frame in heard)
    assert len(source.asked) == asked + 1
    assert source.encoded == encoded + 1


async def test_changes_that_follow_each_other_quickly_are_sent_as_one(source: EventSource) -> None:
    streams = source.streams(pace=Pace(least=0.1))
    with streams.open(1, CLIENT) as stream:
        watcher = watch(stream)
        await watcher.next()
        asked = len(source.asked)
        for left in range(9, 0, -1):
            source.left[1] = left
            streams.wake([1])
            await asyncio.sleep(0)
        assert await watcher.next() == b"1: 1"
        assert len(source.asked) <= asked + 1


async def test_watcher_that_reads_slowly_gets_the_newest_and_not_a_queue(
    source: EventSource,
) -> None:
    streams = source.streams()
    with streams.open(1, CLIENT) as slow, streams.open(1, CLIENT) as stream:
        frames, quick = slow.frames(), watch(stream)
        await asyncio.gather(anext(frames), quick.next())
        for left in (9, 8, 7):
            source.left[1] = left
            streams.wake([1])
            await quick.next()
        late = Watcher(frames)
        assert await late.next() == b"1: 7"
        assert await late.is_silent()


async def test_newcomer_gets_what_the_others_know_already(source: EventSource) -> None:
    streams = source.streams()
    with streams.open(1, CLIENT) as stream:
        watcher = watch(stream)
        await watcher.next()
        with streams.open(1, CLIENT) as newcomer:
            assert await watch(newcomer).next() == b"1: 10"
        assert await watcher.is_silent()


async def test_hold_that_lapses_is_noticed_while_tickets_are_held(source: EventSource) -> None:
    source.held[1] = 2
    with source.streams(pace=Pace(least=LEAST, while_held=0.05)).open(1, CLIENT) as stream:
        watcher = watch(stream)
        await watcher.next()
        source.left[1] = 12
        assert await watcher.next() == b"1: 12"


async def test_event_at_rest_is_looked_at_again_all_the_same(source: EventSource) -> None:
    with source.streams(pace=Pace(least=LEAST, at_rest=0.05)).open(1, CLIENT) as stream:
        watcher = watch(stream)
        await watcher.next()
        source.left[1] = 9
        assert await watcher.next() == b"1: 9"


async def test_stream_beyond_the_limit_is_refused(source: EventSource) -> None:
    source.places = StreamPlaces(2, 1000)
    streams = source.streams()
    with streams.open(1, CLIENT), streams.open(2, CLIENT):
        with pytest.raises(Unavailable), streams.open(1, CLIENT):
            pass
        assert source.places.count == 2
    with streams.open(1, CLIENT):
        assert source.places.count == 1
    assert source.places.count == 0


async def test_streams_of_one_client_beyond_its_share_are_refused(source: EventSource) -> None:
    source.places = StreamPlaces(1000, 2)
    streams = source.streams()
    with streams.open(1, CLIENT), streams.open(2, CLIENT):
        with pytest.raises(Unavailable), streams.open(1, CLIENT):
            pass
        with streams.open(1, "192.0.2.2"):
            assert source.places.count == 3
    with streams.open(1, CLIENT), streams.open(1, CLIENT):
        assert source.places.count == 2
    assert source.places.count == 0


async def test_changes_are_reported_less_often_the_more_watch(source: EventSource) -> None:
    streams = source.streams(pace=Pace(least=LEAST, per_stream=0.1))
    with streams.open(1, CLIENT) as stream, streams.open(2, CLIENT):
        watcher = watch(stream)
        await watcher.next()
        source.left[1] = 9
        streams.wake([1])
        assert await watcher.is_silent()
        assert await watcher.next() == b"1: 9"


async def test_event_is_not_read_any_more_when_nobody_watches(source: EventSource) -> None:
    streams = source.streams(pace=Pace(least=LEAST, at_rest=LEAST))
    with streams.open(1, CLIENT) as stream:
        await watch(stream).next()
    asked = len(source.asked)
    streams.wake([1])
    await asyncio.sleep(LEAST * 4)
    assert len(source.asked) == asked


async def test_streams_of_an_event_that_is_gone_end(source: EventSource) -> None:
    streams = source.streams()
    with streams.open(1, CLIENT) as stream, streams.open(2, CLIENT) as other:
        watcher, others = watch(stream), watch(other)
        await asyncio.gather(watcher.next(), others.next())
        source.error = NotFound("event", 1)
        streams.wake([1])
        assert await watcher.has_ended()
        source.error, source.left[2] = None, 19
        streams.wake([2])
        assert await others.next() == b"2: 19"


async def test_streams_outlive_a_database_that_is_away(source: EventSource) -> None:
    streams = source.streams()
    with streams.open(1, CLIENT) as stream:
        watcher = watch(stream)
        await watcher.next()
        source.error = ConnectionError("gone")
        source.left[1] = 9
        streams.wake([1])
        assert await watcher.is_silent()
        source.error = None
        assert await watcher.next() == b"1: 9"


async def test_all_streams_end_at_once_when_they_are_closed(source: EventSource) -> None:
    streams = source.streams()
    with streams.open(1, CLIENT) as one, streams.open(2, CLIENT) as two:
        ones, twos = watch(one), watch(two)
        await asyncio.gather(ones.next(), twos.next())
        streams.end_all()
        assert await ones.has_ended()
        assert await twos.has_ended()
