"""Every kind of refusal has the one error form, with the headers that belong to it."""

import json
from collections.abc import AsyncIterator

import asyncpg
import pytest
from dependency_injector import providers
from tortoise.context import TortoiseContext

from src.domain.entities.user import Role
from src.infrastructure.database.orm import tortoise_config
from src.presentation.utils.problem import CATALOGUE
from tests.support.api import V1, Api, assert_problem

LARGE = 1024 * 1024 + 1


class Broken:
    """A use case with a fault."""

    async def execute(self, *arguments: object, **options: object) -> None:
        raise RuntimeError("SELECT secret FROM vault")


@pytest.mark.parametrize(
    "content", [b"{", b"'quantity'", b'{"quantity": 1', b"\xff\xfe", b"[" * 60_000]
)
async def test_400_when_the_body_is_not_json(
    api: Api, connection: asyncpg.Connection, content: bytes
) -> None:
    headers = {"Content-Type": "application/json"}
    response = await api.call("POST", "/auth/signup", content=content, headers=headers)
    problem = assert_problem(response, 400, "malformed_request")
    assert problem["instance"] == f"{V1}/auth/signup"
    assert await connection.fetchval("SELECT count(*) FROM users") == 0


async def test_401_says_how_to_authenticate(api: Api) -> None:
    response = await api.get("/auth/me")
    assert_problem(response, 401, "not_authenticated")
    assert response.headers["www-authenticate"] == "Bearer"


async def test_403_when_the_role_does_not_allow_it(api: Api) -> None:
    assert_problem(await api.get("/users", await api.person()), 403, "forbidden")


@pytest.mark.parametrize("path", ["/nowhere", "/events/1/nowhere", "/users/1/2"])
async def test_404_when_there_is_no_such_address(api: Api, path: str) -> None:
    problem = assert_problem(await api.get(path), 404, "not_found")
    assert problem["instance"] == f"{V1}{path}"


async def test_405_names_the_methods_that_are_allowed(api: Api) -> None:
    response = await api.call("DELETE", "/auth/login")
    assert_problem(response, 405, "method_not_allowed")
    assert response.headers["allow"] == "POST"


async def test_413_when_the_body_is_too_large_and_says_so(api: Api) -> None:
    response = await api.post("/auth/login", None, {"email": "x" * LARGE})
    assert_problem(response, 413, "body_too_large")


async def test_413_when_the_body_is_too_large_and_does_not_say_so(api: Api) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(LARGE // 1024 + 1):
            yield b"x" * 1024

    headers = {"Content-Type": "application/json"}
    response = await api.call("POST", "/auth/login", content=endless(), headers=headers)
    assert_problem(response, 413, "body_too_large")


async def test_413_when_a_form_is_too_large(api: Api) -> None:
    form = {"username": "nina@test.example", "password": "x" * LARGE}
    assert_problem(await api.call("POST", "/auth/token", data=form), 413, "body_too_large")


async def test_422_names_every_field_that_is_not_valid(api: Api) -> None:
    body = {"email": "nobody", "password": "short"}
    problem = assert_problem(await api.post("/auth/signup", None, body), 422, "validation_failed")
    fields = {error["field"]: error for error in problem["errors"]}
    assert fields.keys() == {"body.email", "body.password"}
    assert fields["body.password"]["code"] == "string_too_short"
    assert "at least 8 characters" in fields["body.password"]["message"]
    assert "short" not in fields["body.password"]["message"]
    assert "body.email" in problem["detail"]


@pytest.mark.parametrize("body", [[], "text", 7, None, {"email": {"a": 1}}, {"email": 7}])
async def test_422_when_the_body_is_json_of_another_shape(
    api: Api, connection: asyncpg.Connection, body: object
) -> None:
    response = await api.post("/auth/signup", None, body)
    assert_problem(response, 422, "validation_failed")
    assert await connection.fetchval("SELECT count(*) FROM users") == 0


@pytest.mark.parametrize("field", ["email", "password", "name", "phone"])
async def test_422_when_a_text_is_no_unicode(
    api: Api, connection: asyncpg.Connection, field: str
) -> None:
    texts = {"email": "nina@test.example", "password": "correct-horse", field: "\ud800" * 9}
    headers = {"Content-Type": "application/json"}
    content = json.dumps(texts).encode()
    response = await api.call("POST", "/auth/signup", content=content, headers=headers)
    problem = assert_problem(response, 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == [f"body.{field}"]
    assert await connection.fetchval("SELECT count(*) FROM users") == 0


async def test_500_reveals_nothing_of_the_fault(api: Api) -> None:
    with api.container.catalogue.list_events.override(providers.Object(Broken())):
        response = await api.get("/events")
    problem = assert_problem(response, 500, "internal_error")
    assert "vault" not in response.text
    assert "Traceback" not in response.text
    assert problem["detail"].endswith("please try again.")
    assert (await api.get("/events")).status_code == 200


async def test_503_when_the_database_is_away(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    context = TortoiseContext()
    with context:
        await context.init(tortoise_config("postgres://nobody:none@127.0.0.1:9/none"))
        refused = [
            await api.get("/events"),
            await api.post(
                "/auth/signup", None, {"email": "a@b.example", "password": "q7-vexed-owl"}
            ),
            await api.post(f"/events/{event['id']}/bookings", organizer, {"quantity": 1}),
        ]
    for response in refused:
        problem = assert_problem(response, 503, "unavailable")
        assert int(response.headers["retry-after"]) >= 1
        assert "127.0.0.1" not in response.text
        assert problem["detail"].endswith("Please try again shortly.")
    assert (await api.get(f"/events/{event['id']}")).json() == event


async def test_503_when_the_database_is_not_migrated(
    api: Api, connection: asyncpg.Connection
) -> None:
    await connection.execute("ALTER TABLE ticket_types RENAME TO ticket_types_away")
    try:
        response = await api.get("/ticket-types")
    finally:
        await connection.execute("ALTER TABLE ticket_types_away RENAME TO ticket_types")
    assert_problem(response, 503, "unavailable")
    assert (await api.get("/ticket-types")).status_code == 200


@pytest.mark.parametrize("code", sorted(CATALOGUE))
async def test_type_of_every_error_is_the_address_of_a_page(api: Api, code: str) -> None:
    page = await api.client.get(f"/errors/{code}")
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert code in page.text
    assert f'href="/errors/{code}"' in (await api.client.get("/errors")).text


async def test_browser_gets_a_page_outside_the_api_and_json_inside(api: Api) -> None:
    headers = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    page = await api.client.get("/nowhere", headers=headers)
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert page.headers["x-correlation-id"] in page.text
    assert_problem(await api.get("/nowhere", headers=headers), 404, "not_found")
    assert_problem(await api.client.get("/nowhere"), 404, "not_found")
