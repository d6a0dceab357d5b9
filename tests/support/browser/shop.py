"""Short ways to what a buyer's pages show."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.support.browser.site import Member, Site

FEES = {
    "service_fee_fixed": "1.20",
    "tax_rate": "7.00",
    "tax_inclusive": True,
    "payment": "online",
}
TWO_TYPES = [
    {"name": "Standard", "price": "25.00", "capacity": 60},
    {"name": "Balcony", "price": "39.00", "capacity": 3},
]


def online_event(site: Site, **fields: Any) -> Any:
    """An event that is paid online, with a fee and a tax."""
    return site.event(**{**FEES, **fields})


def type_ids(site: Site, event: Any) -> list[int]:
    return [row["id"] for row in site.get(f"/events/{event['id']}/ticket-types")]


def submit(page: Page, site: Site, path: str, **fields: str) -> None:
    """Send a form of ours as the browser of this page, and show where that leads."""
    answer = page.context.request.post(
        f"{site.address}{path}",
        form=dict(fields),
        headers={"Origin": site.address},
        max_redirects=0,
    )
    assert answer.status == 303, f"{answer.status}: {answer.text()}"
    page.goto(answer.headers["location"])


def hold(page: Page, site: Site, event: Any, quantity: int = 2) -> str:
    """Hold tickets of the event's first type; the reference of their order."""
    field = f"type_{type_ids(site, event)[0]}"
    submit(page, site, f"/events/{event['id']}/hold", **{field: str(quantity)})
    return page.url.rpartition("/")[2].partition("?")[0]


def order(site: Site, who: Member, event: Any, quantity: int = 2) -> Any:
    """An order of somebody with an account, which waits for its payment."""
    items = [{"ticket_type_id": type_ids(site, event)[0], "quantity": quantity}]
    return site.post("/orders", {"items": items}, who=who)


def pay_by_card(page: Page, number: str = "4242 4242 4242 4242") -> None:
    """Type a card on the provider's page, and pay with it."""
    page.wait_for_url("**/fake-payments/*")
    page.get_by_label("Card number").fill(number)
    page.get_by_role("button", name="Pay €").click()


def expect_tickets(page: Page, number: int) -> None:
    """The order's page shows so many tickets, as soon as the payment is known."""
    expect(page.locator("[data-state=done]")).to_be_visible(timeout=15_000)
    expect(page.locator("a.ticket-row")).to_have_count(number)
