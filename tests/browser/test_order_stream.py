"""The page of an order that waits turns by itself when its payment is known."""

from collections.abc import Callable

import httpx
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.support.browser.shop import online_event, order
from tests.support.browser.site import Site

CARD = "4242 4242 4242 4242"
DECLINED = "4000 0000 0000 0002"
WITHOUT_STREAMS = "delete window.EventSource;"


def waiting(site: Site, page: Page) -> Callable[[str], None]:
    """Show the page of an order whose payment is under way; what pays it elsewhere."""
    placed = order(site, site.buyer, online_event(site), 1)
    payment = site.post("/transactions", {"order_id": placed["id"]}, who=site.buyer)
    site.log_in(page, site.buyer)
    page.goto(f"/orders/{placed['reference']}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Waiting for your payment")

    def pay(card: str = CARD) -> None:
        form = {"card_number": card, "action": "pay"}
        answer = httpx.post(payment["redirect_url"], data=form, trust_env=False)
        assert answer.status_code in (200, 303), answer.text

    return pay


def requests_of(page: Page) -> list[str]:
    """The last parts of the paths that the page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    return asked


def expect_done(page: Page) -> None:
    expect(page.locator("[data-state=done]")).to_be_visible(timeout=20_000)


def test_page_is_sent_of_a_declined_card_and_of_the_next_one_and_asks_nothing(
    site: Site, phone: Page
) -> None:
    asked = requests_of(phone)
    pay = waiting(site, phone)
    pay(DECLINED)
    heading = phone.get_by_role("heading", level=1)
    expect(heading).to_have_text("The card was not accepted")
    # Longer than it takes a page that hears nothing to ask.
    phone.wait_for_timeout(6_000)
    pay(CARD)
    expect_done(phone)
    assert "state" not in asked
    assert asked.count("events") == 2, "one for each page that waits"


def test_page_in_a_browser_without_streams_asks(site: Site, open_page: OpenPage) -> None:
    page = open_page("phone")
    page.add_init_script(WITHOUT_STREAMS)
    asked = requests_of(page)
    waiting(site, page)(CARD)
    expect_done(page)
    assert "events" not in asked


def test_page_whose_stream_is_held_back_asks(site: Site, phone: Page) -> None:
    def hold_back(route: Route) -> None:
        headers = {"Content-Type": "text/event-stream"}
        route.fulfill(status=200, headers=headers, body=": ping\n\n")

    phone.route("**/orders/*/events", hold_back)
    waiting(site, phone)(CARD)
    expect_done(phone)


def test_page_that_is_not_finished_turns_when_it_is_paid_elsewhere(
    site: Site, desktop: Page
) -> None:
    placed = order(site, site.buyer, online_event(site), 1)
    site.log_in(desktop, site.buyer)
    with desktop.expect_response(f"**/orders/{placed['reference']}/events"):
        desktop.goto(f"/orders/{placed['reference']}")
    heading = desktop.get_by_role("heading", level=1)
    expect(heading).to_have_text("Not finished yet")
    site.post("/transactions", {"order_id": placed["id"]}, who=site.buyer)
    expect(heading).to_have_text("Waiting for your payment")
    site.post(f"/orders/{placed['id']}/cancel", who=site.buyer)
    expect(heading).to_have_text("Cancelled")
