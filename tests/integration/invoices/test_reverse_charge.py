"""Reverse charge: businesses of other countries buy without tax, where the seller allows it."""

from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, Person, assert_problem
from tests.support.documents import read_by_pdfium
from tests.support.invoices import BILLING, be_seller, issued, require_agreement
from tests.support.orders import item, order_of, pay, place, stored
from tests.support.payments import ScriptedProvider

ABROAD = {**BILLING, "country": "AT", "city": "Wien", "vat_id": "ATU12345678"}
TAXED = {
    "payment": "online",
    "price": "100.00",
    "service_fee_fixed": "10.00",
    "tax_rate": "19.00",
    "fee_tax_rate": "7.00",
}


async def allow(api: Api, organizer: Person, **fields: Any) -> None:
    await be_seller(api, organizer, allows_reverse_charge=True, **fields)


async def bill(api: Api, buyer: Person, order: Any, **fields: Any) -> dict[str, Any]:
    """Say whom the invoice is for; the order after that."""
    answer = await api.put(f"/orders/{order['id']}/billing", buyer, {**ABROAD, **fields})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = (await api.get(f"/orders/{order['id']}", buyer)).json()
    return found


def priced(order: dict[str, Any]) -> dict[str, Any]:
    """What an order costs, its items too."""
    return {name: order[name] for name in ("tax_included", "total_amount", "items")}


async def test_business_of_another_country_pays_no_tax_and_owes_it(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await allow(api, organizer)
    order = (await place(api, buyer, await item(api, await api.event(organizer, **TAXED)))).json()
    assert order["total_amount"] == "129.70"
    relieved = await bill(api, buyer, order)
    assert (relieved["total_amount"], relieved["tax_amount"]) == ("110.00", "0.00")
    (line,) = relieved["items"]
    assert (line["tax_relief"], line["tax_rate"], line["fee_tax_rate"]) == (
        *("reverse_charge", "0.00", "0.00"),
    )
    await pay(api, buyer, provider, relieved)
    (invoice,) = await issued(api, buyer, order)
    assert {line["tax_category"] for line in invoice["lines"]} == {"reverse_charge"}
    assert (invoice["gross_amount"], invoice["tax_amount"]) == ("110.00", "0.00")
    path = f"/invoices/{invoice['id']}/document.pdf"
    text = " ".join(read_by_pdfium((await api.get(path, buyer)).content))
    assert "Reverse charge: the tax is owed by the buyer." in text
    assert "DE123456789" in text and "ATU12345678" in text
    (flow,) = (await api.get("/analytics/taxes", organizer)).json()["by_rate"]
    assert (flow["category"], flow["rate"], flow["net"], flow["tax"]) == (
        *("reverse_charge", "0.00", "110.00", "0.00"),
    )
    await require_agreement(connection)


async def test_price_that_contains_the_tax_stays_and_contains_none(
    api: Api, organizer: Person, buyer: Person
) -> None:
    await allow(api, organizer)
    event = await api.event(organizer, **TAXED, tax_inclusive=True)
    order = (await place(api, buyer, await item(api, event))).json()
    relieved = await bill(api, buyer, order)
    assert (relieved["total_amount"], relieved["tax_included"]) == ("110.00", "0.00")
    # Without the id it is as it was.
    again = await bill(api, buyer, order, vat_id=None)
    assert priced(again) == priced(order)


@pytest.mark.parametrize("was_inclusive", [True, False])
async def test_order_costs_what_it_did_without_the_vat_id_whatever_its_event_says_by_then(
    was_inclusive: bool, api: Api, organizer: Person, buyer: Person
) -> None:
    """Whether the tax was included is not to be seen of amounts that have none."""
    await allow(api, organizer)
    event = await api.event(organizer, **TAXED, tax_inclusive=was_inclusive)
    order = (await place(api, buyer, await item(api, event))).json()
    relieved = await bill(api, buyer, order)
    assert (relieved["total_amount"], relieved["tax_amount"]) == ("110.00", "0.00")
    changed = await api.put(
        f"/events/{event['id']}", organizer, {"tax_inclusive": not was_inclusive}
    )
    assert changed.status_code == 200, changed.text
    again = await bill(api, buyer, order, vat_id=None)
    assert priced(again) == priced(order)


@pytest.mark.parametrize(
    "billing",
    [
        {"country": "DE", "vat_id": "DE123456789"},
        {"vat_id": None},
        {"country": None},
        {"vat_id": "FRXX123456789"},
    ],
)
async def test_all_others_pay_the_tax(
    billing: dict[str, Any], api: Api, organizer: Person, buyer: Person
) -> None:
    await allow(api, organizer)
    order = (await place(api, buyer, await item(api, await api.event(organizer, **TAXED)))).json()
    assert (await bill(api, buyer, order, **billing))["total_amount"] == "129.70"


async def test_tax_is_charged_where_the_seller_does_not_allow_it(
    api: Api, organizer: Person, buyer: Person
) -> None:
    await be_seller(api, organizer)
    order = (await place(api, buyer, await item(api, await api.event(organizer, **TAXED)))).json()
    assert (await bill(api, buyer, order))["total_amount"] == "129.70"


async def test_rate_of_nothing_stays_what_it_is(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await allow(api, organizer)
    event = await api.event(organizer, **{**TAXED, "tax_rate": "0.00"})
    order = (await place(api, buyer, await item(api, event))).json()
    await pay(api, buyer, provider, await bill(api, buyer, order))
    (invoice,) = await issued(api, buyer, order)
    assert [(line["kind"], line["tax_category"]) for line in invoice["lines"]] == [
        ("tickets", "zero"),
        ("fee", "reverse_charge"),
    ]
    flows = (await api.get("/analytics/taxes", organizer)).json()["by_rate"]
    assert {(flow["category"], flow["net"]) for flow in flows} == {
        ("zero", "100.00"),
        ("reverse_charge", "10.00"),
    }


async def test_tickets_that_are_added_and_codes_go_on_without_tax(
    api: Api, organizer: Person, buyer: Person
) -> None:
    await allow(api, organizer)
    wanted = await item(api, await api.event(organizer, **TAXED))
    order = (await place(api, buyer, wanted)).json()
    await bill(api, buyer, order)
    added = await api.post(f"/orders/{order['id']}/items", buyer, {"items": [wanted]})
    assert added.status_code == 201, added.text
    assert (added.json()["total_amount"], added.json()["tax_amount"]) == ("220.00", "0.00")
    assert (await api.call("DELETE", f"/orders/{order['id']}/billing", buyer)).status_code == 200
    found = (await api.get(f"/orders/{order['id']}", buyer)).json()
    assert found["total_amount"] == "259.40"


async def test_taxes_of_what_is_paid_or_under_way_do_not_change(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await allow(api, organizer)
    wanted = await item(api, await api.event(organizer, **TAXED))
    order = (await place(api, buyer, wanted)).json()
    body = {"order_id": order["id"], "provider": provider.name}
    started = await api.post("/transactions", buyer, body)
    assert started.status_code == 201, started.text
    before = await stored(connection)
    path = f"/orders/{order['id']}/billing"
    assert_problem(await api.put(path, buyer, ABROAD), 409, "invalid_state")
    assert await stored(connection) == before
    # What was paid with a tax keeps it, and the invoice names the business.
    paid = (await place(api, buyer, wanted)).json()
    await pay(api, buyer, provider, paid)
    assert (await bill(api, buyer, paid))["total_amount"] == "129.70"
    # What was paid without keeps whom it was sold to.
    relieved = (await place(api, buyer, wanted)).json()
    await pay(api, buyer, provider, await bill(api, buyer, relieved))
    path = f"/orders/{relieved['id']}/billing"
    assert_problem(await api.put(path, buyer, BILLING), 409, "invalid_state")
    assert_problem(await api.call("DELETE", path, buyer), 409, "invalid_state")
    assert (await bill(api, buyer, relieved, name="Neu AG"))["total_amount"] == "110.00"


@pytest.mark.parametrize("is_paid", [True, False])
async def test_address_is_corrected_after_the_payment_whatever_the_seller_says_now(
    is_paid: bool, api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await allow(api, organizer)
    order = (await place(api, buyer, await item(api, await api.event(organizer, **TAXED)))).json()
    sold = await bill(api, buyer, order)
    if is_paid:
        await pay(api, buyer, provider, sold)
    else:
        body = {"order_id": order["id"], "provider": provider.name}
        assert (await api.post("/transactions", buyer, body)).status_code == 201
    await be_seller(api, organizer)
    corrected = await bill(api, buyer, order, street="Neuer Weg 2")
    assert (corrected["total_amount"], corrected["items"]) == ("110.00", sold["items"])
    path = f"/orders/{order['id']}/billing"
    assert (await api.get(path, buyer)).json()["street"] == "Neuer Weg 2"
    assert_problem(await api.put(path, buyer, BILLING), 409, "invalid_state")
    assert_problem(await api.call("DELETE", path, buyer), 409, "invalid_state")
    if is_paid:
        (invoice,) = await issued(api, buyer, order)
        assert {line["tax_category"] for line in invoice["lines"]} == {"reverse_charge"}


async def test_business_is_named_even_if_its_buyer_is_deleted_before_the_invoice(
    api: Api, organizer: Person, buyer: Person, admin: Person, provider: ScriptedProvider
) -> None:
    await allow(api, organizer)
    order = await order_of(api, buyer, await api.event(organizer, **TAXED))
    await pay(api, buyer, provider, await bill(api, buyer, order))
    assert (await api.call("DELETE", f"/users/{buyer.id}", admin)).status_code == 200
    (invoice,) = await issued(api, admin, order)
    assert invoice["buyer"]["vat_id"] == "ATU12345678"


@pytest.mark.parametrize("fields", [{"vat_id": None}, {"is_small_business": True}])
async def test_reverse_charge_needs_a_tax_and_a_vat_id(
    fields: dict[str, Any], api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    await be_seller(api, organizer)
    before = await stored(connection)
    body = {"name": "A", "street": "B 1", "city": "C", "country": "DE", "vat_id": "DE123456789"}
    answer = await api.put(
        f"/sellers/{organizer.id}", organizer, {**body, "allows_reverse_charge": True, **fields}
    )
    problem = assert_problem(answer, 422, "validation_failed")
    assert problem["errors"][0]["field"] == "body.allows_reverse_charge"
    assert await stored(connection) == before


@pytest.mark.parametrize(
    "vat_id", ["DE12345678", "ATU1234567", "EL12345678X", "XX123456789", "GR123456783"]
)
async def test_id_that_is_not_written_like_one_is_refused(
    vat_id: str, api: Api, organizer: Person, buyer: Person
) -> None:
    order = (await place(api, buyer, await item(api, await api.event(organizer, **TAXED)))).json()
    body = {**ABROAD, "vat_id": vat_id}
    refused = await api.put(f"/orders/{order['id']}/billing", buyer, body)
    problem = assert_problem(refused, 422, "validation_failed")
    assert problem["errors"][0]["field"] == "body.vat_id"
