"""Taxes by the country of the event: what new events start with, what stays, what is reported."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import asyncpg
import httpx
import pytest

from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.csv_tables import csv_rows
from tests.support.documents import read_by_pdfium
from tests.support.e_invoices import broken_rules
from tests.support.invoices import BILLING, be_seller, issue, issued, paid_order, require_agreement
from tests.support.orders import item, order_of, pay, place, stored
from tests.support.payments import ScriptedProvider

GERMANY = {"country": "DE", "tax_rate": "7.00", "fee_tax_rate": "19.00", "tax_inclusive": True}
AUSTRIA = {"country": "AT", "tax_rate": "13.00", "fee_tax_rate": "20.00", "tax_inclusive": True}
THAILAND = {"country": "TH", "tax_rate": "7.00"}
FRANCE = {"country": "FR", "tax_rate": "5.50", "reverse_charge": True}
ALL = [GERMANY, AUSTRIA, THAILAND, FRANCE]
RATES = ("tax_rate", "fee_tax_rate", "tax_inclusive")


def rates(event: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(event[name] for name in RATES)


async def venue_in(api: Api, organizer: Person, country: str | None) -> dict[str, Any]:
    answer = await api.post("/venues", organizer, {"name": "Hall", "country": country})
    assert answer.status_code == 201, answer.text
    venue: dict[str, Any] = answer.json()
    return venue


async def test_new_event_is_in_the_country_of_its_venue_and_starts_with_its_rates(
    api: Api, organizer: Person
) -> None:
    seller = await be_seller(api, organizer, taxes_by_country=ALL)
    assert seller["taxes_by_country"][2] == {
        **THAILAND,
        "fee_tax_rate": None,
        "tax_inclusive": False,
        "reverse_charge": False,
    }
    vienna = await venue_in(api, organizer, "at")
    assert vienna["country"] == "AT"
    event = await api.event(organizer, venue_id=vienna["id"])
    assert (event["country"], rates(event)) == ("AT", ("13.00", "20.00", True))
    # Without a venue it is said for the event.
    event = await api.event(organizer, country="TH")
    assert (event["country"], rates(event)) == ("TH", ("7.00", None, False))
    # What is said for the event holds.
    event = await api.event(organizer, country="AT", tax_rate="10.00")
    assert rates(event) == ("10.00", None, False)
    event = await api.event(organizer, country="TH", tax_inclusive=True)
    assert rates(event) == ("7.00", None, True)
    # Where nothing is known of the country, or of its rates, there are none.
    for fields in ({}, {"country": "IT"}):
        event = await api.event(organizer, **fields)
        assert rates(event) == ("0.00", None, False)


async def test_event_that_exists_keeps_its_rates_whatever_is_said_later(
    api: Api, organizer: Person
) -> None:
    await be_seller(api, organizer, taxes_by_country=[GERMANY])
    event = await api.event(organizer, country="DE")
    before = await api.get(f"/events/{event['id']}")
    await be_seller(api, organizer, taxes_by_country=[{**GERMANY, "tax_rate": "8.00"}, AUSTRIA])
    after = await api.get(f"/events/{event['id']}")
    assert (after.json(), after.headers["etag"]) == (before.json(), before.headers["etag"])
    moved = (await api.put(f"/events/{event['id']}", organizer, {"country": "AT"})).json()
    assert (moved["country"], rates(moved)) == ("AT", ("7.00", "19.00", True))
    # A copy has the rates of what was copied; the next new event has those of the country.
    later = (await _copy(api, organizer, event)).json()
    assert (later["country"], rates(later)) == ("AT", ("7.00", "19.00", True))
    assert rates(await api.event(organizer, country="AT")) == ("13.00", "20.00", True)


async def _copy(api: Api, organizer: Person, event: dict[str, Any]) -> httpx.Response:
    starts = (api.clock() + timedelta(days=60)).isoformat()
    return await api.post(f"/events/{event['id']}/duplicate", organizer, {"date_time": starts})


async def test_copy_is_in_the_country_that_the_venue_has_now(api: Api, organizer: Person) -> None:
    venue = await venue_in(api, organizer, "DE")
    event = await api.event(organizer, venue_id=venue["id"])
    changed = await api.put(f"/venues/{venue['id']}", organizer, {"country": "AT"})
    assert changed.json()["country"] == "AT"
    # The event that exists is where it was.
    assert (await api.get(f"/events/{event['id']}")).json()["country"] == "DE"
    assert (await _copy(api, organizer, event)).json()["country"] == "AT"


async def test_event_keeps_its_country_when_it_is_sent_back_after_the_venue_was_corrected(
    api: Api, organizer: Person
) -> None:
    venue = await venue_in(api, organizer, "DE")
    event = await api.event(organizer, venue_id=venue["id"])
    path = f"/events/{event['id']}"
    await api.put(f"/venues/{venue['id']}", organizer, {"country": "AT"})
    body = {"title": "Renamed", "venue_id": venue["id"], "country": "DE"}
    for same in (body, {"title": "Renamed", "country": "DE"}):
        edited = (await api.put(path, organizer, same)).json()
        assert (edited["title"], edited["country"]) == ("Renamed", "DE")
    # A third country is none of the two; what is left open is the venue's.
    assert_problem(await api.put(path, organizer, {"country": "CH"}), 422, "validation_failed")
    assert (await api.put(path, organizer, {"country": None})).json()["country"] == "AT"
    assert_problem(await api.put(path, organizer, {"country": "DE"}), 422, "validation_failed")


async def test_event_moves_to_the_country_of_its_new_venue(api: Api, organizer: Person) -> None:
    berlin, vienna = [await venue_in(api, organizer, code) for code in ("DE", "AT")]
    somewhere = await venue_in(api, organizer, None)
    event = await api.event(organizer, venue_id=berlin["id"])
    path = f"/events/{event['id']}"
    assert (await api.put(path, organizer, {"venue_id": vienna["id"]})).json()["country"] == "AT"
    # Where the venue does not say it, it stays; and what is left open is the venue's.
    assert (await api.put(path, organizer, {"venue_id": somewhere["id"]})).json()["country"] == "AT"
    assert (await api.put(path, organizer, {"country": "CH"})).json()["country"] == "CH"
    both = {"venue_id": berlin["id"], "country": None}
    assert (await api.put(path, organizer, both)).json()["country"] == "DE"


@pytest.mark.parametrize("country", ["AT", "UK", "Germany", "D"])
async def test_other_country_than_that_of_the_venue_is_refused(
    country: str, api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    venue = await venue_in(api, organizer, "DE")
    event = await api.event(organizer, venue_id=venue["id"])
    before = await stored(connection)
    body = {
        "title": "Elsewhere",
        "date_time": (api.clock() + timedelta(days=3)).isoformat(),
        "capacity": 1,
        "price": "1",
        "venue_id": venue["id"],
        "country": country,
    }
    for refused in (
        await api.post("/events", organizer, body),
        await api.put(f"/events/{event['id']}", organizer, {"country": country}),
    ):
        (error,) = assert_problem(refused, 422, "validation_failed")["errors"]
        assert error["field"] == "body.country"
    assert await stored(connection) == before


async def test_events_are_listed_by_country(api: Api, organizer: Person) -> None:
    wanted = await api.event(organizer, country="AT")
    await api.event(organizer, country="DE")
    await api.event(organizer)
    found = (await api.get("/events", params={"country": "at"})).json()
    assert [event["id"] for event in found] == [wanted["id"]]
    assert_problem(await api.get("/events", params={"country": "UK"}), 422, "validation_failed")


@pytest.mark.parametrize(
    ("taxes", "field"),
    [
        ([AUSTRIA, AUSTRIA], "0.country"),
        ([{**AUSTRIA, "country": "UK"}], "0.country"),
        ([{**AUSTRIA, "tax_rate": "100.01"}], "0.tax_rate"),
        ([{"country": "AT"}], "0.tax_rate"),
        ([AUSTRIA, {**GERMANY, "reverse_charge": True}], "1.reverse_charge"),
    ],
)
async def test_impossible_rates_of_a_country_are_refused(
    taxes: list[dict[str, Any]],
    field: str,
    api: Api,
    organizer: Person,
    connection: asyncpg.Connection,
) -> None:
    seller = await be_seller(api, organizer, taxes_by_country=[THAILAND])
    before = await stored(connection)
    body = {name: value for name, value in seller.items() if not name.endswith(("_id", "_at"))}
    body |= {"vat_id": seller["vat_id"], "taxes_by_country": taxes}
    refused = await api.put(f"/sellers/{organizer.id}", organizer, body)
    (error, *_) = assert_problem(refused, 422, "validation_failed")["errors"]
    assert error["field"] == f"body.taxes_by_country.{field}"
    assert await stored(connection) == before


async def test_what_was_sold_stays_in_the_country_where_it_was_sold(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await be_seller(api, organizer, taxes_by_country=ALL)
    fields = {"payment": "online", "country": "DE", "price": "107.00"}
    event = await api.event(organizer, **fields)
    first = await order_of(api, buyer, event)
    await pay(api, buyer, provider, first)
    body = {"country": "AT", "tax_rate": "13.00"}
    assert (await api.put(f"/events/{event['id']}", organizer, body)).status_code == 200
    second = (await place(api, buyer, await item(api, event))).json()
    payment = await pay(api, buyer, provider, second)
    documents = [(await issued(api, buyer, order))[0] for order in (first, second)]
    lines = [line for document in documents for line in document["lines"]]
    assert [(line["event_country"], line["tax_rate"]) for line in lines] == [
        *[("DE", "7.00"), ("AT", "13.00")]
    ]
    await api.post(f"/transactions/{payment['id']}/refund", organizer)
    report = (await api.get("/analytics/taxes", organizer)).json()
    assert [
        (flow["country"], flow["rate"], flow["charged_net"], flow["refunded_net"])
        for flow in report["by_country"]
    ] == [("AT", "13.00", "94.69", "94.69"), ("DE", "7.00", "200.00", "0.00")]
    (credit_note,) = [
        document
        for document in (await issue(api, buyer, second)).json()
        if document["kind"] == "credit_note"
    ]
    assert {line["event_country"] for line in credit_note["lines"]} == {"AT"}
    await require_agreement(connection)


async def test_report_is_by_country_rate_and_period(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider, clock: MovableClock
) -> None:
    """The same rate in two countries is one of `by_rate`, and two of `by_country`."""
    await be_seller(api, organizer)
    for fields in ({"country": "DE"}, {"country": "TH"}, {}):
        await paid_order(api, organizer, buyer, provider, tax_rate="7.00", **fields)
    clock.move(hours=1)
    path = "/analytics/taxes?interval=month"
    report = (await api.get(path, organizer)).json()
    (flow,) = report["by_rate"]
    assert (flow["net"], flow["tax"]) == ("150.00", "10.50")
    assert "country" not in flow
    by_country = [(flow["country"], flow["net"], flow["tax"]) for flow in report["by_country"]]
    assert by_country == [
        ("DE", "50.00", "3.50"),
        ("TH", "50.00", "3.50"),
        (None, "50.00", "3.50"),
    ]
    (bucket,) = [bucket for bucket in report["over_time"] if bucket["by_rate"]]
    assert bucket["by_country"] == report["by_country"]
    rows = csv_rows(await api.get(path.replace("taxes", "taxes.csv"), organizer))
    for section in ("by_country", "by_country_over_time"):
        found = [row for row in rows if row["section"] == section]
        assert [(row["country"], row["net"]) for row in found] == [
            *[("DE", "50.00"), ("TH", "50.00"), ("", "50.00")]
        ]
    assert {row["country"] for row in rows if not row["section"].startswith("by_country")} == {""}


async def test_small_business_charges_nothing_in_any_country(api: Api, organizer: Person) -> None:
    await be_seller(api, organizer, taxes_by_country=[AUSTRIA], is_small_business=True, vat_id=None)
    event = await api.event(organizer, country="AT")
    # The rates hold once the seller says otherwise.
    assert (event["by_small_business"], event["tax_rate"]) == (True, "13.00")


async def test_business_owes_the_tax_of_admission_only_in_its_own_country(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    """A German seller: in Germany nobody owes it, in France French businesses do."""
    await be_seller(api, organizer, taxes_by_country=ALL, allows_reverse_charge=True)
    paris, berlin = [await venue_in(api, organizer, code) for code in ("FR", "DE")]
    french = {**BILLING, "country": "FR", "vat_id": "FRXX123456789", "wants_e_invoice": True}
    austrian = {**BILLING, "country": "AT", "vat_id": "ATU12345678"}
    wanted = [
        await item(api, await api.event(organizer, venue_id=venue["id"], payment="online"))
        for venue in (paris, berlin)
    ]
    order = (await place(api, buyer, *wanted)).json()
    path = f"/orders/{order['id']}/billing"
    for billing, reliefs in ((austrian, [None, None]), (french, ["reverse_charge", None])):
        assert (await api.put(path, buyer, billing)).status_code == 200
        order = (await api.get(f"/orders/{order['id']}", buyer)).json()
        assert [line["tax_relief"] for line in order["items"]] == reliefs
    await pay(api, buyer, provider, order)
    (invoice,) = await issued(api, buyer, order)
    assert {(line["event_country"], line["tax_category"]) for line in invoice["lines"]} == {
        *[("FR", "reverse_charge"), ("DE", "standard")]
    }
    rows = csv_rows(await api.get("/invoices.csv", organizer))
    assert {(row["event_country"], row["tax_rate"]) for row in rows} == {
        *[("FR", "0.00"), ("DE", "7.00")]
    }
    path = f"/invoices/{invoice['id']}/document"
    assert "Reverse charge" in " ".join(
        read_by_pdfium((await api.get(f"{path}.pdf", buyer)).content)
    )
    xml = await api.get(f"{path}.xml", buyer)
    # Two countries: it says none as where all of it was delivered.
    assert broken_rules(xml.content) == set() and "ShipToTradeParty" not in xml.text
    await require_agreement(connection)


async def test_e_invoice_says_in_which_country_the_event_is(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer, taxes_by_country=ALL)
    order = await order_of(api, buyer, await api.event(organizer, payment="online", country="AT"))
    body = {**BILLING, "wants_e_invoice": True}
    assert (await api.put(f"/orders/{order['id']}/billing", buyer, body)).status_code == 200
    await pay(api, buyer, provider, order)
    (invoice,) = await issued(api, buyer, order)
    xml = await api.get(f"/invoices/{invoice['id']}/document.xml", buyer)
    assert broken_rules(xml.content) == set()
    delivered = xml.text.partition("ShipToTradeParty")[2].partition("ShipToTradeParty")[0]
    assert "CountryID>AT<" in delivered


async def test_taxes_of_other_countries_have_accounts_of_their_own(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider, clock: MovableClock
) -> None:
    """Thai and German tax have the same rate: 8300 is for the German one alone."""
    await be_seller(api, organizer)
    for country in ("DE", "TH"):
        fields = {"tax_rate": "7.00", "currency": "EUR", "country": country}
        order = await paid_order(api, organizer, buyer, provider, **fields)
        await issued(api, buyer, order)
    today = clock().astimezone(ZoneInfo("Europe/Berlin")).date()
    days = {name: str(today) for name in ("date_from", "date_to")}
    asked = {"consultant": 29098, "client": 55003, **days}
    path = f"/sellers/{organizer.id}/journal.csv"
    refused = assert_problem(await api.get(path, organizer, params=asked), 422, "validation_failed")
    assert "TH-7" in refused["detail"]
    found = await api.get(path, organizer, params={**asked, "accounts": "TH-7=8339"})
    assert found.status_code == 200, found.text
    lines = found.content.decode("cp1252").splitlines()[2:]
    charged = [("8300" in line, "8339" in line) for line in lines if ";83" in line]
    assert charged == [(True, False), (False, True)], lines
