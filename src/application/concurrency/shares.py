"""Shares: what a process does at a time is shared among those who want it, however much each wants.

Without them a process serves its clients by how many requests each has under way: one with four
hundred gets fifty times as much as eight buyers together.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from src.domain.errors import Unavailable

Key = TypeVar("Key", bound=Hashable)


@dataclass(slots=True)
class _Share:
    running: int = 0
    waiting: deque["asyncio.Future[None]"] = field(default_factory=deque)

    @property
    def size(self) -> int:
        return self.running + len(self.waiting)


class Shares(Generic[Key]):
    """At most `each` of a key run at a time, the others wait; `total` run or wait in all.

    Beyond `total` only a key that has less than its part gets in, so that nobody can shut out
    those who want little. All others are refused.
    """

    def __init__(self, *, total: int, each: int) -> None:
        self._total = total
        self._each = each
        self._size = 0
        # Only of keys that run or wait.
        self._shares: dict[Key, _Share] = {}

    def count(self) -> int:
        """How many run or wait."""
        return self._size

    @asynccontextmanager
    async def of(self, key: Key) -> AsyncIterator[None]:
        """Run when it is the key's turn, until the context ends. Raises Unavailable."""
        await self.enter(key)
        try:
            yield
        finally:
            self.leave(key)

    async def enter(self, key: Key) -> None:
        """Wait until it is the key's turn; `leave` must follow. Raises Unavailable."""
        share = self._shares.get(key) or _Share()
        if self._size >= self._total and not self._is_entitled(key, share):
            raise Unavailable("Too many people are here at once. Please try again shortly.")
        self._shares[key] = share
        self._size += 1
        if share.running < self._each:
            share.running += 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        share.waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            self._give_up(key, share, turn)
            raise

    def leave(self, key: Key) -> None:
        """End what `enter` began: the next of the key has its turn."""
        share = self._shares[key]
        self._size -= 1
        share.running -= 1
        while share.waiting and share.running < self._each:
            turn = share.waiting.popleft()
            # One that was cancelled is just about to leave the queue itself.
            if not turn.done():
                share.running += 1
                turn.set_result(None)
            else:
                self._size -= 1
        if not share.size:
            del self._shares[key]

    def _is_entitled(self, key: Key, share: _Share) -> bool:
        keys = len(self._shares) + (key not in self._shares)
        return (share.size + 1) * keys <= self._total

    def _give_up(self, key: Key, share: _Share, turn: "asyncio.Future[None]") -> None:
        if turn.done() and not turn.cancelled():
            # Its turn had come.
            self.leave(key)
        elif turn in share.waiting:
            share.waiting.remove(turn)
            self._size -= 1
            if not share.size:
                del self._shares[key]
