"""The door: choosing one, its page, and its answers."""

from playwright.sync_api import Page, expect

from tests.support.browser.door import OVER_THE_PAGE, SiteDoor, open_site_door
from tests.support.browser.shown import Shown
from tests.support.browser.site import Member, Site

MANY = 20
"""One for each time that somebody is let in for a look at the page."""
GATES = {"gates": [{"name": "North entrance"}, {"name": "South entrance"}]}


def made_door(site: Site) -> SiteDoor:
    """A door with two gates and an evening that has begun."""

    def make() -> SiteDoor:
        door = open_site_door(site, title="Bangkok Rock Night", venue="Impact Arena, Bangkok")
        for _ in range(3):
            door.check_in_elsewhere(door.ticket(), "North entrance")
        site.book(door.event["id"], MANY, site.member("emma@example.com"))
        site.put(f"/events/{door.event['id']}/gates", GATES, who=site.organizer)
        return door

    return site.once("registered door", make)


def scanner(site: Site) -> Member:
    return made_door(site).scanner


def idle_scanner(site: Site) -> Member:
    return site.person("scanner")


def at_gate(site: Site) -> str:
    return f"{made_door(site).path}?gate=North%20entrance"


def found(site: Site) -> str:
    return f"{at_gate(site)}&q=jai"


def listed(page: Page) -> None:
    """Wait for the list, whose page is the one that is used."""
    expect(page.locator("#state[data-state=online]")).to_be_visible()


def scanned(page: Page, code: str) -> None:
    listed(page)
    page.locator("#code").fill(code)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()


def let_in(page: Page) -> None:
    """Let in somebody whose ticket is unused."""
    listed(page)
    page.locator("#q").fill("emma")
    page.locator("#found li:has([data-fill=used]:empty) button").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def unknown(page: Page) -> None:
    scanned(page, "TKT-20261120-AAAAAAAA")


PAGES = (
    Shown("door-choice", "/door", who=scanner),
    Shown("door-choice-empty", "/door", who=idle_scanner),
    Shown("door", at_gate, who=scanner, act=listed),
    Shown("door-found", found, who=scanner, act=listed),
    Shown(
        "door-let-in",
        at_gate,
        who=scanner,
        act=let_in,
        looked_at=(OVER_THE_PAGE,),
        is_photographed_whole=False,
    ),
    Shown(
        "door-stop",
        at_gate,
        who=scanner,
        act=unknown,
        looked_at=(OVER_THE_PAGE,),
        is_photographed_whole=False,
    ),
)
