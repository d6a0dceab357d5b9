"""Tickets that are given away: free, confirmed, counted as sold, and with a reason."""

from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import V1, Api, Person, assert_problem
from tests.support.halls import make_hall, seat_map, seated_event
from tests.support.orders import stored

PAID = {
    "payment": "online",
    "service_fee_fixed": "2.00",
    "service_fee_percent": "5",
    "tax_rate": "10",
}
GUEST = {"name": "Ada", "email": "ada@test.example", "reason": "Press"}


async def only_type(api: Api, event: dict[str, Any]) -> int:
    (kind,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    type_id: int = kind["id"]
    return type_id


async def give(api: Api, who: Person, event: dict[str, Any], **fields: Any) -> Any:
    body = {"ticket_type_id": await only_type(api, event), "reason": "Press", **fields}
    if "seat_ids" not in body:
        body.setdefault("quantity", 2)
    headers = body.pop("headers", {})
    return await api.post(f"/events/{event['id']}/complimentary", who, body, headers=headers)


async def test_a_user_is_given_tickets_of_a_paid_event_at_once_and_for_nothing(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, **PAID)
    given = await give(api, organizer, event, user_id=buyer.id)
    assert given.status_code == 201, given.text
    booking = given.json()
    assert given.headers["location"] == f"{V1}/bookings/{booking['id']}"
    assert (booking["status"], booking["total_amount"]) == ("confirmed", "0.00")
    assert (booking["is_complimentary"], booking["complimentary_reason"]) == (True, "Press")
    assert [ticket["price"] for ticket in booking["tickets"]] == ["0.00", "0.00"]
    assert None not in [ticket["ticket_code"] for ticket in booking["tickets"]]
    order = (await api.get(f"/orders/{booking['order_id']}", buyer)).json()
    assert order["status"] == "confirmed"
    amounts = ("subtotal", "discount_amount", "fee_amount", "tax_amount", "total_amount")
    assert {order[name] for name in amounts} == {"0.00"}
    now = (await api.get(f"/events/{event['id']}")).json()
    assert (now["total_tickets_sold"], now["total_revenue"], now["total_bookings"]) == (
        2,
        "0.00",
        1,
    )


async def test_the_receiver_does_not_read_the_reason(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    reason = "An apology that is ours"
    booking = (await give(api, organizer, event, user_id=buyer.id, reason=reason)).json()
    pages = (f"/bookings/{booking['id']}", f"/bookings/user/{buyer.id}", "/users/me/export")
    for path in (*pages, f"/orders/{booking['order_id']}"):
        found = await api.get(path, buyer)
        assert reason not in found.text
    seen = (await api.get(f"/bookings/{booking['id']}", buyer)).json()
    assert seen["is_complimentary"] is True
    (listed,) = (await api.get(f"/events/{event['id']}/complimentary", organizer)).json()
    assert (listed["id"], listed["complimentary_reason"]) == (booking["id"], reason)


async def test_a_guest_is_given_tickets_by_mail(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, **PAID)
    booking = (await give(api, organizer, event, **GUEST)).json()
    await api.container.jobs.relay_outbox().execute()
    row = await connection.fetchrow(
        "SELECT orders.contact_email, users.is_guest, users.email, mails.kind FROM orders"
        " JOIN users ON users.id = orders.user_id JOIN mails ON mails.order_id = orders.id"
        " WHERE orders.id = $1",
        booking["order_id"],
    )
    assert row is not None
    assert tuple(row) == ("ada@test.example", True, None, "order_confirmed")


async def test_what_is_given_is_audited_without_the_words(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    booking = (await give(api, organizer, event, user_id=buyer.id)).json()
    row = await connection.fetchrow(
        "SELECT actor_id, after::jsonb AS after FROM audit_log"
        " WHERE action = 'booking.confirmed' AND subject_id = $1",
        booking["id"],
    )
    assert row is not None and row["actor_id"] == organizer.id
    assert '"complimentary": true' in row["after"]
    assert "Press" not in row["after"]


async def test_stock_limit_and_seats_bind_as_for_a_sale(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, capacity=3, max_tickets_per_user=2)
    full = await api.event(organizer, capacity=1)
    await api.book(buyer, event["id"], 1)
    other = await api.person()
    before = await stored(connection)
    limited = await give(api, organizer, event, user_id=buyer.id)
    assert_problem(limited, 409, "ticket_limit_exceeded")
    too_many = await give(api, organizer, full, user_id=other.id)
    assert_problem(too_many, 409, "insufficient_tickets")
    assert await stored(connection) == before


async def test_the_same_key_gives_once(api: Api, organizer: Person, buyer: Person) -> None:
    event = await api.event(organizer)
    headers = {"Idempotency-Key": "gift-1"}
    first, second = [await give(api, organizer, event, **GUEST, headers=headers) for _ in range(2)]
    assert first.json() == second.json()
    assert second.headers["idempotency-replayed"] == "true"
    assert (await api.get(f"/events/{event['id']}")).json()["total_tickets_sold"] == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"name": "Ada"},
        {"email": "ada@test.example"},
        {"user_id": 1, **GUEST},
        {**GUEST, "reason": " "},
        {**GUEST, "unit_price": "1.00"},
    ],
    ids=["nobody", "no address", "no name", "both", "no reason", "a price"],
)
async def test_who_and_why_has_to_be_said(
    wrong: dict[str, Any], api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    before = await stored(connection)
    assert_problem(await give(api, organizer, event, **wrong), 422, "validation_failed")
    assert await stored(connection) == before


async def test_a_type_of_another_event_and_other_organizers_are_refused(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event, other = await api.event(organizer), await api.event(organizer)
    type_id = await only_type(api, other)
    refused = await give(api, organizer, event, user_id=buyer.id, ticket_type_id=type_id)
    assert_problem(refused, 404, "not_found")
    rival = await api.person(Role.ORGANIZER)
    assert_problem(await give(api, rival, event, user_id=buyer.id), 404, "not_found")
    assert_problem(await give(api, buyer, event, user_id=buyer.id), 403, "forbidden")


async def test_it_is_counted_apart_and_brings_nothing(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    await api.book(buyer, event["id"], 3)
    await give(api, organizer, event, user_id=buyer.id)
    about = {"event_id": str(event["id"])}
    tickets = (await api.get("/analytics/tickets", organizer, params=about)).json()
    assert tickets["by_status"] == {
        "reserved": 0,
        "active": 5,
        "used": 0,
        "cancelled": 0,
        "complimentary": 2,
    }
    revenue = (await api.get("/analytics/revenue", organizer, params=about)).json()
    (outside,) = revenue["booked_outside"]
    assert (outside["bookings"], outside["tickets"], outside["amount"]) == (1, 3, "75.00")
    table = (await api.get("/analytics/tickets.csv", organizer, params=about)).text
    assert table.splitlines()[0].endswith(",complimentary")


async def test_the_door_and_the_list_of_attendees_mark_it(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    await api.book(buyer, event["id"])
    await give(api, organizer, event, **GUEST, quantity=1)
    attendees = (await api.get(f"/events/{event['id']}/attendees", organizer)).json()
    assert {row["name"]: row["is_complimentary"] for row in attendees} == {
        buyer.user.name: False,
        "Ada": True,
    }
    door = (await api.get(f"/events/{event['id']}/door-list", organizer)).json()
    place = door["columns"].index("is_complimentary")
    assert sorted(entry[place] for entry in door["entries"]) == [False, True]


async def test_bookings_are_listed_by_whether_they_were_given(
    api: Api, organizer: Person, buyer: Person
) -> None:
    admin = await api.person(Role.ADMIN)
    event = await api.event(organizer)
    sold = await api.book(buyer, event["id"])
    given = (await give(api, organizer, event, user_id=buyer.id)).json()
    for value, wanted in (("true", given["id"]), ("false", sold["id"])):
        about = {"event_id": str(event["id"]), "complimentary": value}
        (found,) = (await api.get("/bookings", admin, params=about)).json()
        assert found["id"] == wanted


async def test_seats_are_given(api: Api, organizer: Person, buyer: Person) -> None:
    venue = await make_hall(api, await api.person(Role.ADMIN))
    event = await seated_event(api, organizer, venue.id, {"name": "Stalls", "price": "9"})
    seat = (await seat_map(api, event["id"]))[0]
    given = await give(
        api,
        organizer,
        event,
        user_id=buyer.id,
        seat_ids=[seat["seat_id"]],
        ticket_type_id=seat["ticket_type_id"],
    )
    assert given.status_code == 201, given.text
    assert given.json()["tickets"][0]["seat"]["seat_id"] == seat["seat_id"]
    again = await give(
        api,
        organizer,
        event,
        user_id=buyer.id,
        seat_ids=[seat["seat_id"]],
        ticket_type_id=seat["ticket_type_id"],
    )
    assert_problem(again, 409, "seat_taken")
