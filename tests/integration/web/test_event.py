"""The page of an event: its address, what it says in each phase, and to whom."""

import json
from datetime import timedelta
from typing import Any

import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.halls import make_hall, seated_event
from tests.support.web import Browser, assert_page

HOLD = 'action="/events/{}/hold"'


async def page_of(browse: Browser, event: dict[str, Any]) -> httpx.Response:
    return await browse.get(f"/events/{event['id']}", follow_redirects=True)


def data_of(page: httpx.Response) -> dict[str, Any]:
    """What machines read."""
    text = page.text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    data: dict[str, Any] = json.loads(text)
    return data


def starting(api: Api, **later: float) -> str:
    return (api.clock() + timedelta(**later)).isoformat()


async def test_the_address_has_the_title(browse: Browser, api: Api, organizer: Person) -> None:
    event = await api.event(organizer, title="Ärger im Łódź-Café!")
    moved = await browse.get(f"/events/{event['id']}")
    path = f"/events/{event['id']}-arger-im-lodz-cafe"
    assert (moved.status_code, moved.headers["location"]) == (301, path)
    assert (await browse.get(f"/events/{event['id']}-old-title")).headers["location"] == path
    page = await browse.get(path)
    assert_page(page, "<h1>Ärger im Łódź-Café!</h1>")
    assert f'rel="canonical" href="http://127.0.0.1:8000{path}"' in page.text
    thai = await api.event(organizer, title="คอนเสิร์ต")
    assert_page(await browse.get(f"/events/{thai['id']}"), "คอนเสิร์ต")


async def test_the_page_says_everything(browse: Browser, api: Api, organizer: Person) -> None:
    event = await api.event(
        organizer,
        title="Rock",
        capacity=100,
        description="First.\n\nSecond.",
        venue="Barn",
        timezone="Asia/Bangkok",
        date_time="2090-12-25T19:00:00+07:00",
        ticket_types=[
            {"name": "VIP", "price": "100.00", "capacity": 10},
            {"name": "Standing", "price": "50.00", "capacity": 90},
        ],
        payment="online",
        currency="EUR",
        service_fee_fixed="2.00",
        tax_rate="10.00",
        terms="Bring no glass.",
        max_tickets_per_user=4,
    )
    page = await page_of(browse, event)
    assert_page(
        page,
        *("<p>First.</p>", "<p>Second.</p>", "Barn", "Bangkok time", "19:00", "Bring no glass."),
        *("€112.20", "€57.20", "includes €2.00 fee and €10.20 tax", "At most 4 tickets"),
        *("10 left", "90 left", organizer.user.name, "openstreetmap.org"),
        *(HOLD.format(event["id"]), 'name="key"', 'name="type_'),
        f"/api/v1/events/{event['id']}/calendar.ics",
    )
    data = data_of(page)
    assert (data["@type"], data["startDate"]) == ("Event", "2090-12-25T19:00+07:00")
    assert data["eventStatus"].endswith("EventScheduled")
    assert [offer["price"] for offer in data["offers"]] == ["112.20", "57.20"]
    assert data["location"]["name"] == "Barn"


async def test_a_seated_event_offers_its_seats(
    browse: Browser, api: Api, organizer: Person
) -> None:
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id)
    page = await page_of(browse, event)
    assert_page(page, f'href="/events/{event["id"]}/seats"', 'name="best_available" value="true"')
    assert 'name="quantity"' in page.text


async def test_before_the_sale_it_counts_down(browse: Browser, api: Api, organizer: Person) -> None:
    event = await api.event(organizer, sales_start=starting(api, hours=5))
    page = await page_of(browse, event)
    assert_page(page, "data-countdown", "Not on sale yet")
    assert HOLD.format(event["id"]) not in page.text
    api.clock.move(hours=6)  # type: ignore[attr-defined]
    assert_page(await page_of(browse, event), HOLD.format(event["id"]))


async def test_sold_out_and_back(
    browse: Browser, api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, capacity=2)
    booking = await api.book(buyer, event["id"], 2)
    page = await page_of(browse, event)
    assert_page(page, "Sold out", "data-back")
    assert HOLD.format(event["id"]) not in page.text
    assert data_of(page)["offers"][0]["availability"].endswith("SoldOut")
    await api.call("DELETE", f"/bookings/{booking['id']}", buyer)
    assert_page(await page_of(browse, event), HOLD.format(event["id"]), "2 left")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"status": "cancelled"}, "This event does not take place."),
        ({"status": "completed"}, "This event is over."),
    ],
)
async def test_an_event_that_sells_nothing_says_why(
    browse: Browser, api: Api, organizer: Person, changes: dict[str, Any], sentence: str
) -> None:
    event = await api.event(organizer)
    await api.put(f"/events/{event['id']}", organizer, changes)
    page = await page_of(browse, event)
    assert_page(page, sentence)
    assert HOLD.format(event["id"]) not in page.text


async def test_after_the_sale_and_after_the_start(
    browse: Browser, api: Api, organizer: Person
) -> None:
    ends, starts = starting(api, hours=1), starting(api, hours=2)
    event = await api.event(organizer, sales_end=ends, date_time=starts)
    api.clock.move(minutes=90)  # type: ignore[attr-defined]
    assert_page(await page_of(browse, event), "The sale ended on")
    api.clock.move(minutes=60)  # type: ignore[attr-defined]
    assert_page(await page_of(browse, event), "It has begun")
    api.clock.move(hours=4)  # type: ignore[attr-defined]
    assert_page(await page_of(browse, event), "This event is over.")


async def test_a_paused_type_is_not_sold_while_others_are(
    browse: Browser, api: Api, organizer: Person
) -> None:
    types = [{"name": name, "price": "5.00", "capacity": 5} for name in ("A", "B")]
    event = await api.event(organizer, ticket_types=types)
    first, second = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    path = f"/ticket-types/{first['id']}/status"
    await api.call("PATCH", path, organizer, json={"status": "paused"})
    page = await page_of(browse, event)
    assert_page(page, "Paused for a moment", f'name="type_{second["id"]}"')
    assert f'name="type_{first["id"]}"' not in page.text


async def test_a_moved_event_says_when_it_was_to_start(
    browse: Browser, api: Api, organizer: Person
) -> None:
    event = await api.event(organizer, date_time="2090-05-01T18:00:00Z", timezone="UTC")
    body = {"date_time": "2090-06-01T18:00:00Z"}
    await api.put(f"/events/{event['id']}", organizer, body)
    page = await page_of(browse, event)
    assert_page(page, "it was to start on 1 May 2090, 18:00")
    assert data_of(page)["previousStartDate"] == "2090-05-01T18:00+00:00"


async def test_a_draft_is_its_managers_alone(
    browse: Browser, api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, title="Secret", status="draft")
    for stranger in (None, buyer, await api.person(Role.ORGANIZER)):
        if stranger is not None:
            await browse.log_in(stranger)
        page = await page_of(browse, event)
        assert page.status_code == 404
        assert "Secret" not in page.text
    await browse.log_in(organizer)
    page = await page_of(browse, event)
    assert_page(page, "This is a draft", f'href="/manage/events/{event["id"]}"', "noindex")


async def test_only_managers_are_led_to_manage_it(
    browse: Browser, api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    link = f'href="/manage/events/{event["id"]}"'
    assert link not in (await page_of(browse, event)).text
    await browse.log_in(buyer)
    assert link not in (await page_of(browse, event)).text
    await browse.log_in(organizer)
    assert link in (await page_of(browse, event)).text


async def test_each_visit_has_a_key_of_its_own(
    browse: Browser, api: Api, organizer: Person
) -> None:
    event = await api.event(organizer)
    keys = set()
    for _ in range(3):
        page = await page_of(browse, event)
        keys.add(page.text.partition('name="key" value="')[2].partition('"')[0])
    assert len(keys) == 3


async def test_the_page_is_in_the_language_of_the_reader(
    browse: Browser, api: Api, organizer: Person
) -> None:
    event = await api.event(organizer)
    for language, word in (("de", "Tickets holen"), ("th", "รับตั๋ว"), ("fr", "Get tickets")):
        path = f"/events/{event['id']}"
        headers = {"Accept-Language": language}
        page = await browse.get(path, headers=headers, follow_redirects=True)
        assert_page(page, word)


async def test_a_deleted_event_is_gone(browse: Browser, api: Api, organizer: Person) -> None:
    event = await api.event(organizer)
    await api.call("DELETE", f"/events/{event['id']}", organizer)
    assert (await page_of(browse, event)).status_code == 404


async def test_the_calendar_file_is_for_everybody(api: Api, organizer: Person) -> None:
    event = await api.event(organizer, title="Rock", venue="Barn")
    path = f"/events/{event['id']}/calendar.ics"
    text = (await api.get(path)).text
    assert "SUMMARY:Rock" in text
    assert "METHOD:PUBLISH" in text
    await api.put(f"/events/{event['id']}", organizer, {"status": "cancelled"})
    assert "METHOD:CANCEL" in (await api.get(path)).text
