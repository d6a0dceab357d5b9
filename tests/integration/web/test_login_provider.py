"""Log-in at an outside identity provider: whose word counts, and which return is refused."""

from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import httpx
import jwt
import pytest

from src.app import create_app
from tests.support.api import Api, MovableClock, Person
from tests.support.database import test_settings as settings_for
from tests.support.identity import ISSUER, new_rsa_key
from tests.support.web import Browser, assert_page, assert_redirects, new_browser
from tests.support.web_provider import AUTHORIZE, CLIENT_ID, WebProvider

BACK = "/login/provider/return"
REFUSED = "did not confirm this log-in"
NOT_HERE = "took too long, or was begun in another browser"


@pytest.fixture(scope="module")
def made_provider() -> WebProvider:
    return WebProvider()


@pytest.fixture
def provider(made_provider: WebProvider) -> WebProvider:
    made_provider.added, made_provider.token_of, made_provider.fault = {}, None, None
    return made_provider


@pytest.fixture
async def nina(
    api: Api, database_url: str, clock: MovableClock, provider: WebProvider
) -> AsyncIterator[Browser]:
    """A browser of a service where people log in at the provider."""
    overrides = {"clock": clock, "log_in_provider": provider.log_in_provider()}
    browser = new_browser(create_app(settings_for(database_url), overrides))
    async with browser.client:
        yield browser


@pytest.fixture
async def mallory(nina: Browser) -> AsyncIterator[Browser]:
    """Another browser of the same service."""
    transport = nina.client._transport
    async with httpx.AsyncClient(
        transport=transport, base_url=str(nina.client.base_url), headers=nina.client.headers
    ) as client:
        yield Browser(client, nina._container)


async def begin(browse: Browser, wanted: str = "/tickets") -> str:
    """The address at the provider."""
    response = await browse.get("/login/provider", params={"next": wanted})
    assert response.status_code == 303
    address: str = response.headers["location"]
    return address


async def come_back(browse: Browser, answer: dict[str, str]) -> httpx.Response:
    headers = {"Sec-Fetch-Site": "cross-site", "User-Agent": "Firefox/140.0 Windows"}
    return await browse.get(BACK, params=answer, headers=headers)


async def is_logged_in(browse: Browser) -> bool:
    return (await browse.get("/account")).status_code == 200


async def users(connection: asyncpg.Connection) -> list[tuple[Any, ...]]:
    rows = await connection.fetch(
        "SELECT external_issuer, external_id, name, email FROM users ORDER BY id"
    )
    return [tuple(row) for row in rows]


async def test_who_is_first_seen_gets_an_account_and_has_it_the_next_time(
    nina: Browser, provider: WebProvider, connection: asyncpg.Connection
) -> None:
    assert_page(await nina.get("/login"), "Log in with Example ID", "/login/provider?next=")
    provider.added = {"name": "Nina", "email": "Nina@Test.Example", "email_verified": True}
    for _ in range(2):
        answer = provider.agree(await begin(nina))
        assert_redirects(await come_back(nina, answer), "/tickets")
        assert_page(await nina.get("/account"), "Nina", "nina@test.example")
    assert await users(connection) == [(ISSUER, "subject-1", "Nina", "nina@test.example")]
    assert await connection.fetchval("SELECT count(*) FROM web_sessions") == 1
    assert await connection.fetchval("SELECT count(*) FROM provider_log_ins") == 0
    await nina.post("/logout")
    assert not await is_logged_in(nina)


async def test_the_first_claim_in_order_names_the_user(
    nina: Browser, provider: WebProvider, connection: asyncpg.Connection
) -> None:
    provider.added = {"custom:id": "custom-1"}
    await come_back(nina, provider.agree(await begin(nina)))
    assert [row[1] for row in await users(connection)] == ["custom-1"]


async def test_an_account_with_the_same_address_is_somebody_elses(
    nina: Browser, provider: WebProvider, api: Api, connection: asyncpg.Connection
) -> None:
    body = {"email": "nina@test.example", "password": "correct-horse", "name": "Owner"}
    await api.post("/auth/signup", None, body)
    provider.added = {"name": "Nina", "email": "nina@test.example", "email_verified": True}
    assert_redirects(await come_back(nina, provider.agree(await begin(nina))), "/tickets")
    account = await nina.get("/account")
    assert "Owner" not in account.text
    assert [row[3] for row in await users(connection)] == ["nina@test.example", None]


async def test_the_session_before_ends(
    nina: Browser, provider: WebProvider, mallory: Browser, buyer: Person
) -> None:
    await nina.log_in(buyer)
    planted = nina.session or ""
    await come_back(nina, provider.agree(await begin(nina)))
    assert nina.session != planted
    mallory.use_session(planted)
    assert not await is_logged_in(mallory)


async def test_a_code_works_once(nina: Browser, provider: WebProvider, mallory: Browser) -> None:
    answer = provider.agree(await begin(nina))
    await come_back(nina, answer)
    await nina.post("/logout")
    assert_page(await come_back(nina, answer), NOT_HERE, status=401)
    fresh = provider.agree(await begin(nina))
    replayed = {"code": answer["code"], "state": fresh["state"]}
    assert_page(await come_back(nina, replayed), REFUSED, status=422)
    assert not await is_logged_in(nina)


@pytest.mark.parametrize("state", ["", "wrong", "x" * 3000, "\0"])
async def test_a_wrong_state_is_refused(nina: Browser, provider: WebProvider, state: str) -> None:
    answer = provider.agree(await begin(nina))
    response = await come_back(nina, answer | {"state": state})
    assert response.status_code in (401, 422)
    assert NOT_HERE in response.text
    assert not await is_logged_in(nina)


async def test_nobody_finishes_what_another_browser_began(
    nina: Browser, provider: WebProvider, mallory: Browser
) -> None:
    answer = provider.agree(await begin(mallory))
    assert_page(await come_back(nina, answer), NOT_HERE, status=401)
    await begin(nina)
    assert_page(await come_back(nina, answer), NOT_HERE, status=422)
    assert not await is_logged_in(nina)
    assert_redirects(await come_back(mallory, answer), "/tickets")


async def test_a_log_in_has_ten_minutes(
    nina: Browser, provider: WebProvider, clock: MovableClock
) -> None:
    answer = provider.agree(await begin(nina))
    clock.move(minutes=11)
    assert_page(await come_back(nina, answer), NOT_HERE, status=422)
    assert await nina._container.jobs.clean_up().execute() == 1


@pytest.mark.parametrize(
    "change",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"nonce": 7},
        {"aud": "another-client"},
        {"aud": [CLIENT_ID, "another"]},
        {"aud": [CLIENT_ID, "another"], "azp": "another"},
        {"azp": "another"},
        {"iss": "https://elsewhere.example"},
        {"exp": 1},
        {"exp": None},
        {"iat": None},
        {"sub": None},
        {"sub": "a\0b"},
    ],
    ids=str,
)
async def test_a_token_that_is_not_of_this_log_in_is_refused(
    nina: Browser,
    provider: WebProvider,
    connection: asyncpg.Connection,
    change: dict[str, Any],
) -> None:
    provider.added = change
    answer = provider.agree(await begin(nina))
    assert_page(await come_back(nina, answer), REFUSED, status=422)
    assert not await is_logged_in(nina)
    assert await users(connection) == []


async def test_a_token_with_no_or_another_signature_is_refused(
    nina: Browser, provider: WebProvider
) -> None:
    forged: list[tuple[Any, str]] = [
        (None, "none"),
        ("x" * 40, "HS256"),
        (new_rsa_key(), "RS256"),
    ]
    for key, algorithm in forged:
        address = await begin(nina)
        nonce = httpx.URL(address).params["nonce"]
        claims = provider.claims(aud=CLIENT_ID, nonce=nonce)
        provider.token_of = jwt.encode(claims, key, algorithm, headers={"kid": "rsa"})
        assert_page(await come_back(nina, provider.agree(address)), REFUSED, status=422)
        assert not await is_logged_in(nina)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        ("access_denied", "You did not log in"),
        ("server_error", "cannot log you in at this moment"),
        ("login_required", "needs something from you first"),
        ("<script>alert(1)</script>", "did not log you in"),
    ],
)
async def test_an_error_of_the_provider_is_a_sentence(
    nina: Browser, provider: WebProvider, error: str, sentence: str
) -> None:
    state = provider.agree(await begin(nina))["state"]
    answer = {"error": error, "error_description": "<b>x</b>", "state": state}
    response = await come_back(nina, answer)
    assert_page(response, sentence, "/login/provider", status=401)
    assert "<script>alert" not in response.text
    assert "<b>x</b>" not in response.text


@pytest.mark.parametrize(
    "fault",
    [
        httpx.ConnectError("no"),
        httpx.ReadTimeout("slow"),
        httpx.Response(500),
        httpx.Response(200, text="<html>"),
        httpx.Response(200, content=b"[" * 300_000),
        httpx.Response(200, json=[]),
    ],
    ids=lambda fault: type(fault).__name__,
)
async def test_a_provider_that_is_down_is_a_sentence(
    nina: Browser, provider: WebProvider, fault: Any, connection: asyncpg.Connection
) -> None:
    provider.fault = fault
    response = await nina.get("/login/provider")
    assert_page(response, "does not answer at this moment", status=503)
    assert await connection.fetchval("SELECT count(*) FROM provider_log_ins") == 0
    provider.fault = None
    answer = provider.agree(await begin(nina))
    provider.fault = fault
    assert_page(await come_back(nina, answer), "does not answer at this moment", status=503)
    assert not await is_logged_in(nina)


@pytest.mark.parametrize(
    "answer",
    [
        {"issuer": "https://elsewhere.example"},
        {"issuer": ISSUER},
        {"issuer": ISSUER, "authorization_endpoint": "http://x", "token_endpoint": "https://x"},
        {"issuer": ISSUER, "authorization_endpoint": "javascript:1", "token_endpoint": "https://x"},
    ],
    ids=str,
)
async def test_a_discovery_of_another_issuer_is_not_believed(
    nina: Browser, provider: WebProvider, answer: dict[str, str]
) -> None:
    provider.fault = httpx.Response(200, json=answer)
    assert_page(await nina.get("/login/provider"), "does not answer", status=503)


async def test_endpoints_are_discovered_once(nina: Browser, provider: WebProvider) -> None:
    provider.asked.clear()
    for _ in range(3):
        assert (await begin(nina)).startswith(AUTHORIZE)
    assert len(provider.asked) == 1


async def test_a_client_with_a_secret_names_itself(
    api: Api, database_url: str, clock: MovableClock
) -> None:
    provider = WebProvider(client_secret="s3cret")
    overrides = {"clock": clock, "log_in_provider": provider.log_in_provider()}
    browser = new_browser(create_app(settings_for(database_url), overrides))
    async with browser.client:
        assert_redirects(await come_back(browser, provider.agree(await begin(browser))), "/tickets")


async def test_a_deactivated_account_hears_so(
    nina: Browser, provider: WebProvider, connection: asyncpg.Connection
) -> None:
    await come_back(nina, provider.agree(await begin(nina)))
    await connection.execute("UPDATE users SET is_active = false")
    response = await come_back(nina, provider.agree(await begin(nina)))
    assert_page(response, "This account is deactivated.", status=422)


async def test_without_a_provider_nothing_leads_to_one(browse: Browser) -> None:
    assert "/login/provider" not in (await browse.get("/login")).text
    assert_page(await browse.get("/login/provider"), "is not set up here", status=404)


async def test_no_password_is_asked_of_who_has_none(nina: Browser, provider: WebProvider) -> None:
    await come_back(nina, provider.agree(await begin(nina)))
    assert "/account/password" not in (await nina.get("/account")).text
    assert_page(await nina.get("/account/password"), "have no password here")
    refused = await nina.post(
        "/account/password", {"current_password": "x", "password": "battery-staple"}
    )
    assert_page(refused, "have no password here", status=422)
    assert_redirects(await nina.post("/account/delete", {"is_sure": "on"}), "/")
