"""Events over HTTP: making, reading and deleting them."""

from datetime import datetime, timedelta
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import V1, Api, MovableClock, assert_problem
from tests.support.rows import audit, snapshot

WHEN = "2036-12-25T19:00:00Z"
BODY: dict[str, Any] = {"title": "Hamlet", "date_time": WHEN, "capacity": 10, "price": "25.00"}


async def count_events(connection: asyncpg.Connection) -> int:
    count: int = await connection.fetchval("SELECT count(*) FROM events")
    return count


async def test_event_is_made_with_every_field_as_sent(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    fields = {
        "title": "Rock Night",
        "description": "Three bands.",
        "venue": "Bangkok Arena",
        "kind": "concert",
        "date_time": "2036-12-25T19:00:00Z",
        "ends_at": "2036-12-25T23:30:00Z",
        "timezone": "Asia/Bangkok",
        "capacity": 5000,
        "price": "1500.00",
        "currency": "THB",
        "status": "active",
        "seating": "general",
        "payment": "none",
        "max_tickets_per_user": 4,
        "sales_start": "2030-01-01T00:00:00Z",
        "sales_end": "2036-12-25T18:00:00Z",
    }
    response = await api.post("/events", organizer, fields)
    assert response.status_code == 201
    event = response.json()
    assert response.headers["location"] == f"{V1}/events/{event['id']}"
    assert {name: event[name] for name in fields} == fields
    assert (event["organizer_id"], event["venue_id"]) == (organizer.id, None)
    assert (await api.get(f"/events/{event['id']}")).json() == event


async def test_new_event_has_defaults_and_statistics_of_nothing_sold(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = (await api.post("/events", organizer, BODY)).json()
    assert event["ends_at"] == "2036-12-25T22:00:00Z"
    assert (event["status"], event["kind"], event["currency"]) == ("active", "other", "USD")
    assert (event["total_tickets_sold"], event["total_bookings"]) == (0, 0)
    assert (event["total_revenue"], event["tickets_held"]) == ("0.00", 0)
    assert event["tickets_available"] == 10


async def test_capacity_and_price_make_the_general_admission_type(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, capacity=10, price="25.5")
    (only,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    assert (only["name"], only["price"], only["capacity"]) == ("General admission", "25.50", 10)


async def test_event_takes_capacity_and_price_of_its_types_when_it_has_none(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    types = [
        {"name": "VIP", "category": "VIP", "price": "90.00", "capacity": 10},
        {"name": "Standard", "price": "40.00", "capacity": 50},
    ]
    body = {"title": "Hamlet", "date_time": WHEN, "ticket_types": types}
    event = (await api.post("/events", organizer, body)).json()
    assert (event["capacity"], event["price"]) == (60, "40.00")


async def test_types_take_capacity_and_price_of_their_event_when_they_have_none(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    types: list[dict[str, Any]] = [{"name": "Early"}, {"name": "Late", "capacity": 8}]
    event = (await api.post("/events", organizer, {**BODY, "ticket_types": types})).json()
    made = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    assert [(ticket_type["capacity"], ticket_type["price"]) for ticket_type in made] == [
        (10, "25.00"),
        (8, "25.00"),
    ]
    assert event["capacity"] == 10


async def test_naive_times_are_read_in_the_time_zone_of_the_event(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(
        organizer,
        timezone="Europe/Berlin",
        date_time="2036-07-01T20:00:00",
        ends_at="2036-07-01T23:00:00+01:00",
        sales_start="2036-01-01T10:00:00",
        ticket_types=[{"name": "Late", "sales_start": "2036-02-01T10:00:00"}],
    )
    assert event["date_time"] == "2036-07-01T18:00:00Z"
    assert event["ends_at"] == "2036-07-01T22:00:00Z"
    assert event["sales_start"] == "2036-01-01T09:00:00Z"
    (only,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    assert only["sales_start"] == "2036-02-01T09:00:00Z"


async def test_naive_times_are_read_in_utc_without_a_time_zone(api: Api) -> None:
    event = await api.event(await api.person(Role.ORGANIZER), date_time="2036-07-01T20:00:00")
    assert event["date_time"] == "2036-07-01T20:00:00Z"


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.SCANNER])
async def test_event_is_refused_to_who_cannot_own_events(
    api: Api, connection: asyncpg.Connection, role: Role
) -> None:
    assert_problem(await api.post("/events", await api.person(role), BODY), 403, "forbidden")
    assert_problem(await api.post("/events", None, BODY), 401, "not_authenticated")
    assert await count_events(connection) == 0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"date_time": "2020-01-01T00:00:00Z"}, "date_time"),
        ({"date_time": "tomorrow"}, "date_time"),
        ({"date_time": "9999-12-31T23:59:59Z"}, "date_time"),
        ({"ends_at": WHEN}, "ends_at"),
        ({"timezone": "Mars/Olympus"}, "timezone"),
        ({"timezone": "localtime"}, "timezone"),
        ({"timezone": "Factory"}, "timezone"),
        ({"capacity": -1}, "capacity"),
        ({"capacity": None}, "capacity"),
        ({"capacity": 0}, "capacity"),
        ({"capacity": 0, "status": "draft"}, "capacity"),
        ({"ticket_types": [{"name": "VIP", "capacity": 0}]}, "ticket_types.0.capacity"),
        ({"price": "-1.00"}, "price"),
        ({"price": "1.005"}, "price"),
        ({"price": "NaN"}, "price"),
        ({"price": None}, "price"),
        ({"currency": "EURO"}, "currency"),
        ({"kind": "party"}, "kind"),
        ({"status": "cancelled"}, "status"),
        ({"max_tickets_per_user": 0}, "max_tickets_per_user"),
        ({"sales_start": "2030-01-02T00:00:00Z", "sales_end": "2030-01-01T00:00:00Z"}, "sales_end"),
    ],
)
async def test_event_is_refused_when_a_field_breaks_a_rule(
    api: Api, connection: asyncpg.Connection, changes: dict[str, Any], field: str
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    response = await api.post("/events", organizer, {**BODY, **changes})
    problem = assert_problem(response, 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == [f"body.{field}"]
    assert await count_events(connection) == 0


async def test_event_is_refused_when_two_of_its_types_have_one_name(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    body = {**BODY, "ticket_types": [{"name": "VIP"}, {"name": "VIP"}]}
    problem = assert_problem(await api.post("/events", organizer, body), 409, "duplicate")
    assert problem["field"] == "name"
    assert await count_events(connection) == 0


async def test_event_is_refused_when_it_starts_this_moment(
    api: Api, clock: MovableClock, connection: asyncpg.Connection
) -> None:
    organizer, starts = await api.person(Role.ORGANIZER), datetime.fromisoformat(WHEN)
    clock.offset = starts - (clock() - clock.offset)
    assert_problem(await api.post("/events", organizer, BODY), 422, "validation_failed")
    assert await count_events(connection) == 0
    clock.offset -= timedelta(minutes=1)
    assert (await api.post("/events", organizer, BODY)).status_code == 201


async def test_draft_exists_only_for_its_owner_and_admins(api: Api) -> None:
    owner, admin = await api.person(Role.ORGANIZER), await api.person(Role.ADMIN)
    outsiders = [None, *[await api.person(role) for role in Role if role is not Role.ADMIN]]
    event = await api.event(owner, status="draft")
    (ticket_type,) = (await api.get(f"/events/{event['id']}/ticket-types", owner)).json()
    paths = [
        f"/events/{event['id']}",
        f"/events/{event['id']}/availability",
        f"/events/{event['id']}/ticket-types",
        f"/tickets/event/{event['id']}/available",
        f"/ticket-types/{ticket_type['id']}",
    ]
    for path in paths:
        for insider in (owner, admin):
            assert (await api.get(path, insider)).status_code == 200
        for outsider in outsiders:
            assert_problem(await api.get(path, outsider), 404, "not_found")


@pytest.mark.parametrize("path", ["", "/availability", "/ticket-types"])
async def test_active_event_is_read_without_a_token(api: Api, path: str) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    assert (await api.get(f"/events/{event['id']}{path}")).status_code == 200
    assert_problem(await api.get(f"/events/999999999{path}"), 404, "not_found")


async def test_availability_counts_what_is_left_of_the_event_and_of_each_type(api: Api) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    types = [{"name": "VIP", "capacity": 4}, {"name": "Standard", "capacity": 9}]
    event = await api.event(organizer, capacity=10, ticket_types=types)
    vip, standard = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    body = {"event_id": event["id"], "quantity": 3, "ticket_type_id": vip["id"]}
    await api.post("/bookings", buyer, body)
    response = await api.get(f"/events/{event['id']}/availability")
    left = [
        {
            **{"id": kind["id"], "name": kind["name"], "admits": True, "price": "25.00"},
            **{"current_price": "25.00", "left_at_price": None, "tickets_available": available},
        }
        for kind, available in ((vip, 1), (standard, 7))
    ]
    assert response.json() == {
        "event_id": event["id"],
        "tickets_available": 7,
        "ticket_types": left,
    }
    count = await api.get(f"/tickets/event/{event['id']}/available")
    assert count.json() == {"event_id": event["id"], "available": 7}


async def test_deleted_event_is_gone_for_everybody(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, admin = await api.person(Role.ORGANIZER), await api.person(Role.ADMIN)
    event, other = await api.event(organizer), await api.event(organizer)
    (ticket_type,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    response = await api.call("DELETE", f"/events/{event['id']}", organizer)
    expected = {"success": True, "message": "The event is deleted.", "data": None}
    assert (response.status_code, response.json()) == (200, expected)
    for path in (f"/events/{event['id']}", f"/ticket-types/{ticket_type['id']}"):
        for reader in (None, organizer, admin):
            assert_problem(await api.get(path, reader), 404, "not_found")
    assert [row["id"] for row in (await api.get("/events")).json()] == [other["id"]]
    assert [row["event_id"] for row in (await api.get("/ticket-types")).json()] == [other["id"]]
    again = await api.call("DELETE", f"/events/{event['id']}", organizer)
    assert_problem(again, 404, "not_found")
    assert (await audit(connection, "event", event["id"]))[-1]["action"] == "event.deleted"


async def test_event_with_live_bookings_is_not_deleted_until_it_is_cancelled(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"])
    before = await snapshot(connection, event["id"])
    path = f"/events/{event['id']}"
    assert_problem(await api.call("DELETE", path, organizer), 409, "in_use")
    assert await snapshot(connection, event["id"]) == before
    await api.put(path, organizer, {"status": "cancelled"})
    assert (await api.call("DELETE", path, organizer)).status_code == 200
    kept = await api.get(f"/bookings/{booking['id']}", buyer)
    assert (kept.status_code, kept.json()["status"]) == (200, "cancelled")
    listed = await api.get(f"/bookings/user/{buyer.id}", buyer)
    assert listed.json()[0]["event"]["id"] == event["id"]


async def test_event_of_another_organizer_is_not_deleted(
    api: Api, connection: asyncpg.Connection
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    before = await snapshot(connection, event["id"])
    path = f"/events/{event['id']}"
    stranger, buyer = await api.person(Role.ORGANIZER), await api.person()
    assert_problem(await api.call("DELETE", path, stranger), 404, "not_found")
    assert_problem(await api.call("DELETE", path, buyer), 403, "forbidden")
    assert_problem(await api.call("DELETE", path), 401, "not_authenticated")
    assert await snapshot(connection, event["id"]) == before
