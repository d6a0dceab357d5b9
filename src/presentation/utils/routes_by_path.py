"""Finding the route of a request by the words of its path, instead of trying one after another."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from fastapi.routing import RouteContext, iter_route_contexts
from starlette.datastructures import URLPath
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match, NoMatchFound
from starlette.types import Receive, Scope, Send

REST = ":path}"
"""Ends the path of a route that takes all words that are left."""


@dataclass(slots=True)
class _Branch:
    """The routes whose paths begin alike: those that end here, and branches by their next word.

    Each route has its place among all, since the first one that matches counts.
    """

    named: dict[str, "_Branch"] = field(default_factory=dict)
    any: "_Branch | None" = None
    ends: list[tuple[int, RouteContext]] = field(default_factory=list)
    rest: list[tuple[int, RouteContext]] = field(default_factory=list)

    def add(self, words: Sequence[str], place: int, route: RouteContext) -> None:
        if not words:
            self.ends.append((place, route))
        elif words[0].endswith(REST):
            self.rest.append((place, route))
        elif "{" in words[0]:
            self.any = self.any or _Branch()
            self.any.add(words[1:], place, route)
        else:
            self.named.setdefault(words[0], _Branch()).add(words[1:], place, route)


class RoutesByPath(BaseRoute):
    """Stands before all other routes, and finds what they would find, in their order.

    Each of those that does not match would cost 5 µs, and there are hundreds. A method that none
    of them takes is left to them, who know why. Raises HTTPException for a path that is nobody's.
    """

    def __init__(self, routes: Sequence[BaseRoute]) -> None:
        self._root = _Branch()
        for place, route in enumerate(iter_route_contexts(routes)):
            if route.path is not None:
                self._root.add(route.path.split("/"), place, route)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if scope["type"] != "http" or scope.get("root_path"):
            return Match.NONE, {}
        candidates = self._candidates(scope["path"])
        if not candidates:
            raise HTTPException(404)
        for _, route in candidates:
            match, found = route.matches(scope)
            if match is Match.FULL:
                return match, {**found, "route": route}
        return Match.NONE, {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        await scope["route"].app(scope, receive, send)

    def url_path_for(self, name: str, /, **path_params: Any) -> URLPath:
        """Raises NoMatchFound: the other routes know."""
        raise NoMatchFound(name, path_params)

    def _candidates(self, path: str) -> list[tuple[int, RouteContext]]:
        found: list[tuple[int, RouteContext]] = []
        branches = [self._root]
        for word in path.split("/"):
            following = []
            for branch in branches:
                found += branch.rest
                if (named := branch.named.get(word)) is not None:
                    following.append(named)
                if branch.any is not None:
                    following.append(branch.any)
            branches = following
        for branch in branches:
            found += branch.ends
        return sorted(found, key=_place)


def _place(candidate: tuple[int, RouteContext]) -> int:
    return candidate[0]
