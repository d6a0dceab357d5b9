"""The way of an organizer through the sales, and of an administrator through the log."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.registry.sales import failed_refund, order, seller
from tests.support.browser.accessibility import check_accessibility
from tests.support.browser.site import Site
from tests.support.product import wait_until

LIVE = 15_000
"""The longest until a sale is seen, in milliseconds: the page reads anew every four seconds."""

MAIL = """
INSERT INTO mails (cause, kind, user_id, order_id, status, next_at, message_id, last_error)
VALUES ('browser', 'order_confirmed', $1, $2, 'refused', NULL, gen_random_uuid(),
    '550 No such mailbox')
"""


@pytest.fixture
def event(site: Site) -> Any:
    return site.event(seller(site), title="Watched", capacity=20)


def test_a_sale_appears_while_the_organizer_watches(desktop: Page, site: Site, event: Any) -> None:
    site.log_in(desktop, seller(site))
    desktop.goto(f"{site.address}/manage/events/{event['id']}/sales")
    sold = desktop.locator("#figures .figure").first
    expect(sold).to_contain_text("of 20")
    desktop.evaluate("window.isTheSamePage = true")
    desktop.get_by_text("The numbers as a table").click()
    buyer = site.person(name="Late <i>Buyer</i>")
    site.book(event["id"], 3, buyer)
    expect(sold.locator("strong")).to_have_text("3", timeout=LIVE)
    expect(desktop.locator("#latest")).to_contain_text("Late <i>Buyer</i>")
    # The table stays open, and what is under the finger stays where it is.
    expect(desktop.locator("#curve-numbers")).to_have_attribute("open", "")
    expect(desktop.locator("#curve-numbers tbody td").first).to_have_text("3")
    assert desktop.evaluate("window.isTheSamePage")
    check_accessibility(desktop, within="with the table open")


def test_a_failed_refund_is_recorded_as_paid_out_and_the_rest_is_sent_again(
    desktop: Page, site: Site
) -> None:
    site.log_in(desktop, seller(site))
    desktop.goto(f"{site.address}{failed_refund(site)}")
    owed = desktop.locator(".sum--total")
    expect(owed).to_contain_text("84.00")
    desktop.get_by_label("Amount in").fill("50.00")
    desktop.get_by_label("How").fill("In cash, at the door")
    desktop.get_by_role("button", name="Record as paid out").click()
    expect(owed).to_contain_text("34.00")
    desktop.get_by_role("button", name="34.00 again").click()
    expect(desktop.get_by_text("In place of a refund that failed")).to_be_visible()
    expect(desktop.locator("h1")).to_contain_text("Refund of order")
    check_accessibility(desktop, within="after a retry")


def test_a_hidden_page_asks_for_nothing(phone: Page, site: Site, event: Any) -> None:
    site.log_in(phone, seller(site))
    asked: list[str] = []
    phone.clock.install()
    phone.goto(f"{site.address}/manage/events/{event['id']}/sales")
    phone.on("request", lambda request: asked.append(request.url))
    hide = "Object.defineProperty(document, 'hidden', {value: %s, configurable: true});"
    changed = "document.dispatchEvent(new Event('visibilitychange'))"
    phone.evaluate(hide % "true" + changed)
    phone.clock.run_for(30_000)
    assert not [address for address in asked if "/live" in address]
    with phone.expect_request("**/sales/live*"):
        phone.evaluate(hide % "false" + changed)


def test_a_part_of_an_order_is_paid_back(desktop: Page, site: Site) -> None:
    placed = order(site)
    site.log_in(desktop, seller(site))
    desktop.goto(f"{site.address}/manage/orders?q={placed['reference']}")
    desktop.get_by_role("link", name=placed["reference"]).click()
    amount = desktop.get_by_label("Amount in")
    expect(desktop.get_by_text("cancels the order, and frees its tickets")).to_be_visible()
    amount.fill("20.00")
    expect(desktop.get_by_text("Pays back a part.")).to_be_visible()
    desktop.get_by_label("Reason").fill("Late start")
    amount.press("Enter")
    expect(desktop.get_by_role("status")).to_contain_text("20.00 goes back to the buyer.")
    expect(desktop.get_by_role("heading", level=1)).to_have_text(placed["reference"])
    read = site.get(f"/orders/{placed['id']}", seller(site))
    assert read["status"] == "confirmed"
    transactions = site.get(f"/transactions/order/{placed['id']}", seller(site))
    assert [(entry["kind"], entry["amount"]) for entry in transactions][-1] == ("refund", "20.00")


def test_a_guest_is_checked_in_by_hand_and_taken_back(
    phone_without_scripts: Page, site: Site, event: Any
) -> None:
    page = phone_without_scripts
    site.book(event["id"], 1, site.person(name="Gil Guest"))
    site.log_in(page, seller(site))
    page.goto(f"{site.address}/manage/events/{event['id']}/guests")
    page.get_by_label("Name, e-mail or booking").fill("gil")
    page.get_by_label("Name, e-mail or booking").press("Enter")
    guest = page.get_by_role("listitem").filter(has_text="Gil Guest")
    guest.get_by_role("button", name="Check in Gil Guest").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Checked in.")
    expect(guest).to_contain_text("checked in")
    expect(page.get_by_label("Name, e-mail or booking")).to_have_value("gil")
    guest.get_by_role("button", name="Take back Gil Guest").click()
    expect(guest).to_contain_text("expected")


def test_the_box_office_sells_without_scripts(
    phone_without_scripts: Page, site: Site, event: Any
) -> None:
    page = phone_without_scripts
    site.log_in(page, seller(site))
    page.goto(f"{site.address}/manage/events/{event['id']}/sales")
    page.get_by_text("Box office").click()
    page.get_by_label("Number of tickets").fill("2")
    page.get_by_label("Name of the buyer").fill("Walk In")
    page.get_by_label("E-mail of the buyer").fill("walk.in@test.example")
    page.get_by_role("button", name="Sell and confirm").click()
    expect(page.get_by_role("status")).to_contain_text("walk.in@test.example")
    assert site.get(f"/events/{event['id']}")["total_tickets_sold"] == 2


def test_the_log_has_what_an_edit_changed(desktop: Page, site: Site, event: Any) -> None:
    site.put(f"/events/{event['id']}", {"title": "Watched twice"}, seller(site))
    site.log_in(desktop, site.admin)
    desktop.goto(f"{site.address}/admin/audit")
    desktop.get_by_label("What changed").select_option("event")
    desktop.get_by_label("Its number").fill(str(event["id"]))
    desktop.get_by_role("button", name="Search").click()
    entry = desktop.get_by_role("listitem").filter(has_text="event.updated")
    expect(entry.locator("del")).to_have_text("Watched")
    expect(entry.locator("ins")).to_have_text("Watched twice")
    expect(entry).to_contain_text("Sabine Seller")


def test_a_deactivated_user_is_out_at_once(desktop: Page, open_page: OpenPage, site: Site) -> None:
    member = site.person("organizer", name="Gone Soon")
    theirs = open_page("phone")
    site.log_in(theirs, member)
    theirs.goto(f"{site.address}/manage")
    expect(theirs.get_by_role("heading", level=1)).to_have_text("Sales")
    site.log_in(desktop, site.admin)
    desktop.goto(f"{site.address}/admin/users?q={member.email}")
    desktop.get_by_role("link", name="Gone Soon").click()
    desktop.get_by_role("button", name="Deactivate the account").click()
    expect(desktop.get_by_role("status")).to_contain_text("all its sessions have ended")
    theirs.goto(f"{site.address}/manage")
    assert "/login" in theirs.url


def test_a_failed_mail_is_sent_again(desktop: Page, site: Site) -> None:
    placed = order(site)
    buyer = site.get(f"/orders/{placed['id']}", site.admin)["user_id"]
    site.execute(MAIL, buyer, placed["id"])
    site.log_in(desktop, site.admin)
    desktop.goto(f"{site.address}/admin/mails?status=refused")
    mail = desktop.get_by_role("listitem").filter(has_text="550 No such mailbox")
    mail.get_by_role("button", name="Send again").click()
    expect(desktop.get_by_role("status")).to_contain_text("sent again")

    def is_sent() -> bool:
        (row,) = site.execute("SELECT status::text FROM mails WHERE cause = 'browser'")
        return bool(row["status"] == "sent")

    wait_until(is_sent, 30, site.started)
