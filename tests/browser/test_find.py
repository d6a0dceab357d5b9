"""Somebody finds an event: in a hurry, on a phone, and while others buy."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.support.browser.faults import Faults
from tests.support.browser.site import Site

SHIFT = """() => new Promise(resolve => {
    let sum = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
    }).observe({type: "layout-shift", buffered: true});
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
})"""
PICTURES = "() => [...document.images].every(image => image.complete || image.loading === 'lazy')"
TRANSFERRED = """() => [
    ...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource"),
].filter(entry => !entry.name.includes("/pictures/")).map(entry => entry.transferSize)
    .reduce((sum, size) => sum + size, 0)"""
MAX_BYTES = 100_000
MAX_SHIFT = 0.1


def path_of(site: Site, title: str) -> str:
    # Other tests make copies of it.
    event = min(site.get("/events", params={"q": title}), key=lambda found: found["id"])
    return f"/events/{event['id']}"


def test_somebody_finds_an_event_by_typing(phone: Page) -> None:
    phone.goto("/")
    phone.get_by_role("searchbox").fill("hamlet")
    phone.get_by_role("button", name="Search").click()
    expect(phone).to_have_url("/events?q=hamlet", ignore_case=True)
    box = phone.get_by_role("searchbox")
    box.fill("metrop")
    expect(phone.get_by_role("heading", name="Midnight Movie: Metropolis")).to_be_visible()
    expect(phone.get_by_role("heading", name="Hamlet")).to_have_count(0)
    expect(phone).to_have_url("/events?q=metrop")
    expect(box).to_be_focused()
    phone.get_by_role("link", name="Midnight Movie: Metropolis").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Midnight Movie: Metropolis")


def test_filters_stand_in_the_address_and_come_back_with_it(desktop: Page) -> None:
    desktop.goto("/events")
    desktop.get_by_text("Filters and order").click()
    desktop.get_by_label("Kind").select_option("sport")
    expect(desktop.get_by_role("heading", name="City Derby")).to_be_visible()
    expect(desktop.get_by_role("heading", name="Hamlet")).to_have_count(0)
    expect(desktop).to_have_url("/events?kind=sport")
    desktop.reload()
    expect(desktop.get_by_label("Kind")).to_have_value("sport")
    expect(desktop.get_by_role("heading", name="Hamlet")).to_have_count(0)


def test_the_list_works_without_scripts(phone_without_scripts: Page) -> None:
    page = phone_without_scripts
    page.goto("/events")
    page.get_by_role("searchbox").fill("derby")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name="City Derby")).to_be_visible()
    page.get_by_role("link", name="City Derby").click()
    expect(page.get_by_role("spinbutton")).to_have_value("1")
    expect(page.get_by_role("button", name="Get tickets")).to_be_enabled()


def test_steppers_count_and_the_button_says_what_it_costs(phone: Page, site: Site) -> None:
    phone.goto(path_of(site, "Bangkok Rock Night"))
    button = phone.locator("[data-get]")
    expect(button).to_be_disabled()
    more = phone.get_by_role("button", name="One more: VIP")
    more.click()
    more.click()
    expect(button).to_contain_text("Get 2 tickets")
    expect(button).to_contain_text("9,000")
    phone.get_by_role("button", name="One less: VIP").click()
    expect(button).to_contain_text("Get 1 ticket")


def test_what_is_left_changes_while_others_buy(phone: Page, site: Site) -> None:
    event = site.event(title="Going Fast", capacity=12)
    phone.goto(f"/events/{event['id']}")
    left = phone.locator("[data-left]")
    expect(left).to_have_text("12 left")
    site.book(event["id"], 4)
    expect(left).to_have_text("Only 8 left")
    site.book(event["id"], 8)
    expect(left).to_have_text("Sold out")


def test_tickets_that_come_back_are_shown(phone: Page, site: Site) -> None:
    event = site.event(title="Full Hall", capacity=2)
    booking = site.book(event["id"], 2)
    phone.goto(f"/events/{event['id']}")
    back = phone.get_by_role("link", name="Tickets are back")
    expect(back).to_be_hidden()
    site.delete(f"/bookings/{booking['id']}", who=site.buyer)
    back.click()
    expect(phone.get_by_role("button", name="Get 1 ticket")).to_be_visible()


def test_the_page_opens_the_sale_by_the_servers_clock(open_page: OpenPage, site: Site) -> None:
    starts = datetime.now(UTC) + timedelta(seconds=4)
    event = site.event(title="Right Now", sales_start=starts.isoformat())
    phone = open_page("phone")
    # The visitor's clock is an hour late.
    phone.clock.install(time=datetime.now() - timedelta(hours=1))
    phone.goto(f"/events/{event['id']}")
    expect(phone.get_by_role("timer")).to_be_visible()
    expect(phone.locator('[data-part="hours"]')).to_have_text("0")
    expect(phone.get_by_role("button", name="Get 1 ticket")).to_be_visible(timeout=15_000)


def test_the_readers_time_is_shown_where_it_differs(desktop: Page, site: Site) -> None:
    """The reader is in Berlin, whose clock shows 03:00 when Vancouver's shows 19:00."""
    for zone, is_shown in (("America/Vancouver", True), ("Europe/Berlin", False)):
        event = site.event(title="Elsewhere", timezone=zone, date_time="2036-01-20T19:00:00")
        desktop.goto(f"/events/{event['id']}", wait_until="load")
        here = desktop.locator("[data-your-time]")
        expect(here).to_be_visible(visible=is_shown)
        if is_shown:
            expect(here).to_contain_text("03:00 where you are")


def test_a_link_is_copied_where_nothing_can_be_shared(desktop: Page, site: Site) -> None:
    desktop.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desktop.add_init_script("delete Navigator.prototype.share")
    desktop.goto(path_of(site, "Hamlet"))
    desktop.get_by_role("button", name="Share").click()
    expect(desktop.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert "/events/" in desktop.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("device", ["phone", "desktop"])
@pytest.mark.parametrize("title", [None, "Bangkok Rock Night"], ids=["home", "event"])
def test_a_page_is_light_and_stands_still(page: Page, site: Site, title: str | None) -> None:
    page.goto(path_of(site, title) if title else "/", wait_until="load")
    page.wait_for_function(PICTURES)
    assert 0 < page.evaluate(TRANSFERRED) < MAX_BYTES
    assert page.evaluate(SHIFT) < MAX_SHIFT


def test_a_list_that_cannot_be_fetched_is_opened(phone: Page, faults: Faults) -> None:
    faults.allow("net::ERR_FAILED")
    phone.goto("/events")

    def without_scripts(route: Route) -> None:
        is_fetch = route.request.resource_type == "fetch"
        route.abort() if is_fetch else route.continue_()

    phone.route("**/events?*", without_scripts)
    phone.get_by_role("searchbox").fill("hamlet")
    expect(phone).to_have_url("/events?q=hamlet")
    expect(phone.get_by_role("heading", name="Hamlet")).to_be_visible()
