"""Rates of their own for ticket types, add-ons and fees, from the price to the report."""

from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.application.use_cases.order.set_order_discount import SetOrderDiscountCommand
from src.domain.entities.user import Actor
from tests.support.api import Api, Person, assert_problem
from tests.support.halls import make_hall, seated_event
from tests.support.invoices import be_seller, issued, require_agreement
from tests.support.orders import add_on, item, of, pay, place, stored
from tests.support.payments import ScriptedProvider

EVENT = {
    "payment": "online",
    "price": "100.00",
    "tax_rate": "7.00",
    "service_fee_fixed": "10.00",
    "fee_tax_rate": "19.00",
}


async def ordered(api: Api, organizer: Person, buyer: Person, **fields: Any) -> dict[str, Any]:
    """A ticket and a T-shirt at another rate."""
    event = await api.event(organizer, **{**EVENT, **fields})
    shirt = await add_on(api, organizer, event, tax_rate="25.00")
    assert shirt["tax_rate"] == "25.00"
    answer = await place(api, buyer, await item(api, event), of(shirt))
    assert answer.status_code == 201, answer.text
    order: dict[str, Any] = answer.json()
    return order


async def test_each_part_of_an_order_has_its_own_rate(
    api: Api, organizer: Person, buyer: Person
) -> None:
    order = await ordered(api, organizer, buyer)
    ticket, shirt = order["items"]
    assert [ticket[name] for name in ("tax_rate", "fee_tax_rate")] == ["7.00", "19.00"]
    assert [ticket[name] for name in ("tax_amount", "fee_tax_amount")] == ["8.90", "1.90"]
    # 25 % of 15.00, and 19 % of the fee of 10.00.
    assert [shirt[name] for name in ("tax_rate", "tax_amount")] == ["25.00", "5.65"]
    assert order["total_amount"] == "149.55"


async def test_inclusive_prices_contain_each_rate(
    api: Api, organizer: Person, buyer: Person
) -> None:
    order = await ordered(
        api, organizer, buyer, price="107.00", service_fee_fixed="11.90", tax_inclusive=True
    )
    ticket, shirt = order["items"]
    assert [ticket[name] for name in ("tax_amount", "fee_tax_amount")] == ["8.90", "1.90"]
    assert shirt["tax_included"] == "4.90"
    assert order["total_amount"] == "145.80"


async def test_invoice_and_report_have_a_sum_for_each_rate(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await be_seller(api, organizer)
    order = await ordered(api, organizer, buyer)
    payment = await pay(api, buyer, provider, order)
    (invoice,) = await issued(api, buyer, order)
    assert [(taxed["tax_rate"], taxed["tax_amount"]) for taxed in invoice["taxes"]] == [
        ("25.00", "3.75"),
        ("19.00", "3.80"),
        ("7.00", "7.00"),
    ]
    await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": "31.07"})
    await issued(api, buyer, order)
    await api.post(f"/transactions/{payment['id']}/refund", organizer)
    documents = await issued(api, buyer, order)
    report = (await api.get("/analytics/taxes", organizer)).json()["by_rate"]
    assert [flow["rate"] for flow in report] == ["25.00", "19.00", "7.00"]
    for flow in report:
        taxes = [
            Decimal(taxed["tax_amount"])
            for document in documents[1:]
            for taxed in document["taxes"]
            if taxed["tax_rate"] == flow["rate"]
        ]
        assert sum(taxes) == Decimal(flow["refunded_tax"]) == Decimal(flow["charged_tax"])
    await require_agreement(connection)


async def test_ticket_costs_the_same_however_it_is_bought(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, price="100.00")
    (kind,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    path = f"/ticket-types/{kind['id']}"
    assert (await api.put(path, organizer, {"tax_rate": "7.00"})).status_code == 200
    body = {"event_id": event["id"], "quantity": 1}
    booking = (await api.post("/bookings", buyer, body)).json()
    order = (await api.get(f"/orders/{booking['order_id']}", buyer)).json()
    assert order["total_amount"] == "107.00"
    assert (await place(api, buyer, of(kind))).json()["total_amount"] == "107.00"
    # Without a rate of its own it has the event's again.
    assert (await api.put(path, organizer, {"tax_rate": None})).json()["tax_rate"] is None
    assert (await place(api, buyer, of(kind))).json()["total_amount"] == "100.00"


async def test_new_code_prices_an_order_again_with_the_rates_it_was_given(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, **EVENT)
    order = (await place(api, buyer, await item(api, event))).json()
    changed = {"tax_rate": "50.00", "fee_tax_rate": None}
    assert (await api.put(f"/events/{event['id']}", organizer, changed)).status_code == 200
    code = {"code": "HALF", "kind": "percent", "value": "50.00"}
    assert (await api.post("/discounts", organizer, code)).status_code == 201
    command = SetOrderDiscountCommand(order["id"], "HALF")
    actor = Actor(buyer.id, buyer.user.role)
    await api.container.selling.set_order_discount().execute(actor, command)
    (priced,) = (await api.get(f"/orders/{order['id']}", buyer)).json()["items"]
    assert [priced[name] for name in ("tax_rate", "fee_tax_rate")] == ["7.00", "19.00"]
    assert [priced[name] for name in ("tax_amount", "fee_tax_amount")] == ["5.40", "1.90"]


async def test_seats_have_the_tax_of_their_event(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.venue["id"])
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    before = await stored(connection)
    path = f"/ticket-types/{types[0]['id']}"
    refused = assert_problem(
        await api.put(path, organizer, {"tax_rate": "7.00"}), 422, "validation_failed"
    )
    assert refused["errors"][0]["field"] == "body.tax_rate"
    assert await stored(connection) == before
    shirt = await add_on(api, organizer, event, tax_rate="7.00")
    assert shirt["tax_rate"] == "7.00"


@pytest.mark.parametrize("rate", ["100.01", "-1", "7.001"])
async def test_rate_that_is_no_percentage_is_refused(
    rate: str, api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    before = await stored(connection)
    refused = await api.put(f"/events/{event['id']}", organizer, {"fee_tax_rate": rate})
    assert_problem(refused, 422, "validation_failed")
    body = {"name": "Other", "price": "1.00", "tax_rate": rate}
    refused = await api.post(f"/events/{event['id']}/ticket-types", organizer, body)
    assert_problem(refused, 422, "validation_failed")
    assert await stored(connection) == before
