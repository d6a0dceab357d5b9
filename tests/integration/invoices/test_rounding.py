"""Rounding by document: a rate's sum is rounded once, from the cart to the invoice and back."""

from decimal import Decimal
from typing import Any

import asyncpg

from tests.support.api import Api, Person
from tests.support.carts import put_in, total_of
from tests.support.invoices import be_seller, issued, require_agreement
from tests.support.orders import item, order_of, pay, place
from tests.support.payments import ScriptedProvider

PENNIES = {"payment": "online", "price": "0.13", "tax_rate": "19.00"}


async def three_events(api: Api, organizer: Person, **fields: Any) -> list[dict[str, Any]]:
    return [await api.event(organizer, **{**PENNIES, **fields}) for _ in range(3)]


async def test_invoice_has_the_rounded_sum_of_each_rate_and_parts_take_it_back(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await be_seller(api, organizer, tax_rounding="document")
    order = await order_of(api, buyer, *await three_events(api, organizer), quantity=1)
    # Thrice 19 % of 0.13 are 0.0741: by line it would be 0.06.
    assert (order["tax_amount"], order["total_amount"]) == ("0.07", "0.46")
    order["payment"] = await pay(api, buyer, provider, order)
    (invoice,) = await issued(api, buyer, order)
    (taxed,) = invoice["taxes"]
    assert (taxed["net_amount"], taxed["tax_amount"]) == ("0.39", "0.07")
    path = f"/transactions/{order['payment']['id']}/refund"
    for amount in ("0.11", "0.20", "0.15"):
        assert (await api.post(path, organizer, {"amount": amount})).status_code == 201
    _, *notes = await issued(api, buyer, order)
    assert sum(Decimal(note["tax_amount"]) for note in notes) == Decimal("0.07")
    (flow,) = (await api.get("/analytics/taxes", organizer)).json()["by_rate"]
    assert (flow["charged_tax"], flow["refunded_tax"]) == ("0.07", "0.07")
    await require_agreement(connection)


async def test_cart_costs_what_its_order_costs(api: Api, organizer: Person, buyer: Person) -> None:
    await be_seller(api, organizer, tax_rounding="document")
    for event in await three_events(api, organizer):
        await put_in(api, buyer, (await item(api, event))["ticket_type_id"])
    total = await total_of(api, buyer)
    order = (await api.post(f"/orders/from-cart/{buyer.id}", buyer)).json()
    assert total["total_amount"] == order["total_amount"] == "0.46"


async def test_tickets_that_are_added_are_rounded_with_the_others(
    api: Api, organizer: Person, buyer: Person
) -> None:
    await be_seller(api, organizer, tax_rounding="document")
    first, *others = await three_events(api, organizer)
    order = await order_of(api, buyer, first, quantity=1)
    assert order["tax_amount"] == "0.02"
    body = {"items": [await item(api, event) for event in others]}
    added = await api.post(f"/orders/{order['id']}/items", buyer, body)
    assert (added.json()["tax_amount"], added.json()["total_amount"]) == ("0.07", "0.46")
    # Orders keep the rounding that they were placed with.
    await be_seller(api, organizer)
    new = await order_of(api, buyer, first, *others, quantity=1)
    assert new["tax_amount"] == "0.06"
    more = await api.post(f"/orders/{order['id']}/items", buyer, {"items": body["items"][:1]})
    # What is added is by line: 0.02 beside 0.07.
    assert more.json()["tax_amount"] == "0.09"


async def test_organizers_of_one_order_round_apart(
    api: Api, organizer: Person, admin: Person, buyer: Person
) -> None:
    await be_seller(api, organizer, tax_rounding="document")
    own = await three_events(api, organizer)
    theirs = await three_events(api, admin)
    wanted = [await item(api, event) for event in (*own, *theirs)]
    order = (await place(api, buyer, *wanted)).json()
    assert order["tax_amount"] == "0.13"
