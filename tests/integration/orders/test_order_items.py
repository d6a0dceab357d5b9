"""Adding tickets to an order that is not paid yet."""

from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.carts import make_code
from tests.support.halls import make_hall, seated_event
from tests.support.orders import item, order_of, pay, place, read, start, stored
from tests.support.payments import ScriptedProvider


async def add(api: Api, who: Person, order: dict[str, Any], *items: Any, **options: Any) -> Any:
    return await api.post(f"/orders/{order['id']}/items", who, {"items": items}, **options)


async def test_tickets_of_the_same_event_join_its_booking(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    response = await add(api, buyer, order, await item(api, event))
    assert response.status_code == 201, response.text
    grown = await read(api, buyer, order)
    assert grown == response.json()
    assert [item["quantity"] for item in grown["items"]] == [2, 1]
    (booking,) = grown["bookings"]
    assert (booking["id"], booking["quantity"]) == (order["bookings"][0]["id"], 3)
    assert len(booking["tickets"]) == 3
    assert (grown["total_amount"], grown["expires_at"]) == ("75.00", order["expires_at"])
    assert (await api.get(f"/orders/{order['id']}/items", buyer)).json() == grown["items"]
    payment = await pay(api, buyer, provider, order)
    assert payment["amount"] == "75.00"
    assert (await read(api, buyer, order))["status"] == "confirmed"


async def test_tickets_of_another_event_get_a_booking_with_the_same_deadline(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    other = await api.event(organizer, payment="online", price="10.00")
    grown = (await add(api, buyer, order, await item(api, other))).json()
    assert [booking["event_id"] for booking in grown["bookings"]] == [event["id"], other["id"]]
    assert {booking["expires_at"] for booking in grown["bookings"]} == {order["expires_at"]}
    assert grown["total_amount"] == "60.00"
    assert (await api.get(f"/events/{other['id']}")).json()["tickets_held"] == 1


async def test_percentage_is_taken_off_what_is_added_too(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online")
    await make_code(api, organizer, "HALF", value="50", event_id=event["id"])
    order = (await place(api, buyer, await item(api, event), discount_code="HALF")).json()
    grown = (await add(api, buyer, order, await item(api, event))).json()
    assert (grown["subtotal"], grown["total_amount"]) == ("50.00", "25.00")


async def test_named_seat_is_added(api: Api, organizer: Person, buyer: Person) -> None:
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id, payment="online")
    first, second = hall.seat("Stalls", "A", "1"), hall.seat("Stalls", "B", "3")
    order = (await place(api, buyer, await item(api, event, seat_ids=[first]))).json()
    grown = (await add(api, buyer, order, await item(api, event, seat_ids=[second]))).json()
    seats = [ticket["seat"]["seat_id"] for ticket in grown["bookings"][0]["tickets"]]
    assert seats == [first, second]


@pytest.mark.parametrize(
    ("fields", "quantity", "status", "code"),
    [
        ({"currency": "EUR", "payment": "online"}, 1, 422, "validation_failed"),
        ({}, 1, 422, "validation_failed"),
        ({"payment": "online", "capacity": 1}, 2, 409, "insufficient_tickets"),
        ({"payment": "online", "max_tickets_per_user": 1}, 2, 409, "ticket_limit_exceeded"),
    ],
    ids=["currency", "way of payment", "full", "limit"],
)
async def test_order_is_as_it_was_when_tickets_cannot_be_added(
    fields: dict[str, Any],
    quantity: int,
    status: int,
    code: str,
    api: Api,
    organizer: Person,
    buyer: Person,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, payment="online")
    order, other = await order_of(api, buyer, event), await api.event(organizer, **fields)
    before = await stored(connection)
    items = await item(api, event), await item(api, other, quantity)
    assert_problem(await add(api, buyer, order, *items), status, code)
    assert await stored(connection) == before


async def test_limit_counts_what_the_order_holds_already(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, payment="online", max_tickets_per_user=2)
    order = await order_of(api, buyer, event)
    before = await stored(connection)
    refused = await add(api, buyer, order, await item(api, event))
    assert assert_problem(refused, 409, "ticket_limit_exceeded")["held"] == 2
    assert await stored(connection) == before


async def test_order_no_longer_grows_while_a_payment_is_under_way(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    await start(api, buyer, order)
    before = await stored(connection)
    refused = await add(api, buyer, order, await item(api, event))
    assert_problem(refused, 409, "invalid_state")
    assert await stored(connection) == before


async def test_order_no_longer_grows_after_its_deadline(
    api: Api,
    organizer: Person,
    buyer: Person,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    clock.move(minutes=11)
    before = await stored(connection)
    refused = await add(api, api.renewed(buyer), order, await item(api, event))
    assert_problem(refused, 409, "hold_expired")
    assert await stored(connection) == before


async def test_confirmed_or_cancelled_order_no_longer_grows(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event, online = await api.event(organizer), await api.event(organizer, payment="online")
    orders = [await order_of(api, buyer, event), await order_of(api, buyer, online)]
    await api.post(f"/orders/{orders[1]['id']}/cancel", buyer)
    before = await stored(connection)
    for order, wanted in zip(orders, (event, online), strict=True):
        refused = await add(api, buyer, order, await item(api, wanted))
        assert_problem(refused, 409, "invalid_state")
    assert await stored(connection) == before


async def test_unknown_order_and_type_are_not_found(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    before = await stored(connection)
    missing = await add(api, buyer, {"id": 10**9}, await item(api, event))
    assert_problem(missing, 404, "not_found")
    unknown = await add(api, buyer, order, {"ticket_type_id": 10**9, "quantity": 1})
    assert_problem(unknown, 404, "not_found")
    assert await stored(connection) == before


async def test_tickets_are_added_once_when_the_request_is_sent_again(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    headers, wanted = {"Idempotency-Key": "more-1"}, await item(api, event)
    first = await add(api, buyer, order, wanted, headers=headers)
    before = await stored(connection)
    again = await add(api, buyer, order, wanted, headers=headers)
    assert again.json() == first.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert await stored(connection) == before
