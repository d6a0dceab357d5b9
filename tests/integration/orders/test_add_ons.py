"""Add-ons over HTTP: sold with tickets, on the order and the receipt, and not at the door."""

from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.carts import make_code
from tests.support.concurrency.running import discrepancies
from tests.support.halls import make_hall, seated_event
from tests.support.orders import add_on, item, of, pay, place, read, stored
from tests.support.payments import ScriptedProvider

Json = dict[str, Any]


@pytest.fixture
async def event(api: Api, organizer: Person) -> Json:
    return await api.event(organizer, payment="online")


async def test_order_of_tickets_and_add_ons_is_paid_and_counted_apart(
    api: Api,
    organizer: Person,
    buyer: Person,
    event: Json,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    shirt = await add_on(api, organizer, event)
    assert (shirt["admits"], shirt["available"]) == (False, 5)
    order = (await place(api, buyer, await item(api, event, 2), of(shirt, 3))).json()
    assert order["total_amount"] == "95.00"
    assert [line["quantity"] for line in order["items"]] == [2, 3]
    (booking,) = order["bookings"]
    assert (booking["quantity"], booking["total_amount"]) == (2, "95.00")
    assert (len(booking["tickets"]), len(booking["add_ons"])) == (2, 3)
    now = (await api.get(f"/events/{event['id']}")).json()
    assert (now["tickets_held"], now["tickets_available"]) == (2, 8)

    await pay(api, buyer, provider, order)
    now = (await api.get(f"/events/{event['id']}")).json()
    assert (now["total_tickets_sold"], now["total_revenue"]) == (2, "95.00")
    assert (now["capacity"], now["price"]) == (10, "25.00")
    left = (await api.get(f"/ticket-types/{shirt['id']}")).json()
    assert (left["sold"], left["available"]) == (3, 2)
    assert await discrepancies(connection) == []

    (paid,) = (await read(api, buyer, order))["bookings"]
    codes = [piece["ticket_code"] for piece in paid["add_ons"]]
    assert len(set(codes)) == 3 and all(codes)
    listed = (await api.get(f"/tickets/user/{buyer.id}", buyer)).json()
    assert len(listed) == 2 and not set(codes) & {ticket["ticket_code"] for ticket in listed}


async def test_add_on_alone_is_refused_and_changes_nothing(
    api: Api, organizer: Person, buyer: Person, event: Json, connection: asyncpg.Connection
) -> None:
    shirt = await add_on(api, organizer, event)
    before = await stored(connection)
    order = await place(api, buyer, of(shirt))
    problem = assert_problem(order, 422, "validation_failed")
    assert problem["errors"][0]["code"] == "add_on_alone"
    booking = await api.post(
        f"/events/{event['id']}/bookings", buyer, {"quantity": 1, "ticket_type_id": shirt["id"]}
    )
    assert_problem(booking, 422, "validation_failed")
    assert await stored(connection) == before


async def test_ticket_of_another_event_does_not_do(
    api: Api, organizer: Person, buyer: Person, event: Json
) -> None:
    shirt = await add_on(api, organizer, event)
    other = await api.event(organizer, payment="online")
    assert_problem(
        await place(api, buyer, await item(api, other), of(shirt)), 422, "validation_failed"
    )


async def test_who_has_a_ticket_buys_add_ons_later(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, capacity=1)
    shirt = await add_on(api, organizer, event)
    await api.book(buyer, event["id"])
    body = {"quantity": 2, "ticket_type_id": shirt["id"]}
    answer = await api.post(f"/events/{event['id']}/bookings", buyer, body)
    assert answer.status_code == 201, answer.text
    booking = answer.json()
    assert (booking["quantity"], booking["tickets"]) == (0, [])
    assert (booking["total_amount"], len(booking["add_ons"])) == ("30.00", 2)
    refused = await api.post(f"/events/{event['id']}/bookings", await api.person(), body)
    assert_problem(refused, 422, "validation_failed")
    too_many = await api.post(f"/events/{event['id']}/bookings", buyer, {**body, "quantity": 4})
    problem = assert_problem(too_many, 409, "insufficient_tickets")
    assert (problem["requested"], problem["available"]) == (4, 3)


async def test_add_ons_join_a_pending_order(
    api: Api, organizer: Person, buyer: Person, event: Json
) -> None:
    shirt = await add_on(api, organizer, event)
    order = (await place(api, buyer, await item(api, event))).json()
    answer = await api.post(f"/orders/{order['id']}/items", buyer, {"items": [of(shirt)]})
    assert answer.status_code == 201, answer.text
    (booking,) = answer.json()["bookings"]
    assert (booking["quantity"], len(booking["add_ons"])) == (1, 1)
    assert answer.json()["total_amount"] == "40.00"


async def test_cart_takes_add_ons_and_its_limit_is_of_tickets(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online", max_tickets_per_user=2)
    shirt = await add_on(api, organizer, event)
    for wanted in (of(shirt, 3), await item(api, event, 2)):
        answer = await api.post("/cart", buyer, wanted)
        assert answer.status_code == 201, answer.text
    one_more = await api.post("/cart", buyer, await item(api, event))
    assert_problem(one_more, 409, "ticket_limit_exceeded")
    order = await api.post(f"/orders/from-cart/{buyer.id}", buyer)
    assert order.status_code == 201, order.text
    assert order.json()["bookings"][0]["quantity"] == 2


async def test_add_on_of_a_seated_event_is_sold_with_chosen_seats(
    api: Api, organizer: Person, buyer: Person
) -> None:
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id, {"name": "Stalls", "price": "40.00"})
    before = (await api.get(f"/events/{event['id']}")).json()
    drink = await add_on(api, organizer, event, name="Drink", capacity=50)
    now = (await api.get(f"/events/{event['id']}")).json()
    assert (now["capacity"], now["price"]) == (before["capacity"], before["price"])
    prices = {seat["price"] for seat in (await api.get(f"/events/{event['id']}/seats")).json()}
    assert prices == {"40.00"}
    chosen = await item(api, event, seat_ids=[hall.seat("Stalls", "A", "1")])
    order = await place(api, buyer, chosen, of(drink, 2))
    assert order.status_code == 201, order.text
    (booking,) = order.json()["bookings"]
    assert (len(booking["tickets"]), len(booking["add_ons"])) == (1, 2)


async def test_lapsed_hold_of_an_add_on_alone_is_free_for_the_next_sale(
    api: Api, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    event = await api.event(organizer)
    shirt = await add_on(api, organizer, event, capacity=1)
    await api.book(buyer, event["id"])
    held = {"event_id": event["id"], "quantity": 1, "ticket_type_id": shirt["id"]}
    assert (await api.post("/reservations/reserve", buyer, held)).status_code == 201
    clock.move(hours=1)
    buyer = api.renewed(buyer)
    assert (await api.get(f"/ticket-types/{shirt['id']}")).json()["available"] == 1
    shown = (await api.get(f"/events/{event['id']}/availability")).json()
    assert [kind["tickets_available"] for kind in shown["ticket_types"]] == [9, 1]
    body = {"quantity": 1, "ticket_type_id": shirt["id"]}
    answer = await api.post(f"/events/{event['id']}/bookings", buyer, body)
    assert answer.status_code == 201, answer.text


async def test_refund_and_cancellation_take_add_ons_along(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    event: Json,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
    clock: MovableClock,
) -> None:
    shirt = await add_on(api, organizer, event)
    for _ in range(2):
        order = (await place(api, buyer, await item(api, event), of(shirt))).json()
        await pay(api, buyer, provider, order)
    answer = await api.put(f"/bookings/{order['bookings'][0]['id']}/refund", organizer)
    assert answer.status_code == 200, answer.text
    assert (await api.get(f"/ticket-types/{shirt['id']}")).json()["sold"] == 1
    ended = await api.put(f"/events/{event['id']}", organizer, {"status": "cancelled"})
    assert ended.status_code == 200, ended.text
    assert (await api.get(f"/ticket-types/{shirt['id']}")).json()["sold"] == 0
    assert await discrepancies(connection) == []
    clock.move(minutes=1)
    reconciled = await api.post("/transactions/reconcile", api.renewed(admin))
    assert reconciled.status_code == 200, reconciled.text
    refunds = await connection.fetchval("SELECT sum(amount) FROM transactions WHERE kind='refund'")
    assert refunds == 80


async def test_piece_of_an_add_on_is_refunded_alone_by_its_code(
    api: Api,
    organizer: Person,
    buyer: Person,
    event: Json,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    shirt = await add_on(api, organizer, event)
    order = (await place(api, buyer, await item(api, event), of(shirt, 2))).json()
    await pay(api, buyer, provider, order)
    (booking,) = (await read(api, buyer, order))["bookings"]
    first, _ = (piece["ticket_code"] for piece in booking["add_ons"])
    answer = await api.post(f"/tickets/{first}/refund", organizer)
    assert answer.status_code == 200, answer.text
    (booking,) = (await read(api, buyer, order))["bookings"]
    assert (booking["quantity"], booking["total_amount"]) == (1, "40.00")
    assert booking["add_ons"][0]["refunded_amount"] == "15.00"
    assert (await api.get(f"/ticket-types/{shirt['id']}")).json()["sold"] == 1
    ticket = booking["tickets"][0]["ticket_code"]
    assert (await api.post(f"/tickets/{ticket}/refund", organizer)).status_code == 200
    (booking,) = (await read(api, buyer, order))["bookings"]
    # With the last ticket goes what goes with it.
    assert booking["status"] == "refunded"
    assert {piece["status"] for piece in booking["add_ons"]} == {"cancelled"}
    assert await discrepancies(connection) == []


async def test_code_takes_its_share_off_add_ons_too(
    api: Api, organizer: Person, buyer: Person, event: Json
) -> None:
    shirt = await add_on(api, organizer, event)
    await make_code(api, organizer, "HALF", value="50", event_id=event["id"])
    order = await place(api, buyer, await item(api, event), of(shirt), discount_code="HALF")
    assert order.json()["total_amount"] == "20.00"


async def test_add_on_is_refused_at_the_door_and_absent_from_its_lists(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    shirt = await add_on(api, organizer, event)
    await api.book(buyer, event["id"])
    body = {"quantity": 1, "ticket_type_id": shirt["id"]}
    booking = (await api.post(f"/events/{event['id']}/bookings", buyer, body)).json()
    code = booking["add_ons"][0]["ticket_code"]
    for path in (f"/tickets/{code}/check-in", f"/tickets/{code}/reissue"):
        problem = assert_problem(await api.post(path, organizer, {}), 409, "invalid_state")
        assert problem["reason"] == "add_on"
    offer = await api.post(f"/tickets/{code}/transfer", buyer, {"email": "friend@test.example"})
    assert assert_problem(offer, 409, "invalid_state")["reason"] == "add_on"
    assert_problem(await api.get(f"/tickets/{code}.pdf", buyer), 409, "invalid_state")
    assert_problem(
        await api.get(f"/bookings/{booking['id']}/tickets.pdf", buyer), 409, "invalid_state"
    )
    shown = (await api.get(f"/tickets/{code}", buyer)).json()
    assert (shown["admits"], shown["status"]) == (False, "active")
    door_list = (await api.get(f"/events/{event['id']}/door-list", organizer)).json()
    assert len(door_list["entries"]) == 1
    assert [kind["id"] for kind in door_list["ticket_types"]] != [shirt["id"]]
    attendees = (await api.get(f"/events/{event['id']}/attendees", organizer)).json()
    assert [attendee["ticket_type"] for attendee in attendees] == ["General admission"]
    listed = (await api.get(f"/tickets/event/{event['id']}", organizer)).json()
    assert code not in {ticket["ticket_code"] for ticket in listed}
    gates = {"gates": [{"name": "North", "ticket_type_ids": [shirt["id"]]}]}
    assert_problem(
        await api.put(f"/events/{event['id']}/gates", organizer, gates), 404, "not_found"
    )


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"capacity": None}, "body.capacity"),
        ({"price": None}, "body.price"),
        ({"section": "A"}, "body.section"),
        ({"capacity": 0}, "body.capacity"),
    ],
)
async def test_add_on_needs_its_own_price_and_stock(
    api: Api, organizer: Person, event: Json, fields: Json, path: str
) -> None:
    body = {"name": "Cup", "admits": False, "price": "3.00", "capacity": 5, **fields}
    body = {name: value for name, value in body.items() if value is not None}
    answer = await api.post(f"/events/{event['id']}/ticket-types", organizer, body)
    problem = assert_problem(answer, 422, "validation_failed")
    assert problem["errors"][0]["field"] == path


async def test_events_are_created_and_copied_with_add_ons(api: Api, organizer: Person) -> None:
    types: list[Json] = [
        {"name": "Standard", "capacity": 40, "price": "30.00"},
        {"name": "Cup", "admits": False, "price": "3.00", "capacity": 5},
    ]
    made = await api.event(organizer, ticket_types=types, capacity=None, price=None)
    assert (made["capacity"], made["price"], made["capacity_is_derived"]) == (40, "30.00", True)
    copy = await api.post(
        f"/events/{made['id']}/duplicate", organizer, {"date_time": made["date_time"]}
    )
    assert copy.status_code == 201, copy.text
    path = f"/events/{copy.json()['id']}/ticket-types"
    copied = (await api.get(path, organizer)).json()
    assert [(kind["name"], kind["admits"], kind["capacity"]) for kind in copied] == [
        ("Standard", True, 40),
        ("Cup", False, 5),
    ]
    alone = await api.post("/events", organizer, {
        "title": "Cups", "date_time": made["date_time"], "capacity": 5, "ticket_types": types[1:],
    })  # fmt: skip
    problem = assert_problem(alone, 422, "validation_failed")
    assert problem["errors"][0]["field"] == "body.ticket_types"


async def test_only_type_that_admits_cannot_be_deleted_and_follows_its_event(
    api: Api, organizer: Person, event: Json
) -> None:
    shirt = await add_on(api, organizer, event)
    admission, _ = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    assert_problem(
        await api.call("DELETE", f"/ticket-types/{admission['id']}", organizer), 409, "in_use"
    )
    changed = await api.put(f"/events/{event['id']}", organizer, {"price": "9.00", "capacity": 7})
    assert changed.status_code == 200, changed.text
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    assert [(kind["price"], kind["capacity"]) for kind in types] == [("9.00", 7), ("15.00", 5)]
    gone = await api.call("DELETE", f"/ticket-types/{shirt['id']}", organizer)
    assert gone.status_code == 200, gone.text
    fixed = await api.put(f"/ticket-types/{admission['id']}", organizer, {"admits": False})
    assert_problem(fixed, 422, "validation_failed")


async def test_lists_of_types_show_tickets_and_on_demand_add_ons(
    api: Api, organizer: Person, event: Json
) -> None:
    shirt = await add_on(api, organizer, event)
    tickets = (await api.get("/ticket-types", params={"event_id": event["id"]})).json()
    assert shirt["id"] not in [kind["id"] for kind in tickets] and len(tickets) == 1
    params = {"event_id": event["id"], "admits": "false"}
    add_ons = (await api.get("/ticket-types", params=params)).json()
    assert [kind["id"] for kind in add_ons] == [shirt["id"]]


async def test_box_office_sells_add_ons_to_who_has_a_ticket(api: Api, organizer: Person) -> None:
    event = await api.event(organizer)
    shirt = await add_on(api, organizer, event)
    guest = await api.person(Role.CUSTOMER)
    body = {"quantity": 1, "ticket_type_id": shirt["id"], "user_id": guest.id}
    path = f"/events/{event['id']}/bookings"
    assert_problem(await api.post(path, organizer, body), 422, "validation_failed")
    await api.book(guest, event["id"])
    assert (await api.post(path, organizer, body)).status_code == 201
