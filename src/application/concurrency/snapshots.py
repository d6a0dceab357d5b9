"""Snapshots: what many read at once is fetched once and shared for a moment."""

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
    """One reading of a key; stale once its key was invalidated after it had begun."""

    task: asyncio.Task[Value]
    has_begun: bool = False
    is_stale: bool = False


class Snapshots(Generic[Key, Value]):
    """A single-flight cache: however many ask for a key, one fetch of it runs at a time.

    A value is shared for `max_age` seconds from when its fetch began, so nobody may change it.
    Who asks after `invalidate` gets a value whose fetch began after it: that is how a buyer
    reads their own purchase. What a fetch raises goes to all who wait for it and is not kept.
    At most `max_entries` values are kept; the oldest goes first.
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
        """The value, at most `max_age` old. Raises what its fetch raises."""
        kept = self._kept.get(key)
        if kept is not None and self._monotonic() < kept.good_until:
            return kept.value
        fetch = self._fetches.get(key)
        if fetch is None or fetch.is_stale:
            fetch = self._begin(key, after=fetch)
        # One who goes away must not take the value from the others.
        return await asyncio.shield(fetch.task)

    def invalidate(self, key: Key) -> None:
        """Serve nothing that was read before now to anybody who asks from now on."""
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

        # In a context of its own: the asker's may carry a transaction that ends meanwhile.
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
