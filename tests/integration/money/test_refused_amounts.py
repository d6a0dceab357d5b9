"""Amounts and currencies that do not exist are refused, and change nothing."""

from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, Person, assert_problem
from tests.support.carts import make_code, type_ids
from tests.support.orders import item, pay, place, start, stored
from tests.support.payments import ScriptedProvider

TOO_FINE = [("JPY", "1500.50"), ("ISK", "0.1"), ("EUR", "1.505"), ("KWD", "1.2345")]


def event_in(currency: str, **fields: Any) -> dict[str, Any]:
    return {
        **{"title": "Concert", "date_time": "2036-12-25T19:00:00Z", "capacity": 10},
        **{"price": "10", "currency": currency, **fields},
    }


@pytest.mark.parametrize(("currency", "amount"), TOO_FINE)
@pytest.mark.parametrize(
    ("field", "path"),
    [
        ("price", "body.price"),
        ("service_fee_fixed", "body.service_fee_fixed"),
        ("ticket_types", "body.ticket_types.1.price"),
    ],
)
async def test_new_event_with_parts_of_a_unit_is_refused(
    api: Api,
    organizer: Person,
    connection: asyncpg.Connection,
    currency: str,
    amount: str,
    field: str,
    path: str,
) -> None:
    types = [{"name": "A", "capacity": 1}, {"name": "B", "capacity": 1, "price": amount}]
    body = event_in(currency, **{field: types if field == "ticket_types" else amount})
    before = await stored(connection)
    refused = await api.post("/events", organizer, body)
    problem = assert_problem(refused, 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == [path]
    assert f"{amount} cannot be paid" in problem["errors"][0]["message"]
    assert await stored(connection) == before


@pytest.mark.parametrize("currency", ["ZZZ", "XXX", "XAU", "XTS"])
async def test_unknown_currency_is_refused(
    api: Api, organizer: Person, admin: Person, currency: str
) -> None:
    event = await api.event(organizer)
    code = {"code": "ABC", "kind": "fixed", "value": "1", "currency": currency}
    for refused in (
        await api.post("/events", organizer, event_in(currency)),
        await api.put(f"/events/{event['id']}", organizer, {"currency": currency}),
        await api.post("/discounts", admin, code),
        await api.get("/events", params={"currency": currency, "price_max": "1"}),
    ):
        problem = assert_problem(refused, 422, "validation_failed")
        assert f"{currency} is no currency of ISO 4217" in problem["errors"][0]["message"]


@pytest.mark.parametrize(("currency", "amount"), TOO_FINE)
async def test_later_amount_with_parts_of_a_unit_is_refused(
    api: Api,
    organizer: Person,
    connection: asyncpg.Connection,
    currency: str,
    amount: str,
) -> None:
    event = await api.event(organizer, currency=currency, price="10")
    (type_id,) = await type_ids(api, event)
    fixed = {"code": "FIXED", "kind": "fixed", "value": "1", "event_id": event["id"]}
    code = (await api.post("/discounts", organizer, fixed)).json()
    events, types = f"/events/{event['id']}", f"/ticket-types/{type_id}"
    new_type = {"name": "VIP", "capacity": 1, "price": amount}
    before = await stored(connection)
    for refused, field in (
        (await api.put(events, organizer, {"price": amount}), "body.price"),
        (
            await api.put(events, organizer, {"service_fee_fixed": amount}),
            "body.service_fee_fixed",
        ),
        (await api.put(types, organizer, {"price": amount}), "body.price"),
        (await api.post(f"{events}/ticket-types", organizer, new_type), "body.price"),
        (
            await api.post("/discounts", organizer, {**fixed, "code": "OTHER", "value": amount}),
            "body.value",
        ),
        (await api.put(f"/discounts/{code['id']}", organizer, {"value": amount}), "body.value"),
        (
            await api.get("/events", params={"currency": currency, "price_min": amount}),
            "query.price_min",
        ),
        (
            await api.get("/ticket-types", params={"currency": currency, "price_max": amount}),
            "query.price_max",
        ),
    ):
        problem = assert_problem(refused, 422, "validation_failed")
        assert [error["field"] for error in problem["errors"]] == [field]
    assert await stored(connection) == before


async def test_percentage_with_three_decimals_is_refused(api: Api, organizer: Person) -> None:
    code = {"code": "ABC", "kind": "percent", "value": "12.345"}
    problem = assert_problem(
        await api.post("/discounts", organizer, code), 422, "validation_failed"
    )
    assert problem["errors"][0]["field"] == "body.value"


async def test_refund_of_half_a_yen_is_refused_and_all_that_is_left_goes(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, payment="online", currency="JPY", price="1000")
    order = (await place(api, buyer, await item(api, event))).json()
    payment = await pay(api, buyer, provider, order)
    address = f"/transactions/{payment['id']}/refund"
    before = await stored(connection)
    problem = assert_problem(
        await api.post(address, organizer, {"amount": "0.50"}), 422, "validation_failed"
    )
    assert problem["errors"][0]["field"] == "body.amount"
    assert await stored(connection) == before
    done = await api.post(address, organizer, {"amount": "1000.00"})
    assert (done.status_code, done.json()["amount"]) == (201, "1000")


async def test_new_currency_is_refused_while_it_cannot_hold_a_price(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, currency="EUR", price="10.50", service_fee_fixed="0.25")
    address = f"/events/{event['id']}"
    for changes in ({}, {"price": "1000"}, {"service_fee_fixed": "1"}):
        before = await stored(connection)
        refused = await api.put(address, organizer, {"currency": "JPY", **changes})
        problem = assert_problem(refused, 422, "validation_failed")
        assert problem["errors"][0]["field"] == "body.currency"
        assert await stored(connection) == before
    whole = {"currency": "JPY", "price": "1000", "service_fee_fixed": "0"}
    changed = (await api.put(address, organizer, whole)).json()
    assert (changed["price"], changed["service_fee_fixed"]) == ("1000", "0")


async def test_prices_get_the_decimals_of_a_new_currency(api: Api, organizer: Person) -> None:
    event = await api.event(organizer, currency="EUR", price="10.00")
    more = {"name": "VIP", "price": "20.00", "capacity": 1}
    await api.post(f"/events/{event['id']}/ticket-types", organizer, more)
    for currency, prices in (("KWD", ["10.000", "20.000"]), ("JPY", ["10", "20"])):
        changed = await api.put(f"/events/{event['id']}", organizer, {"currency": currency})
        assert changed.json()["price"] == prices[0]
        types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
        assert [kind["price"] for kind in types] == prices


@pytest.mark.parametrize("end", ["pending", "expired", "cancelled", "refunded"])
async def test_currency_stays_while_an_order_is_paid_or_can_be(
    api: Api,
    clock: Any,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
    end: str,
) -> None:
    event = await api.event(organizer, payment="online", currency="JPY", price="1000")
    order = (await place(api, buyer, await item(api, event))).json()
    match end:
        case "expired":
            await start(api, buyer, order)
            clock.move(hours=1)
        case "cancelled":
            await start(api, buyer, order)
            await api.post(f"/orders/{order['id']}/cancel", buyer)
        case "refunded":
            payment = await pay(api, buyer, provider, order)
            await api.post(f"/transactions/{payment['id']}/refund", organizer, {})
    organizer = api.renewed(organizer)
    if end == "expired":
        await api.container.settling.settle_orders().execute()
    before = await stored(connection)
    changes = {"currency": "EUR", "price": "10.00"}
    refused = await api.put(f"/events/{event['id']}", organizer, changes)
    assert_problem(refused, 409, "in_use")
    assert await stored(connection) == before


async def test_currency_can_change_once_all_orders_have_ended_without_a_payment(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online", currency="JPY", price="1000")
    order = (await place(api, buyer, await item(api, event))).json()
    await api.post(f"/orders/{order['id']}/cancel", buyer)
    changed = await api.put(f"/events/{event['id']}", organizer, {"currency": "EUR"})
    assert (changed.status_code, changed.json()["price"]) == (200, "1000.00")


async def test_code_of_another_currency_gives_nothing(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online", currency="JPY", price="1000")
    code = await make_code(api, organizer, kind="fixed", value="1.50", currency="EUR")
    refused = await place(api, buyer, await item(api, event), discount_code=code["code"])
    assert_problem(refused, 409, "discount_invalid")
