"""A bank transfer from the checkout to the tickets: too little of it comes first."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.support.browser.shop import expect_tickets, hold, online_event
from tests.support.browser.site import Site
from tests.support.product import wait_until

ACCOUNT = "Alte Oper, IBAN DE02 1203 0000 0000 2020 51"
PAYER = "too-little@example.com"
SEEN = 20_000
"""How long a page may take to see what came: it asks ever less often, up to every 15 seconds."""


def note_received(desk: Page, amount: str) -> None:
    """The organizer notes what the bank's statement says."""
    desk.get_by_label("Received, in EUR").fill(amount)
    desk.get_by_role("button", name="The money is here").click()
    expect(desk.get_by_role("status")).to_have_text("The money is noted.")


def test_the_rest_of_a_transfer_that_is_too_small_is_asked_for_and_buys_the_tickets(
    site: Site, phone: Page, open_page: OpenPage
) -> None:
    terms = {"payment_days": 5, "payment_instructions": ACCOUNT}
    reference = hold(phone, site, online_event(site, title="Paid in two parts", **terms))
    phone.get_by_label("E-mail").fill(PAYER)
    phone.get_by_label("Bank transfer").check()
    phone.get_by_role("button", name="Pay €52.40").click()
    facts = phone.locator(".transfer")
    expect(facts).to_contain_text("€52.40")
    # Once some money is here, no mail says any more where to send all of it.
    wait_until(lambda: len(site.mails(PAYER)) == 1, 60, site.started)

    desk = open_page("desktop", who=site.organizer)
    desk.goto("/manage/orders")
    desk.get_by_label("Name, e-mail, reference or code").fill(PAYER)
    desk.get_by_role("button", name="Search").click()
    desk.get_by_role("link", name=reference).click()
    expect(desk.get_by_text(f"€52.40 with the reference {reference}.")).to_be_visible()
    expect(desk.get_by_label("Received, in EUR")).to_have_value("52.40")
    note_received(desk, "50.00")
    expect(desk.get_by_text("instead of €52.40")).to_be_visible()
    expect(desk.get_by_label("Received, in EUR")).to_have_value("2.40")

    # The buyer's page sees it by itself, and still says where to send the rest.
    expect(facts).to_contain_text("Still missing", timeout=SEEN)
    for words in ("€50.00", "€2.40", reference, ACCOUNT, "Here by"):
        expect(facts).to_contain_text(words)
    wait_until(lambda: len(site.mails(PAYER)) == 2, 60, site.started)
    mail = site.mails(PAYER)[-1]
    body = mail.get_body(("plain",))
    assert body is not None
    for words in ("2.40 EUR", reference, ACCOUNT):
        assert words in body.get_content()

    note_received(desk, "2.40")
    expect(phone.locator("[data-state=done]")).to_be_visible(timeout=SEEN)
    expect_tickets(phone, 2)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Paid. Your tickets are here.")
    expect(desk.get_by_label("Received, in EUR")).to_have_count(0)
