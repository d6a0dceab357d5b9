"""Endpoints are called as FastAPI calls them, and what is unusual is left to FastAPI."""

from collections.abc import AsyncIterator
from typing import Annotated, Any

import httpx
import pytest
from fastapi import APIRouter, Depends, FastAPI, Form, Header, Path, Query, Request, Response
from fastapi.routing import iter_route_contexts
from pydantic import BaseModel, Field

from src.presentation.dependencies.plain_call import plain_call_of
from src.presentation.dependencies.strict_route import StrictRoute
from tests.support.openapi import APP

calls: list[str] = []


class Ordered(BaseModel):
    items: list[int] = Field(max_length=2)


async def shared(request: Request, limit: Annotated[int, Query(ge=1)] = 50) -> int:
    calls.append(f"shared {request.method}")
    return limit


def doubled(limit: Annotated[int, Depends(shared)]) -> int:
    calls.append("doubled")
    return 2 * limit


plain = APIRouter(route_class=StrictRoute)


@plain.post("/orders/{order_id}")
async def order(
    order_id: Annotated[int, Path(gt=0)],
    body: Ordered,
    limit: Annotated[int, Depends(shared)],
    twice: Annotated[int, Depends(doubled)],
    some_name: Annotated[str, Header()] = "nobody",
) -> Response:
    return Response(f"{order_id} {body.items} {limit} {twice} {some_name}")


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    calls.clear()
    app = FastAPI()
    app.include_router(plain)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


def test_every_endpoint_of_the_api_is_plain_but_that_of_a_form() -> None:
    routes = [
        route
        for route in (context.original_route for context in iter_route_contexts(APP.routes))
        if isinstance(route, StrictRoute)
    ]
    left = [route.path for route in routes if plain_call_of(route.dependant) is None]
    assert len(routes) > 150
    assert left == ["/api/v1/auth/token"]


async def test_each_dependency_is_called_once_and_given_what_it_asks_for(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.post(
        "/orders/7?limit=3", json={"items": [1, 2]}, headers={"Some-Name": "somebody"}
    )
    assert answer.text == "7 [1, 2] 3 6 somebody"
    assert calls == ["shared POST", "doubled"]


async def test_what_is_not_given_has_its_default(client: httpx.AsyncClient) -> None:
    answer = await client.post("/orders/7", json={"items": []})
    assert answer.text == "7 [] 50 100 nobody"


@pytest.mark.parametrize(
    ("path", "sent", "place"),
    [
        ("/orders/0", {"json": {"items": []}}, ["path", "order_id"]),
        ("/orders/7", {"json": {"items": [1, 2, 3]}}, ["body", "items"]),
        ("/orders/7", {"json": None}, ["body"]),
        ("/orders/7", {}, ["body"]),
        (
            "/orders/7",
            {"content": b"{", "headers": {"Content-Type": "application/json"}},
            ["body", 1],
        ),
        ("/orders/7", {"content": b"{}", "headers": {"Content-Type": "text/plain"}}, ["body"]),
    ],
)
async def test_fault_is_for_fastapi(
    client: httpx.AsyncClient, path: str, sent: dict[str, Any], place: list[str | int]
) -> None:
    answer = await client.post(path, **sent)
    assert answer.status_code == 422
    assert [error["loc"] for error in answer.json()["detail"]] == [place]
    # Its dependencies come before what is wrong with the rest, and once.
    assert calls in (["shared POST", "doubled"], [])


async def returns_data() -> dict[str, str]:
    return {}


async def reads_a_form(name: Annotated[str, Form()]) -> Response:
    return Response(name)


async def takes_several(ids: Annotated[list[int], Query()]) -> Response:
    return Response(str(ids))


async def changes_the_answer(response: Response) -> Response:
    return response


def needs_a_thread() -> Response:
    return Response()


@pytest.mark.parametrize(
    "endpoint",
    [returns_data, reads_a_form, takes_several, changes_the_answer, needs_a_thread],
)
def test_what_a_plan_does_not_know_is_left_to_fastapi(endpoint: Any) -> None:
    router = APIRouter(route_class=StrictRoute)
    router.add_api_route("/", endpoint, response_model=None)
    route = router.routes[0]
    assert isinstance(route, StrictRoute)
    assert plain_call_of(route.dependant) is None
