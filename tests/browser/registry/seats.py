"""The pages with seats, for buyers and for organizers."""

from typing import Any

from playwright.sync_api import Page

from tests.browser.seat_halls import arena, theatre
from tests.support.browser.accessibility import LookedAt
from tests.support.browser.shown import Shown
from tests.support.browser.site import Site, in_future


def choose(site: Site) -> str:
    return f"/events/{site.once('theatre', lambda: theatre(site)).event_id}/seats"


def of_arena(site: Site) -> str:
    return f"/events/{site.once('arena', lambda: arena(site)).event_id}/seats"


def lost(site: Site) -> str:
    hall = theatre(site)
    site.post(f"/events/{hall.event_id}/bookings", {"seat_ids": [hall.ids[0]]}, who=site.buyer)
    return f"/events/{hall.event_id}/seats?taken={hall.ids[0]}&keep={hall.ids[1]}"


def not_on_sale(site: Site) -> str:
    hall = theatre(site, sales_start=in_future(days=10))
    return f"/events/{hall.event_id}/seats"


def section_of(site: Site) -> str:
    return f"{venue(site)}/section?name=Stalls"


def venue(site: Site) -> str:
    return f"/manage/venues/{site.once('theatre', lambda: theatre(site)).venue_id}"


def drawn(page: Page) -> None:
    page.wait_for_selector("#seat-chooser[data-ready]")


def best(page: Page) -> None:
    drawn(page)
    page.locator("#best-seats button").click()
    page.wait_for_selector(".chosen__item")


def section(page: Page) -> None:
    drawn(page)
    page.locator("button[name=section]").first.click()
    page.wait_for_selector(".seat-row")


def previewed(page: Page) -> None:
    page.wait_for_selector(".venue-plan[data-ready]")


SUM = LookedAt("color-contrast", "chosen", "The sum stands over the list, on a ground of its own.")
NAVIGATION = LookedAt(
    "color-contrast", r"> span|manage-nav", "The sections of /manage scroll sideways on a phone."
)
MANAGED: dict[str, Any] = {"who": "organizer", "looked_at": (NAVIGATION,)}

PAGES = (
    Shown("seats", choose, act=drawn),
    Shown("seats-chosen", choose, act=best, looked_at=(SUM,)),
    Shown("seats-arena", of_arena, act=section, looked_at=(SUM,)),
    Shown("seats-lost", lost, act=drawn),
    Shown("seats-closed", not_on_sale, act=drawn),
    Shown("manage-venues", "/manage/venues", **MANAGED),
    Shown("manage-venue-new", "/manage/venues/new", **MANAGED),
    Shown("manage-venue", venue, act=previewed, **MANAGED),
    Shown(
        "manage-section",
        section_of,
        act=previewed,
        **MANAGED,
    ),
)
