"""A real OpenID provider (npm oidc-provider): people log in with it, programs have its tokens."""

import asyncio
import base64
import hashlib
import re
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import asyncpg
import httpx
import jwt
import pytest

from src.app import create_app
from tests.support.api import V1, Api, MovableClock
from tests.support.database import test_settings as settings_for
from tests.support.node import node_modules
from tests.support.web import ADDRESS, Browser, assert_redirects, new_browser

FOLDER = Path(__file__).with_name("oidc")
BACK = f"{ADDRESS}/login/provider/return"
AUDIENCE = "https://tickets.test.example/api"
FORM = re.compile(r'<form[^>]* action="([^"]+)"')
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


@pytest.fixture(scope="module")
async def issuer() -> AsyncIterator[str]:
    """The address of a running provider."""
    process = await asyncio.create_subprocess_exec(
        *("node", FOLDER / "provider.mjs", node_modules(FOLDER), BACK),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert process.stdout is not None
    async with asyncio.timeout(30):
        line = await process.stdout.readline()
    yield line.decode().strip()
    process.terminate()
    await process.wait()


@pytest.fixture
async def browse(
    api: Api, database_url: str, clock: MovableClock, issuer: str
) -> AsyncIterator[Browser]:
    """A browser of a service that trusts the provider by its settings alone."""
    settings = settings_for(
        database_url,
        identity_issuer=issuer,
        identity_audience=AUDIENCE,
        identity_jwks_url=f"{issuer}/jwks",
        identity_client_id="ticket-shop",
        identity_name="Example ID",
    )
    browser = new_browser(create_app(settings, {"clock": clock}))
    async with browser.client:
        yield browser


async def log_in_there(address: str, name: str) -> dict[str, str]:
    """Log in at the provider and agree, as a person does on its pages; what we get back."""
    async with httpx.AsyncClient() as client:
        response = await client.get(address)
        for _ in range(12):
            location = response.headers.get("location")
            if location is not None and location.startswith(BACK):
                query = parse_qs(urlsplit(location).query)
                return {key: values[0] for key, values in query.items()}
            if location is not None:
                response = await client.get(urljoin(str(response.url), location))
                continue
            action = FORM.search(response.text)
            assert action, response.text
            fields = dict(HIDDEN.findall(response.text))
            if fields["prompt"] == "login":
                fields |= {"login": name, "password": "any"}
            response = await client.post(urljoin(str(response.url), action[1]), data=fields)
    raise AssertionError("The provider goes round in circles.")


async def access_token(issuer: str, name: str, audience: str = AUDIENCE) -> str:
    """What a program of this person gets for our API."""
    verifier = secrets.token_urlsafe(48)
    digest = hashlib.sha256(verifier.encode()).digest()
    asked = {
        "client_id": "phone-app",
        "response_type": "code",
        "redirect_uri": BACK,
        "scope": "openid",
        "resource": audience,
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
        "code_challenge_method": "S256",
    }
    returned = await log_in_there(f"{issuer}/auth?{urlencode(asked)}", name)
    form = {
        "client_id": "phone-app",
        "grant_type": "authorization_code",
        "code": returned["code"],
        "redirect_uri": BACK,
        "code_verifier": verifier,
        "resource": audience,
    }
    async with httpx.AsyncClient() as client:
        response = await client.post(f"{issuer}/token", data=form)
    assert response.status_code == 200, response.text
    token: str = response.json()["access_token"]
    return token


async def me(browse: Browser, token: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
    return await browse.client.get(f"{V1}/auth/me", headers=headers)


async def users(connection: asyncpg.Connection) -> list[dict[str, Any]]:
    rows = await connection.fetch("SELECT external_issuer, external_id, name, email FROM users")
    return [dict(row) for row in rows]


async def test_person_logs_in_on_the_pages_with_code_and_pkce(
    browse: Browser, issuer: str, connection: asyncpg.Connection
) -> None:
    begun = await browse.get("/login/provider", params={"next": "/tickets"})
    returned = await log_in_there(begun.headers["location"], "nina")
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert_redirects(await browse.get(BACK, params=returned, headers=headers), "/tickets")
    assert (await browse.get("/account")).status_code == 200
    (user,) = await users(connection)
    assert (user["external_issuer"], user["external_id"]) == (issuer, "nina")


async def test_access_token_is_accepted_and_means_the_person_who_logs_in(
    browse: Browser, issuer: str, connection: asyncpg.Connection
) -> None:
    token = await access_token(issuer, "nina")
    header = jwt.get_unverified_header(token)
    assert (header["typ"], header["alg"]) == ("at+jwt", "ES384")
    response = await me(browse, token)
    assert response.status_code == 200, response.text
    begun = await browse.get("/login/provider")
    await browse.get(BACK, params=await log_in_there(begun.headers["location"], "nina"))
    (user,) = await users(connection)
    assert user["external_id"] == "nina"


async def test_access_token_for_another_service_is_refused(browse: Browser, issuer: str) -> None:
    token = await access_token(issuer, "nina", "https://other.test.example/api")
    assert (await me(browse, token)).status_code == 401
