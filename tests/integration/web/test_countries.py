"""Countries on the pages: of venues and events, what is charged there, and what is reported."""

import json
from typing import Any

import httpx

from tests.support.api import Api, Person
from tests.support.calendars import read_with_vobject
from tests.support.invoices import SELLER, be_seller, paid_order
from tests.support.payments import ScriptedProvider
from tests.support.web import Browser, assert_page, assert_redirects, key_of

SELLER_PAGE = "/manage/invoices/seller"
AUSTRIA = {"country": "AT", "tax_rate": "13.00", "fee_tax_rate": "20.00", "tax_inclusive": True}
NEW_EVENT = {
    "title": "Gala",
    "date_time": "2036-09-01T20:00",
    "timezone": "Europe/Vienna",
    "currency": "EUR",
    "payment": "online",
    "rows": "1",
    "type_0_name": "Standing",
    "type_0_price": "50",
    "type_0_capacity": "10",
    "then": "publish",
}


async def send(browse: Browser, page: str, **fields: Any) -> httpx.Response:
    return await browse.post(page, {"key": key_of(await browse.get(page)), **fields})


async def make_event(api: Api, browse: Browser, **fields: Any) -> dict[str, Any]:
    """An event that the form of a new one makes."""
    answer = await send(browse, "/manage/events/new", **{**NEW_EVENT, **fields})
    assert answer.status_code == 303, answer.text
    number = answer.headers["location"].rpartition("/")[2]
    event: dict[str, Any] = (await api.get(f"/events/{number}")).json()
    return event


async def test_seller_says_once_what_is_charged_in_a_country(
    api: Api, browse: Browser, organizer: Person
) -> None:
    await browse.log_in(organizer)
    rows = {
        **{"taxes_0_country": "AT", "taxes_0_tax_rate": "13", "taxes_0_fee_tax_rate": "20"},
        "taxes_0_tax_inclusive": "on",
        **{"taxes_2_country": "TH", "taxes_2_tax_rate": "7,5"},
    }
    assert_redirects(await send(browse, SELLER_PAGE, **SELLER, **rows), "/manage/invoices")
    said = (await api.get(f"/sellers/{organizer.id}", organizer)).json()["taxes_by_country"]
    assert said == [
        {**AUSTRIA, "reverse_charge": False},
        {
            **{"country": "TH", "tax_rate": "7.50", "fee_tax_rate": None},
            **{"tax_inclusive": False, "reverse_charge": False},
        },
    ]
    shown = await browse.get(SELLER_PAGE)
    assert_page(shown, '<option value="AT" selected>Austria</option>', 'value="7.50"')
    german = await browse.get(SELLER_PAGE, headers={"Accept-Language": "de"})
    assert_page(german, '<option value="AT" selected>Österreich</option>')
    # A row that is left empty is gone.
    assert_redirects(await send(browse, SELLER_PAGE, **SELLER, version="1"), "/manage/invoices")
    said = (await api.get(f"/sellers/{organizer.id}", organizer)).json()["taxes_by_country"]
    assert said == []


async def test_wrong_row_is_marked_and_nothing_is_saved(
    api: Api, browse: Browser, organizer: Person
) -> None:
    before = await be_seller(api, organizer)
    await browse.log_in(organizer)
    for wrong, sentence in (
        ({"taxes_1_country": "AT"}, "Please fill this in."),
        ({"taxes_1_country": "AT", "taxes_1_tax_rate": "101"}, "A percentage is at most 100."),
        ({"taxes_1_tax_rate": "7"}, "Please fill this in."),
        (
            {"taxes_1_country": "DE", "taxes_1_tax_rate": "7", "taxes_1_reverse_charge": "on"},
            "In your own country you owe the tax yourself.",
        ),
    ):
        refused = await send(browse, SELLER_PAGE, **SELLER, **wrong, version="1")
        assert_page(refused, sentence, 'id="field-taxes_1_', status=422)
    assert (await api.get(f"/sellers/{organizer.id}", organizer)).json() == before


async def test_new_event_starts_with_the_rates_of_its_country_and_its_page_says_why(
    api: Api, browse: Browser, organizer: Person
) -> None:
    await be_seller(api, organizer, taxes_by_country=[AUSTRIA])
    await browse.log_in(organizer)
    assert_page(
        await browse.get("/manage/events/new"),
        "Austria: 13% on tickets and 20% on fees, in prices.",
    )
    event = await make_event(api, browse, country="AT")
    assert (event["tax_rate"], event["fee_tax_rate"], event["tax_inclusive"]) == (
        *("13.00", "20.00", True),
    )
    fees = f"/manage/events/{event['id']}/fees"
    assert_page(await browse.get(fees), "The event is in Austria. It has your usual rates there:")
    own = {"currency": "EUR", "tax_rate": "10", "tax_inclusive": "on", "version": "1"}
    assert (await send(browse, fees, **own)).status_code == 303
    assert_page(await browse.get(fees), "It has rates of its own; your usual ones there are")
    # Rates that are typed hold, and the box says whether they are added.
    event = await make_event(api, browse, country="AT", tax_rate="10")
    assert (event["tax_rate"], event["fee_tax_rate"], event["tax_inclusive"]) == (
        *("10.00", None, False),
    )
    event = await make_event(api, browse, country="IT")
    fees = f"/manage/events/{event['id']}/fees"
    assert_page(await browse.get(fees), "The event is in Italy, for which you have no usual rates")
    event = await make_event(api, browse)
    fees = f"/manage/events/{event['id']}/fees"
    assert_page(await browse.get(fees), "Nobody has said in which country this event takes place")


async def test_price_example_has_the_rates_of_the_country(
    api: Api, browse: Browser, organizer: Person
) -> None:
    thailand = {"country": "TH", "tax_rate": "7.00"}
    await be_seller(api, organizer, taxes_by_country=[thailand])
    venue = (await api.post("/venues", organizer, {"name": "Hall", "country": "TH"})).json()
    await browse.log_in(organizer)
    path = "/manage/events/price-example?price=100&currency=THB"
    for place in ("country=TH", f"venue_id={venue['id']}"):
        shown = await browse.get(f"{path}&{place}")
        assert_page(shown, "THB", "107.00", "By your rates for Thailand: 7%, added to prices.")
    for other in ("country=AT", "venue_id=999999", "country=TH&tax_rate=0"):
        assert "107.00" not in (await browse.get(f"{path}&{other}")).text


async def test_venue_and_event_say_their_country_to_people_and_machines(
    api: Api, browse: Browser, organizer: Person
) -> None:
    await browse.log_in(organizer)
    fields = {"name": "Hall", "location": "Wien", "timezone": "Europe/Vienna", "country": "AT"}
    made = await browse.post(
        "/manage/venues", {"key": key_of(await browse.get("/manage/venues/new")), **fields}
    )
    venue = int(made.headers["location"].rpartition("/")[2])
    assert_page(await browse.get(f"/manage/venues/{venue}"), '<option value="AT" selected>')
    assert_page(await browse.get(f"/venues/{venue}-hall"), "Wien, Austria")
    event = await make_event(api, browse, venue_id=str(venue))
    assert (event["country"], event["venue"]) == ("AT", "Hall")
    shown = await browse.get(f"/events/{event['id']}-gala")
    assert_page(shown, "Wien, Austria")
    data = shown.text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(data)["location"] == {
        "@type": "Place",
        "name": "Hall",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "Hall, Wien, Austria",
            "addressCountry": "AT",
        },
    }
    calendar = read_with_vobject((await api.get(f"/events/{event['id']}/calendar.ics")).content)
    assert calendar.events[0].location == "Hall, Wien, Austria"


async def test_event_moves_to_another_country(api: Api, browse: Browser, organizer: Person) -> None:
    venues = [
        (await api.post("/venues", organizer, {"name": "Hall", "country": code})).json()["id"]
        for code in ("DE", "AT")
    ]
    event = await api.event(organizer, venue_id=venues[0])
    await browse.log_in(organizer)
    page = f"/manage/events/{event['id']}/move"
    when = {"date_time": event["date_time"][:16], "timezone": "UTC", "version": "1"}
    assert_page(await browse.get(page), '<option value="DE" selected>Germany</option>')
    refused = await send(browse, page, **when, venue="Hall", venue_id=str(venues[0]), country="CH")
    assert_page(refused, "The venue is in DE", status=422)
    # The country that was shown for the venue before is not what somebody has chosen.
    moved = await send(browse, page, **when, venue="Hall", venue_id=str(venues[1]), country="DE")
    assert moved.status_code == 303, moved.text
    assert (await api.get(f"/events/{event['id']}")).json()["country"] == "AT"


async def test_report_of_taxes_is_by_country_where_one_is_known(
    api: Api, browse: Browser, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer)
    await paid_order(api, organizer, buyer, provider, tax_rate="7.00")
    await browse.log_in(organizer)
    page = "/manage/reports?report=taxes"
    assert "Not said" not in (await browse.get(page)).text
    await paid_order(api, organizer, buyer, provider, tax_rate="7.00", country="TH")
    assert_page(await browse.get(page), "Thailand", "Not said", "Taxes by country and rate")
