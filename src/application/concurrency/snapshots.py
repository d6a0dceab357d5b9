"""Snapshots: values that concurrent requests read are fetched once and shared briefly."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Hashable
from contextvars import Context
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Kept(Generic[Value]):
    value: Value
    good_until: float


@dataclass(slots=True, eq=False)
class _Fetch(Generic[Value]):
    """A running fetch of a key; stale if the key was invalidated after it had begun."""

    task: asyncio.Task[Value]
    has_begun: bool = False
    is_stale: bool = False


class Snapshots(Generic[Key, Value]):
    """A single-flight cache: at most one fetch per key runs at a time.

    A value is shared for `max_age` seconds from the start of its fetch and must not be modified.
    A `get` after `invalidate` returns a value whose fetch began later, so that buyers read
    their own purchases. An error of a fetch is raised to all its waiters and is not cached. At
    most `max_entries` values are kept; the oldest is evicted first.
    """

    def __init__(
        self,
        fetch: Callable[[Key], Awaitable[Value]],
        *,
        max_age: float = 0.2,
        max_entries: int = 1000,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._fetch = fetch
        self._max_age = max_age
        self._max_entries = max_entries
        self._monotonic = monotonic
        self._kept: dict[Key, _Kept[Value]] = {}
        self._fetches: dict[Key, _Fetch[Value]] = {}

    async def get(self, key: Key) -> Value:
        """Return the value, at most `max_age` seconds old. Raises what its fetch raises."""
        kept = self._kept.get(key)
        if kept is not None and self._monotonic() < kept.good_until:
            return kept.value
        fetch = self._fetches.get(key)
        if fetch is None or fetch.is_stale:
            fetch = self._begin(key, after=fetch)
        # Shielded: a cancelled request must not cancel the fetch for the others.
        return await asyncio.shield(fetch.task)

    def invalidate(self, key: Key) -> None:
        """Ensure that later calls of `get` return nothing that was fetched before now."""
        self._kept.pop(key, None)
        fetch = self._fetches.get(key)
        if fetch is not None and fetch.has_begun:
            fetch.is_stale = True

    def invalidate_all(self) -> None:
        """Invalidate every key."""
        self._kept.clear()
        for fetch in self._fetches.values():
            fetch.is_stale = fetch.has_begun

    def _begin(self, key: Key, *, after: _Fetch[Value] | None) -> _Fetch[Value]:
        async def run() -> Value:
            try:
                if after is not None:
                    await asyncio.wait([after.task])
                return await self._run(key, fetch)
            finally:
                if self._fetches.get(key) is fetch:
                    del self._fetches[key]

        # In a separate context: the caller's may carry a transaction that ends before the fetch.
        fetch = _Fetch(asyncio.create_task(run(), context=Context()))
        self._fetches[key] = fetch
        return fetch

    async def _run(self, key: Key, fetch: _Fetch[Value]) -> Value:
        fetch.has_begun = True
        began = self._monotonic()
        value = await self._fetch(key)
        if not fetch.is_stale:
            self._keep(key, _Kept(value, began + self._max_age))
        return value

    def _keep(self, key: Key, kept: _Kept[Value]) -> None:
        self._kept.pop(key, None)
        while len(self._kept) >= self._max_entries:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = kept
