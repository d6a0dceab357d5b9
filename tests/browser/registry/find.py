"""How events are found: home, lists, venues, and the page of an event in each phase."""

from playwright.sync_api import Page

from tests.support.browser.accessibility import LookedAt
from tests.support.browser.shown import Shown
from tests.support.browser.site import Site, in_future

ON_A_PHONE_PUSHED_ALONG = (
    LookedAt(
        "color-contrast",
        r"<time |<span|event-card|<a href=./events/|<strong|badge",
        "Ink on paper, partly pushed out of view; white on at least 82 % dark in the caption; "
        "badges have a ground of their own, over any picture.",
    ),
)


def event(site: Site) -> str:
    """Seated, from the sample data."""
    return path_of(site, "Hamlet")


def general(site: Site) -> str:
    return path_of(site, "Bangkok Rock Night")


def sold_out(site: Site) -> str:
    made = site.event(title="Everybody Came", capacity=2, description="A very small hall.")
    site.book(made["id"], 2)
    return address_of(made)


def not_yet(site: Site) -> str:
    made = site.event(title="Soon on Sale", sales_start=in_future(days=1))
    return address_of(made)


def cancelled(site: Site) -> str:
    made = site.event(title="Cancelled Show")
    site.put(f"/events/{made['id']}", {"status": "cancelled"}, who=site.organizer)
    return address_of(made)


def moved(site: Site) -> str:
    made = site.event(title="A Week Later")
    site.put(f"/events/{made['id']}", {"date_time": in_future(days=37)}, who=site.organizer)
    return address_of(made)


def draft(site: Site) -> str:
    return address_of(site.event(title="Only Mine Yet", status="draft"))


def open_price(site: Site) -> str:
    """An event whose buyers say what they give."""
    kind = {"name": "As you like", "price": "5.00", "is_price_open": True}
    made = site.event(title="Pay What You Like", price=None, ticket_types=[kind])
    return address_of(made)


def too_little(page: Page) -> None:
    page.locator('input[name^="price_"]').fill("2")
    with page.expect_navigation():
        page.locator("[data-get]").click()


def venue(site: Site) -> str:
    (found,) = (venue for venue in site.get("/venues") if venue["name"] == "Old Vic")
    return f"/venues/{found['id']}-old-vic"


def path_of(site: Site, title: str) -> str:
    # Other tests make copies of it.
    found = min(site.get("/events", params={"q": title}), key=lambda event: event["id"])
    return address_of(found)


def address_of(made: dict[str, object]) -> str:
    words = "-".join(str(made["title"]).lower().split())
    return f"/events/{made['id']}-{words}"


def open_filters(page: Page) -> None:
    page.locator(".finder__more summary").click()


PAGES = (
    Shown("home", "/", looked_at=ON_A_PHONE_PUSHED_ALONG),
    Shown("events", "/events"),
    Shown("events-filters", "/events", act=open_filters),
    Shown("events-nothing-fits", "/events?q=nothing-has-this-title"),
    Shown("movies", "/movies"),
    Shown("venues", "/venues"),
    Shown("venue", venue),
    Shown("event", general),
    Shown("event-seated", event),
    Shown("event-sold-out", sold_out),
    Shown("event-refused", open_price, act=too_little),
    Shown("event-not-yet", not_yet),
    Shown("event-cancelled", cancelled),
    Shown("event-moved", moved),
    Shown("event-draft", draft, who="organizer"),
)
