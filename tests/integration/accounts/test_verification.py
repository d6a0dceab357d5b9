"""Signing up where the e-mail address has to be confirmed before the first log-in."""

from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import httpx
import jwt
import pytest

from src.app import create_app
from tests.support.api import Api, MovableClock, assert_problem
from tests.support.database import SECRET
from tests.support.database import test_settings as settings_for
from tests.support.mails import Post
from tests.support.passwords import quick_password_hasher

EMAIL, PASSWORD = "nina@test.example", "correct-horse"
SIGN_UP = {"email": EMAIL, "password": PASSWORD, "name": "Nina"}
DONE = {"success": True, "data": None}


@pytest.fixture
async def strict(api: Api, database_url: str, clock: MovableClock) -> AsyncIterator[Api]:
    """An API that has addresses confirmed, on the database of the shared one."""
    settings = settings_for(
        database_url, sign_up_verification=True, rate_limit_enabled=True, rate_limit_mail="3/day"
    )
    app = create_app(settings, {"clock": clock, "password_hasher": quick_password_hasher()})
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield Api(client, app.state.container, clock)


@pytest.fixture
def post(strict: Api) -> Post:
    return Post(strict.container)


async def tokens(post: Post) -> list[str]:
    """The tokens of all mails so far."""
    await post.send()
    return [link.partition("token=")[2] for link in post.transport.links()]


async def sign_up(api: Api, **changes: str) -> None:
    response = await api.post("/auth/signup", None, SIGN_UP | changes)
    assert response.status_code == 202, response.text
    assert response.json() == DONE | {"message": response.json()["message"]}


async def log_in(api: Api, password: str = PASSWORD) -> httpx.Response:
    return await api.post("/auth/login", None, {"email": EMAIL, "password": password})


async def confirm(api: Api, token: str) -> httpx.Response:
    return await api.post("/auth/verify-email", None, {"token": token})


async def test_log_in_waits_for_the_confirmation_of_the_address(
    strict: Api, post: Post, connection: asyncpg.Connection
) -> None:
    await sign_up(strict)
    (token,) = await tokens(post)
    assert [(mail.address, mail.name) for mail in post.sent] == [(EMAIL, "Nina")]
    assert_problem(await log_in(strict), 403, "email_not_verified")
    assert_problem(await log_in(strict, "wrong"), 401, "invalid_credentials")
    assert await connection.fetchval("SELECT count(*) FROM refresh_tokens") == 0
    response = await confirm(strict, token)
    assert (response.status_code, response.json()["success"]) == (200, True)
    session = (await log_in(strict)).json()
    me = await strict.get(
        "/auth/me", headers={"Authorization": f"Bearer {session['access_token']}"}
    )
    assert me.json()["email"] == EMAIL
    actions = await connection.fetch(
        "SELECT action FROM audit_log WHERE subject_id = $1 ORDER BY id", session["user"]["id"]
    )
    assert [row["action"] for row in actions] == ["user.signed_up", "user.email_verified"]
    # Opened twice, as mail programs do.
    assert (await confirm(strict, token)).status_code == 200


async def test_accounts_from_before_have_nothing_to_confirm(api: Api, strict: Api) -> None:
    assert (await api.post("/auth/signup", None, SIGN_UP)).status_code == 201
    assert (await log_in(strict)).status_code == 200


@pytest.mark.parametrize(
    "change",
    [{"aud": "something-else"}, {"aud": None}, {"fingerprint": None}, {"sub": "me"}, {"exp": None}],
)
async def test_confirmation_is_refused_when_it_is_forged(
    strict: Api, post: Post, change: dict[str, Any]
) -> None:
    await sign_up(strict)
    (sent,) = await tokens(post)
    claims = jwt.decode(sent, options={"verify_signature": False}) | change
    claims = {name: value for name, value in claims.items() if value is not None}
    forged = jwt.encode(claims, SECRET, "HS256")
    for token in (forged, "rubbish", sent[:-2]):
        assert_problem(await confirm(strict, token), 401, "not_authenticated")
    assert_problem(await log_in(strict), 403, "email_not_verified")


async def test_confirmation_is_no_access_token_and_an_access_token_confirms_nothing(
    strict: Api, post: Post
) -> None:
    await sign_up(strict)
    headers = {"Authorization": f"Bearer {(await tokens(post))[0]}"}
    assert_problem(await strict.get("/auth/me", headers=headers), 401, "not_authenticated")
    person = await strict.person()
    assert_problem(await confirm(strict, person.token), 401, "not_authenticated")


async def test_confirmation_that_is_a_day_old_is_refused(strict: Api, clock: MovableClock) -> None:
    await sign_up(strict)
    user = await strict.container.adapters.users().find_by_email(EMAIL)
    assert user is not None
    clock.move(hours=-25)
    token = strict.container.adapters.verification_tokens().issue(user)
    clock.reset()
    assert_problem(await confirm(strict, token), 401, "token_expired")
    assert_problem(await log_in(strict), 403, "email_not_verified")


async def test_who_signs_up_again_replaces_an_account_that_was_never_confirmed(
    strict: Api, post: Post, connection: asyncpg.Connection
) -> None:
    await sign_up(strict, password="of-a-squatter", name="Mallory")
    (squatters,) = await tokens(post)
    await sign_up(strict)
    _, owners = await tokens(post)
    assert_problem(await confirm(strict, squatters), 401, "not_authenticated")
    assert (await confirm(strict, owners)).status_code == 200
    assert (await log_in(strict, "of-a-squatter")).status_code == 401
    assert (await log_in(strict)).json()["user"]["name"] == "Nina"
    assert await connection.fetchval("SELECT count(*) FROM users") == 1


async def test_who_signs_up_again_after_the_confirmation_is_refused(
    strict: Api, post: Post
) -> None:
    await sign_up(strict)
    await confirm(strict, (await tokens(post))[0])
    response = await strict.post("/auth/signup", None, SIGN_UP | {"password": "of-a-squatter"})
    assert assert_problem(response, 409, "duplicate")["field"] == "email"
    assert len(await tokens(post)) == 1
    assert (await log_in(strict)).status_code == 200


async def test_mail_is_sent_again_only_where_it_is_waited_for_and_the_answer_is_the_same(
    strict: Api, post: Post
) -> None:
    async def resend(email: str) -> dict[str, Any]:
        response = await strict.post("/auth/resend-verification", None, {"email": email})
        assert response.status_code == 202
        answer: dict[str, Any] = response.json()
        return answer

    await sign_up(strict)
    waiting, unknown = await resend(EMAIL.upper()), await resend("nobody@test.example")
    assert waiting == unknown
    _, again = await tokens(post)
    assert [mail.address for mail in post.sent] == [EMAIL] * 2
    await confirm(strict, again)
    assert await resend(EMAIL) == waiting
    assert len(await tokens(post)) == 2


async def test_mails_to_one_address_are_bounded(strict: Api, post: Post) -> None:
    await sign_up(strict)
    for _ in range(2):
        await strict.post("/auth/resend-verification", None, {"email": EMAIL})
    for path, body in (("resend-verification", {"email": EMAIL}), ("signup", SIGN_UP)):
        response = await strict.post(f"/auth/{path}", None, body)
        assert_problem(response, 429, "rate_limited")
    assert len(await tokens(post)) == 3
    await sign_up(strict, email="another@test.example")


async def test_a_mail_that_waits_is_not_sent_once_the_address_is_confirmed(
    strict: Api, post: Post, connection: asyncpg.Connection
) -> None:
    await sign_up(strict)
    (token,) = await tokens(post)
    await strict.post("/auth/resend-verification", None, {"email": EMAIL})
    await confirm(strict, token)
    assert await tokens(post) == [token]
    rows = await connection.fetch("SELECT status FROM mails ORDER BY id")
    assert [row["status"] for row in rows] == ["sent", "gave_up"]
