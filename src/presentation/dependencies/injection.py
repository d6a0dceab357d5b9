"""How a controller gets its use case: by the name of the container's provider.

An async dependency that asks the application's own providers costs no thread, and two
applications in one process (as in tests) keep to themselves.
"""

from typing import Any

from fastapi import Depends
from starlette.requests import HTTPConnection

PROVIDED: set[str] = set()
"""Every name a controller asked for; the application checks them when it starts."""


def provided(name: str) -> Any:
    """A dependency on the container's provider of this name."""
    PROVIDED.add(name)

    async def resolve(connection: HTTPConnection) -> Any:
        return connection.app.state.providers[name]()

    return Depends(resolve)
