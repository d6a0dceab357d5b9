"""In random seasons the tax report, the invoices and the ledger agree to the smallest unit.

With several rates, prices that contain a tax or not, both roundings, currencies of none, two and
three decimals, refunds of parts, disputes, small businesses, buyers who owe the tax, and events in
several countries that move to others.
"""

from collections import defaultdict
from decimal import Decimal
from random import Random
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person
from tests.support.csv_tables import csv_rows
from tests.support.disputes import dispute
from tests.support.invoices import BILLING, be_seller, require_agreement
from tests.support.orders import add_on, item, of, order_of, pay, place, read
from tests.support.payments import ScriptedProvider

ORDERS = 12
ABROAD = {**BILLING, "country": "AT", "vat_id": "ATU12345678"}
COUNTRIES = (None, "DE", "AT", "TH")
AUSTRIA = {"country": "AT", "tax_rate": "13.00", "reverse_charge": True}
TERMS = (
    {
        "tax_rounding": "document",
        "allows_reverse_charge": True,
        "taxes_by_country": [AUSTRIA],
    },
    {"tax_rounding": "line", "allows_reverse_charge": True},
    {"is_small_business": True, "vat_id": None},
)
RATES = ("0.00", "7.00", "19.00", "7.70", "33.33", "2.10")
UNITS = {"EUR": Decimal("0.01"), "JPY": Decimal(1), "KWD": Decimal("0.001")}

Sums = dict[tuple[str, ...], tuple[Decimal, Decimal]]
"""Net and tax by currency, rate and category, and by country where that is said."""


async def event_of(api: Api, organizer: Person, random: Random) -> dict[str, Any]:
    currency = random.choice(list(UNITS))
    unit = UNITS[currency]
    event = await api.event(
        organizer,
        payment="online",
        capacity=100,
        currency=currency,
        price=str(random.randint(1, 20000) * unit),
        service_fee_fixed=str(random.randint(0, 300) * unit),
        service_fee_percent=f"{random.randint(0, 1500) / 100:.2f}",
        tax_rate=random.choice(RATES),
        fee_tax_rate=random.choice([None, *RATES]),
        tax_inclusive=random.random() < 0.5,
        country=random.choice(COUNTRIES),
        venue=random.choice([None, "Hall"]),
    )
    price, rate = str(random.randint(1, 3000) * unit), random.choice([None, *RATES])
    event["shirt"] = await add_on(api, organizer, event, price=price, tax_rate=rate, capacity=200)
    return event


async def order_something(
    api: Api, buyer: Person, events: list[dict[str, Any]], random: Random
) -> dict[str, Any]:
    """Tickets and shirts of events of one currency; by a business of another country, perhaps."""
    event = random.choice(events)
    others = [other for other in events if other["currency"] == event["currency"]]
    wanted = []
    for chosen in random.sample(others, k=random.randint(1, len(others))):
        wanted.append(await item(api, chosen, random.randint(1, 3)))
        if random.random() < 0.5:
            wanted.append(of(chosen["shirt"], random.randint(1, 4)))
    answer = await place(api, buyer, *wanted)
    assert answer.status_code == 201, answer.text
    order: dict[str, Any] = answer.json()
    if random.random() < 0.4:
        path = f"/orders/{order['id']}/billing"
        assert (await api.put(path, buyer, ABROAD)).status_code == 200
        order = await read(api, buyer, order)
    return order


async def dispute_something(
    api: Api, provider: ScriptedProvider, order: dict[str, Any], random: Random
) -> None:
    """A part of the payment or all of it, which is still open, lost or won."""
    unit = UNITS[order["currency"]]
    most = int(Decimal(order["total_amount"]) / unit)
    amount = random.choice([None, random.randint(1, most) * unit])
    status, reference = "needs_response", None
    for following in ("lost", "won"):
        reference = await dispute(
            api, provider, order["payment"], status, reference=reference, amount=amount
        )
        status = following
        if random.random() < 0.4:
            return


async def refund_something(
    api: Api, organizer: Person, buyer: Person, order: dict[str, Any], random: Random
) -> None:
    """A part of the payment, one ticket, or all that is left."""
    payment = order["payment"]
    match random.randint(0, 3):
        case 0:
            unit = UNITS[order["currency"]]
            paid = Decimal(order["total_amount"])
            amount = random.randint(1, max(1, int(paid / unit) // 2)) * unit
            path = f"/transactions/{payment['id']}/refund"
            await api.post(path, organizer, {"amount": str(amount)})
        case 1:
            tickets = (await read(api, buyer, order))["bookings"][0]["tickets"]
            code = random.choice(tickets)["ticket_code"]
            await api.post(f"/tickets/{code}/refund", organizer)
        case 2:
            await api.post(f"/transactions/{payment['id']}/refund", organizer)


@pytest.mark.parametrize("seed", range(1, 7))
async def test_report_invoices_and_ledger_agree(
    seed: int,
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    random = Random(seed)
    events = [await event_of(api, organizer, random) for _ in range(5)]
    for number in range(ORDERS):
        if number % 4 == 0:
            # What was sold until now keeps what it was made with.
            await be_seller(api, organizer, **TERMS[(seed + number // 4) % len(TERMS)])
        order = await order_something(api, buyer, events, random)
        order["payment"] = await pay(api, buyer, provider, order)
        for _ in range(random.randint(0, 3)):
            await refund_something(api, organizer, buyer, order, random)
        if random.random() < 0.4:
            await dispute_something(api, provider, order, random)
        if random.random() < 0.5:
            assert (await api.post(f"/orders/{order['id']}/invoices", buyer)).status_code == 200
        if random.random() < 0.3:
            # What was sold until now was sold in the country before.
            moved = {"country": random.choice(COUNTRIES)}
            path = f"/events/{random.choice(events)['id']}"
            assert (await api.put(path, organizer, moved)).status_code == 200
    clock.move(minutes=61)
    await api.container.invoicing.issue_invoices().execute()
    await require_agreement(connection)

    report = (await api.get("/analytics/taxes", organizer)).json()
    by_report: Sums = {
        (flow["currency"], flow["rate"], flow["category"]): (
            Decimal(flow["net"]),
            Decimal(flow["tax"]),
        )
        for flow in report["by_rate"]
    }
    documents = csv_rows(await api.get("/invoices.csv", organizer))
    assert {flow for flow, sums in by_report.items() if any(sums)}
    assert _without_nothing(by_report) == _without_nothing(_sums(documents))
    assert by_report == _sums(
        [_as_row(flow) for bucket in report["over_time"] for flow in bucket["by_rate"]]
    )
    _require_same_by_country(report, documents)
    ledger = await connection.fetch(
        "SELECT currency, sum(amount) AS amount FROM ledger_entries "
        "WHERE account IN ('tickets', 'fees', 'taxes') GROUP BY currency"
    )
    gross: dict[str, Decimal] = defaultdict(Decimal)
    for (currency, *_), (net, tax) in by_report.items():
        gross[currency] += net + tax
    assert gross == {row["currency"]: row["amount"] for row in ledger}
    # Nothing is charged below nothing: each rate has at least what went back.
    assert all(Decimal(flow["gross"]) >= 0 for flow in report["by_rate"])


def _require_same_by_country(report: dict[str, Any], documents: list[dict[str, Any]]) -> None:
    """By country, rate and category the report has what the documents have, and no more by rate."""
    flows = [_as_row(flow) for flow in report["by_country"]]
    key = ("event_country", "currency", "tax_rate", "tax_category")
    by_country = _sums(flows, key)
    assert len(by_country) == len(flows)
    assert len({country for country, *_ in by_country}) > 1
    assert _without_nothing(by_country) == _without_nothing(_sums(documents, key))
    assert _sums(flows) == _sums([_as_row(flow) for flow in report["by_rate"]])
    over_time = [flow for bucket in report["over_time"] for flow in bucket["by_country"]]
    assert by_country == _sums([_as_row(flow) for flow in over_time], key)


def _as_row(flow: dict[str, Any]) -> dict[str, Any]:
    """A flow of the report with the names that documents have."""
    return {
        "net_amount": flow["net"],
        "tax_amount": flow["tax"],
        "tax_rate": flow["rate"],
        "tax_category": flow["category"],
        "event_country": flow.get("country") or "",
        **flow,
    }


def _sums(
    rows: list[dict[str, Any]], names: tuple[str, ...] = ("currency", "tax_rate", "tax_category")
) -> Sums:
    sums: Sums = {}
    for row in rows:
        key = tuple(row[name] for name in names)
        net, tax = sums.get(key, (Decimal(0), Decimal(0)))
        sums[key] = net + Decimal(row["net_amount"]), tax + Decimal(row["tax_amount"])
    return sums


def _without_nothing(sums: Sums) -> Sums:
    return {key: amounts for key, amounts in sums.items() if any(amounts)}


async def test_report_says_what_prices_contained_and_what_went_back(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    fields = {"payment": "online", "price": "119.00", "tax_rate": "19.00", "tax_inclusive": True}
    order = await order_of(api, buyer, await api.event(organizer, **fields))
    payment = await pay(api, buyer, provider, order)
    await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": "119.00"})
    (flow,) = (await api.get("/analytics/taxes", organizer)).json()["by_rate"]
    assert flow == {
        "currency": "USD",
        "rate": "19.00",
        "category": "standard",
        "charged_net": "200.00",
        "charged_tax": "38.00",
        "refunded_net": "100.00",
        "refunded_tax": "19.00",
        "net": "100.00",
        "tax": "19.00",
        "gross": "119.00",
        "included_tax": "19.00",
    }
    rows = csv_rows(await api.get("/analytics/taxes.csv?interval=month", organizer))
    (total,) = [row for row in rows if row["section"] == "by_rate"]
    assert {name: total[name] for name in flow} == flow


async def test_report_is_of_the_own_events_and_of_the_period(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    before = clock().isoformat()
    order = await order_of(
        api, buyer, await api.event(organizer, payment="online", tax_rate="10.00")
    )
    payment = await pay(api, buyer, provider, order)
    clock.move(hours=2)
    later = clock().isoformat()
    await api.post(f"/transactions/{payment['id']}/refund", organizer)
    clock.move(hours=1)
    first = {"date_from": before, "date_to": later}
    (flow,) = (await api.get("/analytics/taxes", organizer, params=first)).json()["by_rate"]
    assert (flow["charged_tax"], flow["refunded_tax"]) == ("5.00", "0.00")
    second = {"date_from": later, "date_to": clock().isoformat()}
    (flow,) = (await api.get("/analytics/taxes", organizer, params=second)).json()["by_rate"]
    assert (flow["charged_tax"], flow["refunded_tax"], flow["tax"]) == ("0.00", "5.00", "-5.00")
    other = await api.person(Role.ORGANIZER)
    assert (await api.get("/analytics/taxes", other)).json()["by_rate"] == []
