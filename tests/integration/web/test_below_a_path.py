"""The service below a path: every address that it gives out has the path, once, and leads on."""

import json
import re
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from src.app import create_app
from src.domain.entities.user import Role
from tests.support.api import V1, Api, Person
from tests.support.carts import type_ids
from tests.support.database import test_settings as settings_for
from tests.support.passwords import quick_password_hasher
from tests.support.prefixes import (
    HOST,
    PREFIX,
    PUBLIC_URL,
    StrippingProxy,
    addresses_in,
    is_below,
)
from tests.support.shop import choose
from tests.support.web import Browser, assert_page, assert_redirects

JSON = {"Accept": "application/json"}
DIGITS = re.compile(r"\d+")


@pytest.fixture
def below(api: Api, database_url: str) -> FastAPI:
    """The application with a path in its PUBLIC_URL, on the database of `api`."""
    settings = settings_for(database_url, public_url=PUBLIC_URL)
    overrides = {"clock": api.clock, "password_hasher": quick_password_hasher()}
    return create_app(settings, overrides)


@pytest.fixture
async def browse(below: FastAPI) -> AsyncIterator[Browser]:
    """A browser behind a proxy that takes the path away; paths are below it."""
    transport = httpx.ASGITransport(app=StrippingProxy(below))
    headers = {"Accept": "text/html", "Accept-Language": "en"}
    async with httpx.AsyncClient(
        transport=transport, base_url=PUBLIC_URL, headers=headers
    ) as client:
        yield Browser(client, below.state.container)


async def log_in(browse: Browser, person: Person) -> None:
    await browse.log_in(person)
    secret = browse.client.cookies.get("session")
    browse.client.cookies.clear()
    assert secret is not None
    browse.client.cookies.set("__Secure-session", secret, domain="shop.example", path=PREFIX)


async def test_api_names_its_resources_as_clients_reach_them(
    api: Api, browse: Browser, organizer: Person
) -> None:
    await api.event(organizer)
    later = await api.event(organizer)
    listed = await browse.get(f"{V1}/events?limit=1", headers=JSON)
    address = listed.links["next"]["url"]
    assert address.startswith(f"{PREFIX}{V1}/events?")
    assert (await browse.client.get(HOST + address)).json()[0]["id"] == later["id"]
    body = {"name": "Old Vic"}
    created = await browse.client.post(f"{V1}/venues", json=body, headers=organizer.headers)
    assert created.headers["location"] == f"{PREFIX}{V1}/venues/{created.json()['id']}"


async def test_problems_name_their_page_and_themselves(browse: Browser) -> None:
    missing = await browse.get(f"{V1}/events/999999", headers=JSON)
    problem = missing.json()
    assert problem["type"] == f"{PREFIX}/errors/not_found"
    assert problem["instance"] == f"{PREFIX}{V1}/events/999999"
    page = await browse.client.get(HOST + problem["type"])
    assert addresses_in(page.text) == {f"{PREFIX}/errors", f"{PREFIX}/docs"}
    codes = addresses_in((await browse.get("/errors")).text)
    assert f"{PREFIX}/errors/not_found" in codes


async def test_document_and_its_pages_send_requests_below_the_path(browse: Browser) -> None:
    document = (await browse.get("/openapi.json")).json()
    assert document["servers"][0]["url"] == PUBLIC_URL
    flow = document["components"]["securitySchemes"]["bearer"]["flows"]["password"]
    assert flow["tokenUrl"] == f"{PREFIX}{V1}/auth/token"
    assert f"({PREFIX}/errors)" in document["info"]["description"]
    example = document["components"]["examples"]["not_found"]["value"]
    assert example["type"] == f"{PREFIX}/errors/not_found"
    for path in ("/docs", "/redoc"):
        page = await browse.get(path)
        # Relative: what is below the address of the page.
        for address in re.findall(r'(?:src|href|spec-url)="([^"]+)"', page.text):
            if not address.startswith("data:"):
                assert (await browse.get(f"/{address}")).status_code == 200, address


async def test_redirects_lead_below_the_path(api: Api, browse: Browser, organizer: Person) -> None:
    event = await api.event(organizer, title="Night of Strings")
    assert (await browse.get("/theatres")).headers["location"] == f"{PREFIX}/venues"
    response = await browse.get(f"/events/{event['id']}")
    assert response.headers["location"] == f"{PREFIX}/events/{event['id']}-night-of-strings"
    # The page of the name that the path has.
    assert_redirects(await browse.get("/tickets"), f"{PREFIX}/login?next=/tickets")


async def test_log_in_leads_back_to_the_page_and_its_cookies_are_sent_there_alone(
    api: Api, browse: Browser
) -> None:
    account = {"email": "nina@test.example", "password": "correct-horse"}
    await api.post("/auth/signup", None, {**account, "name": "Nina"})
    page = await browse.get("/login?next=/tickets")
    assert 'name="next" value="/tickets"' in page.text
    response = await browse.post("/login", {**account, "next": "/tickets"})
    assert_redirects(response, f"{PREFIX}/tickets")
    cookie = response.headers["set-cookie"]
    assert cookie.startswith("__Secure-session=")
    assert f"Path={PREFIX};" in cookie
    assert_page(await browse.client.get(HOST + response.headers["location"]), "My tickets")
    chosen = await browse.post("/language", {"language": "de", "next": "/events?kind=concert"})
    assert_redirects(chosen, f"{PREFIX}/events?kind=concert")


async def test_form_of_somebody_whose_session_has_ended_leads_back_to_its_page(
    browse: Browser,
) -> None:
    headers = {"Referer": f"{PUBLIC_URL}/account/preferences"}
    response = await browse.post("/account/preferences", headers=headers)
    assert_redirects(response, f"{PREFIX}/login?next=/account/preferences")


async def test_script_that_holds_seats_gets_the_address_to_go_to(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event = await api.event(organizer, payment="online")
    fields = {f"type_{(await type_ids(api, event))[0]}": "2"}
    response = await browse.post(f"/events/{event['id']}/hold", fields, headers=JSON)
    assert response.status_code == 201, response.text
    address = response.json()["location"]
    assert address.startswith(f"{PREFIX}/checkout/")
    assert (await browse.client.get(HOST + address)).status_code == 200


async def test_test_provider_is_reached_and_leads_back(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event = await api.event(organizer, payment="online")
    held = await choose(api, browse, event, 2)
    reference = held.headers["location"].rpartition("/")[2]
    page = await browse.get(f"/checkout/{reference}")
    keys = re.findall(r'name="key" value="([^"]+)"', page.text)
    fields = {"email": "ann@example.com", "name": "Ann", "provider": "fake", "key": keys[-1]}
    paying = await browse.post(f"/checkout/{reference}/pay", fields)
    address = paying.headers["location"]
    assert address.startswith(f"{PREFIX}/fake-payments/"), paying.text
    form = await browse.client.get(HOST + address)
    assert_page(form)
    fields = {"card_number": "4242424242424242", "action": "pay", "lose_it": "true"}
    card = re.search(r'name="card_number"[^>]*value="([^"]+)"', form.text)
    assert card is not None
    fields["card_number"] = card[1]
    paid = await browse.post(address.removeprefix(PREFIX), fields)
    assert_redirects(paid, f"{PREFIX}/orders/{reference}")


async def test_app_on_a_phone_is_that_of_the_path(browse: Browser) -> None:
    manifest = (await browse.get("/manifest.webmanifest")).json()
    named = [manifest[name] for name in ("id", "start_url", "scope")]
    assert named == [f"{PREFIX}/", f"{PREFIX}/tickets", f"{PREFIX}/"]
    shortcuts = [shortcut["url"] for shortcut in manifest["shortcuts"]]
    assert all(map(is_below, shortcuts))
    door = (await browse.get("/door/manifest.webmanifest")).json()
    assert {door[name] for name in ("id", "start_url", "scope")} == {f"{PREFIX}/door"}
    for icon in manifest["icons"] + door["icons"]:
        assert (await browse.client.get(HOST + icon["src"])).status_code == 200


async def test_workers_keep_what_is_below_the_path(browse: Browser) -> None:
    script = (await browse.get("/sw.js")).text
    shell = json.loads(script.partition("const SHELL = ")[2].partition(";\n")[0])
    imported = json.loads(script.partition("importScripts(")[2].partition(");")[0])
    door = await browse.get("/door/sw.js")
    assert door.headers["service-worker-allowed"] == f"{PREFIX}/door"
    files = json.loads(door.text.partition("const FILES = ")[2].partition(";\n")[0])
    for address in [imported, shell["offline"], *shell["files"], *files]:
        assert (await browse.client.get(HOST + address)).status_code == 200, address


async def test_search_engines_find_the_path(api: Api, browse: Browser, organizer: Person) -> None:
    await api.event(organizer, title="Night of Strings")
    robots = (await browse.get("/robots.txt")).text
    assert f"Disallow: {PREFIX}/manage\n" in robots
    assert f"Sitemap: {PUBLIC_URL}/sitemap.xml" in robots
    sitemap = (await browse.get("/sitemap.xml")).text
    places = re.findall("<loc>([^<]+)</loc>", sitemap)
    assert all(place.startswith(f"{PUBLIC_URL}/") for place in places)


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.SCANNER, Role.ADMIN])
async def test_every_address_of_every_page_that_leads_on_is_below_the_path(
    api: Api, browse: Browser, organizer: Person, buyer: Person, role: Role
) -> None:
    """Follow all links from the home page, one of each kind."""
    event = await api.event(organizer, title="Night of Strings")
    await api.event(organizer, payment="online")
    await api.book(buyer, event["id"], 2)
    await log_in(browse, buyer if role is Role.CUSTOMER else await api.person(role))
    waiting, seen, failed = [f"{PREFIX}/"], set[str](), []
    while waiting:
        address = waiting.pop(0)
        path, _, query = address.partition("#")[0].partition("?")
        kind = DIGITS.sub("0", path) + "?" + ",".join(re.findall(r"(\w+)=", query))
        if kind in seen or "/static/" in path:
            continue
        seen.add(kind)
        answer = await browse.client.get(f"{HOST}{address.partition('#')[0]}")
        # Forms are sent to an address that takes no GET; this one needs what is filled in.
        expected = 422 if path == f"{PREFIX}/admin/journal.csv" else 405
        if answer.status_code >= 400 and answer.status_code != expected:
            failed.append((answer.status_code, address))
        is_page = answer.headers.get("content-type", "").startswith("text/html")
        found = addresses_in(answer.text) if is_page else set()
        if "location" in answer.headers:
            found.add(answer.headers["location"])
        failed += [(0, f"{other} on {address}") for other in found if not is_below(other)]
        waiting += sorted(other for other in found if is_below(other))
    assert failed == []
    assert len(seen) > 15, seen
