"""The pages below a path, behind nginx with the example of docker/nginx."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.pages import PAGES
from tests.support.browser.faults import Faults
from tests.support.browser.pages import BrowserPages
from tests.support.browser.shown import Shown
from tests.support.browser.site import Member, Site, running_site
from tests.support.product import free_port
from tests.support.proxies import NGINX_BELOW, running_proxy

PREFIX = NGINX_BELOW.prefix
ADDRESSES = """() => [...document.querySelectorAll("*")].flatMap(element =>
    [...element.attributes].flatMap(({name, value}) =>
        name === "srcset" ? value.split(", ") :
        /^(href|src|action|formaction|data-.*)$/.test(name) ? [value] :
        name === "content" && value.includes(";url=") ? [value.split(";url=")[1]] : []))
    .filter(value => /^\\/(?!\\/)/.test(value))"""
"""The addresses of our pages in the document."""

KEPT = """async path => {
    const kept = async () => (await caches.match(path, {ignoreVary: true})) !== undefined;
    while (!await kept()) await new Promise(requestAnimationFrame);
}"""


# One of each kind, and those with scripts of their own; tests/integration/web/test_below_a_path.py
# follows the links of all others.
NAMES = {
    *("login", "account", "account-data", "cart", "checkout", "order-waiting", "fake-payment"),
    *("door-choice", "door", "door-found", "home", "events", "venue", "event", "event-seated"),
    *("manage", "manage-new-event", "manage-event-sales", "manage-guests", "manage-order"),
    *("manage-venue", "manage-section", "admin", "admin-audit", "seats", "seats-chosen"),
    *("tickets", "ticket", "ticket-large", "booking", "offer-open", "offline", "dev-mail"),
}
SHOWN = [shown for shown in PAGES if shown.name in NAMES]
assert len(SHOWN) == len(NAMES), NAMES - {shown.name for shown in SHOWN}


@pytest.fixture(scope="module", autouse=True)
def _needs_nginx() -> None:
    if NGINX_BELOW.left_out:
        pytest.skip(NGINX_BELOW.left_out)


@pytest.fixture(scope="module")
def browser_options() -> tuple[str, ...]:
    # A service worker is not installed over a certificate that the browser does not know.
    return ("--ignore-certificate-errors",)


@pytest.fixture(scope="module")
def site(
    postgres_url: str, sample_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """A site at https://127.0.0.1:…/tickets."""
    folder: Path = tmp_path_factory.mktemp("below")
    port = free_port()
    address = NGINX_BELOW.public_url(port)
    settings = {"PUBLIC_URL": address, "TRUSTED_PROXIES": "127.0.0.1"}
    with running_site(postgres_url, sample_template, folder, settings) as site:
        proxied = folder / "proxy"
        with running_proxy(NGINX_BELOW, proxied, port=port, upstream=site.started.port):
            site.is_reached_at(address)
            yield site


@pytest.fixture
def pages(browser: Browser, site: Site, faults: Faults) -> Iterator[BrowserPages]:
    pages = BrowserPages(browser, site, faults)
    yield pages
    pages.close()


def opened(pages: BrowserPages, site: Site, path: str, who: Member | str | None = None) -> Page:
    page = pages.open("desktop", who=who, ignore_https_errors=True)
    page.goto(site.address + path)
    return page


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.name)
def test_every_address_of_pages_and_their_scripts_is_below_the_path(
    pages: BrowserPages, site: Site, shown: Shown
) -> None:
    """What the page names, and what it and its scripts ask for. The rest of the host is no page."""
    path = shown.path(site)
    page = pages.open("desktop", who=shown.visitor(site), ignore_https_errors=True)
    asked: list[str] = []

    def note(request: Request) -> None:
        if request.url.startswith(site.origin):
            asked.append(urlsplit(request.url).path)

    page.on("request", note)
    answer = page.goto(site.address + path)
    assert answer is not None
    assert answer.status == shown.status
    if shown.act is not None:
        shown.act(page)
    page.wait_for_load_state()
    named: list[str] = page.evaluate(ADDRESSES)
    assert named
    wrong = {address for address in named + asked if not address.startswith(f"{PREFIX}/")}
    assert wrong == set()
    # Added twice it would be that of a ticket.
    twice = {
        address for address in named + asked if address.startswith(f"{PREFIX}{PREFIX}{PREFIX}")
    }
    assert twice == set()


def test_somebody_logs_in_and_comes_back_in_their_language(pages: BrowserPages, site: Site) -> None:
    member = site.person()
    page = opened(pages, site, "/tickets/past")
    page.locator("input[name=email]").fill(member.email)
    page.locator("input[name=password]").fill(member.password)
    page.locator("main form[action$='/login'] [type=submit]").click()
    page.wait_for_url(f"{site.address}/tickets/past")
    page.get_by_role("button", name="Deutsch").click()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    page.wait_for_url(f"{site.address}/tickets/past")
    assert {cookie["path"] for cookie in page.context.cookies()} == {PREFIX}


def test_tickets_are_kept_for_reading_without_a_network(
    pages: BrowserPages, site: Site, faults: Faults
) -> None:
    member = site.person()
    booking = site.book(site.event(title="Without a network")["id"], who=member)
    path = f"/tickets/{booking['tickets'][0]['ticket_code']}"
    page = opened(pages, site, "/tickets", member)
    page.evaluate(KEPT, f"{PREFIX}{path}")
    scope = page.evaluate("async () => (await navigator.serviceWorker.ready).scope")
    assert scope == f"{site.address}/"
    faults.allow("ERR_INTERNET_DISCONNECTED")
    page.context.set_offline(True)
    page.goto(site.address + path)
    expect(page.get_by_text("There is no network. This page is of:")).to_be_visible()
    page.goto(f"{site.address}/events")
    expect(page.get_by_role("heading", name="There is no network")).to_be_visible()


def test_door_opens_without_a_network(pages: BrowserPages, site: Site, faults: Faults) -> None:
    event = site.event(title="Door below a path")
    page = opened(pages, site, f"/door/{event['id']}", site.organizer)
    page.evaluate(KEPT, f"{PREFIX}/door/{event['id']}")
    page.evaluate("navigator.serviceWorker.ready")
    faults.allow("ERR_INTERNET_DISCONNECTED")
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="Door below a path")).to_be_visible()


def test_seats_are_held_by_a_script_and_paid_at_the_test_provider(
    pages: BrowserPages, site: Site
) -> None:
    event = site.event(title="Paid below a path", payment="online")
    page = opened(pages, site, f"/events/{event['id']}")
    page.locator("input[name^=type_]").first.fill("2")
    page.locator("[data-get]").first.click()
    page.wait_for_url(f"{site.address}/checkout/*")
    page.locator("input[type=email]").fill("ann@example.com")
    page.get_by_role("main").locator("form[action$='/pay'] [type=submit]").click()
    page.wait_for_url(f"{site.address}/fake-payments/*")
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_url(f"{site.address}/orders/*")
