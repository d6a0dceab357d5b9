"""Use cases for controllers, by the name of the container's provider.

The dependency is async, so that it needs no thread, and uses the providers of its own
application, so that two applications in one process (as in tests) stay independent.
"""

from typing import Any

from fastapi import Depends
from starlette.requests import HTTPConnection

PROVIDED: set[str] = set()
"""Every name that a controller uses; the application checks them when it starts."""


def provided(name: str) -> Any:
    """A dependency on the container's provider of this name."""
    PROVIDED.add(name)

    async def resolve(connection: HTTPConnection) -> Any:
        return connection.app.state.providers[name]()

    return Depends(resolve)
