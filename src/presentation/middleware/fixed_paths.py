"""405 for a method that an address without parameters does not take.

The router alone would try the addresses with a parameter too, and read the last word of
`GET /api/v1/reservations/reserve` as the id of a reservation.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from fastapi.routing import iter_route_contexts
from starlette.requests import Request
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from src.presentation.utils.problem import method_not_allowed

Methods = Mapping[str, Set[str]]


class FixedPaths:
    """Lets through what is not of one of these paths, or of a method that its path takes."""

    def __init__(self, app: ASGIApp, methods: Methods) -> None:
        self._app = app
        self._methods = methods

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        taken = self._methods.get(scope["path"]) if scope["type"] == "http" else None
        if taken is None or scope["method"] in taken:
            await self._app(scope, receive, send)
            return
        response = method_not_allowed(Request(scope), taken)
        await response(scope, receive, send)


def methods_of_fixed_paths(routes: Sequence[BaseRoute]) -> Methods:
    """The methods of every path that has no parameter."""
    methods = defaultdict[str, set[str]](set)
    for route in iter_route_contexts(routes):
        if route.path is not None and route.methods is not None and "{" not in route.path:
            methods[route.path] |= route.methods
    return methods
