"""How often one client may try to log in or sign up."""

from collections.abc import AsyncIterator, Callable

import asyncpg
import httpx
import pytest

from src.app import create_app
from tests.support.api import V1, Api, MovableClock, assert_problem
from tests.support.database import test_settings as settings_for
from tests.support.passwords import quick_password_hasher

WRONG = {"email": "nobody@test.example", "password": "wrong"}
MakeClient = Callable[..., httpx.AsyncClient]


@pytest.fixture
async def make_client(
    api: Api, database_url: str, clock: MovableClock
) -> AsyncIterator[MakeClient]:
    """Clients, by address, of an application of its own that allows three tries."""
    limits = {"rate_limit_login": "3/minute", "rate_limit_signup": "3/hour"}
    settings = settings_for(database_url, rate_limit_enabled=True, **limits)
    overrides = {"clock": clock, "password_hasher": quick_password_hasher()}
    app = create_app(settings, overrides)
    clients = []

    def make(address: str = "192.0.2.1") -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app=app, client=(address, 4000))
        clients.append(httpx.AsyncClient(transport=transport, base_url=f"http://test{V1}"))
        return clients[-1]

    yield make
    for client in clients:
        await client.aclose()


async def log_in(client: httpx.AsyncClient) -> httpx.Response:
    return await client.post("/auth/login", json=WRONG)


async def sign_up(client: httpx.AsyncClient, number: int) -> httpx.Response:
    body = {"email": f"new{number}@test.example", "password": "correct-horse"}
    return await client.post("/auth/signup", json=body)


async def test_log_in_is_refused_after_too_many_tries_and_says_how_long(
    make_client: MakeClient,
) -> None:
    client = make_client()
    for _ in range(3):
        assert_problem(await log_in(client), 401, "invalid_credentials")
    response = await log_in(client)
    problem = assert_problem(response, 429, "rate_limited")
    assert 1 <= int(response.headers["retry-after"]) <= 60
    assert response.headers["retry-after"] in problem["detail"]


async def test_form_and_json_log_in_count_together(make_client: MakeClient) -> None:
    client = make_client()
    form = {"username": WRONG["email"], "password": WRONG["password"]}
    for _ in range(3):
        assert_problem(await client.post("/auth/token", data=form), 401, "invalid_credentials")
    assert_problem(await log_in(client), 429, "rate_limited")
    assert_problem(await client.post("/auth/token", data=form), 429, "rate_limited")


async def test_other_clients_and_other_operations_are_not_bounded_with_it(
    make_client: MakeClient,
) -> None:
    client, other = make_client("192.0.2.1"), make_client("192.0.2.2")
    for _ in range(4):
        last = await log_in(client)
    assert last.status_code == 429
    assert_problem(await log_in(other), 401, "invalid_credentials")
    assert (await sign_up(client, 1)).status_code == 201
    assert (await client.get("/events")).status_code == 200


async def test_sign_up_is_refused_after_too_many_and_makes_nobody(
    make_client: MakeClient, connection: asyncpg.Connection
) -> None:
    client = make_client()
    for number in range(3):
        assert (await sign_up(client, number)).status_code == 201
    response = await sign_up(client, 3)
    assert_problem(response, 429, "rate_limited")
    assert 60 < int(response.headers["retry-after"]) <= 3600
    assert await connection.fetchval("SELECT count(*) FROM users") == 3


async def test_nobody_is_bounded_when_limits_are_disabled(api: Api) -> None:
    # No account can have this name, so that no password is hashed for it.
    form = {"username": "\0", "password": "wrong"}
    answers = [await api.call("POST", "/auth/token", data=form) for _ in range(30)]
    assert {answer.status_code for answer in answers} == {401}
