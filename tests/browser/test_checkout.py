"""A visitor's way from held tickets to paid ones, in a browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.support.browser.shop import (
    expect_tickets,
    hold,
    online_event,
    pay_by_card,
    submit,
    type_ids,
)
from tests.support.browser.site import Site

DECLINED = "4000 0000 0000 0002"
LINK = re.compile(r"http://[^/\s]+(/claim\?token=[\w.%-]+)")


def orders_of(site: Site, event_id: int) -> int:
    rows = site.execute("SELECT count(*) FROM bookings WHERE event_id = $1", event_id)
    return int(rows[0][0])


def test_a_guest_pays_by_card_sees_tickets_and_keeps_them_in_an_account(
    site: Site, phone: Page
) -> None:
    event = online_event(site, title="A guest buys")
    hold(phone, site, event)
    phone.get_by_label("E-mail").fill("guest-way@example.com")
    phone.get_by_label("Name").fill("Gerda Guest")
    phone.get_by_role("button", name="Pay €52.40").click()
    pay_by_card(phone)
    expect_tickets(phone, 2)
    mail = site.wait_for_mail("guest-way@example.com")
    body = mail.get_body(("plain",))
    assert body is not None
    found = LINK.search(body.get_content())
    assert found
    phone.goto(found[1])
    phone.get_by_label("Password").fill("seven-green-boats-5")
    phone.get_by_role("button", name="Make an account").click()
    phone.wait_for_url("**/tickets")
    rows = site.execute("SELECT is_guest FROM users WHERE email = $1", "guest-way@example.com")
    assert [row[0] for row in rows] == [False]


def test_a_declined_card_keeps_the_hold_and_another_pays(site: Site, desktop: Page) -> None:
    event = online_event(site, title="Declined first")
    reference = hold(desktop, site, event, 1)
    desktop.get_by_label("E-mail").fill("declined@example.com")
    desktop.get_by_label("E-mail").press("Enter")
    pay_by_card(desktop, DECLINED)
    expect(desktop.get_by_role("status")).to_contain_text("Nothing was charged.")
    desktop.get_by_role("link", name="Back to").click()
    expect(desktop.get_by_role("heading", level=1)).to_have_text("The card was not accepted")
    desktop.get_by_role("link", name="Try another card").click()
    pay_by_card(desktop)
    expect_tickets(desktop, 1)
    assert reference in desktop.url


def test_a_bank_transfer_says_where_and_until_when_and_is_given_up_for_a_card(
    site: Site, phone: Page
) -> None:
    account = "Alte Oper, IBAN DE02 1203 0000 0000 2020 51"
    terms = {"payment_days": 5, "payment_instructions": account}
    event = online_event(site, title="Transfer or card", **terms)
    reference = hold(phone, site, event, 1)
    phone.get_by_label("E-mail").fill("transfer-way@example.com")
    way = phone.get_by_label("Bank transfer")
    expect(phone.get_by_text("You have 5 days for it.")).to_be_visible()
    way.check()
    phone.get_by_role("button", name="Pay €26.20").click()
    phone.wait_for_url(f"**/orders/{reference}")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Waiting for your bank transfer")
    facts = phone.locator(".transfer")
    for words in ("€26.20", reference, account, "Here by"):
        expect(facts).to_contain_text(words)
    mail = site.wait_for_mail("transfer-way@example.com")
    body = mail.get_body(("plain",))
    assert body is not None
    assert account in body.get_content()
    phone.get_by_role("button", name="Pay another way").click()
    phone.wait_for_url(f"**/checkout/{reference}")
    phone.get_by_label("Test card").check()
    phone.get_by_role("button", name="Pay €26.20").click()
    pay_by_card(phone)
    expect_tickets(phone, 1)


def test_a_double_click_buys_once(site: Site, desktop: Page) -> None:
    event = site.event(title="Two clicks", payment="none")
    hold(desktop, site, event, 1)
    desktop.get_by_label("E-mail").fill("twice@example.com")
    desktop.get_by_role("button", name="Get tickets").dblclick()
    expect_tickets(desktop, 1)
    assert orders_of(site, event["id"]) == 1


def test_the_last_minute_is_announced_and_can_be_extended(site: Site, phone: Page) -> None:
    phone.clock.install()
    hold(phone, site, online_event(site, title="One minute"))
    more = phone.get_by_role("button", name="I need more time")
    expect(more).to_be_hidden()
    phone.get_by_label("E-mail").fill("late@example.com")
    phone.clock.run_for(9 * 60_000 + 2_000)
    expect(phone.get_by_text("One minute left for your tickets.")).to_have_count(1)
    more.click()
    expect(phone.get_by_text("You have more time now.")).to_be_visible()
    expect(phone.get_by_label("E-mail")).to_have_value("late@example.com")
    expect(more).to_have_count(0)


def test_a_ticket_is_sold_without_javascript(site: Site, phone_without_scripts: Page) -> None:
    page = phone_without_scripts
    event = online_event(
        site, title="No scripts", ticket_types=[{"name": "Seat", "price": "25.00"}]
    )
    field = f"type_{type_ids(site, event)[0]}"
    submit(page, site, "/cart", **{field: "1"})
    page.get_by_label("Number of tickets").fill("2")
    page.get_by_role("button", name="Update").click()
    page.get_by_role("button", name="Go to the checkout").click()
    page.get_by_label("E-mail").fill("plain@example.com")
    page.get_by_role("button", name="Pay €52.40").click()
    pay_by_card(page)
    page.wait_for_url("**/orders/*")
    expect_tickets_without_scripts(page)


def expect_tickets_without_scripts(page: Page) -> None:
    """The page reloads by itself; the test presses for it."""
    for _ in range(30):
        if page.locator("[data-state=done]").count():
            break
        page.wait_for_timeout(200)
        page.reload()
    expect(page.locator("a.ticket-row")).to_have_count(2)


def test_a_ticket_is_bought_by_keyboard_alone(site: Site, desktop: Page) -> None:
    hold(desktop, site, online_event(site, title="By keyboard"), 1)
    tab_to(desktop, desktop.get_by_label("E-mail"))
    desktop.keyboard.type("keys@example.com")
    tab_to(desktop, desktop.get_by_role("button", name="Pay €26.20"))
    desktop.keyboard.press("Enter")
    desktop.wait_for_url("**/fake-payments/*")
    tab_to(desktop, desktop.get_by_role("button", name="Pay €26.20"))
    desktop.keyboard.press("Enter")
    expect_tickets(desktop, 1)


def tab_to(page: Page, wanted: object) -> None:
    """Reach it with the Tab key alone."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):  # type: ignore[attr-defined]
            return
    raise AssertionError(f"The Tab key does not reach {wanted}.")


def test_plus_and_minus_change_the_cart(site: Site, phone: Page) -> None:
    event = online_event(site, title="In the cart")
    submit(phone, site, "/cart", **{f"type_{type_ids(site, event)[0]}": "1"})
    phone.get_by_role("button", name="One more").click()
    expect(phone.get_by_role("heading", name="2 tickets")).to_be_visible()
    phone.get_by_role("button", name="Remove").click()
    expect(phone.get_by_text("Your cart is empty")).to_be_visible()


@pytest.mark.parametrize("path", ["checkout", "orders"])
def test_another_persons_order_is_not_found(
    site: Site, phone: Page, open_page: OpenPage, path: str
) -> None:
    reference = hold(phone, site, online_event(site, title="Mine"), 1)
    stranger = open_page("phone", who=site.buyer)
    answer = stranger.goto(f"/{path}/{reference}")
    assert answer is not None and answer.status == 404
