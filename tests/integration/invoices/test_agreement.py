"""In random seasons the tax report, the invoices and the ledger agree to the smallest unit."""

from collections import defaultdict
from decimal import Decimal
from random import Random
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person
from tests.support.csv_tables import csv_rows
from tests.support.invoices import be_seller, require_agreement
from tests.support.orders import order_of, pay, read
from tests.support.payments import ScriptedProvider

ORDERS = 12
RATES = ("0.00", "7.00", "19.00", "7.70", "33.33", "2.10")
UNITS = {"EUR": Decimal("0.01"), "JPY": Decimal(1), "KWD": Decimal("0.001")}

Sums = dict[tuple[str, str], tuple[Decimal, Decimal]]


async def event_of(api: Api, organizer: Person, random: Random) -> dict[str, Any]:
    currency = random.choice(list(UNITS))
    unit = UNITS[currency]
    return await api.event(
        organizer,
        payment="online",
        capacity=100,
        currency=currency,
        price=str(random.randint(1, 20000) * unit),
        service_fee_fixed=str(random.randint(0, 300) * unit),
        service_fee_percent=f"{random.randint(0, 1500) / 100:.2f}",
        tax_rate=random.choice(RATES),
        tax_inclusive=random.random() < 0.5,
    )


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


@pytest.mark.parametrize("seed", [1, 2, 3])
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
    await be_seller(api, organizer)
    events = [await event_of(api, organizer, random) for _ in range(5)]
    for _ in range(ORDERS):
        event = random.choice(events)
        others = [other for other in events if other["currency"] == event["currency"]]
        chosen = random.sample(others, k=random.randint(1, len(others)))
        order = await order_of(api, buyer, *chosen, quantity=random.randint(1, 3))
        order["payment"] = await pay(api, buyer, provider, order)
        for _ in range(random.randint(0, 3)):
            await refund_something(api, organizer, buyer, order, random)
        if random.random() < 0.5:
            assert (await api.post(f"/orders/{order['id']}/invoices", buyer)).status_code == 200
    clock.move(minutes=61)
    await api.container.invoicing.issue_invoices().execute()
    await require_agreement(connection)

    report = (await api.get("/analytics/taxes", organizer)).json()
    by_report: Sums = {
        (flow["currency"], flow["rate"]): (Decimal(flow["net"]), Decimal(flow["tax"]))
        for flow in report["by_rate"]
    }
    documents = csv_rows(await api.get("/invoices.csv", organizer))
    assert {flow for flow, sums in by_report.items() if any(sums)}
    assert _without_nothing(by_report) == _without_nothing(_sums(documents))
    assert by_report == _sums(
        [
            {"net_amount": flow["net"], "tax_amount": flow["tax"], "tax_rate": flow["rate"], **flow}
            for bucket in report["over_time"]
            for flow in bucket["by_rate"]
        ]
    )
    ledger = await connection.fetch(
        "SELECT currency, sum(amount) AS amount FROM ledger_entries GROUP BY currency"
    )
    gross: dict[str, Decimal] = defaultdict(Decimal)
    for (currency, _), (net, tax) in by_report.items():
        gross[currency] += net + tax
    assert gross == {row["currency"]: row["amount"] for row in ledger}
    # Nothing is charged below nothing: each rate has at least what went back.
    assert all(Decimal(flow["gross"]) >= 0 for flow in report["by_rate"])


def _sums(rows: list[dict[str, Any]]) -> Sums:
    sums: Sums = {}
    for row in rows:
        net, tax = sums.get((row["currency"], row["tax_rate"]), (Decimal(0), Decimal(0)))
        amounts = net + Decimal(row["net_amount"]), tax + Decimal(row["tax_amount"])
        sums[row["currency"], row["tax_rate"]] = amounts
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
