"""Prices that buyers may raise: what they give is at least the price, and read nowhere else."""

from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, Person, assert_problem
from tests.support.carts import cart_of, make_code, put_in, total_of
from tests.support.orders import place, stored


async def open_type(api: Api, organizer: Person, price: str = "5.00", **fields: Any) -> Any:
    """An event with one type whose price buyers may raise; the type."""
    kind = {"name": "Donation", "price": price, "is_price_open": True}
    event = await api.event(organizer, ticket_types=[kind], **fields)
    (only,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    return only


async def test_code_fee_and_tax_are_of_what_is_given(
    api: Api, organizer: Person, buyer: Person
) -> None:
    kind = await open_type(
        api, organizer, payment="online", service_fee_percent="10", tax_rate="20"
    )
    await make_code(api, organizer, "HALF", value="50", event_id=kind["event_id"])
    wanted = {"ticket_type_id": kind["id"], "quantity": 2, "unit_price": "20.00"}
    order = (await place(api, buyer, wanted, discount_code="HALF")).json()
    (line,) = order["items"]
    assert (line["unit_price"], line["subtotal"]) == ("20.00", "40.00")
    assert (order["discount_amount"], order["fee_amount"]) == ("20.00", "2.00")
    assert (order["tax_amount"], order["total_amount"]) == ("4.40", "26.40")
    assert order["status"] == "pending"


@pytest.mark.parametrize(
    "path", ["/bookings", "/events/{event_id}/bookings", "/reservations/reserve"]
)
async def test_a_booking_costs_what_is_given(
    api: Api, organizer: Person, buyer: Person, path: str
) -> None:
    kind = await open_type(api, organizer)
    body = {"quantity": 2, "unit_price": "7.50"}
    if "{" not in path:
        body["event_id"] = kind["event_id"]
    made = await api.post(path.format(event_id=kind["event_id"]), buyer, body)
    assert made.status_code == 201, made.text
    assert made.json()["total_amount"] == "15.00"


async def test_without_a_word_it_is_the_price_and_nothing_is_confirmed_at_once(
    api: Api, organizer: Person, buyer: Person
) -> None:
    kind = await open_type(api, organizer, "0.00", payment="online")
    order = (await place(api, buyer, {"ticket_type_id": kind["id"], "quantity": 2})).json()
    assert (order["status"], order["total_amount"]) == ("confirmed", "0.00")
    wanted = {"ticket_type_id": kind["id"], "quantity": 2, "unit_price": "0.50"}
    order = (await place(api, buyer, wanted)).json()
    assert (order["status"], order["total_amount"]) == ("pending", "1.00")


@pytest.mark.parametrize("given", ["4.99", "-1", "1e400", "NaN", "5.001", "99999999999999999999"])
async def test_less_than_the_price_and_what_is_no_price_is_refused(
    api: Api, organizer: Person, buyer: Person, given: str, connection: asyncpg.Connection
) -> None:
    kind = await open_type(api, organizer)
    before = await stored(connection)
    wanted = {"ticket_type_id": kind["id"], "quantity": 1, "unit_price": given}
    assert_problem(await place(api, buyer, wanted), 422, "validation_failed")
    assert_problem(await api.post("/cart", buyer, wanted), 422, "validation_failed")
    body = {"quantity": 1, "unit_price": given}
    path = f"/events/{kind['event_id']}/bookings"
    assert_problem(await api.post(path, buyer, body), 422, "validation_failed")
    assert await stored(connection) == before


async def test_a_price_is_refused_where_it_is_fixed(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    (kind,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    before = await stored(connection)
    for given in ("25.00", "30.00"):
        wanted = {"ticket_type_id": kind["id"], "quantity": 1, "unit_price": given}
        for path, body in (
            ("/orders", {"items": [wanted]}),
            ("/cart", wanted),
            (f"/events/{event['id']}/bookings", {"quantity": 1, "unit_price": given}),
        ):
            problem = assert_problem(await api.post(path, buyer, body), 422, "validation_failed")
            assert "is fixed" in problem["errors"][0]["message"]
    assert await stored(connection) == before


async def test_two_prices_of_one_type_are_refused(
    api: Api, organizer: Person, buyer: Person
) -> None:
    kind = await open_type(api, organizer)
    lines = [
        {"ticket_type_id": kind["id"], "quantity": 1, "unit_price": price} for price in ("6", "7")
    ]
    assert_problem(await place(api, buyer, *lines), 422, "validation_failed")


async def test_a_cart_keeps_what_is_given_and_follows_the_type(
    api: Api, organizer: Person, buyer: Person
) -> None:
    kind = await open_type(api, organizer)
    item = await put_in(api, buyer, kind["id"], 2, unit_price="8.00")
    assert (item["unit_price"], item["subtotal"], item["is_price_open"]) == ("8.00", "16.00", True)
    path = f"/cart/{item['id']}"
    changed = (await api.put(path, buyer, {"unit_price": "9.00"})).json()
    assert (changed["quantity"], changed["subtotal"]) == (2, "18.00")
    assert_problem(await api.put(path, buyer, {"unit_price": "4.00"}), 422, "validation_failed")
    type_path = f"/ticket-types/{kind['id']}"
    assert (await api.put(type_path, organizer, {"price": "12.00"})).status_code == 200
    assert (await total_of(api, buyer))["total_amount"] == "24.00"
    await api.put(type_path, organizer, {"price": "6.00", "is_price_open": False})
    (item,) = await cart_of(api, buyer)
    assert (item["unit_price"], item["is_price_open"]) == ("6.00", False)
    order = (await api.post(f"/orders/from-cart/{buyer.id}", buyer)).json()
    assert order["total_amount"] == "12.00"


async def test_an_open_price_has_no_tiers(api: Api, organizer: Person) -> None:
    kind = await open_type(api, organizer)
    tiers = [{"name": "Early", "price": "1.00", "up_to": 5}]
    refused = await api.put(f"/ticket-types/{kind['id']}", organizer, {"price_tiers": tiers})
    problem = assert_problem(refused, 422, "validation_failed")
    assert problem["errors"][0]["field"] == "body.price_tiers"
