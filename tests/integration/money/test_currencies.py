"""Yen, euros, dinars and Chilean units from the price to the ledger, over HTTP."""

import io
from decimal import Decimal
from typing import Any

import asyncpg
import pytest
from pypdf import PdfReader

from src.domain.shared.currency import smallest_unit
from tests.support.analytics_rows import report
from tests.support.api import Api, Person
from tests.support.carts import cart_of, make_code, put_in, total_of, type_ids
from tests.support.csv_tables import csv_rows
from tests.support.orders import balance, item, no_discrepancy, pay, place, read, start
from tests.support.payments import ScriptedProvider

# By currency: price, fixed fee, fixed code; then two tickets less the code, 2.5 % fee, 8 % tax.
SALES = {
    "JPY": ("1055", "1", "100", {"subtotal": "2110", "fee_amount": "52", "total_amount": "2227"}),
    "EUR": (
        *("10.55", "0.01", "1.00"),
        {"subtotal": "21.10", "fee_amount": "0.52", "total_amount": "22.27"},
    ),
    "KWD": (
        *("10.555", "0.001", "1.000"),
        {"subtotal": "21.110", "fee_amount": "0.505", "total_amount": "22.264"},
    ),
    "CLF": (
        *("10.5555", "0.0001", "1.0000"),
        {"subtotal": "21.1110", "fee_amount": "0.5030", "total_amount": "22.2631"},
    ),
}
CURRENCIES = sorted(SALES)


async def make_event(api: Api, organizer: Person, currency: str, **fields: Any) -> dict[str, Any]:
    price, fee, _, _ = SALES[currency]
    return await api.event(
        organizer,
        **{"title": "Concert", "payment": "online", "currency": currency, "price": price},
        **{"service_fee_fixed": fee, "service_fee_percent": "2.5", "tax_rate": "8"},
        **fields,
    )


async def order_in(api: Api, organizer: Person, buyer: Person, currency: str) -> dict[str, Any]:
    """An unpaid order of two tickets less a fixed amount."""
    event = await make_event(api, organizer, currency)
    code = await make_code(
        api, organizer, kind="fixed", value=SALES[currency][2], event_id=event["id"]
    )
    wanted = await item(api, event, 2)
    response = await place(api, buyer, wanted, discount_code=code["code"])
    assert response.status_code == 201, response.text
    order: dict[str, Any] = response.json()
    return order


def amounts_of(answer: Any) -> list[str]:
    """Every amount of money in an answer, wherever it stands."""
    if isinstance(answer, list):
        return [amount for part in answer for amount in amounts_of(part)]
    if not isinstance(answer, dict):
        return []
    names = ("price", "subtotal", "amount", "total_revenue", "fixed", "included")
    own = [
        value
        for name, value in answer.items()
        if isinstance(value, str) and any(part in name for part in names)
    ]
    return own + [amount for part in answer.values() for amount in amounts_of(part)]


def decimals(amount: str) -> int:
    return len(amount.partition(".")[2])


@pytest.mark.parametrize("currency", CURRENCIES)
async def test_order_costs_whole_units_of_its_currency(
    api: Api, organizer: Person, buyer: Person, currency: str
) -> None:
    order = await order_in(api, organizer, buyer, currency)
    expected = SALES[currency][3]
    assert {name: order[name] for name in expected} == expected
    found = amounts_of(order)
    assert len(found) > 15
    places = decimals(SALES[currency][0])
    assert {decimals(amount) for amount in found} == {places}
    tickets = [Decimal(row["price"]) for row in order["bookings"][0]["tickets"]]
    assert sum(tickets) == Decimal(order["bookings"][0]["total_amount"])
    event = (await api.get(f"/events/{order['items'][0]['event_id']}")).json()
    items = (await api.get(f"/orders/{order['id']}/items", buyer)).json()
    assert {decimals(amount) for amount in amounts_of([event, items])} == {places}


@pytest.mark.parametrize("currency", CURRENCIES)
async def test_money_of_any_currency_comes_and_goes_back_to_the_last_unit(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
    currency: str,
) -> None:
    order = await order_in(api, organizer, buyer, currency)
    payment = await pay(api, buyer, provider, order)
    total = Decimal(order["total_amount"])
    assert payment["amount"] == order["total_amount"]
    confirmed = await read(api, buyer, order)
    assert confirmed["status"] == "confirmed"

    receipt = await api.get(f"/orders/{order['id']}/receipt.pdf", buyer)
    pages = PdfReader(io.BytesIO(receipt.content)).pages
    text = "".join(page.extract_text() for page in pages)
    assert f"{order['total_amount']} {currency}" in text

    revenue = await report(api, "revenue", organizer)
    assert [flow["gross"] for flow in revenue["totals"]] == [order["total_amount"]]
    csv = await api.get("/analytics/revenue", organizer, params={"format": "csv"})
    (row,) = [row for row in csv_rows(csv) if row["section"] == "totals"]
    assert (row["currency"], row["gross"]) == (currency, order["total_amount"])

    unit = Decimal(1).scaleb(-decimals(order["total_amount"]))
    part = await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": str(unit)})
    assert (part.status_code, part.json()["status"]) == (201, "success"), part.text
    booking = confirmed["bookings"][0]["id"]
    assert (await api.put(f"/bookings/{booking}/refund", organizer)).status_code == 200
    refunds = [row.amount for row in provider.refunds.values()]
    assert sum(refunds) == total
    assert set((await balance(connection)).values()) == {0}
    event = (await api.get(f"/events/{confirmed['bookings'][0]['event_id']}")).json()
    assert Decimal(event["total_revenue"]) == 0
    progress = (await api.get(f"/events/{event['id']}/refunds", organizer)).json()
    assert progress["amount_refunded"] == str(total)
    await no_discrepancy(api, admin)


@pytest.mark.parametrize("currency", CURRENCIES)
async def test_cart_says_what_the_order_will_cost(
    api: Api, organizer: Person, buyer: Person, currency: str
) -> None:
    event = await make_event(api, organizer, currency)
    (type_id,) = await type_ids(api, event)
    await put_in(api, buyer, type_id, 2)
    cart, total = await cart_of(api, buyer), await total_of(api, buyer)
    order = (await api.post(f"/orders/from-cart/{buyer.id}", buyer)).json()
    assert total["total_amount"] == order["total_amount"]
    places = decimals(SALES[currency][0])
    assert {decimals(amount) for amount in amounts_of([cart, total])} == {places}


async def test_discount_of_three_events_in_yen_can_be_refunded_one_by_one(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    events = [
        await api.event(organizer, payment="online", currency="JPY", price="1000") for _ in range(3)
    ]
    code = await make_code(api, organizer, kind="fixed", value="1000", currency="JPY")
    wanted = [await item(api, event) for event in events]
    order = (await place(api, buyer, *wanted, discount_code=code["code"])).json()
    assert order["total_amount"] == "2000"
    await pay(api, buyer, provider, order)
    for booking in order["bookings"]:
        response = await api.put(f"/bookings/{booking['id']}/refund", organizer)
        assert response.status_code == 200, response.text
    amounts = sorted(row.amount for row in provider.refunds.values())
    assert amounts == [666, 667, 667]


@pytest.mark.parametrize("currency", ["JPY", "CLF"])
async def test_large_order_at_the_highest_price_is_paid_and_refunded(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider, currency: str
) -> None:
    highest = str(Decimal(10**12) - smallest_unit(currency))
    event = await api.event(
        organizer,
        **{"payment": "online", "currency": currency, "price": highest, "capacity": 10_000},
        **{"service_fee_fixed": highest, "service_fee_percent": "100", "tax_rate": "100"},
    )
    order = (await place(api, buyer, await item(api, event, 1000))).json()
    assert Decimal(order["total_amount"]) == Decimal(highest) * 1000 * 3 * 2
    payment = await pay(api, buyer, provider, order)
    refund = await api.post(f"/transactions/{payment['id']}/refund", organizer, {})
    assert (refund.status_code, refund.json()["status"]) == (201, "success"), refund.text
    assert refund.json()["amount"] == order["total_amount"]


async def test_order_of_earlier_times_is_answered_as_it_was_agreed(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, payment="online", currency="JPY", price="1000")
    order = (await place(api, buyer, await item(api, event, 2))).json()
    for table in ("order_items", "orders"):
        await connection.execute(f"UPDATE {table} SET fee_amount = 0.50, total_amount = 2000.50")
    await connection.execute("UPDATE tickets SET price = 1000.25")
    await connection.execute("UPDATE bookings SET total_amount = 2000.50")
    found = await read(api, buyer, order)
    assert (found["total_amount"], found["subtotal"]) == ("2000.50", "2000")
    assert found["items"][0]["total_amount"] == "2000.50"
    assert found["bookings"][0]["total_amount"] == "2000.50"
    assert {row["price"] for row in found["bookings"][0]["tickets"]} == {"1000.25"}


async def test_payment_that_the_currency_cannot_pay_fails_with_the_reason(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, payment="online", currency="JPY", price="1000")
    order = (await place(api, buyer, await item(api, event))).json()
    await connection.execute("UPDATE orders SET fee_amount = 0.50, total_amount = 1000.50")
    payment = await start(api, buyer, order)
    assert payment["status"] == "failed"
