"""The journal as DATEV reads it: all documents of some days, which add up to the ledger."""

import csv
import io
from collections import defaultdict
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import asyncpg
import httpx
import pytest

from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.invoices import BILLING, be_seller, issued, paid_order
from tests.support.orders import add_on, item, of, order_of, pay, place
from tests.support.payments import ScriptedProvider

DAYS = {"date_from": "2026-01-01", "date_to": "2026-12-31"}
NUMBERS = {"consultant": 29098, "client": 55003}
TAXED = {
    "payment": "online",
    "currency": "EUR",
    "price": "107.00",
    "service_fee_fixed": "11.90",
    "tax_rate": "7.00",
    "fee_tax_rate": "19.00",
    "tax_inclusive": True,
}


async def fetch(api: Api, who: Person, **query: Any) -> httpx.Response:
    path = f"/sellers/{who.id}/journal.csv"
    return await api.get(path, who, params={**DAYS, **NUMBERS, **query})


def read(response: httpx.Response) -> tuple[list[str], list[dict[str, str]]]:
    """The header, and the bookings by heading."""
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/csv; charset=windows-1252"
    text = response.content.decode("cp1252")
    assert text.endswith("\r\n") and text.count("\n") == text.count("\r\n")
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    header, headings, *rows = lines
    assert (len(header), len(headings)) == (31, 125)
    assert {len(row) for row in rows} <= {125}
    return header, [dict(zip(headings, row, strict=True)) for row in rows]


def sums(rows: list[dict[str, str]]) -> dict[str, Decimal]:
    """The balance of each account: what is on its debit side less what is on the other."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        amount = Decimal(row["Umsatz (ohne Soll/Haben-Kz)"].replace(",", "."))
        assert amount > 0
        debit = amount if row["Soll/Haben-Kennzeichen"] == "S" else -amount
        found[row["Konto"]] += debit
        found[row["Gegenkonto (ohne BU-Schlüssel)"]] -= debit
    return dict(found)


async def test_accounts_add_up_to_the_ledger(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await be_seller(api, organizer)
    event = await api.event(organizer, **TAXED, title='Größe "Finale" ไทย')
    shirt = await add_on(api, organizer, event, tax_rate="19.00")
    order = (await place(api, buyer, await item(api, event, 2), of(shirt, 3))).json()
    payment = await pay(api, buyer, provider, order)
    (invoice,) = await issued(api, buyer, order)
    path = f"/transactions/{payment['id']}/refund"
    assert (await api.post(path, organizer, {"amount": "33.33"})).status_code == 201
    await issued(api, buyer, order)
    header, rows = read(await fetch(api, organizer))
    assert header[:5] == ["EXTF", "700", "21", "Buchungsstapel", "13"]
    assert header[10:16] == ["29098", "55003", "20260101", "4", "20260101", "20261231"]
    assert (header[20], header[21], header[26]) == ("0", "EUR", "03")
    ledger = await connection.fetchval("SELECT sum(amount) FROM ledger_entries")
    found = sums(rows)
    assert found["1360"] == ledger
    report = (await api.get("/analytics/taxes", organizer)).json()["by_rate"]
    gross = {flow["rate"]: -Decimal(flow["gross"]) for flow in report}
    assert (found["8400"], found["8300"]) == (gross["19.00"], gross["7.00"])
    first = rows[0]
    assert first["Belegfeld 1"] == invoice["number"]
    assert first["Buchungstext"] == f'{order["reference"]} Größe "Finale" ???'
    assert {row["Soll/Haben-Kennzeichen"] for row in rows} == {"S", "H"}
    assert len(first["Belegdatum"]) == 4


async def test_own_accounts_and_the_other_chart(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider, **TAXED)
    await issued(api, buyer, order)
    _, rows = read(await fetch(api, organizer, chart="04", account_length=5))
    assert sums(rows).keys() == {"14600", "44000", "43000"}
    own = {"accounts": "7=8301, 19=8401", "money_account": "10000"}
    assert sums(read(await fetch(api, organizer, **own))[1]).keys() == {"10000", "8301", "8401"}
    # Documents of other days and currencies are in other files.
    _, rows = read(await fetch(api, organizer, date_from="2026-01-01", date_to="2026-01-31"))
    assert rows == []
    assert read(await fetch(api, organizer, currency="USD"))[1] == []


async def test_what_a_business_abroad_owes_has_its_vat_id(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer, allows_reverse_charge=True)
    order = await order_of(api, buyer, await api.event(organizer, **TAXED))
    body = {**BILLING, "country": "AT", "vat_id": "ATU12345678"}
    assert (await api.put(f"/orders/{order['id']}/billing", buyer, body)).status_code == 200
    await pay(api, buyer, provider, order)
    await issued(api, buyer, order)
    _, rows = read(await fetch(api, organizer))
    assert {row["EU-Land u. UStID (Bestimmung)"] for row in rows} == {"ATU12345678"}
    assert sums(rows).keys() == {"1360", "8336"}


async def test_days_are_those_of_the_seller(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    await be_seller(api, organizer, timezone="Pacific/Auckland")
    order = await paid_order(api, organizer, buyer, provider, **TAXED)
    (invoice,) = await issued(api, buyer, order)
    day = clock().astimezone(ZoneInfo("Pacific/Auckland")).date()
    only = {"date_from": str(day), "date_to": str(day)}
    start = str(day.replace(month=1, day=1))
    _, rows = read(await fetch(api, organizer, **only, fiscal_year_start=start))
    assert {row["Belegdatum"] for row in rows} == {f"{day:%d%m}"}
    assert {row["Belegfeld 1"] for row in rows} == {invoice["number"]}


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"date_to": "2025-12-31"}, "query.date_to"),
        ({"date_to": "2027-01-01"}, "query.date_from"),
        ({"fiscal_year_start": "2026-01-15"}, "query.fiscal_year_start"),
        ({"currency": "JPY"}, "query.currency"),
        ({"currency": "XXX"}, "query.currency"),
        ({"accounts": "19"}, "query.accounts"),
        ({"accounts": "19=84x"}, "query.accounts"),
        ({"money_account": "123456"}, "query.accounts"),
        ({"money_account": "12a"}, "query.money_account"),
        ({"consultant": 1000}, "query.consultant"),
        ({"client": 0}, "query.client"),
        ({"account_length": 9}, "query.account_length"),
        ({"chart": "51"}, "query.chart"),
        ({"date_to": "9999-12-31"}, "query.date_to"),
    ],
)
async def test_file_that_could_not_be_read_is_refused(
    query: dict[str, Any], field: str, api: Api, organizer: Person
) -> None:
    await be_seller(api, organizer)
    problem = assert_problem(await fetch(api, organizer, **query), 422, "validation_failed")
    assert problem["errors"][0]["field"].startswith(field)


async def test_rate_without_an_account_is_refused(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider, **{**TAXED, "tax_rate": "16.00"})
    await issued(api, buyer, order)
    problem = assert_problem(await fetch(api, organizer), 422, "validation_failed")
    assert "16" in problem["errors"][0]["message"]
    assert read(await fetch(api, organizer, accounts="16=8405"))[1]


async def test_organizer_who_issues_no_invoices_has_no_file(api: Api, organizer: Person) -> None:
    assert_problem(await fetch(api, organizer), 404, "not_found")
