"""What a buyer does with tickets on a phone: showing, giving away, cancelling; with no network."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.support.browser.faults import Faults
from tests.support.browser.site import Member, Site

KEPT = """async () => {
    const names = (await caches.keys()).filter(name => name.startsWith("tickets-pages-"));
    const found = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
    return found.flat().map(request => new URL(request.url).pathname);
}"""
UNTIL = f"""async ([path, isKept]) => {{
    const kept = {KEPT};
    while ((await kept()).includes(path) !== isKept) await new Promise(requestAnimationFrame);
}}"""
SEND = """action => {
    const form = Object.assign(document.createElement("form"), {method: "post", action});
    document.body.append(form);
    form.submit();
}"""


@pytest.fixture
def holder(site: Site) -> Member:
    return site.person()


def book(site: Site, who: Member, quantity: int = 1, **event: Any) -> list[str]:
    """The codes of new tickets of a new event."""
    booking = site.book(site.event(**event)["id"], quantity, who)
    return [ticket["ticket_code"] for ticket in booking["tickets"]]


def keep(page: Page, code: str) -> None:
    """Visit the list once, which has the ticket kept."""
    page.goto("/tickets")
    page.evaluate(UNTIL, [f"/tickets/{code}", True])


def test_accordion_opens_and_closes_by_keyboard(
    site: Site, open_page: OpenPage, holder: Member
) -> None:
    (code,) = book(site, holder)
    page = open_page("desktop", who=holder)
    page.goto("/tickets")
    summary = page.locator("details.own-booking > summary")
    link = page.get_by_role("link", name=re.compile(code))
    expect(link).to_be_visible()
    summary.focus()
    page.keyboard.press("Enter")
    expect(link).to_be_hidden()
    page.keyboard.press("Space")
    expect(link).to_be_visible()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/tickets/{code}")


def test_code_is_shown_large_and_closes_by_keyboard(
    site: Site, open_page: OpenPage, holder: Member
) -> None:
    (code,) = book(site, holder)
    page = open_page(who=holder)
    page.goto(f"/tickets/{code}")
    button = page.get_by_role("button", name="Show it large and bright")
    button.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(code)
    drawing = dialog.get_by_role("img")
    box = drawing.bounding_box()
    assert box is not None
    assert box["width"] >= 330
    dialog.get_by_role("button", name="Close").press("Enter")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_tickets_are_shown_without_a_network_after_one_visit(
    site: Site, open_page: OpenPage, holder: Member, faults: Faults
) -> None:
    first, second = book(site, holder, 2, title="Without a network")
    page = open_page(who=holder)
    keep(page, second)
    faults.allow("ERR_INTERNET_DISCONNECTED")
    page.context.set_offline(True)
    note = page.get_by_text("There is no network. This page is of:")
    for code in (first, second):
        page.goto(f"/tickets/{code}")
        expect(page.get_by_role("img", name="The code that admits you")).to_be_visible()
        expect(note).to_be_visible()
        assert page.locator("article.ticket").evaluate("one => getComputedStyle(one).display") == (
            "grid"
        )
    page.goto("/tickets")
    expect(page.get_by_text("Without a network", exact=True)).to_be_visible()
    page.context.set_offline(False)
    page.goto(f"/tickets/{first}")
    expect(note).to_be_hidden()


def test_page_that_was_not_kept_says_so_without_a_network(
    site: Site, open_page: OpenPage, holder: Member, faults: Faults
) -> None:
    (code,) = book(site, holder)
    page = open_page(who=holder)
    keep(page, code)
    faults.allow("ERR_INTERNET_DISCONNECTED")
    page.context.set_offline(True)
    page.goto("/tickets/TKT-20260101-AAAAAAAA")
    expect(page.get_by_role("heading", name="There is no network")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("heading", name="There is no network")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="My tickets").click()
    expect(page.get_by_role("link", name=re.compile(code))).to_be_visible()


def test_log_out_forgets_the_tickets(
    site: Site, open_page: OpenPage, holder: Member, faults: Faults
) -> None:
    (code,) = book(site, holder)
    page = open_page(who=holder)
    keep(page, code)
    site.forget_sessions()
    with page.expect_navigation(url=f"{site.address}/"):
        page.evaluate(SEND, "/logout")
    assert page.evaluate(KEPT) == []
    faults.allow("ERR_INTERNET_DISCONNECTED")
    page.context.set_offline(True)
    for path in ("/tickets", f"/tickets/{code}"):
        page.goto(path)
        expect(page.get_by_role("heading", name="There is no network")).to_be_visible()
        expect(page.get_by_text(code)).to_have_count(0)


def test_what_was_kept_goes_when_somebody_else_is_here(
    site: Site, open_page: OpenPage, holder: Member
) -> None:
    (code,) = book(site, holder)
    page = open_page(who=holder)
    keep(page, code)
    other = site.person()
    (other_code,) = book(site, other)
    site.log_in(page, other)
    keep(page, other_code)
    assert set(page.evaluate(KEPT)) == {"/tickets", f"/tickets/{other_code}"}
    page.context.clear_cookies()
    page.goto("/tickets")
    page.wait_for_url("**/login?next=/tickets")
    page.evaluate(UNTIL, ["/tickets", False])
    assert page.evaluate(KEPT) == []


def test_ticket_goes_from_one_phone_to_another(
    site: Site, open_page: OpenPage, holder: Member
) -> None:
    (code,) = book(site, holder, title="Given on")
    friend = site.person(name="Fay Friend")
    mine, theirs = open_page(who=holder), open_page(who=friend)
    keep(mine, code)
    mine.goto(f"/tickets/{code}")
    mine.get_by_text("Give it to somebody").click()
    mine.get_by_label("Their e-mail address").fill(friend.email)
    mine.get_by_role("button", name="Offer the ticket").click()
    expect(mine.get_by_text(f"Offered to {friend.email}")).to_be_visible()
    body = site.wait_for_mail(friend.email, "Given on").get_body(("plain",))
    assert body is not None
    (link,) = re.findall(r"http\S+/accept-ticket\?token=[\w-]+", body.get_content())
    theirs.goto(link)
    expect(theirs.get_by_text(f"{holder.name} offers you a ticket.")).to_be_visible()
    theirs.get_by_role("button", name="Accept the ticket").click()
    expect(theirs.get_by_text("Fay Friend")).to_be_visible()
    expect(theirs.get_by_role("img", name="The code that admits you")).to_be_visible()
    assert code not in theirs.url
    mine.goto(f"/tickets/{code}")
    expect(mine.get_by_role("heading", name="You gave this ticket away")).to_be_visible()
    mine.evaluate(UNTIL, [f"/tickets/{code}", False])
    mine.goto("/tickets")
    expect(mine.get_by_text("Given away")).to_be_visible()


def test_cancelling_frees_the_tickets(site: Site, open_page: OpenPage, holder: Member) -> None:
    event = site.event(capacity=2)
    site.book(event["id"], 2, holder)
    page = open_page(who=holder)
    page.goto("/tickets")
    page.get_by_role("link", name="Cancel …").click()
    expect(page.get_by_text("It cannot be undone.")).to_be_visible()
    assert site.get(f"/tickets/event/{event['id']}/available")["available"] == 0
    page.get_by_role("button", name="Cancel 2 tickets").click()
    expect(page.get_by_text("The booking is cancelled")).to_be_visible()
    assert site.get(f"/tickets/event/{event['id']}/available")["available"] == 2


def test_time_of_a_hold_runs_and_ends(site: Site, open_page: OpenPage, holder: Member) -> None:
    event = site.event()
    body = {"event_id": event["id"], "quantity": 1}
    site.post("/reservations/reserve", body, who=holder)
    page = open_page(who=holder)
    page.clock.install()
    page.goto("/tickets")
    time = page.locator("[data-countdown]")
    expect(time).to_have_text(re.compile(r"^9:\d\d left$"))
    page.clock.fast_forward("08:30")
    expect(time).to_have_text(re.compile(r"^1:\d\d left$"))
    page.clock.fast_forward("02:00")
    expect(time).to_have_text(re.compile("The tickets were released.$"))
    expect(page.get_by_role("button", name="Confirm the booking")).to_have_count(0)


def test_everything_is_done_without_scripts(
    site: Site, open_page: OpenPage, holder: Member
) -> None:
    (code,) = book(site, holder)
    page = open_page(who=holder, javascript=False)
    page.goto("/tickets")
    page.get_by_role("link", name=re.compile(code)).click()
    expect(page.get_by_role("img", name="The code that admits you")).to_be_visible()
    expect(page.get_by_role("button", name="Show it large and bright")).to_be_hidden()
    page.get_by_text("Somebody has seen my code").click()
    page.get_by_role("button", name="Make a new code").click()
    expect(page.get_by_text("The ticket has a new code.")).to_be_visible()
    assert code not in page.url
    page.get_by_role("link", name="Cancel the booking …").click()
    page.get_by_role("button", name="Cancel 1 ticket").click()
    expect(page.get_by_text("The booking is cancelled")).to_be_visible()
