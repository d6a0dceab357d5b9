"""A T-shirt beside the ticket: offered, bought, on the order, and not at the door."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.support.browser.shop import expect_tickets, online_event, pay_by_card
from tests.support.browser.site import Member, Site

TWO = "2 \u00d7 T-shirt"


@pytest.fixture
def organizer(site: Site) -> Member:
    return site.person("organizer")


def test_a_t_shirt_is_sold_with_a_ticket_and_handed_out(
    open_page: OpenPage, site: Site, organizer: Member, phone: Page
) -> None:
    event = online_event(site, title="Shirts and songs", organizer=organizer)
    desk = open_page("desktop", who=organizer)
    desk.goto(f"/manage/events/{event['id']}/types")
    form = desk.get_by_role("region", name="Something that goes with tickets")
    form.get_by_label("Name").fill("T-shirt")
    form.get_by_label("Price in EUR").fill("20")
    form.get_by_label("How many").fill("30")
    form.get_by_role("button", name="Add the add-on").click()
    expect(desk.get_by_text("The add-on is added.")).to_be_visible()
    expect(desk.get_by_role("heading", name="Add-ons")).to_be_visible()

    phone.goto(f"/events/{event['id']}")
    shirts = phone.get_by_label("How many: T-shirt")
    shirts.fill("2")
    phone.get_by_label("Number of tickets").first.fill("0")
    expect(phone.locator("[data-get]")).to_contain_text("Add to your ticket")
    phone.get_by_label("Number of tickets").first.fill("1")
    expect(phone.locator("[data-get]")).to_contain_text("Get 1 ticket")
    phone.locator("[data-get]").click()
    phone.wait_for_url("**/checkout/*")
    expect(phone.get_by_text(TWO).first).to_be_visible()
    phone.get_by_label("E-mail").fill("shirts@example.com")
    phone.get_by_label("Name").fill("Tina Shirt")
    phone.get_by_role("button", name="Pay €").click()
    pay_by_card(phone)
    expect_tickets(phone, 1)
    expect(phone.get_by_text("Also yours")).to_be_visible()
    expect(phone.locator(".add-ons")).to_contain_text(TWO)
    mail = site.wait_for_mail("shirts@example.com")
    body = mail.get_body(("plain",))
    assert body is not None and f"Also yours: {TWO}" in body.get_content()
    phone.goto("/tickets")
    expect(phone.locator(".add-ons")).to_contain_text(TWO)

    desk.goto(f"/manage/events/{event['id']}/add-ons")
    row = desk.get_by_role("row", name="Tina Shirt")
    expect(row).to_contain_text("T-shirt")
    expect(row).to_contain_text("2")
    door_list = site.get(f"/events/{event['id']}/door-list", who=organizer)
    assert len(door_list["entries"]) == 1
    desk.goto(f"/manage/events/{event['id']}/guests")
    expect(desk.locator(".guest")).to_have_count(1)


def test_a_t_shirt_alone_is_refused_in_words(site: Site, phone: Page, organizer: Member) -> None:
    event = online_event(site, title="No ticket, no shirt", organizer=organizer)
    body = {"name": "T-shirt", "admits": False, "price": "20.00", "capacity": 30}
    site.post(f"/events/{event['id']}/ticket-types", body, who=organizer)
    phone.goto(f"/events/{event['id']}")
    phone.get_by_label("Number of tickets").first.fill("0")
    phone.get_by_label("How many: T-shirt").fill("1")
    phone.locator("[data-get]").click()
    expect(phone.get_by_text("choose a ticket too")).to_be_visible()
