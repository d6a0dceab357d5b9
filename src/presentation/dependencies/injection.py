"""Use cases for controllers, by the name of the container's provider.

The dependency is async, so that it needs no thread, and uses the providers of its own
application, so that two applications in one process (as in tests) stay independent.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any

from fastapi import Depends
from starlette.requests import HTTPConnection

from src.application.reports.exports import Export
from src.domain.errors import SchemaChanged
from src.domain.repositories.page import Page, PageRequest

PROVIDED: set[str] = set()
"""Every name that a controller uses; the application checks them when it starts."""


class ExecutedAgain:
    """A use case whose `execute` is tried once more after SchemaChanged.

    Only the first of its transactions lets that out, so nothing was done when it is raised.
    """

    def __init__(self, use_case: Any) -> None:
        self._use_case = use_case
        self._execute: Callable[..., Awaitable[Any]] = use_case.execute

    async def execute(self, *arguments: Any, **named: Any) -> Any:
        """What the use case gives, and raises."""
        try:
            return await self._execute(*arguments, **named)
        except SchemaChanged:
            return await self._execute(*arguments, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._use_case, name)


class TracedUseCase(ExecutedAgain):
    """The same, with a span around its `execute`."""

    def __init__(self, use_case: Any, tracing: Any) -> None:
        super().__init__(use_case)
        self._tracing = tracing

    async def execute(self, *arguments: Any, **named: Any) -> Any:
        """What the use case gives, and raises."""
        with self._tracing.span(type(self._use_case).__name__):
            return await super().execute(*arguments, **named)


class ReadsFromReplica:
    """A use case that reads from a replica where one has what it needs."""

    def __init__(self, use_case: Any, replica: Any, connection: HTTPConnection) -> None:
        self._use_case = use_case
        self._replica = replica
        self._connection = connection

    async def execute(self, *arguments: Any, **named: Any) -> Any:
        """What the use case gives, and raises."""
        user_id = getattr(self._connection.state, "user_id", None)
        found = await self._replica.read(
            partial(self._use_case.execute, *arguments, **named), user_id
        )
        if not isinstance(found, Export):
            return found

        async def read(page: PageRequest) -> Page[Any]:
            page_of_rows: Page[Any] = await self._replica.read(partial(found.read, page), user_id)
            return page_of_rows

        return replace(found, read=read)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._use_case, name)


def provided(name: str) -> Any:
    """A dependency on the container's provider of this name.

    A use case that meets a table that was just altered is executed once more, and one that may
    read from a replica does so.
    """
    PROVIDED.add(name)

    async def resolve(connection: HTTPConnection) -> Any:
        state = connection.app.state
        found = state.providers[name]()
        if not hasattr(found, "execute"):
            return found
        used = ExecutedAgain(found)
        if state.tracing is not None:
            used = TracedUseCase(found, state.tracing)
        if state.replica is not None and name in state.replica_reads:
            return ReadsFromReplica(used, state.replica, connection)
        return used

    return Depends(resolve)
