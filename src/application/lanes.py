"""Lanes: what arrives for one key while a batch runs waits, and runs together as the next batch.

The first arrival starts at once, so without a crowd a lane adds no wait; in a crowd one
transaction, or one query, serves all who wait.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from src.domain.errors import Unavailable

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")
Result = TypeVar("Result")

Run = Callable[[Key, Sequence[Item]], Awaitable[Sequence[Result | Exception]]]
"""Does a batch: one result or refusal for each item, in order; or raises, for all of them."""

HasLeft = Callable[[], bool]
"""Tells, when it is asked, whether who waits has gone away."""


class WaiterLeft(Exception):
    """Who waited had gone away before their batch began: nothing was done."""


@dataclass(slots=True)
class _Waiting(Generic[Item, Result]):
    item: Item
    answer: asyncio.Future[Result]
    has_left: HasLeft | None

    def is_here(self) -> bool:
        """Whether somebody still wants the answer; who has left is told so."""
        if self.answer.done():
            return False
        if self.has_left is not None and self.has_left():
            self.answer.set_exception(WaiterLeft())
            return False
        return True


class Lanes(Generic[Key, Item, Result]):
    """One lane per key, made when somebody comes and gone when nobody waits.

    `max_batch` bounds a batch, `max_waiting` a lane's queue: beyond it `submit` raises
    Unavailable at once instead of promising what would come too late.
    """

    def __init__(self, run: Run[Key, Item, Result], *, max_batch: int, max_waiting: int) -> None:
        self._run = run
        self._max_batch = max_batch
        self._max_waiting = max_waiting
        self._lanes: dict[Key, deque[_Waiting[Item, Result]]] = {}
        # The event loop keeps only weak references to tasks.
        self._running: set[asyncio.Task[None]] = set()

    async def submit(self, key: Key, item: Item, has_left: HasLeft | None = None) -> Result:
        """The item's result. Raises its refusal, whatever its batch raised, or Unavailable.

        `has_left` is asked once, right before the item's batch: WaiterLeft if it says so.
        """
        lane = self._lanes.get(key)
        if lane is not None and len(lane) >= self._max_waiting:
            raise Unavailable("Too many people are waiting. Please try again in a moment.")
        answer: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        waiting = _Waiting(item, answer, has_left)
        if lane is None:
            lane = self._lanes[key] = deque()
            task = asyncio.create_task(self._serve(key, lane))
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        lane.append(waiting)
        return await waiting.answer

    async def _serve(self, key: Key, lane: deque[_Waiting[Item, Result]]) -> None:
        batch: list[_Waiting[Item, Result]] = []
        try:
            while lane:
                batch = self._next_batch(lane)
                if batch:
                    await self._answer(key, batch)
        finally:
            del self._lanes[key]
            # Nobody waits for a lane that was stopped, in its running batch or behind it.
            for waiting in (*batch, *lane):
                waiting.answer.cancel()

    def _next_batch(self, lane: deque[_Waiting[Item, Result]]) -> list[_Waiting[Item, Result]]:
        # Who went away before their batch began is dropped; after, their effect stands.
        taken = [lane.popleft() for _ in range(min(len(lane), self._max_batch))]
        return [waiting for waiting in taken if waiting.is_here()]

    async def _answer(self, key: Key, batch: list[_Waiting[Item, Result]]) -> None:
        try:
            results = await self._run(key, [waiting.item for waiting in batch])
        except Exception as error:
            results = [error] * len(batch)
        for waiting, result in zip(batch, results, strict=True):
            if waiting.answer.done():
                continue
            if isinstance(result, Exception):
                waiting.answer.set_exception(result)
            else:
                waiting.answer.set_result(result)
