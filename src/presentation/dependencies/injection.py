"""Use cases for controllers, by the name of the container's provider.

The dependency is async, so that it needs no thread, and uses the providers of its own
application, so that two applications in one process (as in tests) stay independent.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import Depends
from starlette.requests import HTTPConnection

from src.domain.errors import SchemaChanged

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


def provided(name: str) -> Any:
    """A dependency on the container's provider of this name.

    A use case that meets a table that was just altered is executed once more.
    """
    PROVIDED.add(name)

    async def resolve(connection: HTTPConnection) -> Any:
        state = connection.app.state
        found = state.providers[name]()
        if not hasattr(found, "execute"):
            return found
        if state.tracing is None:
            return ExecutedAgain(found)
        return TracedUseCase(found, state.tracing)

    return Depends(resolve)
