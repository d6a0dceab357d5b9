"""Turns: one at a time for each key, in order of arrival, bounded in number and in time."""

import asyncio
from collections.abc import Collection

import pytest

from src.application.concurrency.turns import Turns
from src.domain.errors import Unavailable


class Diary:
    """Takes turns, and notes who had them when."""

    def __init__(self, turns: Turns[int]) -> None:
        self._turns = turns
        self.events: list[str] = []
        self.go = asyncio.Event()

    async def take(self, name: str, keys: Collection[int]) -> None:
        async with self._turns.of(keys):
            self.events.append(f"{name} begins")
            await self.go.wait()
            await asyncio.sleep(0)
            self.events.append(f"{name} ends")


def patient() -> Turns[int]:
    return Turns(max_waiting=50, max_seconds=10)


async def settled() -> None:
    """Let every task run as far as it can."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_those_who_want_one_key_come_one_after_the_other_in_order() -> None:
    diary = Diary(patient())
    tasks = [asyncio.create_task(diary.take(name, [1])) for name in "abc"]
    await settled()
    assert diary.events == ["a begins"]
    diary.go.set()
    async with asyncio.timeout(1):
        await asyncio.gather(*tasks)
    assert diary.events == [f"{name} {what}" for name in "abc" for what in ("begins", "ends")]


async def test_those_who_want_other_keys_do_not_wait() -> None:
    diary = Diary(patient())
    tasks = [asyncio.create_task(diary.take(str(key), [key])) for key in (1, 2, 3)]
    await settled()
    assert diary.events == ["1 begins", "2 begins", "3 begins"]
    diary.go.set()
    await asyncio.gather(*tasks)


async def test_two_who_want_the_same_keys_never_wait_for_each_other() -> None:
    diary = Diary(patient())
    diary.go.set()
    wanted = [{1, 2}, {2, 1}, [2, 1], (1, 2)] * 5
    async with asyncio.timeout(1):
        await asyncio.gather(*(diary.take(str(i), keys) for i, keys in enumerate(wanted)))
    assert len(diary.events) == 2 * len(wanted)


async def test_who_comes_when_too_many_wait_is_refused_at_once() -> None:
    turns: Turns[int] = Turns(max_waiting=2, max_seconds=10)
    diary = Diary(turns)
    tasks = [asyncio.create_task(diary.take(name, [1])) for name in "abc"]
    await settled()
    with pytest.raises(Unavailable):
        await diary.take("d", [1])
    diary.go.set()
    await asyncio.gather(*tasks)
    await diary.take("e", [1])
    assert diary.events[-1] == "e ends"


async def test_who_has_waited_too_long_is_refused_and_keeps_nobody() -> None:
    turns: Turns[int] = Turns(max_waiting=2, max_seconds=0.01)
    diary = Diary(turns)
    first = asyncio.create_task(diary.take("a", [1]))
    await settled()
    with pytest.raises(Unavailable):
        await diary.take("b", [1, 2])
    diary.go.set()
    await first
    await diary.take("c", [1, 2])
    assert [event for event in diary.events if event.endswith("begins")] == ["a begins", "c begins"]


async def test_who_is_cancelled_while_waiting_leaves_the_turn_to_the_next() -> None:
    diary = Diary(patient())
    tasks = [asyncio.create_task(diary.take(name, [1])) for name in "abc"]
    await settled()
    tasks[1].cancel()
    diary.go.set()
    async with asyncio.timeout(1):
        await asyncio.gather(*tasks, return_exceptions=True)
    assert diary.events == ["a begins", "a ends", "c begins", "c ends"]


async def test_nothing_is_kept_of_a_key_that_nobody_wants() -> None:
    turns = patient()
    async with turns.of([1, 2]):
        assert turns._turns.keys() == {1, 2}
    assert turns._turns == {}


async def test_what_fails_in_a_turn_ends_it() -> None:
    turns = patient()
    with pytest.raises(ValueError, match="broken"):
        async with turns.of([1]):
            raise ValueError("broken")
    async with asyncio.timeout(1), turns.of([1]):
        pass
