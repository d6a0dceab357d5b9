"""Carts: put in, read, change, take out; and what is refused."""

from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.carts import cart_of, put_in, type_ids
from tests.support.rows import start_event

TWO_TYPES = [{"name": "Standard", "capacity": 5}, {"name": "VIP", "price": "90.00"}]


async def _on_sale(api: Api, **fields: Any) -> tuple[Person, dict[str, Any], list[int]]:
    """Organizer, event, and the ids of its ticket types."""
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, **fields)
    return organizer, event, await type_ids(api, event, organizer)


async def test_item_is_answered_with_what_it_is_for(api: Api) -> None:
    _, event, (_, vip) = await _on_sale(api, ticket_types=TWO_TYPES)
    buyer = await api.person()
    body = {"ticket_type_id": vip, "quantity": 2}
    response = await api.post("/cart", buyer, body)
    assert response.status_code == 201, response.text
    item = response.json()
    expected = {
        "user_id": buyer.id,
        "event_id": event["id"],
        "event_title": "Test event",
        "date_time": event["date_time"],
        "ticket_type_id": vip,
        "ticket_type_name": "VIP",
        "unit_price": "90.00",
        "quantity": 2,
        "seat_ids": [],
        "subtotal": "180.00",
        "currency": "USD",
        "available": 10,
    }
    assert expected.items() <= item.items()
    assert response.headers["location"] == f"/api/v1/cart/user/{buyer.id}"
    assert await cart_of(api, buyer) == [item]


async def test_type_that_is_there_gets_so_many_more(api: Api) -> None:
    _, _, (standard, vip) = await _on_sale(api, ticket_types=TWO_TYPES)
    buyer, other = await api.person(), await api.person()
    first = await put_in(api, buyer, standard, 2)
    await put_in(api, buyer, vip)
    await put_in(api, other, standard, 4)
    second = await put_in(api, buyer, standard, 3)
    assert (second["id"], second["quantity"]) == (first["id"], 5)
    cart = await cart_of(api, buyer)
    assert [(item["ticket_type_id"], item["quantity"]) for item in cart] == [
        (standard, 5),
        (vip, 1),
    ]


async def test_cart_takes_no_stock_and_asks_for_none(api: Api) -> None:
    _, event, (only,) = await _on_sale(api, capacity=2)
    buyer = await api.person()
    await put_in(api, buyer, only, 3)
    await api.book(await api.person(), event["id"], 2)
    (item,) = await cart_of(api, buyer)
    assert (item["quantity"], item["available"]) == (3, 0)
    assert (await api.get(f"/events/{event['id']}")).json()["tickets_held"] == 0


async def test_cart_shows_the_price_in_force_now(api: Api) -> None:
    organizer, event, (only,) = await _on_sale(api)
    buyer = await api.person()
    await put_in(api, buyer, only, 2)
    await api.put(f"/events/{event['id']}", organizer, {"price": "30.00"})
    (item,) = await cart_of(api, buyer)
    assert (item["unit_price"], item["subtotal"]) == ("30.00", "60.00")


async def test_admin_fills_and_reads_the_cart_of_somebody_else(api: Api) -> None:
    _, _, (only,) = await _on_sale(api)
    admin, buyer = await api.person(Role.ADMIN), await api.person()
    item = await put_in(api, admin, only, user_id=buyer.id)
    assert (await api.get(f"/cart/user/{buyer.id}", admin)).json() == [item]
    assert await cart_of(api, admin) == []


async def test_nobody_else_fills_or_touches_a_cart(api: Api) -> None:
    organizer, _, (only,) = await _on_sale(api)
    buyer = await api.person()
    item = await put_in(api, buyer, only)
    body = {"ticket_type_id": only, "quantity": 1, "user_id": buyer.id}
    path = f"/cart/user/{buyer.id}"
    for stranger in (organizer, await api.person()):
        assert_problem(await api.post("/cart", stranger, body), 403, "forbidden")
        assert_problem(await api.get(path, stranger), 403, "forbidden")
        assert_problem(await api.get(f"{path}/total", stranger), 403, "forbidden")
        assert_problem(await api.call("DELETE", f"{path}/clear", stranger), 403, "forbidden")
        item_path = f"/cart/{item['id']}"
        assert_problem(await api.put(item_path, stranger, {"quantity": 9}), 404, "not_found")
        assert_problem(await api.call("DELETE", item_path, stranger), 404, "not_found")
    assert await cart_of(api, buyer) == [item]


async def test_cart_of_nobody_is_not_found(api: Api) -> None:
    _, _, (only,) = await _on_sale(api)
    admin = await api.person(Role.ADMIN)
    body = {"ticket_type_id": only, "quantity": 1, "user_id": 4711}
    assert_problem(await api.post("/cart", admin, body), 404, "not_found")
    for method, path in (("GET", ""), ("GET", "/total"), ("DELETE", "/clear")):
        refused = await api.call(method, f"/cart/user/4711{path}", admin)
        assert_problem(refused, 404, "not_found")


async def test_unknown_type_and_draft_of_another_are_not_found(api: Api) -> None:
    organizer, _, (draft,) = await _on_sale(api, status="draft")
    buyer = await api.person()
    for type_id in (4711, draft):
        refused = await api.post("/cart", buyer, {"ticket_type_id": type_id, "quantity": 1})
        assert_problem(refused, 404, "not_found")
    refused = await api.post("/cart", organizer, {"ticket_type_id": draft, "quantity": 1})
    assert_problem(refused, 409, "sales_closed")
    assert await cart_of(api, buyer) == await cart_of(api, organizer) == []


@pytest.mark.parametrize("case", ["cancelled", "started", "paused", "not yet"])
async def test_what_is_not_on_sale_is_refused(
    api: Api, connection: asyncpg.Connection, case: str
) -> None:
    organizer, event, (only,) = await _on_sale(api)
    buyer = await api.person()
    item = await put_in(api, buyer, only)
    if case == "cancelled":
        await api.put(f"/events/{event['id']}", organizer, {"status": "cancelled"})
    elif case == "started":
        await start_event(connection, event["id"])
    elif case == "paused":
        paused = {"status": "paused"}
        await api.call("PATCH", f"/ticket-types/{only}/status", organizer, json=paused)
    else:
        start = (api.clock() + timedelta(days=1)).isoformat()
        await api.put(f"/ticket-types/{only}", organizer, {"sales_start": start})
    more = {"ticket_type_id": only, "quantity": 1}
    assert_problem(await api.post("/cart", buyer, more), 409, "sales_closed")
    refused = await api.put(f"/cart/{item['id']}", buyer, {"quantity": 2})
    assert_problem(refused, 409, "sales_closed")
    assert [row["quantity"] for row in await cart_of(api, buyer)] == [1]


async def test_another_currency_than_the_carts_is_refused(api: Api) -> None:
    _, _, (dollars,) = await _on_sale(api)
    _, _, (euros,) = await _on_sale(api, currency="EUR")
    buyer = await api.person()
    item = await put_in(api, buyer, dollars)
    refused = await api.post("/cart", buyer, {"ticket_type_id": euros, "quantity": 1})
    problem = assert_problem(refused, 422, "validation_failed")
    assert problem["errors"][0]["field"] == "body.ticket_type_id"
    assert await cart_of(api, buyer) == [item]
    await api.call("DELETE", f"/cart/{item['id']}", buyer)
    assert (await put_in(api, buyer, euros))["currency"] == "EUR"


async def test_more_than_one_person_may_have_is_refused(api: Api) -> None:
    _, _, (standard, vip) = await _on_sale(api, ticket_types=TWO_TYPES, max_tickets_per_user=4)
    buyer = await api.person()
    item = await put_in(api, buyer, standard, 3)
    refused = await api.post("/cart", buyer, {"ticket_type_id": vip, "quantity": 2})
    problem = assert_problem(refused, 409, "ticket_limit_exceeded")
    assert (problem["limit"], problem["held"]) == (4, 3)
    refused = await api.put(f"/cart/{item['id']}", buyer, {"quantity": 5})
    assert_problem(refused, 409, "ticket_limit_exceeded")
    assert await cart_of(api, buyer) == [item]
    assert (await put_in(api, buyer, standard))["quantity"] == 4


async def test_limit_counts_only_the_items_of_its_event(api: Api) -> None:
    _, _, (first,) = await _on_sale(api, max_tickets_per_user=4)
    _, _, (second,) = await _on_sale(api, max_tickets_per_user=4)
    buyer = await api.person()
    await put_in(api, buyer, first, 4)
    assert (await put_in(api, buyer, second, 4))["quantity"] == 4


@pytest.mark.parametrize("quantity", [0, -1, 1001, "many", None])
async def test_impossible_quantity_is_refused(api: Api, quantity: Any) -> None:
    _, _, (only,) = await _on_sale(api)
    buyer = await api.person()
    body = {"ticket_type_id": only, "quantity": quantity}
    assert_problem(await api.post("/cart", buyer, body), 422, "validation_failed")
    assert await cart_of(api, buyer) == []


async def test_quantity_stays_within_bounds_when_it_is_added_up(api: Api) -> None:
    _, _, (only,) = await _on_sale(api)
    buyer = await api.person()
    await put_in(api, buyer, only, 999)
    refused = await api.post("/cart", buyer, {"ticket_type_id": only, "quantity": 2})
    assert_problem(refused, 422, "validation_failed")
    assert (await put_in(api, buyer, only))["quantity"] == 1000


async def test_cart_holds_fifty_items(api: Api) -> None:
    types = [{"name": f"Type {number}"} for number in range(50)]
    _, _, fifty = await _on_sale(api, ticket_types=types)
    _, _, (other,) = await _on_sale(api)
    buyer = await api.person()
    for type_id in fifty:
        await put_in(api, buyer, type_id)
    refused = await api.post("/cart", buyer, {"ticket_type_id": other, "quantity": 1})
    assert_problem(refused, 422, "validation_failed")
    assert (await put_in(api, buyer, fifty[0]))["quantity"] == 2
    assert len(await cart_of(api, buyer)) == 50


async def test_change_sets_the_quantity(api: Api) -> None:
    _, _, (only,) = await _on_sale(api)
    buyer = await api.person()
    item = await put_in(api, buyer, only, 5)
    changed = await api.put(f"/cart/{item['id']}", buyer, {"quantity": 2})
    assert changed.status_code == 200, changed.text
    assert (changed.json()["quantity"], changed.json()["subtotal"]) == (2, "50.00")
    assert changed.json()["updated_at"] > item["updated_at"]
    assert await cart_of(api, buyer) == [changed.json()]


@pytest.mark.parametrize("body", [{"quantity": None}, {"quantity": 0}, {"seat_ids": None}])
async def test_change_to_nothing_is_refused(api: Api, body: dict[str, Any]) -> None:
    _, _, (only,) = await _on_sale(api)
    buyer = await api.person()
    item = await put_in(api, buyer, only)
    refused = await api.put(f"/cart/{item['id']}", buyer, body)
    assert_problem(refused, 422, "validation_failed")
    assert await cart_of(api, buyer) == [item]


async def test_item_is_taken_out_and_the_others_stay(api: Api) -> None:
    _, _, (standard, vip) = await _on_sale(api, ticket_types=TWO_TYPES)
    buyer = await api.person()
    gone, kept = [await put_in(api, buyer, ticket_type) for ticket_type in (standard, vip)]
    done = await api.call("DELETE", f"/cart/{gone['id']}", buyer)
    assert done.json()["success"] is True
    assert await cart_of(api, buyer) == [kept]
    assert_problem(await api.call("DELETE", f"/cart/{gone['id']}", buyer), 404, "not_found")
    assert_problem(await api.put(f"/cart/{gone['id']}", buyer, {}), 404, "not_found")


async def test_cleared_cart_is_empty_and_no_other(api: Api) -> None:
    _, _, (only,) = await _on_sale(api)
    buyer, other = await api.person(), await api.person()
    await put_in(api, buyer, only)
    kept = await put_in(api, other, only)
    done = await api.call("DELETE", f"/cart/user/{buyer.id}/clear", buyer)
    assert done.json()["success"] is True
    assert await cart_of(api, buyer) == []
    assert await cart_of(api, other) == [kept]


async def test_what_was_deleted_is_in_no_cart_any_more(api: Api) -> None:
    organizer, _, (standard, vip) = await _on_sale(api, ticket_types=TWO_TYPES)
    event = await api.event(organizer)
    (other,) = await type_ids(api, event)
    buyer = await api.person()
    gone, kept, unseen = [
        await put_in(api, buyer, ticket_type) for ticket_type in (standard, vip, other)
    ]
    await api.call("DELETE", f"/ticket-types/{standard}", organizer)
    await api.call("DELETE", f"/events/{event['id']}", organizer)
    assert [row["id"] for row in await cart_of(api, buyer)] == [kept["id"]]
    for item in (gone, unseen):
        assert_problem(await api.put(f"/cart/{item['id']}", buyer, {}), 404, "not_found")


@pytest.mark.parametrize("has_history", [True, False])
async def test_cart_goes_with_its_user(
    api: Api, connection: asyncpg.Connection, has_history: bool
) -> None:
    _, event, (only,) = await _on_sale(api)
    buyer, other = await api.person(), await api.person()
    for person in (buyer, other):
        await put_in(api, person, only)
    if has_history:
        await api.book(buyer, event["id"])
    await api.call("DELETE", f"/users/{buyer.id}", buyer)
    rows = await connection.fetch("SELECT user_id FROM cart_items")
    assert [row["user_id"] for row in rows] == [other.id]
