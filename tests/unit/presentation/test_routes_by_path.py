"""Routes are found by path as the router would find them, one after another."""

from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.routing import Match

from src.presentation.utils.routes_by_path import RoutesByPath
from tests.support.openapi import APP

VALUES = {"path": "a/b", "code": "TKT-1.ics", "language": "th"}


def scope(path: str, method: str) -> dict[str, Any]:
    return {"type": "http", "path": path, "method": method, "headers": []}


def one_after_another(path: str, method: str) -> object:
    """The endpoint of the first route that takes the request."""
    for route in iter_route_contexts(APP.routes):
        if route.path is not None:
            match, found = route.matches(scope(path, method))
            if match is Match.FULL:
                return found["endpoint"]
    return None


def by_path(path: str, method: str) -> object:
    index = APP.routes[0]
    assert isinstance(index, RoutesByPath)
    return index.matches(scope(path, method))[1].get("endpoint")


def addresses() -> list[tuple[str, str]]:
    """An address of each route, and others that are almost one."""
    found = []
    for route in iter_route_contexts(APP.routes):
        for method in sorted(route.methods or ()):
            values = {name: VALUES.get(name, "7") for name in route.param_convertors}
            path = (route.path_format or "").format(**values)
            found += [(path, method), (f"{path}.csv", method), (f"{path}/stream", method)]
    return found


def test_each_address_has_the_route_that_it_had() -> None:
    differing = []
    for path, method in addresses():
        try:
            endpoint = by_path(path, method)
        except HTTPException as refusal:
            assert refusal.status_code == 404
            endpoint = None
        if endpoint != one_after_another(path, method):
            differing.append((method, path))
    assert len(addresses()) > 900
    assert differing == []


@pytest.mark.parametrize(
    "path", ["", "/", "//", "/nothing/here", "/api/v1/event", "/api//v1/events"]
)
def test_path_of_no_route_is_not_found(path: str) -> None:
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    router = APIRouter()
    router.add_api_route("/api/v1/events/{event_id}", lambda event_id: event_id)
    app.include_router(router)
    with pytest.raises(HTTPException, match="404"):
        RoutesByPath(app.routes).matches(scope(path, "GET"))


def test_method_that_no_route_takes_is_left_to_the_routes() -> None:
    assert by_path("/api/v1/events/7", "PATCH") is None
