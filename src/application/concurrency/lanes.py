"""Lanes: items that arrive for a key while its batch runs wait and form the next batch.

The first item runs immediately, so that a lane adds no latency without contention; under
contention, one transaction or query serves all waiting items.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable, Sequence
from contextvars import Context, copy_context
from dataclasses import dataclass
from typing import Generic, TypeVar

from src.domain.errors import Unavailable

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")
Result = TypeVar("Result")

Run = Callable[[Key, Sequence[Item]], Awaitable[Sequence[Result | Exception]]]
"""Runs a batch: returns a result or refusal for each item, in order, or raises for all."""

IsDisconnected = Callable[[], bool]
"""Returns whether the client that waits has disconnected."""


class ClientDisconnected(Exception):
    """The client disconnected before its batch began; nothing was done."""


@dataclass(slots=True)
class _Waiting(Generic[Item, Result]):
    item: Item
    answer: asyncio.Future[Result]
    is_disconnected: IsDisconnected | None

    def is_wanted(self) -> bool:
        """Whether the item is still wanted; fails the waiter of a disconnected client."""
        if self.answer.done():
            return False
        if self.is_disconnected is not None and self.is_disconnected():
            self.answer.set_exception(ClientDisconnected())
            return False
        return True


class Lanes(Generic[Key, Item, Result]):
    """One lane per key, created by the first item and removed when no items wait.

    `max_batch` limits a batch, `max_waiting` the queue of a lane: beyond it `submit` raises
    Unavailable immediately instead of queueing what would be served too late.
    """

    def __init__(
        self,
        run: Run[Key, Item, Result],
        *,
        max_batch: int,
        max_waiting: int,
        context: Callable[[], Context] = copy_context,
    ) -> None:
        """`context` makes the context of a lane: by default that of its first item."""
        self._run = run
        self._context = context
        self._max_batch = max_batch
        self._max_waiting = max_waiting
        self._lanes: dict[Key, deque[_Waiting[Item, Result]]] = {}
        # The event loop keeps only weak references to tasks.
        self._running: set[asyncio.Task[None]] = set()

    def __len__(self) -> int:
        """The number of lanes in which a batch runs."""
        return len(self._lanes)

    def queues(self) -> list[int]:
        """How many items wait in each lane behind its batch."""
        return [len(lane) for lane in self._lanes.values()]

    def __contains__(self, key: Key) -> bool:
        """Whether a batch of this key runs, behind which its next item waits."""
        return key in self._lanes

    async def submit(
        self, key: Key, item: Item, is_disconnected: IsDisconnected | None = None
    ) -> Result:
        """Return the item's result. Raises its refusal, what its batch raised, or Unavailable.

        `is_disconnected` is called once, right before the item's batch; if it returns True,
        ClientDisconnected is raised.
        """
        lane = self._lanes.get(key)
        if lane is not None and len(lane) >= self._max_waiting:
            raise Unavailable("Too many people are waiting. Please try again in a moment.")
        answer: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        waiting = _Waiting(item, answer, is_disconnected)
        if lane is None:
            lane = self._lanes[key] = deque()
            task = asyncio.create_task(self._serve(key, lane), context=self._context())
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
        # An item whose client disconnects later, while its batch runs, keeps its effect.
        taken = [lane.popleft() for _ in range(min(len(lane), self._max_batch))]
        return [waiting for waiting in taken if waiting.is_wanted()]

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
