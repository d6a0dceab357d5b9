"""Ticket types that exist only for who has a code for them."""

from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.carts import apply, cart_of, make_code, put_in, total_of
from tests.support.halls import make_hall, seated_event
from tests.support.orders import place, stored
from tests.support.rows import audit

CODE = "FRIENDS"


@pytest.fixture
async def organizer(api: Api) -> Person:
    return await api.person(Role.ORGANIZER)


@pytest.fixture
async def buyer(api: Api) -> Person:
    return await api.person()


async def with_secret(api: Api, organizer: Person, **fields: Any) -> tuple[dict[str, Any], int]:
    """An event of two types, the cheaper of which is hidden; the hidden one's id."""
    types = [
        {"name": "Standard", "price": "50.00", "capacity": 10},
        {"name": "Friends", "price": "20.00", "capacity": 5, "is_hidden": True},
    ]
    event = await api.event(
        organizer, payment="online", capacity=None, price=None, ticket_types=types, **fields
    )
    found = await api.get(f"/events/{event['id']}/ticket-types", organizer)
    hidden = [kind["id"] for kind in found.json() if kind["is_hidden"]]
    assert len(hidden) == 1
    return event, hidden[0]


async def opener(api: Api, organizer: Person, hidden: int, **fields: Any) -> Any:
    return await make_code(api, organizer, CODE, ticket_type_id=hidden, **{"value": "0", **fields})


async def test_hidden_type_is_nowhere_for_others(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event, hidden = await with_secret(api, organizer)
    path = f"/events/{event['id']}"
    assert event["price"] == "50.00"
    for who in (buyer, None, await api.person(Role.ORGANIZER)):
        names = [kind["name"] for kind in (await api.get(f"{path}/ticket-types", who)).json()]
        assert names == ["Standard"]
        assert_problem(await api.get(f"/ticket-types/{hidden}", who), 404, "not_found")
    for address in ("/ticket-types", "/ticket-types/search"):
        found = await api.get(address, params={"price_max": "30", "currency": "USD"})
        assert found.json() == []
    available = (await api.get(f"{path}/availability")).json()
    assert [kind["name"] for kind in available["ticket_types"]] == ["Standard"]
    assert available["tickets_available"] == 10
    assert (await api.get(f"/ticket-types/{hidden}", organizer)).json()["is_hidden"] is True


async def test_who_has_no_code_is_answered_as_if_it_did_not_exist(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event, hidden = await with_secret(api, organizer)
    await opener(api, organizer, hidden)
    await make_code(api, organizer, "SUMMER20")
    before = await stored(connection)

    async def answers(type_id: int) -> list[tuple[int, str]]:
        wanted = {"ticket_type_id": type_id, "quantity": 1}
        responses = [
            await api.post("/cart", buyer, wanted),
            await api.post("/cart", buyer, {**wanted, "code": "WRONG"}),
            await api.post("/cart", buyer, {**wanted, "code": "SUMMER20"}),
            await place(api, buyer, wanted),
            await place(api, buyer, wanted, discount_code="WRONG"),
            await place(api, buyer, wanted, discount_code="SUMMER20"),
            await api.post("/bookings", buyer, {"event_id": event["id"], **wanted}),
            await api.post("/reservations/reserve", buyer, {"event_id": event["id"], **wanted}),
        ]
        return [
            (response.status_code, response.json()["detail"].replace(str(type_id), "N"))
            for response in responses
        ]

    assert await answers(hidden) == await answers(hidden + 1000)
    assert await stored(connection) == before


async def test_booking_without_a_type_gets_the_only_one_that_everybody_sees(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event, _ = await with_secret(api, organizer)
    booked = await api.post("/bookings", buyer, {"event_id": event["id"], "quantity": 1})
    assert booked.status_code == 201, booked.text
    assert booked.json()["total_amount"] == "50.00"


async def test_code_opens_it_for_orders_and_is_counted(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event, hidden = await with_secret(api, organizer)
    code = await opener(api, organizer, hidden, max_tickets=3)
    listed = await api.get(f"/events/{event['id']}/ticket-types", buyer, params={"code": "friends"})
    assert [kind["name"] for kind in listed.json()] == ["Standard", "Friends"]
    wanted = {"ticket_type_id": hidden, "quantity": 2}
    order = (await place(api, buyer, wanted, discount_code=CODE)).json()
    assert (order["total_amount"], order["discount_code"]) == ("40.00", CODE)
    refused = await place(api, buyer, wanted, discount_code=CODE)
    assert assert_problem(refused, 409, "discount_invalid")["reason"] == "too_many_tickets"
    more = {"items": [{"ticket_type_id": hidden, "quantity": 1}]}
    assert (await api.post(f"/orders/{order['id']}/items", buyer, more)).status_code == 201
    found = (await api.get(f"/discounts/{code['id']}", organizer)).json()
    assert (found["used"], found["used_tickets"]) == (1, 3)


async def test_code_may_take_something_off_as_well(
    api: Api, organizer: Person, buyer: Person
) -> None:
    _, hidden = await with_secret(api, organizer)
    await opener(api, organizer, hidden, value="50")
    wanted = {"ticket_type_id": hidden, "quantity": 1}
    order = (await place(api, buyer, wanted, discount_code=CODE)).json()
    assert order["total_amount"] == "10.00"


async def test_cart_is_opened_with_the_code_and_needs_it(
    api: Api, organizer: Person, buyer: Person
) -> None:
    _, hidden = await with_secret(api, organizer)
    await opener(api, organizer, hidden)
    await put_in(api, buyer, hidden, code=CODE)
    await put_in(api, buyer, hidden, quantity=2)
    assert (await total_of(api, buyer))["discount_code"] == CODE
    await api.call("DELETE", f"/cart/user/{buyer.id}/discount", buyer)
    total = await total_of(api, buyer)
    assert total["discount_problem"] == 'Tickets of the type "Friends" need the code for them.'
    refused = await api.post(f"/orders/from-cart/{buyer.id}", buyer, {})
    assert_problem(refused, 404, "not_found")
    assert len(await cart_of(api, buyer)) == 1
    assert (await apply(api, buyer, CODE)).status_code == 200
    order = (await api.post(f"/orders/from-cart/{buyer.id}", buyer, {})).json()
    assert order["total_amount"] == "60.00"


async def test_order_over_two_events_is_opened_too(
    api: Api, organizer: Person, buyer: Person
) -> None:
    _, hidden = await with_secret(api, organizer)
    other = await api.event(await api.person(Role.ORGANIZER), payment="online", price="5.00")
    kinds = (await api.get(f"/events/{other['id']}/ticket-types")).json()
    await opener(api, organizer, hidden)
    wanted = [{"ticket_type_id": id_, "quantity": 1} for id_ in (hidden, kinds[0]["id"])]
    assert_problem(await place(api, buyer, *wanted), 404, "not_found")
    order = await place(api, buyer, *wanted, discount_code=CODE)
    assert order.json()["total_amount"] == "25.00"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"valid_until": "2026-01-01T00:00:00Z"}, "expired"),
        ({"valid_from": "2036-01-01T00:00:00Z"}, "not_started"),
    ],
)
async def test_code_that_cannot_be_used_says_why_to_who_has_it(
    api: Api, organizer: Person, buyer: Person, fields: dict[str, str], reason: str
) -> None:
    event, hidden = await with_secret(api, organizer)
    await opener(api, organizer, hidden, **fields)
    wanted = {"ticket_type_id": hidden, "quantity": 1}
    for refused in (
        await place(api, buyer, wanted, discount_code=CODE),
        await api.post("/cart", buyer, {**wanted, "code": CODE}),
        await api.get(f"/events/{event['id']}/ticket-types", buyer, params={"code": CODE}),
    ):
        assert assert_problem(refused, 409, "discount_invalid")["reason"] == reason


async def test_guesses_at_what_opens_are_bounded(api: Api, organizer: Person) -> None:
    event, _ = await with_secret(api, organizer)
    other, elsewhere = await with_secret(api, organizer)
    await opener(api, organizer, elsewhere)
    path = f"/events/{event['id']}/ticket-types"
    details = set()
    for code in ("WRONG", CODE):
        refused = await api.get(path, params={"code": code})
        details.add(assert_problem(refused, 409, "discount_invalid")["detail"])
    assert details == {"There is no such discount code."}
    assert (await api.get(f"/events/{other['id']}/ticket-types?code={CODE}")).status_code == 200


async def test_box_office_needs_no_code(api: Api, organizer: Person, buyer: Person) -> None:
    event, hidden = await with_secret(api, organizer)
    body = {"event_id": event["id"], "ticket_type_id": hidden, "quantity": 1, "user_id": buyer.id}
    assert (await api.post("/bookings", organizer, body)).status_code == 201


async def test_seats_of_a_hidden_type_are_on_no_map(
    api: Api, organizer: Person, buyer: Person
) -> None:
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.venue["id"], payment="none")
    seats = (await api.get(f"/events/{event['id']}/seats")).json()
    (kind,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    change = {"is_hidden": True}
    edited = await api.put(f"/ticket-types/{kind['id']}", organizer, change)
    assert edited.json()["is_hidden"] is True
    assert (await api.get(f"/events/{event['id']}/seats")).json() == []
    body = {"event_id": event["id"], "seat_ids": [seats[0]["seat_id"]]}
    assert_problem(await api.post("/bookings", buyer, body), 404, "not_found")
    assert (await api.post("/bookings", organizer, body)).status_code == 201


async def test_hiding_is_audited(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    _, hidden = await with_secret(api, organizer)
    await api.put(f"/ticket-types/{hidden}", organizer, {"is_hidden": False})
    (entry,) = [
        row
        for row in await audit(connection, "ticket_type", hidden)
        if row["action"] == "ticket_type.updated"
    ]
    assert (entry["before"], entry["after"]) == ('{"is_hidden": true}', '{"is_hidden": false}')
