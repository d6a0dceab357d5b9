"""The journal as DATEV reads it: all documents of some days, which add up to the ledger."""

import re
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.invoices import BILLING, be_seller, issued, paid_order
from tests.support.journals import journal, lines_of, read, sums, year_around
from tests.support.orders import add_on, item, of, order_of, pay, place
from tests.support.payments import ScriptedProvider
from tests.support.settlement import pay_out

TAXED = {
    "payment": "online",
    "currency": "EUR",
    "price": "107.00",
    "service_fee_fixed": "11.90",
    "tax_rate": "7.00",
    "fee_tax_rate": "19.00",
    "tax_inclusive": True,
}


FILLED = {
    1: r"(?!0{1,10},00)\d{1,10},\d{2}",
    2: '"(S|H)"',
    3: '"[A-Z]{3}"',
    7: r"(?!0{1,9}$)\d{1,9}",
    8: r"(?!0{1,9}$)\d{1,9}",
    10: r"(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])",
    11: r'"[\w$&%*+/-]{1,36}"',
    14: '"([^"]|""){0,60}"',
    21: '"([^"]|""){0,20}"',
    22: '"([^"]|""){0,210}"',
    23: '"([^"]|""){0,20}"',
    24: '"([^"]|""){0,210}"',
    40: '"[A-Z0-9]{0,15}"',
    114: "[01]",
}
"""By position, counted from 1: what DATEV's description of the format allows. All else is empty."""


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
    days = year_around(api.clock().date())
    header, rows = read(await journal(api, organizer))
    assert header[:5] == ["EXTF", "700", "21", "Buchungsstapel", "13"]
    first, last = (days[name].replace("-", "") for name in ("date_from", "date_to"))
    assert header[10:16] == ["29098", "55003", first, "4", first, last]
    assert (header[20], header[21], header[26]) == ("0", "EUR", "03")
    ledger = await connection.fetchval("SELECT sum(amount) FROM ledger_entries")
    found = sums(rows)
    # All that was paid is with the platform, and nobody owes anything.
    assert found["1360"] == ledger
    assert found["10000"] == 0
    report = (await api.get("/analytics/taxes", organizer)).json()["by_rate"]
    gross = {flow["rate"]: -Decimal(flow["gross"]) for flow in report}
    assert (found["8400"], found["8300"]) == (gross["19.00"], gross["7.00"])
    document = rows[0]
    assert document["Belegfeld 1"] == invoice["number"]
    assert document["Buchungstext"] == f'{order["reference"]} Größe "Finale" ???'
    paid, refunded = (row for row in rows if row["Konto"] == "1360")
    assert (paid["Soll/Haben-Kennzeichen"], paid["Belegfeld 1"]) == ("S", invoice["number"])
    assert (paid["Beleginfo - Art 1"], paid["Beleginfo - Art 2"]) == ("Zahlungsdienst", "Buchung")
    reference = payment["provider_reference"]
    assert paid["Beleginfo - Inhalt 1"] == f"scripted {reference}"
    assert paid["Beleginfo - Inhalt 2"] == f"T{payment['id']}-0"
    assert paid["Buchungstext"] == f"Zahlung {order['reference']}"
    assert (refunded["Soll/Haben-Kennzeichen"], refunded["Gegenkonto (ohne BU-Schlüssel)"]) == (
        *("H", "10000"),
    )


async def test_each_field_has_the_form_that_datev_describes(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer, allows_reverse_charge=True)
    title = 'A "very" long title; with semicolons, ' + "ä" * 60
    order = await order_of(api, buyer, await api.event(organizer, **TAXED, title=title))
    body = {**BILLING, "country": "AT", "vat_id": "ATU12345678"}
    assert (await api.put(f"/orders/{order['id']}/billing", buyer, body)).status_code == 200
    await pay(api, buyer, provider, order)
    await issued(api, buyer, order)
    # The reference of a transfer may have what no number in the file can.
    admin = await api.person(Role.ADMIN)
    reference = 'Überweisung 7.77 EUR, "Abschlag" für November 2026'
    paid = {"currency": "EUR", "reference": reference, "is_advance": True}
    assert (await pay_out(api, admin, organizer, "7.77", **paid)).status_code == 201
    response = await journal(api, organizer, account_length=8)
    header, _, *lines = response.content.decode("cp1252").split("\r\n")[:-1]
    assert re.fullmatch(
        r'"EXTF";700;21;"Buchungsstapel";13;\d{17};;"RE";"";"";\d{4,7};\d{1,5};\d{8};8;\d{8};\d{8};'
        r'"Tickets";"";1;0;0;"EUR";;"";;;"03";;;"";""',
        header,
    )
    assert len(lines) == 3
    for line in lines:
        fields = re.findall(r'(?:^|;)("(?:[^"]|"")*"|[^;"]*)', line)
        assert len(fields) == 125
        for number, field in enumerate(fields, 1):
            assert re.fullmatch(FILLED.get(number, ""), field) or not field, (number, field)
    assert read(response)[1][-1]["Belegfeld 1"] == "-berweisung-7-77-EUR-Abschlag-f-r-No"


async def test_own_accounts_and_the_other_chart(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider, **TAXED)
    await issued(api, buyer, order)
    lines = await lines_of(api, organizer, chart="04", account_length=5)
    assert sums(lines).keys() == {"14600", "44000", "43000", "100000"}
    own = "7=8301, 19.00 = 8401, platform=12345, debtors=10099"
    found = sums(await lines_of(api, organizer, accounts=own))
    assert found.keys() == {"12345", "8301", "8401", "10099"}
    # What is of other days and currencies is in other files.
    first = year_around(api.clock().date())["date_from"]
    assert await lines_of(api, organizer, date_from=first, date_to=first) == []
    assert await lines_of(api, organizer, currency="USD") == []


async def test_what_a_business_abroad_owes_has_its_vat_id(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer, allows_reverse_charge=True)
    order = await order_of(api, buyer, await api.event(organizer, **TAXED))
    body = {**BILLING, "country": "AT", "vat_id": "ATU12345678"}
    assert (await api.put(f"/orders/{order['id']}/billing", buyer, body)).status_code == 200
    await pay(api, buyer, provider, order)
    await issued(api, buyer, order)
    rows = await lines_of(api, organizer)
    ids = {(row["EU-Land u. UStID (Bestimmung)"], row["Konto"]) for row in rows}
    assert ids == {("ATU12345678", "10000"), ("", "1360")}
    assert sums(rows).keys() == {"1360", "8336", "10000"}


async def test_documents_are_of_the_day_that_they_say(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    """Also once the seller has moved to where it was another day."""
    await be_seller(api, organizer, timezone="Pacific/Kiritimati")
    order = await paid_order(api, organizer, buyer, provider, **TAXED)
    (invoice,) = await issued(api, buyer, order)
    day = clock().astimezone(ZoneInfo("Pacific/Kiritimati")).date()
    assert day != clock().astimezone(ZoneInfo("Pacific/Pago_Pago")).date()
    only = {"date_from": str(day), "date_to": str(day)}
    start = {"fiscal_year_start": str(day.replace(day=1))}

    async def documents() -> list[dict[str, str]]:
        lines = await lines_of(api, organizer, **only, **start)
        return [line for line in lines if line["Konto"] == "10000"]

    before = await documents()
    assert {line["Belegdatum"] for line in before} == {f"{day:%d%m}"}
    assert {line["Belegfeld 1"] for line in before} == {invoice["number"]}
    seller = await be_seller(api, organizer, timezone="Pacific/Pago_Pago")
    assert seller["timezone"] == "Pacific/Pago_Pago"
    assert await documents() == before


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ({"date_to": "2000-01-01"}, "query.date_to", "before the first"),
        ({"date_to": "2999-01-01"}, "query.date_from", "in one fiscal year"),
        ({"date_from": "2000-01-01"}, "query.date_from", "in one fiscal year"),
        ({"fiscal_year_start": "2026-01-15"}, "query.fiscal_year_start", "first day of a month"),
        ({"currency": "JPY"}, "query.currency", "two decimals"),
        ({"currency": "XXX"}, "query.currency", ""),
        ({"accounts": "19"}, "query.accounts", "Write accounts like"),
        ({"accounts": "19=84x0"}, "query.accounts", "a number other than 0"),
        ({"accounts": "19=0000"}, "query.accounts", "a number other than 0"),
        ({"accounts": "19=0"}, "query.accounts", "a number other than 0"),
        ({"accounts": "19=840"}, "query.accounts", "has to have 4 digits"),
        ({"accounts": "19=84000"}, "query.accounts", "has to have 4 digits"),
        ({"accounts": "bank=12000"}, "query.accounts", "has to have 4 digits"),
        ({"accounts": "debtors=100000"}, "query.accounts", "or one more if it is a person's"),
        ({"accounts": "debtors=01000"}, "query.accounts", "does not begin with 0"),
        ({"accounts": "19=8400,19.0=8401"}, "query.accounts", "Two accounts are given for 19"),
        ({"accounts": "19=8400,7=8300,7=8300"}, "query.accounts", "Two accounts are given for 7"),
        ({"accounts": "101=8400"}, "query.accounts", "a rate from 0 to 100"),
        ({"accounts": "-1=8400"}, "query.accounts", "a rate from 0 to 100"),
        ({"accounts": "1e1=8400"}, "query.accounts", "a rate from 0 to 100"),
        ({"accounts": "7.123=8400"}, "query.accounts", "a rate from 0 to 100"),
        ({"accounts": "debtor=10000"}, "query.accounts", "debtors"),
        ({"accounts": "platform=8400"}, "query.accounts", "have the same account, 8400"),
        ({"accounts": "bank=1360"}, "query.accounts", "have the same account, 1360"),
        ({"consultant": 1000}, "query.consultant", ""),
        ({"client": 0}, "query.client", ""),
        ({"account_length": 9}, "query.account_length", ""),
        ({"account_length": 3}, "query.account_length", ""),
        ({"chart": "51"}, "query.chart", ""),
        ({"date_to": "9999-12-31"}, "query.date_to", ""),
        ({"money_account": "1360"}, "query.money_account", ""),
    ],
)
async def test_file_that_could_not_be_read_is_refused(
    query: dict[str, Any], field: str, words: str, api: Api, organizer: Person
) -> None:
    await be_seller(api, organizer)
    problem = assert_problem(await journal(api, organizer, **query), 422, "validation_failed")
    (error,) = problem["errors"]
    assert error["field"].startswith(field)
    assert words in error["message"]


async def test_rate_without_an_account_is_refused(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider, **{**TAXED, "tax_rate": "16.00"})
    await issued(api, buyer, order)
    problem = assert_problem(await journal(api, organizer), 422, "validation_failed")
    assert "16" in problem["errors"][0]["message"]
    assert await lines_of(api, organizer, accounts="16=8405")


async def test_file_with_more_lines_than_datev_takes_is_refused(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider, **TAXED)
    await issued(api, buyer, order)
    number = len(await lines_of(api, organizer))
    most = "src.application.use_cases.invoice.export_journal.MOST_LINES"
    monkeypatch.setattr(most, number - 1)
    problem = assert_problem(await journal(api, organizer), 422, "validation_failed")
    (error,) = problem["errors"]
    assert error["field"] == "query.date_to"
    assert "get a file for each month" in error["message"]
    monkeypatch.setattr(most, number)
    assert len(await lines_of(api, organizer)) == number


async def test_organizer_who_issues_no_invoices_has_no_file(api: Api, organizer: Person) -> None:
    assert_problem(await journal(api, organizer), 404, "not_found")
