"""Routes of a router as an application's own.

FastAPI makes each route of an included router twice, as it was declared and as it is where it was
included. Both stay, with all that checks their parameters: 8 MiB for those that there are.
"""

from collections.abc import Callable, Iterator
from copy import copy

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.routing import compile_path
from starlette.types import ASGIApp


def routes_below(prefix: str, router: APIRouter) -> Iterator[APIRoute]:
    """The routes with this before their paths. It has no parameters."""
    for route in _routes_of(router):
        route.path = prefix + route.path
        route.path_regex, route.path_format, route.param_convertors = compile_path(route.path)
        yield route


def hidden_routes(router: APIRouter, guard: Callable[[ASGIApp], ASGIApp]) -> Iterator[APIRoute]:
    """The routes, each behind the guard, and none in the OpenAPI document."""
    for route in _routes_of(router):
        route.app = guard(route.app)
        route.include_in_schema = False
        yield route


def _routes_of(router: APIRouter) -> Iterator[APIRoute]:
    """Copies, as there may be several applications. Raises TypeError for another kind of route."""
    for route in router.routes:
        if not isinstance(route, APIRoute):
            raise TypeError(f"{route} is included in a router, and has to be one of its own.")
        yield copy(route)
