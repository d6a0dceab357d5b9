"""Every absolute address is made from PUBLIC_URL, whatever host a request names."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from src.app import _warn_unless_addressed, create_app
from src.container.identity import log_in_provider
from src.infrastructure.security.openid_connect import LOG_IN_RETURN
from tests.support.api import V1, Api, Person
from tests.support.carts import type_ids
from tests.support.database import test_settings as settings_for
from tests.support.logs import captured_logs
from tests.support.mails import Post
from tests.support.paths import ROOT
from tests.support.prefixes import PUBLIC_URL
from tests.support.settings import URL

INSIDE = "http://inside.example:8000"
OURS = re.compile(r"https?://(?:inside\.example|127\.0\.0\.1|localhost|shop\.example)[^\s\"'<>]*")
OF_REQUEST = re.compile(
    r"request\.(?:base_url|url_for)|str\(request\.url\)|url\.(?:hostname|netloc)"
)


@pytest.fixture
def shop(api: Api, database_url: str) -> FastAPI:
    settings = settings_for(database_url, public_url=PUBLIC_URL)
    return create_app(settings, {"clock": api.clock})


@pytest.fixture
async def inside(shop: FastAPI) -> AsyncIterator[Api]:
    """The API as the proxy asks for it: at another host, without the path."""
    transport = httpx.ASGITransport(app=shop)
    async with httpx.AsyncClient(transport=transport, base_url=INSIDE) as client:
        yield Api(client, shop.state.container, shop.state.container.adapters.clock())


def assert_public(text: str, *, some: bool = True) -> None:
    """Each address of ours in the text begins with PUBLIC_URL; there is one if `some`."""
    found = OURS.findall(text)
    assert found or not some, text
    assert [address for address in found if not _is_public(address)] == []


def _is_public(address: str) -> bool:
    return address == PUBLIC_URL or address.startswith(f"{PUBLIC_URL}/")


@pytest.mark.parametrize(
    "path", ["/", "/events", "/movies", "/venues", "/robots.txt", "/sitemap.xml"]
)
async def test_pages_for_everybody(inside: Api, organizer: Person, path: str) -> None:
    await inside.event(organizer)
    await inside.event(organizer, kind="movie")
    answer = await inside.client.get(path, headers={"Accept": "text/html"})
    assert_public(answer.text, some=path not in ("/", "/events", "/movies", "/venues"))


async def test_page_of_an_event_and_that_of_its_organizer(inside: Api, organizer: Person) -> None:
    event = await inside.event(organizer, title="Gala")
    page = await inside.client.get(f"/events/{event['id']}-gala")
    assert_public(page.text)
    assert f'href="{PUBLIC_URL}/events/{event["id"]}-gala"' in page.text


async def test_mails_of_all_occasions(
    api: Api, inside: Api, organizer: Person, buyer: Person
) -> None:
    post = Post(inside.container)
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"], 2)
    code = booking["tickets"][0]["ticket_code"]
    await api.post(f"/tickets/{code}/transfer", buyer, {"email": "friend@test.example"})
    account = {"email": "nina@test.example", "password": "correct-horse", "name": "Nina"}
    await api.post("/auth/signup", None, account)
    await api.post("/auth/forgot-password", None, {"email": account["email"]})
    sent = await post.deliver()
    texts = [part for mail in sent for part in (mail.rendered.text, mail.rendered.html)]
    assert len(sent) >= 3
    for text in texts:
        assert_public(text, some=False)
    assert any(PUBLIC_URL in text for text in texts)


async def test_calendars(inside: Api, organizer: Person, buyer: Person) -> None:
    event = await inside.event(organizer)
    booking = await inside.book(buyer, event["id"])
    code = booking["tickets"][0]["ticket_code"]
    feed = (await inside.post("/auth/calendar-feed", buyer)).json()["url"]
    assert feed.startswith(f"{PUBLIC_URL}{V1}/calendar/")
    for answer in (
        await inside.get(f"/events/{event['id']}/calendar.ics"),
        await inside.get(f"/tickets/{code}.ics", buyer),
        await inside.client.get(feed.removeprefix(PUBLIC_URL)),
    ):
        assert answer.status_code == 200
        assert_public(answer.text.replace("\r\n ", ""))


async def test_payments(inside: Api, organizer: Person, buyer: Person) -> None:
    event = await inside.event(organizer, payment="online")
    body = {"items": [{"ticket_type_id": (await type_ids(inside, event))[0], "quantity": 1}]}
    order = (await inside.post("/orders", buyer, body)).json()
    payment = await inside.post(
        "/transactions", buyer, {"order_id": order["id"], "provider": "fake"}
    )
    assert payment.json()["redirect_url"].startswith(f"{PUBLIC_URL}/fake-payments/"), payment.text


def test_return_from_the_identity_provider() -> None:
    provider = "https://login.example"
    settings = settings_for(
        URL,
        public_url=PUBLIC_URL,
        identity_issuer=provider,
        identity_audience="shop",
        identity_jwks_url=f"{provider}/keys",
        identity_client_id="shop",
    )
    client = vars(log_in_provider(settings))["_settings"]
    assert client.redirect_uri == f"{PUBLIC_URL}{LOG_IN_RETURN}"


def test_no_code_makes_an_address_from_a_request() -> None:
    found = [
        path.name
        for path in sorted((ROOT / "src" / "presentation").rglob("*.py"))
        if OF_REQUEST.search(path.read_text())
    ]
    assert found == []


def test_start_without_a_public_address_behind_a_proxy_is_noted_in_the_log() -> None:
    for changes, noted in (
        ({}, 0),
        ({"trusted_proxies": ("10.0.0.1",)}, 1),
        ({"trusted_proxies": ("10.0.0.1",), "public_url": PUBLIC_URL}, 0),
    ):
        with captured_logs() as logs:
            _warn_unless_addressed(settings_for(URL, **changes))
        assert [entry["event"] for entry in logs.entries] == ["no_public_url"] * noted
