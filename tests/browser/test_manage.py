"""An organizer's way: an event on one page, on sale, changed, copied, moved and cancelled."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.support.browser.fitting import check_fits
from tests.support.browser.site import Member, Site

INERT = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"


@pytest.fixture
def organizer(site: Site) -> Member:
    return site.person("organizer")


def local(days: int) -> str:
    """A time as the field of a browser has it."""
    return (datetime.now(UTC) + timedelta(days=days)).strftime("%Y-%m-%dT20:00")


def type_event(page: Page, title: str) -> None:
    page.get_by_label("Title").fill(title)
    page.get_by_label("Starts").fill(local(40))
    page.get_by_label("Time zone").fill("Europe/Berlin")
    page.get_by_label("Place").fill("Old Mill")
    page.get_by_label("Price", exact=True).fill("25,50")
    page.get_by_label("How many").fill("100")


def test_an_organizer_sells_an_event_made_on_one_page(
    open_page: OpenPage, site: Site, organizer: Member
) -> None:
    page = open_page("phone", who=organizer)
    page.goto("/manage/events")
    page.get_by_role("main").get_by_role("link", name="New event").first.click()
    # The time zone is the browser's until somebody knows better.
    expect(page.get_by_label("Time zone")).to_have_value("Europe/Berlin")
    type_event(page, "Harvest Concert")
    page.get_by_text("Paid here").click()
    page.get_by_text("More: fees").click()
    page.get_by_label("Fee for each ticket").fill("1.50")
    expect(page.locator("[data-price-example]")).to_contain_text("the buyer pays €27.00")
    page.get_by_role("button", name="Another ticket type").click()
    second = page.locator("[data-row]").nth(1)
    expect(second.get_by_label("Name")).to_be_focused()
    page.keyboard.type("Balcony")
    page.keyboard.press("Tab")
    page.keyboard.type("18")
    page.keyboard.press("Tab")
    page.keyboard.type("40")
    page.get_by_role("button", name="Save as a draft").click()
    expect(page.get_by_role("heading", name="Harvest Concert", level=1)).to_be_visible()
    expect(page.get_by_text("The draft is saved.")).to_be_visible()
    number = page.url.rpartition("/")[2]
    titles = [event["title"] for event in site.get("/events?q=Harvest")]
    assert titles == []
    page.get_by_role("button", name="Publish and sell").click()
    expect(page.get_by_text("The event is on sale.")).to_be_visible()
    (event,) = site.get("/events?q=Harvest")
    assert (str(event["id"]), event["currency"], event["capacity"]) == (number, "EUR", 140)
    kinds = site.get(f"/events/{number}/ticket-types")
    assert [(kind["name"], kind["price"]) for kind in kinds] == [
        ("General admission", "25.50"),
        ("Balcony", "18.00"),
    ]


def test_details_that_two_people_edit_are_explained_and_kept(
    open_page: OpenPage, site: Site, organizer: Member
) -> None:
    event = site.event(organizer, title="First title")
    page = open_page("desktop", who=organizer)
    page.goto(f"/manage/events/{event['id']}/edit")
    page.get_by_label("Title").fill("My title")
    site.put(f"/events/{event['id']}", {"title": "Their title"}, who=organizer)
    page.get_by_role("button", name="Save the changes").click()
    expect(page.get_by_role("alert")).to_contain_text("Somebody has saved changes")
    expect(page.get_by_text("Saved now: Their title")).to_be_visible()
    expect(page.get_by_label("Title")).to_have_value("My title")
    page.get_by_role("button", name="Save the changes").click()
    expect(page.get_by_text("The changes are saved.")).to_be_visible()
    assert site.get(f"/events/{event['id']}")["title"] == "My title"


def test_the_prices_of_a_type_fit_a_phone(
    open_page: OpenPage, site: Site, organizer: Member
) -> None:
    event = site.event(organizer)
    (kind,) = site.get(f"/events/{event['id']}/ticket-types")
    tier = {"name": "Early bird", "price": "5.00", "up_to": 10}
    site.put(f"/ticket-types/{kind['id']}", {"price_tiers": [tier]}, who=organizer)
    page = open_page("phone", who=organizer)
    page.goto(f"/manage/events/{event['id']}/types/{kind['id']}")
    page.locator("summary", has_text="Price tiers").evaluate(
        "it => { it.parentElement.open = true }"
    )
    check_fits(page)
    prices = page.locator('[name="tier_0_price"]')
    width = prices.evaluate("field => field.getBoundingClientRect().width")
    assert width > 100


def test_a_move_says_who_hears_of_it_and_notifies_them(
    open_page: OpenPage, site: Site, organizer: Member
) -> None:
    event = site.event(organizer, title="Moving Day")
    guest = site.person()
    site.book(event["id"], 2, who=guest)
    page = open_page("phone", who=organizer)
    page.goto(f"/manage/events/{event['id']}/move")
    expect(page.get_by_text("1 person holds tickets")).to_be_visible()
    page.get_by_label("Starts").fill(local(50))
    page.get_by_role("button", name="Move it and notify 1 person").click()
    expect(page.get_by_text("1 person gets a mail.")).to_be_visible()
    site.wait_for_mail(guest.email, "Moving Day")


def test_the_copy_of_an_event_is_a_draft_at_another_time(
    open_page: OpenPage, site: Site, organizer: Member
) -> None:
    event = site.event(organizer, title="Every Week", terms="Bring a chair.")
    page = open_page("phone", who=organizer)
    page.goto(f"/manage/events/{event['id']}")
    page.get_by_role("link", name="Duplicate").click()
    page.get_by_role("button", name="Make the draft").click()
    expect(page.get_by_text("It is a draft until you publish it.")).to_be_visible()
    copy = site.get(f"/events/{page.url.rpartition('/')[2]}", who=organizer)
    assert (copy["status"], copy["terms"]) == ("draft", "Bring a chair.")
    week = datetime.fromisoformat(copy["date_time"]) - datetime.fromisoformat(event["date_time"])
    assert timedelta(days=6, hours=23) <= week <= timedelta(days=7, hours=1)


def test_the_preview_of_a_cancellation_is_true(
    open_page: OpenPage, site: Site, organizer: Member
) -> None:
    event = site.event(organizer, title="Never  Mind", payment="online")
    kind = site.get(f"/events/{event['id']}/ticket-types")[0]["id"]
    for quantity in (2, 3):
        buyer = site.person()
        items = {"items": [{"ticket_type_id": kind, "quantity": quantity}]}
        order = site.post("/orders", items, who=buyer)
        paid = {"order_id": order["id"], "provider": "manual"}
        payment = site.post("/transactions", paid, who=buyer)["id"]
        answer = site.client.patch(
            f"/transactions/{payment}/status",
            json={"status": "success"},
            headers=site.admin.headers,
        )
        assert answer.is_success, answer.text
    page = open_page("phone", who=organizer)
    page.goto(f"/manage/events/{event['id']}")
    page.get_by_role("link", name="Cancel the event").click()
    heading = page.get_by_role("heading", name="Cancels 2 bookings and pays back €125.00")
    expect(heading).to_be_visible()
    page.get_by_role("button", name="Cancel 2 bookings and pay back €125.00").click()
    expect(page.get_by_text("Please fill this in.")).to_be_visible()
    page.get_by_label("Type the title").fill("never mind")
    page.get_by_role("button", name="Cancel 2 bookings and pay back €125.00").click()
    expect(page.get_by_text("The event is cancelled.")).to_be_visible()
    statuses = {row["status"] for row in bookings(site, organizer, event)}
    assert statuses == {"refunded"}


def bookings(site: Site, organizer: Member, event: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = site.get(f"/bookings/event/{event['id']}", who=organizer)
    return found


def test_a_webhook_s_secret_is_shown_once(
    open_page: OpenPage, site: Site, organizer: Member
) -> None:
    page = open_page("phone", who=organizer)
    page.goto("/manage/webhooks/new")
    page.get_by_label("Address").fill("https://crm.example.com/hooks")
    page.get_by_role("checkbox", name="Bookings booking.*").check()
    page.get_by_role("button", name="Create it and show the secret").click()
    secret = page.locator("[data-secret]").inner_text()
    assert secret.startswith("whsec_")
    page.get_by_role("link", name="I have kept it").click()
    expect(page.get_by_role("heading", name="What was sent")).to_be_visible()
    assert secret not in page.content()
    page.get_by_role("button", name="Send a test message").click()
    expect(page.get_by_role("rowheader", name="webhook.test")).to_be_visible()


def test_without_a_script_rows_are_added_and_an_event_is_made(
    open_page: OpenPage, site: Site, organizer: Member
) -> None:
    page = open_page("phone", javascript=False, who=organizer)
    page.goto("/manage/events/new")
    type_event(page, "Plain Evening")
    page.get_by_role("button", name="Another ticket type").click()
    expect(page.get_by_label("Title")).to_have_value("Plain Evening")
    page.get_by_label("Name").nth(1).fill("Late")
    page.get_by_label("Price", exact=True).nth(1).fill("not a price")
    page.get_by_role("button", name="Publish and sell").click()
    expect(page.get_by_text("such as 12.50")).to_be_visible()
    expect(page.get_by_text("How many are there?")).to_be_hidden()
    page.get_by_label("Price", exact=True).nth(1).fill("9")
    page.get_by_label("How many").nth(1).fill("5")
    page.get_by_role("button", name="Publish and sell").click()
    expect(page.get_by_role("heading", name="Plain Evening", level=1)).to_be_visible()
    assert [event["capacity"] for event in site.get("/events?q=Plain")] == [105]


def test_script_that_is_stored_in_names_is_text(
    open_page: OpenPage, site: Site, organizer: Member
) -> None:
    kinds = [{"name": INERT, "price": "5.00", "capacity": 5}]
    event = site.event(
        organizer, title=INERT, description=INERT, venue=INERT, ticket_types=kinds, capacity=None
    )
    hook = {"url": "https://crm.example.com/?q=<script>x</script>", "events": ["booking.*"]}
    webhook = site.post("/webhooks", hook, who=organizer)
    root = f"/manage/events/{event['id']}"
    page = open_page("desktop", who=organizer)
    for path in (
        *("/manage/events", root, f"{root}/edit", f"{root}/move", f"{root}/types"),
        *(f"{root}/fees", f"{root}/staff", f"{root}/duplicate", f"{root}/cancel"),
        *("/manage/webhooks", f"/manage/webhooks/{webhook['id']}"),
        f"/manage/codes/new?event={event['id']}",
    ):
        page.goto(path)
        assert page.title() != "owned", path
        assert page.locator("main script, main img").count() == 0, path
