"""What else may happen to a session: a switched-off account, a race, a body of another shape."""

import asyncio
from typing import Any

import asyncpg
import httpx
import pytest

from tests.support.api import Api, assert_problem

EMAIL, PASSWORD = "nina@test.example", "correct-horse"


async def sign_up(api: Api, email: str = EMAIL, **fields: Any) -> dict[str, Any]:
    response = await api.post("/auth/signup", None, {"email": email, "password": PASSWORD} | fields)
    assert response.status_code == 201, response.text
    session: dict[str, Any] = response.json()
    return session


async def refresh(api: Api, token: str) -> httpx.Response:
    return await api.post("/auth/refresh", None, {"refresh_token": token})


def bearer(session: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {session['access_token']}"}


@pytest.fixture
async def session(api: Api) -> dict[str, Any]:
    """Of a new customer."""
    return await sign_up(api)


async def test_refresh_of_a_deactivated_account_is_refused_and_spends_nothing(
    api: Api, connection: asyncpg.Connection, session: dict[str, Any]
) -> None:
    body = {"refresh_token": session["refresh_token"]}
    await connection.execute("UPDATE users SET is_active = false")
    assert_problem(await api.post("/auth/refresh", None, body), 403, "account_inactive")
    await connection.execute("UPDATE users SET is_active = true")
    assert (await api.post("/auth/refresh", None, body)).status_code == 200


async def test_form_log_in_of_a_deactivated_account_is_refused(
    api: Api, connection: asyncpg.Connection, session: dict[str, Any]
) -> None:
    await connection.execute("UPDATE users SET is_active = false")
    form = {"username": EMAIL, "password": PASSWORD}
    refused = await api.call("POST", "/auth/token", data=form)
    assert_problem(refused, 403, "account_inactive")
    assert await connection.fetchval("SELECT count(*) FROM refresh_tokens") == 1


async def test_refresh_token_is_exchanged_once_when_it_is_sent_twice_at_once(
    api: Api, session: dict[str, Any]
) -> None:
    body = {"refresh_token": session["refresh_token"]}
    answers = await asyncio.gather(*(api.post("/auth/refresh", None, body) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200, 401, 401, 401, 401]


async def test_log_out_is_refused_without_a_log_in(api: Api, session: dict[str, Any]) -> None:
    body = {"refresh_token": session["refresh_token"]}
    assert_problem(await api.post("/auth/logout", None, body), 401, "not_authenticated")
    assert (await api.post("/auth/refresh", None, body)).status_code == 200


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/auth/refresh", {}, "refresh_token"),
        ("/auth/refresh", {"refresh_token": "x" * 1001}, "refresh_token"),
        ("/auth/login", {"email": EMAIL}, "password"),
        ("/auth/login", {"email": "nobody", "password": PASSWORD}, "email"),
    ],
)
async def test_request_is_refused_when_its_body_has_another_shape(
    api: Api, path: str, body: dict[str, str], field: str
) -> None:
    problem = assert_problem(await api.post(path, None, body), 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == [f"body.{field}"]


async def test_form_log_in_is_refused_when_the_form_is_incomplete(api: Api) -> None:
    response = await api.call("POST", "/auth/token", data={"username": EMAIL})
    problem = assert_problem(response, 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == ["body.password"]


async def test_session_of_a_deleted_account_is_over(
    api: Api, connection: asyncpg.Connection, session: dict[str, Any]
) -> None:
    headers = {"Authorization": f"Bearer {session['access_token']}"}
    path = f"/users/{session['user']['id']}"
    assert (await api.call("DELETE", path, headers=headers)).status_code == 200
    body = {"refresh_token": session["refresh_token"]}
    assert_problem(await api.post("/auth/refresh", None, body), 401, "not_authenticated")
    assert_problem(await api.get("/auth/me", headers=headers), 401, "not_authenticated")
    log_in = await api.post("/auth/login", None, {"email": EMAIL, "password": PASSWORD})
    assert_problem(log_in, 401, "invalid_credentials")


async def test_log_out_ends_the_session_named_and_no_other(api: Api) -> None:
    first = await sign_up(api)
    other = (await api.post("/auth/login", None, {"email": EMAIL, "password": PASSWORD})).json()
    body = {"refresh_token": first["refresh_token"]}
    response = await api.post("/auth/logout", None, body, headers=bearer(first))
    assert response.json() == {"success": True, "message": "You are logged out.", "data": None}
    assert_problem(await api.get("/auth/me", headers=bearer(first)), 401, "token_expired")
    assert_problem(await refresh(api, first["refresh_token"]), 401, "not_authenticated")
    renewed = await refresh(api, other["refresh_token"])
    assert (await api.get("/auth/me", headers=bearer(renewed.json()))).status_code == 200


async def test_log_out_is_no_edit_of_the_account(api: Api) -> None:
    session = await sign_up(api)
    await api.post("/auth/logout", headers=bearer(session))
    again = (await api.post("/auth/login", None, {"email": EMAIL, "password": PASSWORD})).json()
    assert again["user"] == session["user"]
    etag = (await api.get("/auth/me", headers=bearer(again))).headers["etag"]
    assert etag.startswith('"1-')


async def test_log_out_without_a_token_ends_all_sessions_of_the_caller_alone(api: Api) -> None:
    first, stranger = await sign_up(api), await sign_up(api, "stranger@test.example")
    await api.post("/auth/login", None, {"email": EMAIL, "password": PASSWORD})
    assert (await api.post("/auth/logout", headers=bearer(first))).status_code == 200
    assert_problem(await refresh(api, first["refresh_token"]), 401, "not_authenticated")
    assert_problem(await api.get("/auth/me", headers=bearer(first)), 401, "token_expired")
    assert (await refresh(api, stranger["refresh_token"])).status_code == 200
    assert (await api.get("/auth/me", headers=bearer(stranger))).status_code == 200


async def test_log_out_leaves_the_session_of_somebody_else_alone(api: Api) -> None:
    mine, theirs = await sign_up(api), await sign_up(api, "stranger@test.example")
    body = {"refresh_token": theirs["refresh_token"]}
    assert (await api.post("/auth/logout", None, body, headers=bearer(mine))).status_code == 200
    assert (await refresh(api, theirs["refresh_token"])).status_code == 200
