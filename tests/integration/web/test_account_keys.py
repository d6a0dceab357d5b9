"""The pages of API keys: made, shown once, rotated and revoked, without JavaScript."""

import re

import asyncpg
import pytest

from src.domain.entities.user import Role
from src.domain.shared.scopes import Scope
from tests.support.api import Api, Person, assert_problem
from tests.support.api_keys import make_key, with_key
from tests.support.web import Browser, assert_page, assert_redirects

NEW = "/account/keys/new"
FORM = {"name": "Cash register", "scopes": ["events:read", "orders:write"], "lasts": "90"}


def secret_on(text: str) -> str:
    found = re.search(r'id="secret">(etkey_[0-9A-Za-z]{38})<', text)
    assert found is not None
    return found[1]


async def ids(connection: asyncpg.Connection) -> list[int]:
    return [row["id"] for row in await connection.fetch("SELECT id FROM api_keys ORDER BY id")]


@pytest.fixture
async def shop(browse: Browser, organizer: Person) -> Browser:
    """The browser of an organizer."""
    await browse.log_in(organizer)
    return browse


async def test_key_is_shown_once_and_works(
    shop: Browser, api: Api, connection: asyncpg.Connection
) -> None:
    assert_page(await shop.get("/account/keys"), "No keys yet", NEW)
    made = await shop.post(NEW, FORM)
    assert_page(made, "Keep this secret now", "Cash register")
    assert made.headers["cache-control"] == "no-store"
    secret = secret_on(made.text)
    assert (await api.get("/events", headers=with_key(secret))).status_code == 200
    listed = await shop.get("/account/keys")
    assert_page(listed, "Cash register", "Sell, cancel and refund", "used just now", secret[:10])
    assert secret not in listed.text
    days = "SELECT round(extract(epoch FROM expires_at - now()) / 86400) FROM api_keys"
    assert await connection.fetchval(days) == 90
    again = await shop.post(NEW, FORM)
    assert_page(again, "This name is already in use.", 'value="Cash register"', status=422)
    assert len(await ids(connection)) == 1


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"name": ""}, "Please fill this in."),
        ({"scopes": []}, "Choose at least 1."),
        ({"scopes": ["everything"]}, "Please choose one of these."),
        ({"lasts": "a while"}, "Please choose one of these."),
    ],
)
async def test_form_says_what_is_wrong_and_keeps_what_was_typed(
    shop: Browser, connection: asyncpg.Connection, fields: dict[str, object], says: str
) -> None:
    refused = await shop.post(NEW, {**FORM, **fields})
    assert_page(refused, says, status=422)
    assert await ids(connection) == []


async def test_key_lasts_until_it_is_revoked_if_that_is_chosen(
    shop: Browser, connection: asyncpg.Connection
) -> None:
    await shop.post(NEW, {**FORM, "lasts": "ever"})
    assert await connection.fetchval("SELECT expires_at FROM api_keys") is None
    assert_page(await shop.get("/account/keys"), "does not end by itself")


async def test_rotation_shows_a_new_secret_and_the_old_one_lasts_as_chosen(
    shop: Browser, api: Api, connection: asyncpg.Connection
) -> None:
    old = secret_on((await shop.post(NEW, FORM)).text)
    (key,) = await ids(connection)
    path = f"/account/keys/{key}/rotate"
    rotated = await shop.post(path, {"grace": "hour"})
    assert_page(rotated, "Its old secret works until")
    for secret in (old, secret_on(rotated.text)):
        assert (await api.get("/events", headers=with_key(secret))).status_code == 200
    assert_redirects(await shop.post(path, {"grace": "day"}), "/account/keys")
    assert_page(await shop.get("/account/keys"), "its old secret still works")
    last = secret_on((await shop.post(path, {"grace": "none"})).text)
    assert_problem(await api.get("/events", headers=with_key(old)), 401, "not_authenticated")
    assert (await api.get("/events", headers=with_key(last))).status_code == 200


async def test_revoked_key_is_gone(shop: Browser, api: Api, connection: asyncpg.Connection) -> None:
    secret = secret_on((await shop.post(NEW, FORM)).text)
    (key,) = await ids(connection)
    assert_redirects(await shop.post(f"/account/keys/{key}/revoke"), "/account/keys")
    assert_page(await shop.get("/account/keys"), "It no longer works.", "No keys yet")
    assert_problem(await api.get("/events", headers=with_key(secret)), 401, "not_authenticated")
    assert_redirects(await shop.post(f"/account/keys/{key}/revoke"), "/account/keys")
    assert_page(await shop.get("/account/keys"), "This key is revoked already.")


async def test_keys_of_others_are_neither_seen_nor_touched(
    shop: Browser, api: Api, buyer: Person, connection: asyncpg.Connection
) -> None:
    key = await make_key(api, buyer, name="Theirs")
    assert "Theirs" not in (await shop.get("/account/keys")).text
    before = await connection.fetchrow("SELECT * FROM api_keys")
    for action in ("rotate", "revoke"):
        await shop.post(f"/account/keys/{key['id']}/{action}")
    assert await connection.fetchrow("SELECT * FROM api_keys") == before


async def test_only_admins_are_offered_the_scope_of_users(
    shop: Browser, other_browse: Browser, admin: Person, connection: asyncpg.Connection
) -> None:
    assert Scope.USERS_WRITE not in (await shop.get(NEW)).text
    refused = await shop.post(NEW, {**FORM, "scopes": ["users:write"]})
    assert_page(refused, "may have the scope users:write", status=422)
    assert await ids(connection) == []
    await other_browse.log_in(admin)
    assert Scope.USERS_WRITE in (await other_browse.get(NEW)).text
    assert_page(await other_browse.post(NEW, {**FORM, "scopes": ["users:write"]}), "secret")


async def test_a_key_opens_no_page(client_key: str, browse: Browser) -> None:
    shown = await browse.get("/account/keys", headers=with_key(client_key))
    assert shown.status_code == 303
    assert "/login" in shown.headers["location"]


@pytest.fixture
async def client_key(api: Api) -> str:
    secret: str = (await make_key(api, await api.person(Role.ADMIN)))["secret"]
    return secret


async def test_keys_are_in_the_download_of_ones_data_without_secrets(
    shop: Browser, api: Api, organizer: Person
) -> None:
    key = await make_key(api, organizer, name="Cash register")
    data = (await shop.post("/account/data")).json()
    (shown,) = data["api_keys"]
    assert (shown["name"], shown["hint"]) == ("Cash register", key["hint"])
    assert key["secret"] not in str(data)
    assert not [name for name in shown if "hash" in name]
    assert_page(await shop.get("/account/data"), "API keys", "Read events, ticket types")
