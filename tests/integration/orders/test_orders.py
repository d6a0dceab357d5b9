"""Placing orders: what confirms at once, what is refused, for whom, which seats, and twice."""

from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, Person, assert_problem
from tests.support.carts import cart_of, make_code, put_in, type_ids
from tests.support.halls import make_hall, seat_map, seated_event
from tests.support.orders import item, order_of, place, read, stored

NOT_YET = {"sales_start": "2089-01-01T00:00:00Z", "date_time": "2090-01-01T00:00:00Z"}
KEY = {"Idempotency-Key": "order-1"}


async def test_order_is_confirmed_at_once_when_its_events_are_paid_outside(
    api: Api, organizer: Person, buyer: Person
) -> None:
    events = [await api.event(organizer), await api.event(organizer, price="10.00")]
    order = await order_of(api, buyer, *events)
    assert (order["status"], order["total_amount"]) == ("confirmed", "70.00")
    assert order["expires_at"] is None
    assert {booking["status"] for booking in order["bookings"]} == {"confirmed"}
    codes = [
        ticket["ticket_code"] for booking in order["bookings"] for ticket in booking["tickets"]
    ]
    assert len(set(codes)) == 4 and None not in codes


async def test_online_order_is_confirmed_at_once_when_it_costs_nothing(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online", price="0.00", service_fee_fixed="1.00")
    order = await order_of(api, buyer, event)
    assert (order["status"], order["total_amount"]) == ("confirmed", "0.00")
    refused = await api.post("/transactions", buyer, {"order_id": order["id"]})
    assert_problem(refused, 409, "invalid_state")


async def test_online_order_is_confirmed_at_once_when_a_code_takes_all_off(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online")
    await make_code(api, organizer, "FREE", value="100", event_id=event["id"])
    response = await place(api, buyer, await item(api, event), discount_code="FREE")
    assert (response.status_code, response.json()["status"]) == (201, "confirmed")


async def test_lines_of_one_ticket_type_are_one_item(
    api: Api, organizer: Person, buyer: Person
) -> None:
    wanted = await item(api, await api.event(organizer))
    order = (await place(api, buyer, wanted, wanted)).json()
    assert [item["quantity"] for item in order["items"]] == [2]
    assert order["bookings"][0]["quantity"] == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [({}, {"currency": "EUR"}), ({}, {"payment": "online"})],
    ids=["currencies", "ways of payment"],
)
async def test_order_of_two_kinds_of_events_is_refused(
    first: dict[str, Any],
    second: dict[str, Any],
    api: Api,
    organizer: Person,
    buyer: Person,
    connection: asyncpg.Connection,
) -> None:
    events = [await api.event(organizer, **first), await api.event(organizer, **second)]
    before = await stored(connection)
    response = await place(api, buyer, *[await item(api, event) for event in events])
    problem = assert_problem(response, 422, "validation_failed")
    assert problem["errors"][0]["field"] == "body.items"
    assert await stored(connection) == before


@pytest.mark.parametrize(
    ("fields", "quantity", "status", "code"),
    [
        ({"capacity": 3}, 4, 409, "insufficient_tickets"),
        ({"max_tickets_per_user": 1}, 2, 409, "ticket_limit_exceeded"),
        (NOT_YET, 1, 409, "sales_closed"),
        ({"status": "draft"}, 1, 404, "not_found"),
    ],
    ids=["full", "limit", "closed", "draft"],
)
async def test_no_line_is_sold_when_one_is_refused(
    fields: dict[str, Any],
    quantity: int,
    status: int,
    code: str,
    api: Api,
    organizer: Person,
    buyer: Person,
    connection: asyncpg.Connection,
) -> None:
    good, bad = await api.event(organizer), await api.event(organizer, **fields)
    (bad_type,) = await type_ids(api, bad, organizer)
    before = await stored(connection)
    for lines in ([await item(api, good)], []):
        wanted = {"ticket_type_id": bad_type, "quantity": quantity}
        assert_problem(await place(api, buyer, *lines, wanted), status, code)
    assert await stored(connection) == before


@pytest.mark.parametrize(
    ("items", "status"),
    [
        ([], 422),
        ([{"ticket_type_id": 10**9, "quantity": 1}], 404),
        ([{"ticket_type_id": 1, "quantity": 0}], 422),
        ([{"ticket_type_id": 1}], 422),
        ([{"ticket_type_id": 1, "seat_ids": [1, 1]}], 422),
        ([{"ticket_type_id": 1, "seat_ids": [1], "quantity": 2}], 422),
    ],
    ids=["none", "unknown type", "zero", "no number", "seat twice", "seats and number differ"],
)
async def test_order_that_makes_no_sense_is_refused(
    items: list[dict[str, Any]],
    status: int,
    api: Api,
    organizer: Person,
    buyer: Person,
    connection: asyncpg.Connection,
) -> None:
    await api.event(organizer)
    before = await stored(connection)
    code = "not_found" if status == 404 else "validation_failed"
    assert_problem(await place(api, buyer, *items), status, code)
    assert await stored(connection) == before


async def test_order_is_refused_when_its_code_is_unknown_or_fits_nothing(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event, other = await api.event(organizer), await api.event(organizer)
    await make_code(api, organizer, "OTHER", event_id=other["id"])
    before = await stored(connection)
    for code in ("UNKNOWN", "OTHER"):
        response = await place(api, buyer, await item(api, event), discount_code=code)
        assert_problem(response, 409, "discount_invalid")
    assert await stored(connection) == before


async def test_seats_that_are_named_are_ordered(api: Api, organizer: Person, buyer: Person) -> None:
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id, payment="online")
    seats = [hall.seat("Stalls", "B", "1"), hall.seat("Stalls", "B", "2")]
    order = (await place(api, buyer, await item(api, event, seat_ids=seats))).json()
    tickets = order["bookings"][0]["tickets"]
    assert [ticket["seat"]["seat_id"] for ticket in tickets] == seats
    held = [
        seat["seat_id"] for seat in await seat_map(api, event["id"]) if seat["status"] == "held"
    ]
    assert held == seats


async def test_seats_are_chosen_side_by_side_when_none_are_named(
    api: Api, organizer: Person, buyer: Person
) -> None:
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id)
    order = (await place(api, buyer, await item(api, event, 2))).json()
    seats = [ticket["seat"] for ticket in order["bookings"][0]["tickets"]]
    assert len({seat["row"] for seat in seats}) == 1
    assert abs(int(seats[0]["seat_number"]) - int(seats[1]["seat_number"])) == 1


async def test_order_is_refused_when_a_seat_is_taken(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id, payment="online")
    taken, free = hall.seat("Stalls", "A", "1"), hall.seat("Stalls", "A", "2")
    await place(api, await api.person(), await item(api, event, seat_ids=[taken]))
    before = await stored(connection)
    response = await place(api, buyer, await item(api, event, seat_ids=[taken, free]))
    assert assert_problem(response, 409, "seat_taken")["seat_ids"] == [taken]
    assert await stored(connection) == before


async def test_box_office_orders_for_somebody_who_then_owns_it(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online")
    response = await place(api, organizer, await item(api, event), user_id=buyer.id)
    assert (response.status_code, response.json()["user_id"]) == (201, buyer.id)
    assert (await read(api, buyer, response.json()))["status"] == "pending"


async def test_box_office_is_refused_for_somebody_unknown(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    before = await stored(connection)
    response = await place(api, organizer, await item(api, event), user_id=10**9)
    assert_problem(response, 404, "not_found")
    assert await stored(connection) == before


@pytest.mark.parametrize("events", [1, 2])
async def test_order_is_answered_again_when_it_is_sent_again(
    events: int, api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    items = [await item(api, await api.event(organizer, payment="online")) for _ in range(events)]
    first = await place(api, buyer, *items, headers=KEY)
    before = await stored(connection)
    again = await place(api, buyer, *items, headers=KEY)
    assert (again.status_code, again.json()) == (201, first.json())
    assert again.headers["idempotency-replayed"] == "true"
    other = await place(api, buyer, *items, notes="Another", headers=KEY)
    assert_problem(other, 422, "idempotency_key_reused")
    assert await stored(connection) == before


@pytest.mark.parametrize("events", [1, 2])
async def test_order_is_answered_again_when_its_code_was_deleted_meanwhile(
    events: int, api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    items = [await item(api, await api.event(organizer, payment="online")) for _ in range(events)]
    code = await make_code(api, organizer, "HALF", value="50")
    first = await place(api, buyer, *items, discount_code="HALF", headers=KEY)
    await api.call("DELETE", f"/discounts/{code['id']}", organizer)
    before = await stored(connection)
    again = await place(api, buyer, *items, discount_code="HALF", headers=KEY)
    assert (again.status_code, again.json()) == (201, first.json())
    refused = await place(api, buyer, *items, discount_code="HALF")
    assert assert_problem(refused, 409, "discount_invalid")["reason"] == "unknown"
    assert await stored(connection) == before


@pytest.mark.parametrize("events", [1, 2])
async def test_order_from_a_cart_is_answered_again_when_the_cart_is_empty(
    events: int, api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    for _ in range(events):
        event = await api.event(organizer, payment="online")
        await put_in(api, buyer, (await type_ids(api, event))[0])
    path = f"/orders/from-cart/{buyer.id}"
    first = await api.post(path, buyer, {"notes": "By the door"}, headers=KEY)
    assert (first.status_code, first.json()["notes"]) == (201, "By the door")
    assert await cart_of(api, buyer) == []
    before = await stored(connection)
    again = await api.post(path, buyer, {"notes": "By the door"}, headers=KEY)
    assert (again.status_code, again.json()) == (201, first.json())
    assert again.headers["idempotency-replayed"] == "true"
    assert await stored(connection) == before


async def test_cart_is_kept_when_its_order_is_refused(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, capacity=1)
    await put_in(api, buyer, (await type_ids(api, event))[0])
    await api.book(await api.person(), event["id"])
    before = await stored(connection)
    response = await api.post(f"/orders/from-cart/{buyer.id}", buyer)
    assert_problem(response, 409, "insufficient_tickets")
    assert await stored(connection) == before
