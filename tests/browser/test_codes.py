"""Codes from the organizer who makes them to the visitor who types one."""

import csv
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.support.browser.accessibility import check_accessibility
from tests.support.browser.shop import expect_tickets, online_event, pay_by_card
from tests.support.browser.site import Member, Site


def downloaded(page: Page, press: str, folder: Path) -> list[dict[str, str]]:
    """The rows of the table that this button or link hands out."""
    with page.expect_download() as download:
        page.get_by_text(press, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


def add_hidden_type(desk: Page, event_id: int) -> None:
    desk.goto(f"/manage/events/{event_id}/types")
    form = desk.get_by_role("region", name="Another ticket type")
    form.get_by_label("Name", exact=True).first.fill("Friends")
    form.get_by_label("Price in EUR", exact=True).fill("20")
    form.get_by_label("How many", exact=False).first.fill("10")
    form.get_by_label("Hidden: sold only with a code").check()
    form.get_by_role("button", name="Add the ticket type").click()
    expect(desk.locator(".type-card").filter(has_text="Friends")).to_contain_text("Hidden")


def make_code(desk: Page, event_id: int) -> None:
    desk.goto(f"/manage/codes/new?event={event_id}")
    desk.get_by_label("Code", exact=True).fill("friends26")
    desk.get_by_label("How much").fill("25")
    desk.get_by_label("For", exact=True).select_option(label="Hall of friends · Friends")
    desk.get_by_label("How often in all").fill("5")
    desk.get_by_role("button", name="Create the code").click()
    expect(desk.get_by_role("status")).to_contain_text("FRIENDS26")


def test_a_code_opens_a_hidden_type_and_many_are_made_at_once(
    site: Site, phone: Page, open_page: OpenPage, tmp_path: Path
) -> None:
    organizer: Member = site.person("organizer", name="Carla Codes")
    event = online_event(site, title="Hall of friends", organizer=organizer)
    desk = open_page("desktop", who=organizer)
    add_hidden_type(desk, event["id"])
    make_code(desk, event["id"])

    desk.goto("/manage/codes")
    desk.get_by_role("link", name="Many codes at once").click()
    desk.get_by_label("How many to make up").fill("3")
    desk.get_by_label("Beginning with").fill("press-")
    desk.get_by_label("How much").fill("100")
    made = [row["code"] for row in downloaded(desk, "Create the codes", tmp_path)]
    assert len(set(made)) == 3 and all(code.startswith("PRESS-") for code in made)
    # The page is still there after the download, and pressed again it hands out the same codes.
    assert [row["code"] for row in downloaded(desk, "Create the codes", tmp_path)] == made
    desk.goto("/manage/codes")
    expect(desk.get_by_role("row")).to_have_count(5)

    phone.goto(f"/events/{event['id']}")
    panel = phone.locator("#tickets")
    expect(panel).not_to_contain_text("Friends")
    panel.get_by_text("I have a code").click()
    code = panel.get_by_role("textbox", name="Code")
    code.fill("friend27")
    code.press("Enter")
    expect(phone.get_by_text("There is no such discount code.")).to_be_visible()
    check_accessibility(phone, within="with a wrong code")
    code.fill(" friends26 ")
    phone.get_by_role("button", name="Use this code").click()
    expect(panel).to_contain_text("is used for what you get here.")
    phone.get_by_label("Number of tickets: Friends").fill("2")
    phone.get_by_label("Number of tickets: General admission").fill("0")
    phone.locator("[data-get]").click()
    phone.wait_for_url("**/checkout/*")
    for words in ("2 \u00d7 Friends", "€40.00", "FRIENDS26", "€10.00"):
        expect(phone.get_by_role("main")).to_contain_text(words)
    phone.get_by_label("E-mail").fill("friend@example.com")
    phone.get_by_role("button", name="Pay €").click()
    pay_by_card(phone)
    expect_tickets(phone, 2)

    desk.reload()
    row = desk.get_by_role("row").filter(has_text="FRIENDS26")
    expect(row).to_contain_text("1 / 5")
    table = downloaded(desk, "Download as a table (CSV)", tmp_path)
    assert {row["code"]: row["used"] for row in table} == {"FRIENDS26": "1"} | dict.fromkeys(
        made, "0"
    )
