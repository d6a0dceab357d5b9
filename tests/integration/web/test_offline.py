"""What makes an app of the pages: the worker, the manifest, and the page without a network."""

import json
import re

import pytest

from src.presentation.web.pages.offline import ICONS, SHELL
from src.presentation.web.static_files import FILES, VERSION, static
from tests.support.api import Api, Person
from tests.support.web import Browser, assert_page


async def test_the_worker_is_checked_each_time_and_names_what_it_keeps(browse: Browser) -> None:
    response = await browse.get("/sw.js")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"
    assert response.headers["cache-control"] == "no-cache"
    policy = response.headers["content-security-policy"]
    assert policy == "default-src 'none'; script-src 'self'; connect-src 'self'"
    shell = json.loads(response.text.partition("const SHELL = ")[2].partition(";\n")[0])
    assert shell["version"] == VERSION
    assert static("js/worker.js") in response.text
    for address in [*shell["files"], shell["offline"]]:
        assert (await browse.get(address)).status_code == 200


async def test_the_worker_keeps_every_file_of_the_pages_that_it_keeps(
    browse: Browser, api: Api, organizer: Person, buyer: Person
) -> None:
    booking = await api.book(buyer, (await api.event(organizer))["id"])
    await browse.log_in(buyer)
    named: set[str] = set()
    for path in ("/tickets", f"/tickets/{booking['tickets'][0]['ticket_code']}", "/offline"):
        page = await browse.get(path)
        named |= set(re.findall(r'(?:src|href)="/static/[^/]+/([^"]+)"', page.text))
    icons = {path for path, *_ in ICONS} | {"icons/app-180.png"}
    assert named - icons <= set(SHELL)
    imported = {
        name
        for path in SHELL
        if path.endswith(".js")
        for name in re.findall(r'from "\./([^"]+)"', FILES[path].body.decode())
    }
    assert {f"js/{name}" for name in imported} <= set(SHELL)


@pytest.mark.parametrize(("language", "word"), [("en", "My tickets"), ("de", "Meine Tickets")])
async def test_the_manifest_names_icons_that_are_there(
    browse: Browser, language: str, word: str
) -> None:
    response = await browse.get("/manifest.webmanifest", headers={"Accept-Language": language})
    assert response.headers["content-type"] == "application/manifest+json"
    manifest = response.json()
    assert (manifest["lang"], manifest["start_url"]) == (language, "/tickets")
    assert manifest["shortcuts"][0]["name"] == word
    for icon in manifest["icons"]:
        found = await browse.get(icon["src"])
        assert found.headers["content-type"].partition(";")[0] == icon["type"]
    assert {"any", "maskable"} == {icon["purpose"] for icon in manifest["icons"]}


async def test_every_page_names_the_manifest(browse: Browser) -> None:
    assert_page(await browse.get("/"), '<link rel="manifest" href="/manifest.webmanifest">')


async def test_the_page_without_a_network_leads_to_the_tickets(browse: Browser) -> None:
    assert_page(await browse.get("/offline"), "There is no network", 'href="/tickets"')
