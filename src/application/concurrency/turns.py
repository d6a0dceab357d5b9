"""Turns: transactions that need the same row take turns before they take a connection.

A transaction that waits for a row's lock holds a connection while it waits. With a few dozen of
them one busy event would keep the whole pool, and every other event and every reader would wait
with it.
"""

import asyncio
from collections.abc import AsyncIterator, Collection, Hashable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from src.domain.errors import Unavailable

Key = TypeVar("Key", bound=Hashable)

TOO_MANY = "Too many changes of this event are waiting. Please try again in a moment."


@dataclass(slots=True)
class _Turn:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    wanted_by: int = 0


class Turns(Generic[Key]):
    """One turn per key at a time, first come first served, made when somebody comes.

    At most `max_waiting` wait for a key, and none longer than `max_seconds`: beyond that
    Unavailable is raised, and nothing was done.
    """

    def __init__(self, *, max_waiting: int, max_seconds: float) -> None:
        self._max_waiting = max_waiting
        self._max_seconds = max_seconds
        self._turns: dict[Key, _Turn] = {}

    @asynccontextmanager
    async def of(self, keys: Collection[Key]) -> AsyncIterator[None]:
        """The turn of every key while the context lasts, taken in order. Raises Unavailable."""
        async with AsyncExitStack() as stack:
            for key in sorted(keys):  # type: ignore[type-var]
                await stack.enter_async_context(self._turn(key))
            yield

    @asynccontextmanager
    async def _turn(self, key: Key) -> AsyncIterator[None]:
        turn = self._turns.setdefault(key, _Turn())
        if turn.wanted_by > self._max_waiting:
            raise Unavailable(TOO_MANY)
        turn.wanted_by += 1
        try:
            await self._acquire(turn)
            try:
                yield
            finally:
                turn.lock.release()
        finally:
            turn.wanted_by -= 1
            if not turn.wanted_by:
                self._turns.pop(key, None)

    async def _acquire(self, turn: _Turn) -> None:
        if not turn.lock.locked():
            await turn.lock.acquire()
            return
        try:
            async with asyncio.timeout(self._max_seconds):
                await turn.lock.acquire()
        except TimeoutError:
            raise Unavailable(TOO_MANY) from None
