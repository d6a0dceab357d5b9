"""A forgotten password: a link by mail that works once, for an hour."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import httpx
import pytest

from src.app import create_app
from tests.support.api import Api, MovableClock, assert_problem
from tests.support.database import test_settings as settings_for
from tests.support.mails import Post
from tests.support.passwords import quick_password_hasher

EMAIL, OLD, NEW = "nina@test.example", "correct-horse", "battery-staple"


@pytest.fixture
def post(api: Api) -> Post:
    return Post(api.container)


@pytest.fixture
async def session(api: Api) -> dict[str, Any]:
    """Nina's session: she knows the old password."""
    body = {"email": EMAIL, "password": OLD, "name": "Nina"}
    response = await api.post("/auth/signup", None, body)
    assert response.status_code == 201
    answer: dict[str, Any] = response.json()
    return answer


async def forget(api: Api, email: str = EMAIL) -> dict[str, Any]:
    response = await api.post("/auth/forgot-password", None, {"email": email})
    assert response.status_code == 202
    answer: dict[str, Any] = response.json()
    return answer


async def token(api: Api, post: Post) -> str:
    """The token of a new mail."""
    await forget(api)
    await post.send()
    return post.transport.links()[-1].partition("token=")[2]


async def reset(api: Api, token: str, password: str = NEW) -> httpx.Response:
    return await api.post("/auth/reset-password", None, {"token": token, "password": password})


async def log_in(api: Api, password: str) -> int:
    body = {"email": EMAIL, "password": password}
    return (await api.post("/auth/login", None, body)).status_code


async def test_the_link_sets_a_new_password_and_ends_all_sessions(
    api: Api, post: Post, session: dict[str, Any], connection: asyncpg.Connection
) -> None:
    response = await reset(api, await token(api, post))
    assert response.status_code == 200
    assert (post.sent[0].address, post.sent[0].reply_to) == (EMAIL, None)
    assert (await log_in(api, OLD), await log_in(api, NEW)) == (401, 200)
    headers = {"Authorization": f"Bearer {session['access_token']}"}
    assert_problem(await api.get("/auth/me", headers=headers), 401, "token_expired")
    response = await api.post("/auth/refresh", None, {"refresh_token": session["refresh_token"]})
    assert response.status_code == 401
    actions = await connection.fetch(
        "SELECT action FROM audit_log WHERE subject_id = $1 ORDER BY id DESC LIMIT 2",
        session["user"]["id"],
    )
    assert "user.password_reset" in [row["action"] for row in actions]


@pytest.mark.usefixtures("session")
async def test_the_link_works_once_and_takes_all_others_with_it(api: Api, post: Post) -> None:
    first, second = await token(api, post), await token(api, post)
    answers = await asyncio.gather(*(reset(api, first) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200, 401, 401, 401, 401]
    for used in (first, second):
        assert_problem(await reset(api, used, "another-password"), 401, "not_authenticated")
    assert (await log_in(api, NEW), await log_in(api, "another-password")) == (200, 401)


async def test_the_link_is_refused_after_an_hour(
    api: Api, session: dict[str, Any], clock: MovableClock
) -> None:
    user = await api.container.adapters.users().get(session["user"]["id"])
    clock.move(minutes=-61)
    sent = api.container.adapters.reset_tokens().issue(user)
    clock.reset()
    assert_problem(await reset(api, sent), 401, "token_expired")
    assert await log_in(api, OLD) == 200


async def test_another_kind_of_token_sets_no_password(
    api: Api, post: Post, session: dict[str, Any]
) -> None:
    user = await api.container.adapters.users().get(session["user"]["id"])
    confirmation = api.container.adapters.verification_tokens().issue(user)
    sent = await token(api, post)
    for wrong in (confirmation, session["access_token"], "rubbish", sent[:-2]):
        assert_problem(await reset(api, wrong), 401, "not_authenticated")
    assert_problem(
        await api.post("/auth/verify-email", None, {"token": sent}), 401, "not_authenticated"
    )
    assert await log_in(api, OLD) == 200


@pytest.mark.usefixtures("session")
async def test_a_password_that_is_easy_to_guess_is_refused_and_the_link_still_works(
    api: Api, post: Post
) -> None:
    sent = await token(api, post)
    assert_problem(await reset(api, sent, "password"), 422, "validation_failed")
    assert (await reset(api, sent)).status_code == 200


async def test_the_answer_and_its_time_do_not_say_whether_there_is_an_account(
    api: Api, session: dict[str, Any], connection: asyncpg.Connection
) -> None:
    answers, seconds = [], []
    for email in (EMAIL, "nobody@test.example", EMAIL.upper(), "nobody@test.example"):
        began = time.monotonic()
        answers.append(await forget(api, email))
        seconds.append(time.monotonic() - began)
    assert answers == answers[:1] * 4
    assert min(seconds) >= 0.3
    assert await connection.fetchval("SELECT count(*) FROM mails") == 2


async def test_no_mail_goes_to_a_deactivated_or_foreign_account(
    api: Api, session: dict[str, Any], post: Post, connection: asyncpg.Connection
) -> None:
    user_id = session["user"]["id"]
    await connection.execute("UPDATE users SET is_active = false WHERE id = $1", user_id)
    await forget(api)
    await connection.execute(
        """UPDATE users SET is_active = true, external_issuer = 'i', external_id = 'x'
        WHERE id = $1""",
        user_id,
    )
    await forget(api)
    assert await post.send() == 0
    assert await connection.fetchval("SELECT count(*) FROM mails") == 0


@pytest.fixture
async def limited(database_url: str, clock: MovableClock, api: Api) -> AsyncIterator[Api]:
    settings = settings_for(database_url, rate_limit_enabled=True, rate_limit_mail="2/day")
    app = create_app(settings, {"clock": clock, "password_hasher": quick_password_hasher()})
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield Api(client, app.state.container, clock)


async def test_mails_are_bounded_by_address_and_tries_by_client(limited: Api) -> None:
    for _ in range(2):
        await forget(limited)
    response = await limited.post("/auth/forgot-password", None, {"email": EMAIL})
    assert_problem(response, 429, "rate_limited")
    statuses = [(await reset(limited, "rubbish")).status_code for _ in range(11)]
    assert statuses == [401] * 10 + [429]


@pytest.mark.parametrize("path", ["reset-password", "verify-email"])
async def test_a_link_that_was_copied_in_part_is_refused_in_words_of_links(
    api: Api, path: str
) -> None:
    body = {"token": "eyJhbGciOiJIUzI1NiJ9.e30"}
    if path == "reset-password":
        body["password"] = "a hard one to guess 7431"
    response = await api.post(f"/auth/{path}", json=body)
    assert_problem(response, 401, "not_authenticated")
    assert response.json()["detail"].startswith("This link is not complete")
