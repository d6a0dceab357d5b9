"""The promises of the snapshot cache, with a fetch that the test holds back as it likes."""

import asyncio
from contextvars import ContextVar

import pytest

from src.application.concurrency.snapshots import Snapshots

request_id: ContextVar[str] = ContextVar("request_id", default="none")


class Source:
    """Gives `value` to each fetch, not before `go` is set; counts the fetches."""

    def __init__(self) -> None:
        self.value = "old"
        self.error: Exception | None = None
        self.go = asyncio.Event()
        self.go.set()
        self.is_held_back = asyncio.Event()
        self.asked: list[str] = []
        self.running = 0
        self.most_running = 0
        self.contexts: list[str] = []

    async def fetch(self, key: str) -> str:
        self.asked.append(key)
        self.contexts.append(request_id.get())
        value, error = self.value, self.error
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        if not self.go.is_set():
            self.is_held_back.set()
        await self.go.wait()
        self.running -= 1
        if error is not None:
            raise error
        return f"{value} {key}"


class Time:
    """A monotonic clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def snapshots(source: Source, time: Time) -> Snapshots[str, str]:
    return Snapshots(source.fetch, max_age=0.2, max_entries=3, monotonic=time)


async def test_one_fetch_serves_all_who_ask_at_once(
    snapshots: Snapshots[str, str], source: Source
) -> None:
    values = await asyncio.gather(*(snapshots.get("a") for _ in range(100)))
    assert values == ["old a"] * 100
    assert source.asked == ["a"]


async def test_each_key_has_its_own_value(snapshots: Snapshots[str, str], source: Source) -> None:
    a, b = await asyncio.gather(snapshots.get("a"), snapshots.get("b"))
    assert (a, b) == ("old a", "old b")
    assert source.asked == ["a", "b"]


async def test_value_is_shared_until_its_age_is_reached(
    snapshots: Snapshots[str, str], source: Source, time: Time
) -> None:
    await snapshots.get("a")
    source.value = "new"
    time.now += 0.199
    assert await snapshots.get("a") == "old a"
    time.now += 0.001
    assert await snapshots.get("a") == "new a"
    assert source.asked == ["a", "a"]


async def test_age_counts_from_the_begin_of_the_fetch(
    snapshots: Snapshots[str, str], source: Source, time: Time
) -> None:
    source.go.clear()
    asking = asyncio.create_task(snapshots.get("a"))
    await source.is_held_back.wait()
    time.now += 0.2
    source.go.set()
    await asking
    source.value = "new"
    assert await snapshots.get("a") == "new a"


async def test_invalidated_value_is_not_served_again(
    snapshots: Snapshots[str, str], source: Source
) -> None:
    await snapshots.get("a")
    await snapshots.get("b")
    source.value = "new"
    snapshots.invalidate("a")
    assert await snapshots.get("a") == "new a"
    assert await snapshots.get("b") == "old b"


async def test_fetch_that_began_before_the_invalidation_is_not_served_to_who_asks_after_it(
    snapshots: Snapshots[str, str], source: Source
) -> None:
    source.go.clear()
    before = asyncio.create_task(snapshots.get("a"))
    await source.is_held_back.wait()
    source.value = "new"
    snapshots.invalidate("a")
    after = [asyncio.create_task(snapshots.get("a")) for _ in range(10)]
    await asyncio.sleep(0)
    source.go.set()
    assert await before == "old a"
    assert await asyncio.gather(*after) == ["new a"] * 10
    assert await snapshots.get("a") == "new a"
    assert source.asked == ["a", "a"]
    assert source.most_running == 1


async def test_outdated_fetch_is_not_kept_when_nobody_asked_after_the_invalidation(
    snapshots: Snapshots[str, str], source: Source
) -> None:
    source.go.clear()
    before = asyncio.create_task(snapshots.get("a"))
    await source.is_held_back.wait()
    source.value = "new"
    snapshots.invalidate("a")
    source.go.set()
    assert await before == "old a"
    assert await snapshots.get("a") == "new a"


async def test_fetch_that_waits_for_its_turn_is_shared_across_invalidations(
    snapshots: Snapshots[str, str], source: Source
) -> None:
    source.go.clear()
    asking = [asyncio.create_task(snapshots.get("a"))]
    await source.is_held_back.wait()
    for _ in range(5):
        snapshots.invalidate("a")
        asking.append(asyncio.create_task(snapshots.get("a")))
        await asyncio.sleep(0)
    source.value = "new"
    source.go.set()
    assert await asyncio.gather(*asking) == ["old a"] + ["new a"] * 5
    assert source.asked == ["a", "a"]


async def test_everything_is_stale_when_all_is_invalidated(
    snapshots: Snapshots[str, str], source: Source
) -> None:
    await snapshots.get("a")
    source.go.clear()
    before = asyncio.create_task(snapshots.get("b"))
    await source.is_held_back.wait()
    source.value = "new"
    snapshots.invalidate_all()
    after = asyncio.create_task(snapshots.get("b"))
    await asyncio.sleep(0)
    source.go.set()
    assert await before == "old b"
    assert await after == "new b"
    assert await snapshots.get("a") == "new a"


async def test_failure_goes_to_all_who_wait_and_is_not_kept(
    snapshots: Snapshots[str, str], source: Source
) -> None:
    source.error = LookupError("gone")
    answers = await asyncio.gather(*(snapshots.get("a") for _ in range(5)), return_exceptions=True)
    assert [str(answer) for answer in answers] == ["gone"] * 5
    assert source.asked == ["a"]
    source.error = None
    assert await snapshots.get("a") == "old a"


async def test_who_asks_after_the_invalidation_is_served_when_the_fetch_before_it_fails(
    snapshots: Snapshots[str, str], source: Source
) -> None:
    source.error = LookupError("gone")
    source.go.clear()
    before = asyncio.create_task(snapshots.get("a"))
    await source.is_held_back.wait()
    source.error = None
    snapshots.invalidate("a")
    after = asyncio.create_task(snapshots.get("a"))
    await asyncio.sleep(0)
    source.go.set()
    with pytest.raises(LookupError):
        await before
    assert await after == "old a"


async def test_fetch_goes_on_for_the_others_when_its_first_asker_is_cancelled(
    snapshots: Snapshots[str, str], source: Source
) -> None:
    source.go.clear()
    first = asyncio.create_task(snapshots.get("a"))
    await source.is_held_back.wait()
    second = asyncio.create_task(snapshots.get("a"))
    await asyncio.sleep(0)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    source.go.set()
    assert await second == "old a"
    assert source.asked == ["a"]


async def test_fetch_is_kept_when_everybody_who_asked_is_cancelled(
    snapshots: Snapshots[str, str], source: Source
) -> None:
    source.go.clear()
    only = asyncio.create_task(snapshots.get("a"))
    await source.is_held_back.wait()
    only.cancel()
    with pytest.raises(asyncio.CancelledError):
        await only
    source.go.set()
    assert await snapshots.get("a") == "old a"
    assert source.asked == ["a"]


async def test_fetch_runs_outside_the_context_of_who_asks(
    snapshots: Snapshots[str, str], source: Source
) -> None:
    token = request_id.set("somebody's request")
    await snapshots.get("a")
    request_id.reset(token)
    assert source.contexts == ["none"]


async def test_oldest_value_goes_when_there_are_too_many(
    snapshots: Snapshots[str, str], source: Source
) -> None:
    for key in ("a", "b"):
        await snapshots.get(key)
    snapshots.invalidate("a")
    for key in ("a", "c", "d"):
        await snapshots.get(key)
    source.asked.clear()
    for key in ("a", "c", "d"):
        await snapshots.get(key)
    assert source.asked == []
    await snapshots.get("b")
    assert source.asked == ["b"]


async def test_value_that_is_read_anew_counts_as_new(
    snapshots: Snapshots[str, str], source: Source, time: Time
) -> None:
    for key in ("a", "b"):
        await snapshots.get(key)
    time.now += 0.2
    for key in ("a", "c", "d"):
        await snapshots.get(key)
    source.asked.clear()
    await snapshots.get("a")
    assert source.asked == []
