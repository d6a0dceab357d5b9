"""Lanes: who waits together is served together, and nobody waits for nothing."""

import asyncio
from collections.abc import Awaitable, Sequence
from functools import partial
from typing import TypeVar

import pytest

from src.application.concurrency.lanes import ClientDisconnected, Lanes
from src.domain.errors import Unavailable

T = TypeVar("T")


class Counter:
    """A slow counter behind a lane; `gate` holds its batches back."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def run(self, key: str, items: Sequence[int]) -> list[int | Exception]:
        self.batches.append(list(items))
        await self.gate.wait()
        return [ValueError(item) if item < 0 else item * 2 for item in items]


def make(counter: Counter, *, max_batch: int = 10, max_waiting: int = 100) -> Lanes[str, int, int]:
    return Lanes(counter.run, max_batch=max_batch, max_waiting=max_waiting)


async def soon(answer: Awaitable[T]) -> T:
    """The answer; fails after a second, so that a waiter who is forgotten hangs no test."""
    async with asyncio.timeout(1):
        return await answer


async def test_lone_item_is_run_at_once() -> None:
    counter = Counter()
    assert await soon(make(counter).submit("a", 1)) == 2
    assert counter.batches == [[1]]


async def test_items_that_wait_run_together_in_order_of_arrival() -> None:
    counter = Counter()
    counter.gate.clear()
    lanes = make(counter)
    tasks = [asyncio.create_task(lanes.submit("a", item)) for item in (1, 2, 3)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    late = [asyncio.create_task(lanes.submit("a", item)) for item in (4, 5)]
    await asyncio.sleep(0)
    counter.gate.set()
    assert await soon(asyncio.gather(*tasks, *late)) == [2, 4, 6, 8, 10]
    assert counter.batches == [[1, 2, 3], [4, 5]]


async def test_batch_is_bounded() -> None:
    counter = Counter()
    lanes = make(counter, max_batch=2)
    await soon(asyncio.gather(*(lanes.submit("a", item) for item in range(5))))
    assert [len(batch) for batch in counter.batches] == [2, 2, 1]


async def test_keys_do_not_wait_for_each_other() -> None:
    counter = Counter()
    counter.gate.clear()
    lanes = make(counter)
    tasks = [asyncio.create_task(lanes.submit(key, 1)) for key in "ab"]
    await asyncio.sleep(0.01)
    assert counter.batches == [[1], [1]]
    counter.gate.set()
    await soon(asyncio.gather(*tasks))


async def test_refusal_concerns_its_own_item_alone() -> None:
    lanes = make(Counter())
    good, bad = await soon(
        asyncio.gather(lanes.submit("a", 1), lanes.submit("a", -1), return_exceptions=True)
    )
    assert good == 2
    assert isinstance(bad, ValueError)


async def test_full_queue_is_refused_at_once_and_the_lane_goes_on() -> None:
    counter = Counter()
    counter.gate.clear()
    lanes = make(counter, max_batch=1, max_waiting=2)
    running = asyncio.create_task(lanes.submit("a", 1))
    await asyncio.sleep(0.01)
    waiting = [asyncio.create_task(lanes.submit("a", item)) for item in (2, 3)]
    await asyncio.sleep(0)
    with pytest.raises(Unavailable):
        await soon(lanes.submit("a", 4))
    counter.gate.set()
    assert await soon(asyncio.gather(running, *waiting)) == [2, 4, 6]


async def test_who_left_before_the_batch_is_dropped() -> None:
    counter = Counter()
    counter.gate.clear()
    lanes = make(counter)
    running = asyncio.create_task(lanes.submit("a", 1))
    await asyncio.sleep(0.01)
    leaving, staying = (asyncio.create_task(lanes.submit("a", item)) for item in (2, 3))
    await asyncio.sleep(0)
    leaving.cancel()
    counter.gate.set()
    assert [await soon(running), await soon(staying)] == [2, 6]
    assert counter.batches == [[1], [3]]


async def test_request_withdrawn_before_its_batch_is_dropped() -> None:
    counter = Counter()
    counter.gate.clear()
    lanes = make(counter)
    running = asyncio.create_task(lanes.submit("a", 1))
    await asyncio.sleep(0.01)
    gone: set[int] = set()
    leaving, staying = (
        asyncio.create_task(lanes.submit("a", item, partial(gone.__contains__, item)))
        for item in (2, 3)
    )
    await asyncio.sleep(0)
    gone.add(2)
    counter.gate.set()
    with pytest.raises(ClientDisconnected):
        await soon(leaving)
    assert [await soon(running), await soon(staying)] == [2, 6]
    assert counter.batches == [[1], [3]]


async def test_who_leaves_during_the_batch_fails_nobody() -> None:
    counter = Counter()
    counter.gate.clear()
    lanes = make(counter)
    tasks = [asyncio.create_task(lanes.submit("a", item)) for item in (1, 2)]
    await asyncio.sleep(0.01)
    tasks[0].cancel()
    counter.gate.set()
    assert await soon(tasks[1]) == 4


async def test_failed_batch_raises_for_all_and_the_next_one_runs() -> None:
    class Failing(Counter):
        async def run(self, key: str, items: Sequence[int]) -> list[int | Exception]:
            if 13 in items:
                raise OSError("gone")
            return await super().run(key, items)

    lanes = make(Failing())
    outcomes = await soon(
        asyncio.gather(lanes.submit("a", 13), lanes.submit("a", 1), return_exceptions=True)
    )
    assert all(isinstance(outcome, OSError) for outcome in outcomes)
    assert await soon(lanes.submit("a", 1)) == 2


async def test_lane_leaves_no_task_behind_when_nobody_waits_any_more() -> None:
    lanes = make(Counter())
    before = asyncio.all_tasks()
    await soon(asyncio.gather(lanes.submit("a", 1), lanes.submit("b", 1)))
    await asyncio.sleep(0)
    assert asyncio.all_tasks() == before
    assert not lanes._running
    assert not lanes._lanes


async def test_who_is_in_the_batch_and_who_is_queued_are_cancelled_with_their_lane() -> None:
    counter = Counter()
    counter.gate.clear()
    lanes = make(counter, max_batch=1)
    in_batch, queued = (asyncio.create_task(lanes.submit("a", item)) for item in (1, 2))
    await asyncio.sleep(0.01)
    (serving,) = lanes._running
    serving.cancel()
    outcomes = await soon(asyncio.gather(in_batch, queued, return_exceptions=True))
    assert [type(outcome) for outcome in outcomes] == [asyncio.CancelledError] * 2
    assert counter.batches == [[1]]


async def test_lane_that_was_stopped_is_made_anew_for_who_comes_next() -> None:
    counter = Counter()
    counter.gate.clear()
    lanes = make(counter)
    stopped = asyncio.create_task(lanes.submit("a", 1))
    await asyncio.sleep(0.01)
    (serving,) = lanes._running
    serving.cancel()
    await soon(asyncio.wait([stopped]))
    counter.gate.set()
    assert await soon(lanes.submit("a", 2)) == 4
