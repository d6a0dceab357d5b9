"""The way of an early-bird price, of a price that visitors raise, and of tickets given away."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.registry.sales import seller
from tests.support.browser.accessibility import check_accessibility
from tests.support.browser.site import Site

LIVE = 15_000
"""The longest until a sale is seen, in milliseconds."""


def event_of(site: Site, title: str, **kind: Any) -> tuple[Any, Any]:
    """An event with one type, and that type."""
    kinds = [{"name": "Standard", "price": "30.00", **kind}]
    event = site.event(seller(site), title=title, price=None, capacity=30, ticket_types=kinds)
    (found,) = site.get(f"/events/{event['id']}/ticket-types")
    return event, found


def test_an_early_bird_price_is_made_seen_and_ends_before_ones_eyes(
    open_page: OpenPage, site: Site
) -> None:
    event, kind = event_of(site, "Early and late")
    page = open_page("phone", who=seller(site))
    page.goto(f"/manage/events/{event['id']}/types/{kind['id']}")
    page.get_by_text("Price tiers, such as").click()
    tier = page.get_by_role("group", name="Price tier 1")
    tier.get_by_label("Name").fill("Early bird")
    tier.get_by_label("Price").fill("20")
    tier.get_by_label("Up to ticket number").fill("2")
    check_accessibility(page, within="with the tiers open")
    page.get_by_role("button", name="Save the changes").click()
    expect(page.get_by_text("The changes are saved.")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("“Early bird” of 2 prices")

    visitor = open_page("phone")
    visitor.goto(f"/events/{event['id']}")
    panel = visitor.locator("#tickets")
    expect(panel).to_contain_text("Early bird")
    expect(panel).to_contain_text("2 left at this price")
    site.book(event["id"], 1)
    expect(panel).to_contain_text("1 left at this price", timeout=LIVE)
    site.book(event["id"], 1)
    panel.get_by_role("link", name="The price has changed").click(timeout=LIVE)
    expect(panel).not_to_contain_text("Early bird")
    expect(panel).to_contain_text("30.00")


def test_a_visitor_gives_what_they_like(phone: Page, site: Site) -> None:
    event, _ = event_of(site, "As you like", price="0.00", is_price_open=True)
    page = phone
    page.goto(f"{site.address}/events/{event['id']}")
    expect(page.locator("#tickets")).to_contain_text("As you like")
    check_accessibility(page, within="with an amount")
    page.get_by_label("You give for each").fill("7,50")
    page.get_by_label("Number of tickets: Standard").fill("2")
    page.get_by_role("button", name="Get 2 tickets").click()
    expect(page.get_by_role("main")).to_contain_text("15.00")


def test_tickets_are_given_away(phone: Page, site: Site) -> None:
    event, _ = event_of(site, "For the press")
    page = phone
    site.log_in(page, seller(site))
    page.goto(f"{site.address}/manage/events/{event['id']}/sales")
    page.get_by_text("Give tickets away").click()
    gift = page.locator("#complimentary")
    check_accessibility(page, within="with the form open")
    gift.get_by_label("How many").fill("2")
    gift.get_by_label("Name").fill("Rita Review")
    gift.get_by_label("E-mail").fill("rita@test.example")
    gift.get_by_label("Reason").fill("Review in the Gazette")
    gift.get_by_role("button", name="Give the tickets").click()
    expect(page.get_by_role("status")).to_contain_text("rita@test.example")
    expect(page.get_by_role("main")).to_contain_text("Review in the Gazette")
    (given,) = site.get(f"/events/{event['id']}/complimentary", seller(site))
    assert (given["total_amount"], given["complimentary_reason"]) == (
        "0.00",
        "Review in the Gazette",
    )
