"""Shares: nobody gets more of a process by wanting more of it at a time."""

import asyncio

import pytest

from src.application.concurrency.shares import Shares
from src.domain.errors import Unavailable


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


class Crowd:
    """Those who run or wait for their turn, by key and number."""

    def __init__(self, shares: Shares[str]) -> None:
        self._shares = shares
        self.running: list[str] = []
        self.tasks: dict[str, asyncio.Task[None]] = {}
        self._end = asyncio.Event()

    def add(self, key: str, number: int) -> None:
        for _ in range(number):
            name = f"{key}{len(self.tasks)}"
            self.tasks[name] = asyncio.create_task(self._run(key, name))

    async def _run(self, key: str, name: str) -> None:
        async with self._shares.of(key):
            self.running.append(name)
            await self._end.wait()

    async def end(self) -> None:
        self._end.set()
        await asyncio.gather(*self.tasks.values(), return_exceptions=True)


async def test_only_so_many_of_a_key_run_and_another_key_need_not_wait() -> None:
    crowd = Crowd(Shares(total=100, each=2))
    crowd.add("many", 10)
    crowd.add("one", 1)
    await settle()
    assert sorted(crowd.running) == ["many0", "many1", "one10"]
    await crowd.end()
    assert len(crowd.running) == 11


async def test_those_who_wait_have_their_turn_in_order() -> None:
    shares: Shares[str] = Shares(total=100, each=1)
    seen: list[int] = []

    async def run(number: int) -> None:
        async with shares.of("key"):
            seen.append(number)
            await asyncio.sleep(0)

    await asyncio.gather(*map(run, range(20)))
    assert seen == list(range(20))


async def test_beyond_the_total_only_a_key_with_less_than_its_part_gets_in() -> None:
    crowd = Crowd(Shares(total=10, each=2))
    crowd.add("many", 11)
    await settle()
    assert [task.done() for task in crowd.tasks.values()] == [False] * 10 + [True]
    crowd.add("few", 5)
    await settle()
    assert "few11" in crowd.running
    crowd.add("many", 1)
    crowd.add("few", 1)
    await settle()
    refused = {name for name, task in crowd.tasks.items() if task.done()}
    assert refused == {"many10", "many16", "few17"}
    with pytest.raises(Unavailable):
        await crowd.tasks["many16"]
    await crowd.end()


async def test_one_key_each_is_refused_beyond_the_total() -> None:
    crowd = Crowd(Shares(total=3, each=2))
    for key in "abcd":
        crowd.add(key, 1)
    await settle()
    assert crowd.running == ["a0", "b1", "c2"]
    with pytest.raises(Unavailable):
        await crowd.tasks["d3"]
    await crowd.end()


@pytest.mark.parametrize("is_running", [True, False])
async def test_place_of_who_gives_up_goes_to_the_next(is_running: bool) -> None:
    shares: Shares[str] = Shares(total=3, each=1)
    crowd = Crowd(shares)
    crowd.add("key", 3)
    await settle()
    crowd.tasks["key0" if is_running else "key1"].cancel()
    await settle()
    assert crowd.running == (["key0", "key1"] if is_running else ["key0"])
    crowd.add("key", 1)
    await settle()
    assert not crowd.tasks["key3"].done()
    await crowd.end()
    assert crowd.running[-1] == "key3"


async def test_turn_that_comes_while_its_owner_gives_up_is_not_lost() -> None:
    shares: Shares[str] = Shares(total=3, each=1)
    await shares.enter("key")
    waiting = [asyncio.create_task(shares.enter("key")) for _ in range(2)]
    await settle()
    # Its turn has come, but it has not run since.
    shares.leave("key")
    waiting[0].cancel()
    await settle()
    assert waiting[1].done()
    shares.leave("key")
    for _ in range(3):
        await asyncio.wait_for(shares.enter("key"), 1)
        shares.leave("key")


async def test_nothing_is_kept_of_keys_that_are_gone() -> None:
    shares: Shares[str] = Shares(total=10, each=1)
    for number in range(5):
        async with shares.of(str(number)):
            pass
    with pytest.raises(Unavailable):
        await Shares[str](total=0, each=1).enter("key")
    waiting = asyncio.create_task(shares.enter("key"))
    await settle()
    gone = asyncio.create_task(shares.enter("key"))
    await settle()
    gone.cancel()
    await settle()
    await waiting
    shares.leave("key")
    assert not shares._shares
    assert shares._size == 0
