"""Sign-up, log-in and sessions over HTTP."""

from typing import Any

import asyncpg
import httpx
import jwt
import pytest

from src.domain.entities.user import Role
from tests.support.api import V1, Api, MovableClock, assert_problem
from tests.support.database import SECRET

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


async def test_sign_up_makes_a_customer_with_tokens_that_work(api: Api) -> None:
    body = {"email": EMAIL, "password": PASSWORD, "name": "Nina New", "phone": "+66 81-234 5678"}
    for wanted in ({"role": "admin"}, {"role": "customer"}, {"is_active": False}):
        refused = await api.post("/auth/signup", None, {**body, **wanted})
        assert_problem(refused, 422, "validation_failed")
    response = await api.post("/auth/signup", None, body)
    assert response.status_code == 201
    session = response.json()
    assert session["token_type"] == "bearer"
    assert session["expires_in"] == 15 * 60
    user = session["user"]
    assert (user["name"], user["email"], user["phone"]) == ("Nina New", EMAIL, "+66812345678")
    assert (user["role"], user["is_active"]) == ("customer", True)
    assert response.headers["location"] == f"{V1}/users/{user['id']}"
    me = await api.get("/auth/me", headers=bearer(session))
    assert me.json() == user


async def test_name_is_the_local_part_when_sign_up_leaves_it_out(api: Api) -> None:
    session = await sign_up(api, "Nina.New@Test.Example")
    assert session["user"]["name"] == "nina.new"
    assert session["user"]["email"] == "nina.new@test.example"


async def test_phone_number_is_read_as_phone(api: Api) -> None:
    session = await sign_up(api, phone_number="0812345678")
    assert session["user"]["phone"] == "0812345678"


@pytest.mark.parametrize("field", ["email", "phone"])
async def test_sign_up_is_refused_when_email_or_phone_is_taken(
    api: Api, connection: asyncpg.Connection, field: str
) -> None:
    await sign_up(api, phone="+66810000001")
    body = {"email": "other@test.example", "phone": "+66810000002", "password": PASSWORD}
    taken = {"email": EMAIL.upper(), "phone": "+66 81 000 0001"}[field]
    response = await api.post("/auth/signup", None, body | {field: taken})
    problem = assert_problem(response, 409, "duplicate")
    assert problem["field"] == field
    assert await connection.fetchval("SELECT count(*) FROM users") == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("email", "nobody"), ("password", "short"), ("phone", "call me"), ("name", "a\x00b")],
)
async def test_sign_up_is_refused_when_a_field_is_not_valid(
    api: Api, connection: asyncpg.Connection, field: str, value: str
) -> None:
    body = {"email": EMAIL, "password": PASSWORD, field: value}
    problem = assert_problem(await api.post("/auth/signup", None, body), 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == [f"body.{field}"]
    assert await connection.fetchval("SELECT count(*) FROM users") == 0


async def test_password_is_stored_only_as_an_argon2_hash(
    api: Api, connection: asyncpg.Connection
) -> None:
    await sign_up(api)
    stored = await connection.fetchval("SELECT password_hash FROM users")
    assert stored.startswith("$argon2id$")
    assert PASSWORD not in stored


async def test_log_in_gives_tokens_whatever_the_case_of_the_address(api: Api) -> None:
    user = (await sign_up(api))["user"]
    body = {"email": EMAIL.upper(), "password": PASSWORD}
    response = await api.post("/auth/login", None, body)
    assert response.status_code == 200
    assert response.json()["user"] == user
    me = await api.get("/auth/me", headers=bearer(response.json()))
    assert me.json()["id"] == user["id"]


async def test_wrong_password_and_unknown_address_are_answered_alike(
    api: Api, connection: asyncpg.Connection
) -> None:
    await sign_up(api)
    answers = []
    for email, password in [(EMAIL, "wrong"), ("nobody@test.example", PASSWORD)]:
        body = {"email": email, "password": password}
        response = await api.post("/auth/login", None, body)
        problem = assert_problem(response, 401, "invalid_credentials")
        assert response.headers["www-authenticate"] == "Bearer"
        answers.append({**problem, "correlation_id": ""})
    assert answers[0] == answers[1]
    assert await connection.fetchval("SELECT count(*) FROM refresh_tokens") == 1


async def test_log_in_is_refused_when_the_account_has_no_password(api: Api) -> None:
    person = await api.person()
    body = {"email": person.user.email, "password": ""}
    assert_problem(await api.post("/auth/login", None, body), 401, "invalid_credentials")


async def test_log_in_is_refused_when_the_account_is_deactivated(
    api: Api, connection: asyncpg.Connection
) -> None:
    await sign_up(api)
    await connection.execute("UPDATE users SET is_active = false")
    body = {"email": EMAIL, "password": PASSWORD}
    assert_problem(await api.post("/auth/login", None, body), 403, "account_inactive")
    wrong = await api.post("/auth/login", None, body | {"password": "wrong"})
    assert_problem(wrong, 401, "invalid_credentials")


async def test_form_log_in_works_as_the_authorize_button_sends_it(api: Api) -> None:
    await sign_up(api)
    form = {"grant_type": "password", "username": f" {EMAIL.title()} ", "password": PASSWORD}
    response = await api.call("POST", "/auth/token", data=form)
    assert response.status_code == 200
    assert (await api.get("/auth/me", headers=bearer(response.json()))).status_code == 200


@pytest.mark.parametrize(
    "typed", ["anna@bücher.example", "ANNA@BÜCHER.example ", " Anna@xn--bcher-kva.EXAMPLE"]
)
async def test_both_forms_of_log_in_read_an_address_alike(api: Api, typed: str) -> None:
    body = {"email": "Anna@bücher.example", "password": PASSWORD}
    assert (await api.post("/auth/signup", None, body)).status_code == 201
    with_json = await api.post("/auth/login", None, {**body, "email": typed})
    form = {"username": typed, "password": PASSWORD}
    with_form = await api.call("POST", "/auth/token", data=form)
    assert (with_json.status_code, with_form.status_code) == (200, 200)
    own = {"Sec-Fetch-Site": "same-origin"}
    page = await api.client.post("/login", data={"email": typed, "password": PASSWORD}, headers=own)
    assert page.status_code == 303


@pytest.mark.parametrize(("username", "password"), [(EMAIL, "wrong"), ("no address", PASSWORD)])
async def test_form_log_in_is_refused_when_the_credentials_are_wrong(
    api: Api, username: str, password: str
) -> None:
    await sign_up(api)
    form = {"username": username, "password": password}
    response = await api.call("POST", "/auth/token", data=form)
    assert_problem(response, 401, "invalid_credentials")


async def test_refresh_gives_new_tokens_and_spends_the_old_one(api: Api) -> None:
    first = await sign_up(api)
    response = await refresh(api, first["refresh_token"])
    assert response.status_code == 200
    second = response.json()
    assert second["user"] == first["user"]
    assert second["refresh_token"] != first["refresh_token"]
    assert (await api.get("/auth/me", headers=bearer(second))).status_code == 200
    assert (await refresh(api, second["refresh_token"])).status_code == 200


async def test_reuse_of_a_refresh_token_ends_its_session_and_no_other(
    api: Api, connection: asyncpg.Connection
) -> None:
    first = await sign_up(api)
    other = (await api.post("/auth/login", None, {"email": EMAIL, "password": PASSWORD})).json()
    second = (await refresh(api, first["refresh_token"])).json()
    assert_problem(await refresh(api, first["refresh_token"]), 401, "not_authenticated")
    assert_problem(await refresh(api, second["refresh_token"]), 401, "not_authenticated")
    for session in (first, second):
        response = await api.get("/auth/me", headers=bearer(session))
        assert_problem(response, 401, "token_expired")
    renewed = await refresh(api, other["refresh_token"])
    assert renewed.status_code == 200
    assert (await api.get("/auth/me", headers=bearer(renewed.json()))).status_code == 200
    reuse = "SELECT count(*) FROM audit_log WHERE action = $1 AND subject_id = $2"
    user_id = first["user"]["id"]
    assert await connection.fetchval(reuse, "session.reuse_detected", user_id) > 0


async def test_refresh_is_refused_when_the_token_is_made_up(api: Api) -> None:
    await sign_up(api)
    assert_problem(await refresh(api, "made-up"), 401, "not_authenticated")


async def test_refresh_is_refused_when_the_token_is_older_than_its_lifetime(
    api: Api, clock: MovableClock, connection: asyncpg.Connection
) -> None:
    session = await sign_up(api)
    clock.move(days=30, seconds=1)
    assert_problem(await refresh(api, session["refresh_token"]), 401, "token_expired")
    assert await connection.fetchval("SELECT count(*) FROM refresh_tokens") == 1


async def test_refresh_tokens_are_stored_only_as_hashes(
    api: Api, connection: asyncpg.Connection
) -> None:
    token = (await sign_up(api))["refresh_token"]
    stored = await connection.fetchval("SELECT token_hash FROM refresh_tokens")
    assert len(stored) == 32
    assert token.encode() not in stored


async def test_profile_is_read_by_its_owner_and_admins_alone(api: Api) -> None:
    person, stranger = await api.person(), await api.person(Role.ORGANIZER)
    admin = await api.person(Role.ADMIN)
    for reader in (person, admin):
        response = await api.get(f"/auth/users/{person.id}", reader)
        assert response.json()["email"] == person.user.email
    assert_problem(await api.get(f"/auth/users/{person.id}", stranger), 404, "not_found")
    assert_problem(await api.get(f"/auth/users/{person.id}"), 401, "not_authenticated")


async def test_token_expires_after_its_lifetime(api: Api, clock: MovableClock) -> None:
    await sign_up(api)
    clock.move(minutes=-16)
    old = (await api.post("/auth/login", None, {"email": EMAIL, "password": PASSWORD})).json()
    response = await api.get("/auth/me", headers=bearer(old))
    assert_problem(response, 401, "token_expired")
    assert response.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "authorization", ["Bearer", "Bearer rubbish", "Basic YTpi", "Bearer a.b.c"]
)
async def test_request_is_refused_when_the_authorization_is_no_token(
    api: Api, authorization: str
) -> None:
    for path in ("/auth/me", "/events"):
        response = await api.get(path, headers={"Authorization": authorization})
        assert_problem(response, 401, "not_authenticated")


@pytest.mark.parametrize(
    ("key", "algorithm", "change"),
    [
        ("another secret key, as long as ours is", "HS256", {}),
        (SECRET, "HS512", {}),
        ("", "none", {}),
        (SECRET, "HS256", {"iss": "https://elsewhere.example"}),
        (SECRET, "HS256", {"sub": "me"}),
        (SECRET, "HS256", {"sub": None}),
        (SECRET, "HS256", {"exp": None}),
        (SECRET, "HS256", {"valid_from": "yesterday"}),
        (SECRET, "HS256", {"valid_from": 10**30}),
    ],
)
@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
async def test_token_is_refused_when_it_is_forged(
    api: Api, key: str, algorithm: str, change: dict[str, object]
) -> None:
    person = await api.person()
    claims = jwt.decode(person.token, options={"verify_signature": False}) | change
    claims = {name: value for name, value in claims.items() if value is not None}
    forged = jwt.encode(claims, key, algorithm)
    response = await api.get("/auth/me", headers={"Authorization": f"Bearer {forged}"})
    assert_problem(response, 401, "not_authenticated")


async def test_role_in_the_token_counts_for_nothing(api: Api) -> None:
    person = await api.person()
    claims = jwt.decode(person.token, options={"verify_signature": False})
    token = jwt.encode(claims | {"role": "admin"}, SECRET, "HS256")
    response = await api.get("/users", headers={"Authorization": f"Bearer {token}"})
    assert_problem(response, 403, "forbidden")
