"""The number of tickets left goes on by itself after the server behind nginx was started anew."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.seat_halls import theatre
from tests.support.browser.faults import Faults
from tests.support.browser.pages import BrowserPages
from tests.support.browser.site import Site, running_site, serve
from tests.support.product import Started, free_port, wait_until
from tests.support.proxies import NGINX_AT_ROOT, running_proxy

AWAY_MS = 6000
PATIENCE_MS = 90_000
EXAMPLE_SAYS_IT = "error_page 502 504 = $ticketing_away;"
WATCH = """address => {
    window.states = [];
    window.source = new EventSource(address);
    source.addEventListener("availability", event => states.push(JSON.parse(event.data)));
    source.addEventListener("unavailable", () => states.push("unavailable"));
}"""

UNTIL_LEFT = """async ([left, milliseconds]) => {
    const end = Date.now() + milliseconds;
    while (!states.some(state => state.tickets_available === left)) {
        if (Date.now() > end) throw new Error(JSON.stringify(states));
        await new Promise(resolve => setTimeout(resolve, 100));
    }
}"""


@dataclass
class Proxied:
    """A site behind nginx, whose server can be stopped and started."""

    site: Site
    settings: dict[str, str]
    started: Started

    def stop(self) -> None:
        self.started.stop(signal.SIGTERM)

    def start(self) -> None:
        self.started = serve(
            self.site.data_dir, self.site.database_url, self.started.port, self.settings
        )
        self.started.wait_until_ready()

    def status(self) -> int:
        answer = httpx.get(f"{self.site.address}/health", verify=False, trust_env=False)
        return answer.status_code


@contextmanager
def behind_nginx(
    postgres_url: str, template: str, folder: Path, *, without: str = ""
) -> Iterator[Proxied]:
    port = free_port()
    address = NGINX_AT_ROOT.public_url(port)
    settings = {"PUBLIC_URL": address, "TRUSTED_PROXIES": "127.0.0.1"}
    with running_site(postgres_url, template, folder, settings) as site:
        proxied = Proxied(site, settings, site.started)
        upstream = site.started.port
        with running_proxy(
            NGINX_AT_ROOT, folder / "proxy", port=port, upstream=upstream, without=without
        ):
            site.is_reached_at(address)
            try:
                yield proxied
            finally:
                proxied.started.kill()


@pytest.fixture(scope="module", autouse=True)
def _needs_nginx() -> None:
    if NGINX_AT_ROOT.left_out:
        pytest.skip(NGINX_AT_ROOT.left_out)


@pytest.fixture
def pages(browser: Browser, proxied: Proxied, faults: Faults) -> Iterator[BrowserPages]:
    pages = BrowserPages(browser, proxied.site, faults)
    yield pages
    pages.close()


@pytest.fixture
def proxied(
    request: pytest.FixtureRequest, postgres_url: str, sample_template: str, tmp_path: Path
) -> Iterator[Proxied]:
    without: str = getattr(request, "param", "")
    with behind_nginx(postgres_url, sample_template, tmp_path / "site", without=without) as proxied:
        yield proxied


def restart(proxied: Proxied, page: Page, status: int) -> None:
    """Stop the server, look at the page for a while, and start it."""
    proxied.stop()
    wait_until(lambda: proxied.status() == status, 20)
    page.wait_for_timeout(AWAY_MS)
    proxied.start()


@pytest.mark.parametrize("proxied", [EXAMPLE_SAYS_IT], indirect=True, ids=["502"])
def test_page_goes_on_after_the_502_of_a_proxy(
    pages: BrowserPages, proxied: Proxied, faults: Faults
) -> None:
    """Such an answer closes an EventSource for good: the page makes another."""
    # Each try while the server is away is in the console.
    faults.allow(r"answer 50[23]: GET .*/(stream|seats\.json)")
    site = proxied.site
    event = site.event(capacity=20)
    page = pages.open("desktop", ignore_https_errors=True)
    page.goto(f"/events/{event['id']}")
    left = page.locator("[data-left]").first
    site.book(event["id"], 11)
    expect(left).to_have_text("Only 9 left")
    restart(proxied, page, 502)
    site.book(event["id"], 4)
    expect(left).to_have_text("Only 5 left", timeout=PATIENCE_MS)


@pytest.mark.parametrize("proxied", [EXAMPLE_SAYS_IT], indirect=True, ids=["502"])
def test_hall_goes_on_after_the_502_of_a_proxy(
    pages: BrowserPages, proxied: Proxied, faults: Faults
) -> None:
    faults.allow(r"answer 50[23]: GET .*/(stream|seats\.json)")
    hall = theatre(proxied.site)
    page = pages.open("desktop", ignore_https_errors=True)
    with page.expect_response(is_open_stream):
        page.goto(f"/events/{hall.event_id}/seats")
    restart(proxied, page, 502)
    with page.expect_response(is_open_stream, timeout=PATIENCE_MS):
        pass


def is_open_stream(response: Response) -> bool:
    return response.url.endswith("/availability/stream") and response.ok


def test_plain_event_source_goes_on_behind_the_example(
    pages: BrowserPages, proxied: Proxied, faults: Faults
) -> None:
    """nginx answers with a stream that is over: the browser comes back without a script."""
    faults.allow(r"answer 50[23]: GET .*/(stream|seats\.json)")
    site = proxied.site
    event = site.event(capacity=20)
    page = pages.open("desktop", ignore_https_errors=True)
    page.goto("/venues")
    page.evaluate(WATCH, f"/api/v1/events/{event['id']}/availability/stream")
    page.evaluate(UNTIL_LEFT, [20, PATIENCE_MS])
    restart(proxied, page, 503)
    site.book(event["id"], 4)
    page.evaluate(UNTIL_LEFT, [16, PATIENCE_MS])
    assert "unavailable" in page.evaluate("states")
