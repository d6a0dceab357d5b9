"""The API's documentation in a real browser that reaches this server and no other host."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, ViewportSize, expect

from tests.support.browsing import DESKTOP, PHONE, needs_browser, opened_browser
from tests.support.product import ADMIN, Started

# Not 127.0.0.1: Swagger UI asks less of other hosts when it finds itself on a developer's machine.
HOST = "tickets.example"
PATIENCE = 30_000
"""Milliseconds that a busy machine may take to draw a page of so many operations."""

ONLY_THIS_HOST = f"--host-resolver-rules=MAP {HOST} 127.0.0.1, MAP * ~NOTFOUND"

pytestmark = needs_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser(ONLY_THIS_HOST) as browser:
        yield browser


@pytest.fixture
def address(running: Started) -> str:
    return f"http://{HOST}:{running.port}"


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page that must run without an error, load all it names, and ask this server alone."""
    viewport: ViewportSize = request.param
    page = browser.new_page(viewport=viewport)
    page.set_default_timeout(PATIENCE)
    faults: list[str] = []
    asked: set[str] = set()

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda failed: faults.append(failed.url))
    page.on("request", lambda sent: asked.add(sent.url.removeprefix("blob:")))
    yield page
    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert faults == []
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(address).netloc}
    assert width <= viewport["width"]


def authorize(page: Page) -> None:
    """Log in by the dialog of the button Authorize."""
    page.get_by_role("button", name="Authorize", exact=True).click()
    dialog = page.locator(".dialog-ux")
    dialog.get_by_label("username").fill(ADMIN["email"])
    dialog.get_by_label("password").fill(ADMIN["password"])
    dialog.get_by_role("button", name="Apply given OAuth2 credentials").click()
    expect(dialog).to_contain_text("Authorized")
    dialog.get_by_role("button", name="Close", exact=True).first.click()
    expect(dialog).to_have_count(0)


def opened(page: Page, tag: str, operation_id: str) -> Locator:
    """An operation, after its section was opened."""
    page.locator(f"#operations-tag-{tag} button").click()
    return page.locator(f"#operations-{tag}-{operation_id}")


def test_operation_is_executed_as_the_user_who_logged_in(page: Page, address: str) -> None:
    page.goto(f"{address}/docs")
    authorize(page)
    operation = opened(page, "Auth", "get_me")
    operation.locator(".opblock-summary-control").click()
    operation.get_by_role("button", name="Try it out").click()
    operation.get_by_role("button", name="Execute").click()
    answer = operation.locator(".live-responses-table")
    expect(answer.locator(".response-col_status").last).to_contain_text("200")
    expect(answer).to_contain_text(ADMIN["email"])


def test_operation_that_needs_no_log_in_is_executed_with_a_parameter(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/docs")
    operation = opened(page, "Events", "list_events")
    operation.locator(".opblock-summary-control").click()
    operation.get_by_role("button", name="Try it out").click()
    operation.locator("tr[data-param-name=limit] input").fill("1")
    operation.get_by_role("button", name="Execute").click()
    expect(operation.locator(".request-url")).to_contain_text(f"{address}/api/v1/events?")
    expect(operation.locator(".live-responses-table")).to_contain_text("tickets_available")


def test_reference_is_shown_and_searched(page: Page, address: str) -> None:
    page.goto(f"{address}/redoc")
    heading = page.get_by_role("heading", level=1, name="Event ticketing")
    expect(heading).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("/api/v1/events/{event_id}/availability").first).to_be_attached()
    if page.viewport_size == DESKTOP:
        # It searches in a worker, which the page's policy has to allow.
        page.get_by_role("textbox", name="Search").fill("discount")
        found = page.get_by_role("menuitem").filter(has_text="discount").first
        expect(found).to_be_visible(timeout=PATIENCE)
