"""A scanner at a door: codes, names and photos, with a network, without one, and back again."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage, SiteWith
from tests.support.browser.accessibility import check_accessibility
from tests.support.browser.door import OVER_THE_PAGE, SiteDoor, open_site_door, photo_of
from tests.support.browser.faults import Faults
from tests.support.browser.fitting import check_fits
from tests.support.browser.site import Site
from tests.support.product import wait_until

NO_NETWORK = "ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED"
STALE_ZONES = """const Format = Intl.DateTimeFormat;
Intl.DateTimeFormat = function (locale, options) {
    const isThere = options?.timeZone === "America/Vancouver";
    return new Format(locale, isThere ? {...options, timeZone: "America/Halifax"} : options);
};"""
"""A browser that has old data of Vancouver, where clocks no longer change."""


@pytest.fixture
def door(site: Site) -> SiteDoor:
    return open_site_door(site)


@pytest.fixture
def page(open_page: OpenPage, door: SiteDoor) -> Page:
    """The phone of the door's scanner, which does not show the door yet."""
    return open_page("phone", who=door.scanner)


def open_door(page: Page, door: SiteDoor) -> None:
    """Show the door, until the list of tickets is on the device."""
    page.goto(door.path)
    expect(page.locator("#state")).to_contain_text("List of")


def scan(page: Page, code: str) -> Locator:
    """Type a code as a handheld scanner does; the answer over the screen."""
    field = page.get_by_label("Code of the ticket")
    expect(field).to_be_focused()
    page.keyboard.insert_text(code)
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def word(page: Page) -> Locator:
    return page.locator("#verdict-word")


def go_offline(page: Page, faults: Faults) -> None:
    faults.allow(NO_NETWORK)
    page.context.set_offline(True)
    expect(page.locator("#state")).to_contain_text("No network")


def test_ticket_is_let_in_once_by_keyboard_alone(page: Page, door: SiteDoor, site: Site) -> None:
    ticket = door.ticket()
    open_door(page, door)
    answer = scan(page, ticket["ticket_code"])
    expect(word(page)).to_have_text("Let in")
    expect(answer).to_contain_text(site.buyer.name)
    expect(answer).to_have_class(re.compile("verdict--good"))
    check_accessibility(page, OVER_THE_PAGE)
    page.keyboard.press("Enter")
    expect(answer).to_be_hidden()
    expect(page.locator("#count")).to_have_text("1 of 1 are in")
    scan(page, door.token(ticket))
    expect(word(page)).to_have_text("Stop")
    expect(answer).to_contain_text("Already used")
    expect(answer).to_contain_text(re.compile(r"Used at \d\d:\d\d"))
    expect(answer).to_have_class(re.compile("verdict--bad"))
    check_accessibility(page, OVER_THE_PAGE)
    check_fits(page)
    page.keyboard.press("Escape")
    expect(page.get_by_label("Code of the ticket")).to_be_focused()


def test_times_are_those_of_the_venue_by_the_services_time_zones(
    open_page: OpenPage, site: Site
) -> None:
    door = open_site_door(site, timezone="America/Vancouver")
    page = open_page("phone", who=door.scanner)
    page.add_init_script(STALE_ZONES)
    ticket = door.ticket()
    door.check_in_elsewhere(ticket, gate="South")
    used_at = site.get(f"/tickets/{ticket['ticket_code']}", door.scanner)["used_at"]
    local = datetime.fromisoformat(used_at).astimezone(ZoneInfo("America/Vancouver"))
    open_door(page, door)
    expect(scan(page, ticket["ticket_code"])).to_contain_text(f"Used at {local:%H:%M}")


def test_gate_is_chosen_before_the_first_scan_and_remembered(
    page: Page, door: SiteDoor, site: Site
) -> None:
    gates = {"gates": [{"name": "North"}, {"name": "South"}]}
    site.put(f"/events/{door.event['id']}/gates", gates, who=site.organizer)
    ticket = door.ticket()
    open_door(page, door)
    page.keyboard.insert_text(ticket["ticket_code"])
    page.keyboard.press("Enter")
    expect(page.get_by_label("Gate")).to_be_focused()
    expect(page.get_by_text("Choose your gate first.")).to_be_visible()
    page.get_by_label("Gate").select_option("South")
    open_door(page, door)
    expect(page.get_by_label("Gate")).to_have_value("South")
    scan(page, ticket["ticket_code"])
    expect(word(page)).to_have_text("Let in")
    page.keyboard.press("Enter")
    answer = scan(page, ticket["ticket_code"])
    expect(answer).to_contain_text("South")


def test_name_is_found_while_it_is_typed_and_let_in(page: Page, door: SiteDoor, site: Site) -> None:
    ticket = door.ticket(site.member("emma@example.com"))
    door.ticket()
    open_door(page, door)
    page.get_by_label("Part of a name").press_sequentially("lindq")
    row = page.locator("#found li")
    expect(row).to_have_count(1)
    row.get_by_role("button").click()
    expect(page.get_by_role("dialog")).to_contain_text("Emma Lindqvist")
    expect(word(page)).to_have_text("Let in")
    assert door.status(ticket) == "used"
    page.keyboard.press("Enter")
    expect(row).to_contain_text("Used at")


def test_photo_of_a_ticket_is_read_by_the_service(page: Page, door: SiteDoor) -> None:
    token = door.token(door.ticket())
    open_door(page, door)
    photo = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo_of(token)}
    page.get_by_label("Photo of the code").set_input_files(photo)  # type: ignore[arg-type]
    expect(word(page)).to_have_text("Let in")


def test_scans_without_a_network_are_merged_and_a_conflict_stays_until_it_is_seen(
    page: Page, door: SiteDoor, site: Site, faults: Faults
) -> None:
    shared, own = door.ticket(), door.ticket(site.member("emma@example.com"))
    open_door(page, door)
    go_offline(page, faults)
    # Meanwhile somebody comes in at another gate with the same ticket.
    door.check_in_elsewhere(shared, "South")
    answer = scan(page, door.token(shared))
    expect(word(page)).to_have_text("Let in")
    expect(answer).to_contain_text("Decided on this device, without a network.")
    page.keyboard.press("Enter")
    scan(page, door.token(own))
    page.keyboard.press("Enter")
    scan(page, door.token(own))
    expect(word(page)).to_have_text("Stop")
    page.keyboard.press("Enter")
    expect(page.locator("#state")).to_contain_text("2 scans are waiting to be sent")
    assert door.status(own) == "active"
    page.context.set_offline(False)
    expect(page.locator("#state")).to_contain_text("Connected")
    expect(page.locator("#state")).not_to_contain_text("waiting")
    wait_until(lambda: door.status(own) == "used", 5)
    conflict = page.locator("#conflicts-list li")
    expect(conflict).to_contain_text(site.buyer.name)
    expect(conflict).to_contain_text(re.compile(r"Used at \d\d:\d\d, South"))
    check_accessibility(page, OVER_THE_PAGE)
    open_door(page, door)
    conflict.get_by_role("button", name="Seen").click()
    expect(page.locator("#conflicts")).to_be_hidden()
    open_door(page, door)
    expect(page.locator("#conflicts")).to_be_hidden()


def test_device_alone_refuses_what_it_cannot_prove(
    page: Page, door: SiteDoor, site: Site, faults: Faults
) -> None:
    ticket = door.ticket()
    other = open_site_door(site)
    token, elsewhere = door.token(ticket), other.token(other.ticket())
    open_door(page, door)
    go_offline(page, faults)
    letter = "A" if token[40] != "A" else "B"
    for shown, heading in (
        (token[:40] + letter + token[41:], "Not one of ours"),
        (elsewhere, "Another event"),
        ("TKT-20261120-AAAAAAAA", "Not on the list"),
    ):
        answer = scan(page, shown)
        expect(word(page)).to_have_text("Stop")
        expect(answer).to_contain_text(heading)
        page.keyboard.press("Enter")
    # Of a code only the end is known: the doorman compares the name.
    answer = scan(page, ticket["ticket_code"])
    expect(word(page)).to_have_text("Look closely")
    expect(answer).to_contain_text(site.buyer.name)
    check_accessibility(page, OVER_THE_PAGE)
    answer.get_by_role("button", name="Let in").click()
    expect(word(page)).to_have_text("Let in")


def test_scans_are_kept_when_the_session_has_ended_until_somebody_logs_in(
    page: Page, door: SiteDoor, site: Site
) -> None:
    ticket = door.ticket()
    open_door(page, door)
    site.execute("DELETE FROM web_sessions WHERE user_id = $1", door.scanner.id)
    site.forget_sessions()
    answer = scan(page, door.token(ticket))
    expect(word(page)).to_have_text("Let in")
    expect(answer).to_contain_text("Decided on this device")
    page.keyboard.press("Enter")
    expect(page.locator("#ended")).to_be_visible()
    assert door.status(ticket) == "active"
    page.locator("#ended").get_by_role("link", name="Log in").click()
    page.get_by_label("E-mail").fill(door.scanner.email)
    page.get_by_label("Password").fill(door.scanner.password)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"**{door.path}")
    wait_until(lambda: door.status(ticket) == "used", 10)


def test_door_works_without_scripts(open_page: OpenPage, door: SiteDoor, site: Site) -> None:
    ticket = door.ticket()
    page = open_page("phone", who=door.scanner, javascript=False)
    page.goto("/door")
    page.get_by_role("link", name="Rock night").click()
    page.get_by_label("Part of a name").fill("jaidee")
    page.get_by_role("button", name="Find").click()
    expect(page.locator("#found")).to_contain_text(site.buyer.name)
    page.get_by_label("Code of the ticket").fill(ticket["ticket_code"])
    page.get_by_role("button", name="Check in", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Let in")
    page.get_by_role("link", name="Next ticket").click()
    expect(page.get_by_text("1 of 1 are in")).to_be_visible()


def test_page_opens_and_decides_when_the_service_is_gone(
    open_page: OpenPage, site_with: SiteWith, faults: Faults
) -> None:
    """The server itself is ended: what answers then is the service worker."""
    own = site_with()
    door = open_site_door(own)
    ticket = door.ticket()
    page = open_page("phone")
    own.log_in(page, door.scanner)
    page.goto(f"{own.address}{door.path}")
    expect(page.locator("#state")).to_contain_text("List of")
    kept = "async path => Boolean(await caches.match(path, {ignoreVary: true}))"
    wait_until(lambda: bool(page.evaluate(kept, door.path)), 10)
    own.started.kill()
    faults.allow(NO_NETWORK)
    page.reload()
    expect(page.locator("#state")).to_contain_text("No network")
    expect(page.locator("#count")).to_have_text("0 of 1 are in")
    scan(page, door.token(ticket))
    expect(word(page)).to_have_text("Let in")
    page.reload()
    expect(page.locator("#state")).to_contain_text("1 scan is waiting to be sent")
    scan(page, door.token(ticket))
    expect(word(page)).to_have_text("Stop")
