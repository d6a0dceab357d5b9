"""One ticket of three goes back: given back by its buyer, then one paid back by the organizer."""

import re
from email.message import EmailMessage
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.support.browser.accessibility import check_accessibility
from tests.support.browser.shop import online_event, order
from tests.support.browser.site import Member, Site
from tests.support.product import wait_until

CODE = re.compile(r"TKT-\d{8}-\w{8}")


def paid_booking(site: Site, buyer: Member, event: Any) -> Any:
    """A booking of three tickets, paid by a card (78.60 with fees)."""
    placed = order(site, buyer, event, 3)
    begun = site.post("/transactions", {"order_id": placed["id"], "provider": "fake"}, who=buyer)
    path = begun["redirect_url"].removeprefix(site.address)
    card = {"card_number": "4242 4242 4242 4242", "action": "pay"}
    assert site.client.post(f"{site.address}{path}", data=card).status_code < 400
    status = f"/orders/{placed['id']}"
    wait_until(lambda: site.get(status, who=buyer)["status"] == "confirmed", 20, site.started)
    return site.get(status, who=buyer)["bookings"][0]


def set_terms(desk: Page, event_id: int) -> None:
    desk.goto(f"/manage/events/{event_id}/policy")
    desk.get_by_label("Buyers may give tickets back by themselves").check()
    desk.get_by_label("Until", exact=False).first.fill("7")
    desk.get_by_label("You keep, in percent of what was paid").fill("10")
    desk.get_by_role("button", name="Save the changes").click()
    expect(desk.get_by_role("status")).to_be_visible()


def words_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    text: str = body.get_content()
    return text


def test_a_buyer_gives_one_ticket_of_three_back_and_the_organizer_pays_one_back(
    site: Site, phone: Page, open_page: OpenPage
) -> None:
    organizer, buyer = site.person("organizer"), site.person(name="Rita Return")
    event = online_event(site, title="Seven days before", organizer=organizer)
    desk = open_page("desktop", who=organizer)
    set_terms(desk, event["id"])
    booking = paid_booking(site, buyer, event)
    first, second, third = (ticket["ticket_code"] for ticket in booking["tickets"])

    site.log_in(phone, buyer)
    phone.goto(f"/events/{event['id']}")
    expect(phone.get_by_role("main")).to_contain_text("Of what you paid, 10% are kept.")
    phone.goto(f"/bookings/{booking['id']}")
    phone.get_by_role("link", name="Give tickets back").click()
    phone.get_by_label(first).check()
    check_accessibility(phone, within="with a ticket chosen")
    phone.get_by_role("button", name="See what comes back").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Give this ticket back?")
    # 25.00 and a fee of 1.20: a tenth is kept.
    for words in ("€26.20", "The organizer keeps", "€2.62", "You get back", "€23.58"):
        expect(phone.get_by_role("main")).to_contain_text(words)
    phone.get_by_role("button", name="Give 1 ticket back").click()
    phone.wait_for_url(f"**/bookings/{booking['id']}")
    expect(phone.get_by_role("status")).to_contain_text("Given back.")
    for words in ("Cancelled", "€23.58"):
        expect(phone.get_by_role("main")).to_contain_text(words)
    refunded = site.wait_for_mail(buyer.email, "Your refund")
    assert "23.58 EUR" in words_of(refunded)
    assert CODE.findall(words_of(refunded)) == [first]
    phone.goto(f"/tickets/{first}")
    expect(phone.get_by_role("main")).to_contain_text("It admits nobody.")

    desk.goto(f"/manage/bookings/{booking['id']}")
    desk.locator("label").filter(has_text=second[-4:]).get_by_role("checkbox").check()
    desk.get_by_role("button", name="Cancel or pay back the chosen ones").click()
    # The organizer pays back in full, whatever the buyers' terms are.
    desk.get_by_label("Reason").fill("The seat is broken")
    check_accessibility(desk, within="before a ticket is paid back")
    desk.get_by_role("button", name="Pay back €26.20").click()
    desk.wait_for_url(f"**/manage/bookings/{booking['id']}")
    expect(desk.get_by_role("main")).to_contain_text("€26.20 paid back")
    wait_until(
        lambda: len([m for m in site.mails(buyer.email) if "refund" in str(m["Subject"])]) == 2,
        20,
        site.started,
    )
    said = words_of(site.mails(buyer.email)[-1])
    assert "26.20 EUR" in said and CODE.findall(said) == [second]

    now = site.get(f"/bookings/{booking['id']}", who=buyer)
    assert (now["status"], now["quantity"]) == ("confirmed", 1)
    valid = [ticket["ticket_code"] for ticket in now["tickets"] if ticket["status"] == "active"]
    assert valid == [third]
    door = site.get(f"/events/{event['id']}/door-list", who=organizer)
    assert len([entry for entry in door["entries"] if "active" in entry]) == 1
    phone.goto("/tickets")
    expect(phone.get_by_role("main")).to_contain_text("1 ticket")
