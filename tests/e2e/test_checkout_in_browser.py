"""The payment page in a real browser, by keyboard and at the width of a phone."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import PHONE, needs_browser, opened_browser
from tests.support.product import Started, log_in, wait_until

pytestmark = needs_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone's page, which must load all it names and run without an error."""
    page = browser.new_page(viewport=PHONE)
    page.set_default_timeout(15_000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(request.url))
    yield page
    page.close()
    assert not faults


@pytest.fixture
def client(running: Started) -> Iterator[httpx.Client]:
    """The admin's, at the API."""
    with httpx.Client(base_url=running.address, trust_env=False) as client:
        headers = log_in(client)
    with httpx.Client(
        base_url=f"{running.address}/api/v1", headers=headers, trust_env=False
    ) as client:
        yield client


def made(client: httpx.Client, path: str, body: dict[str, Any]) -> Any:
    response = client.post(path, json=body)
    assert response.status_code == 201, response.text
    return response.json()


@pytest.fixture
def payment(client: httpx.Client) -> Iterator[dict[str, Any]]:
    """A payment of an order of two tickets, which waits for its payer; its event goes again."""
    event = made(
        client,
        "/events",
        {"title": "In the browser", "date_time": "2036-07-01T20:00:00Z", "capacity": 10}
        | {"price": "1250.00", "currency": "EUR", "payment": "online", "status": "active"},
    )
    (kind,) = client.get(f"/events/{event['id']}/ticket-types").json()
    items = [{"ticket_type_id": kind["id"], "quantity": 2}]
    order = made(client, "/orders", {"items": items})
    assert order["status"] == "pending"
    yield made(client, "/transactions", {"order_id": order["id"]})
    assert client.put(f"/events/{event['id']}", json={"status": "cancelled"}).status_code == 200


def press(page: Page, name: str) -> None:
    """Reach the button with the Tab key alone, and press it with Enter."""
    wanted = page.get_by_role("button", name=name, exact=True)
    for _ in range(40):
        page.keyboard.press("Tab")
        if wanted.evaluate("button => button === document.activeElement"):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"The Tab key does not reach {name}.")


def order_of(client: httpx.Client, payment: dict[str, Any]) -> Any:
    return client.get(f"/orders/{payment['order_id']}").json()


def status_of(client: httpx.Client, payment: dict[str, Any]) -> Any:
    return client.get(f"/transactions/{payment['id']}").json()["status"]


def assert_fits_and_reads_well(page: Page) -> None:
    """Nothing to scroll sideways; one main landmark and heading; every field has its label."""
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    unnamed = (
        "fields => fields.filter(field => field.labels.length !== 1).map(field => field.outerHTML)"
    )
    assert page.locator("input:not([type=hidden])").evaluate_all(unnamed) == []
    assert page.locator("html").get_attribute("lang") == "en"


def test_order_is_confirmed_with_tickets_when_its_buyer_pays_by_keyboard(
    client: httpx.Client, payment: dict[str, Any], page: Page
) -> None:
    page.goto(payment["redirect_url"])
    expect(page.get_by_text("€2,500.00", exact=True)).to_be_visible()
    press(page, "Pay €2,500.00")
    page.wait_for_url("**/result")
    expect(page.get_by_role("heading", name="Paid", exact=True)).to_be_visible()
    expect(page.get_by_text("Pay by")).to_have_count(0)
    assert_fits_and_reads_well(page)
    wait_until(lambda: order_of(client, payment)["status"] == "confirmed", 10)
    (booking,) = order_of(client, payment)["bookings"]
    codes = {ticket["ticket_code"] for ticket in booking["tickets"]}
    assert len(codes) == 2 and all(code.startswith("TKT-") for code in codes)
    assert status_of(client, payment) == "success"


def test_order_has_no_tickets_when_its_buyer_declines(
    client: httpx.Client, payment: dict[str, Any], page: Page
) -> None:
    page.goto(payment["redirect_url"])
    press(page, "Decline")
    page.wait_for_url("**/result")
    expect(page.get_by_role("status")).to_contain_text("Nothing was charged.")
    assert_fits_and_reads_well(page)
    wait_until(lambda: status_of(client, payment) == "failed", 10)
    order = order_of(client, payment)
    assert order["status"] == "pending"
    assert [ticket["ticket_code"] for ticket in order["bookings"][0]["tickets"]] == [None, None]


def test_declined_card_can_be_followed_by_another(
    client: httpx.Client, payment: dict[str, Any], page: Page
) -> None:
    page.goto(payment["redirect_url"])
    page.get_by_label("Card number").fill("4000 0000 0000 0002")
    press(page, "Pay €2,500.00")
    page.wait_for_url("**/result")
    expect(page.get_by_role("status")).to_contain_text("The card was declined.")
    assert order_of(client, payment)["status"] == "pending"
    page.get_by_role("link", name="Try again").press("Enter")
    page.wait_for_url("**/fake-payments/*")
    page.get_by_label("Card number").press("Enter")
    page.wait_for_url("**/result")
    wait_until(lambda: order_of(client, payment)["status"] == "confirmed", 10)


def test_payment_page_fits_a_phone_and_has_labels_and_a_main_landmark(
    payment: dict[str, Any], page: Page
) -> None:
    page.goto(payment["redirect_url"])
    page.get_by_text("Test options").press("Enter")
    expect(page.get_by_label("Send the webhook twice")).to_be_visible()
    assert_fits_and_reads_well(page)


def test_unknown_card_is_reported_beside_its_field_which_has_the_focus(
    client: httpx.Client, payment: dict[str, Any], page: Page
) -> None:
    page.goto(payment["redirect_url"])
    field = page.get_by_label("Card number")
    field.fill("1234")
    press(page, "Pay €2,500.00")
    expect(page.get_by_role("alert")).to_contain_text("not a test card")
    expect(field).to_be_focused()
    assert_fits_and_reads_well(page)
    assert order_of(client, payment)["status"] == "pending"
