"""Editing events over HTTP, and changing their status."""

from datetime import timedelta
from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.rows import add_hold, audit, recount, snapshot, start_event, use_ticket


async def put(api: Api, event: dict[str, Any], who: Person | None, **body: Any) -> httpx.Response:
    return await api.put(f"/events/{event['id']}", who, body)


async def only_type(api: Api, event: dict[str, Any], who: Person | None = None) -> dict[str, Any]:
    found: list[dict[str, Any]] = (await api.get(f"/events/{event['id']}/ticket-types", who)).json()
    assert len(found) == 1
    return found[0]


async def test_edit_changes_what_is_sent_and_leaves_the_rest(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, venue="Old Vic", max_tickets_per_user=4)
    body = {"title": "Macbeth", "max_tickets_per_user": None, "kind": "theatre"}
    response = await put(api, event, organizer, **body)
    assert response.status_code == 200
    after = response.json()
    assert after.pop("updated_at") > event.pop("updated_at")
    assert after == {**event, **body}
    stored = (await api.get(f"/events/{event['id']}")).json()
    assert (stored["title"], stored["venue"]) == ("Macbeth", "Old Vic")


async def test_admin_edits_any_event(api: Api) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    response = await put(api, event, await api.person(Role.ADMIN), title="By the admin")
    assert response.json()["title"] == "By the admin"


@pytest.mark.parametrize("status", ["active", "draft"])
async def test_edit_is_refused_to_a_user_who_does_not_manage_the_event(
    api: Api, connection: asyncpg.Connection, status: str
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER), status=status)
    before = await snapshot(connection, event["id"])
    role_refusal = (403, "forbidden") if status == "active" else (404, "not_found")
    for role, refusal in [
        (Role.ORGANIZER, (404, "not_found")),
        (Role.CUSTOMER, role_refusal),
        (Role.SCANNER, role_refusal),
    ]:
        assert_problem(await put(api, event, await api.person(role), title="Mine"), *refusal)
    assert_problem(await put(api, event, None, title="Mine"), 401, "not_authenticated")
    assert await snapshot(connection, event["id"]) == before


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"date_time": "2020-01-01T00:00:00Z"}, "date_time"),
        ({"ends_at": "2020-01-01T00:00:00Z"}, "ends_at"),
        ({"sales_start": "2030-01-02T00:00", "sales_end": "2030-01-01T00:00"}, "sales_end"),
        ({"title": None}, "title"),
        ({"capacity": None}, "capacity"),
        ({"capacity": 0}, "capacity"),
        ({"price": -1}, "price"),
    ],
)
async def test_edit_is_refused_when_a_field_breaks_a_rule(
    api: Api, connection: asyncpg.Connection, changes: dict[str, Any], field: str
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    before = await snapshot(connection, event["id"])
    response = await put(api, event, organizer, **{"description": "new", **changes})
    problem = assert_problem(response, 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == [f"body.{field}"]
    assert await snapshot(connection, event["id"]) == before


async def test_event_that_was_stored_without_capacity_is_read_edited_and_given_one(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    for table, column in (("events", "id"), ("ticket_types", "event_id")):
        statement = f"UPDATE {table} SET capacity = 0 WHERE {column} = $1"
        await connection.execute(statement, event["id"])
    stored = (await api.get(f"/events/{event['id']}", organizer)).json()
    assert (stored["capacity"], stored["tickets_available"]) == (0, 0)
    assert (await put(api, event, organizer, title="Renamed")).json()["capacity"] == 0
    assert (await put(api, event, organizer, capacity=1)).json()["tickets_available"] == 1
    assert (await only_type(api, event))["capacity"] == 1


async def test_rescheduled_event_keeps_its_duration(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(
        organizer, date_time="2036-07-01T18:00:00Z", ends_at="2036-07-01T19:30:00Z"
    )
    rescheduled = await put(api, event, organizer, date_time="2036-08-01T18:00:00Z")
    assert rescheduled.json()["ends_at"] == "2036-08-01T19:30:00Z"


async def test_naive_time_of_an_edit_is_read_in_the_time_zone_of_the_event(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, timezone="Asia/Bangkok")
    rescheduled = await put(api, event, organizer, date_time="2036-07-01T20:00:00")
    assert rescheduled.json()["date_time"] == "2036-07-01T13:00:00Z"
    body = {"timezone": "Europe/Berlin", "date_time": "2036-07-01T20:00:00"}
    assert (await put(api, event, organizer, **body)).json()["date_time"] == "2036-07-01T18:00:00Z"


async def test_past_event_is_edited_but_not_rescheduled_within_the_past(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    await start_event(connection, event["id"])
    started = (await api.get(f"/events/{event['id']}")).json()
    assert (await put(api, event, organizer, description="It was great.")).status_code == 200
    unmoved = {"title": "Renamed", "date_time": started["date_time"]}
    assert (await put(api, event, organizer, **unmoved)).json()["title"] == "Renamed"
    response = await put(api, event, organizer, date_time="2026-01-01T00:00:00Z")
    assert_problem(response, 422, "validation_failed")


async def test_price_and_capacity_of_an_event_change_its_only_type_too(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event, other = await api.event(organizer), await api.event(organizer)
    changed = await put(api, event, organizer, price="30.00", capacity=7)
    assert (changed.json()["price"], changed.json()["capacity"]) == ("30.00", 7)
    only = await only_type(api, event)
    assert (only["price"], only["capacity"]) == ("30.00", 7)
    assert (await only_type(api, other))["price"] == "25.00"


async def test_price_of_an_event_with_several_types_is_refused_but_its_capacity_is_not(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, ticket_types=[{"name": "A"}, {"name": "B"}])
    before = await snapshot(connection, event["id"])
    assert_problem(await put(api, event, organizer, price="9.00"), 422, "validation_failed")
    assert await snapshot(connection, event["id"]) == before
    assert (await put(api, event, organizer, capacity=15)).json()["capacity"] == 15
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    assert [ticket_type["capacity"] for ticket_type in types] == [15, 15]


async def test_capacity_is_not_cut_below_what_is_sold_or_held(
    api: Api, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer)
    await api.book(buyer, event["id"], 2)
    await add_hold(
        connection,
        event_id=event["id"],
        user_id=buyer.id,
        expires_at=clock() + timedelta(minutes=10),
    )
    before = await snapshot(connection, event["id"])
    problem = assert_problem(await put(api, event, organizer, capacity=2), 409, "in_use")
    assert problem["detail"] == "The capacity cannot be 2: 3 tickets sold or held already."
    assert await snapshot(connection, event["id"]) == before
    cut = (await put(api, event, organizer, capacity=3)).json()
    assert (cut["capacity"], cut["tickets_available"]) == (3, 0)


async def test_currency_is_fixed_once_tickets_are_sold(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer)
    assert (await put(api, event, organizer, currency="EUR")).json()["currency"] == "EUR"
    await api.book(buyer, event["id"])
    before = await snapshot(connection, event["id"])
    assert_problem(await put(api, event, organizer, currency="USD"), 409, "in_use")
    assert await snapshot(connection, event["id"]) == before


async def test_new_price_leaves_tickets_already_sold_alone(api: Api) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer, price="25.00")
    early = await api.book(buyer, event["id"])
    await put(api, event, organizer, price="40.00")
    late = await api.book(buyer, event["id"])
    assert (early["total_amount"], late["total_amount"]) == ("25.00", "40.00")
    assert (await api.get(f"/bookings/{early['id']}", buyer)).json() == early


async def test_draft_is_published(api: Api) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer, status="draft")
    refused = await api.post(f"/events/{event['id']}/bookings", buyer, {"quantity": 1})
    assert_problem(refused, 404, "not_found")
    assert (await put(api, event, organizer, status="active")).json()["status"] == "active"
    assert (await api.book(buyer, event["id"]))["status"] == "confirmed"


async def test_draft_whose_time_has_passed_is_not_published(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, status="draft")
    await start_event(connection, event["id"])
    before = await snapshot(connection, event["id"])
    assert_problem(await put(api, event, organizer, status="active"), 422, "validation_failed")
    assert await snapshot(connection, event["id"]) == before


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (["draft"], "cancelled"),
        (["draft"], "completed"),
        (["active"], "draft"),
        (["active", "completed"], "active"),
        (["active", "completed"], "cancelled"),
        (["active", "cancelled"], "active"),
        (["active", "cancelled"], "completed"),
    ],
)
async def test_transition_that_does_not_exist_is_refused(
    api: Api, connection: asyncpg.Connection, path: list[str], wanted: str
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, status=path[0])
    for status in path[1:]:
        await put(api, event, organizer, status=status)
    before = await snapshot(connection, event["id"])
    response = await put(api, event, organizer, status=wanted, title="Renamed")
    problem = assert_problem(response, 409, "invalid_state")
    assert (problem["from"], problem["to"]) == (path[-1], wanted)
    assert await snapshot(connection, event["id"]) == before


async def test_cancelled_event_cancels_its_bookings_and_frees_their_tickets(
    api: Api, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event, other = await api.event(organizer), await api.event(organizer)
    sold, elsewhere = await api.book(buyer, event["id"], 2), await api.book(buyer, other["id"])
    held = await add_hold(
        connection,
        event_id=event["id"],
        user_id=buyer.id,
        expires_at=clock() + timedelta(minutes=10),
    )
    cancelled = (await put(api, event, organizer, status="cancelled")).json()
    assert cancelled["status"] == "cancelled"
    for booking_id in (sold["id"], held):
        booking = (await api.get(f"/bookings/{booking_id}", buyer)).json()
        assert booking["status"] == "cancelled"
        assert {ticket["status"] for ticket in booking["tickets"]} == {"cancelled"}
        assert (await audit(connection, "booking", booking_id))[-1][
            "action"
        ] == "booking.called_off"
    assert (cancelled["total_bookings"], cancelled["total_revenue"]) == (0, "0.00")
    assert (cancelled["total_tickets_sold"], cancelled["tickets_held"]) == (0, 0)
    assert (await api.get(f"/bookings/{elsewhere['id']}", buyer)).json() == elsewhere


async def test_booking_with_a_used_ticket_stays_confirmed_when_its_event_is_cancelled(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"], 2)
    await use_ticket(connection, booking["tickets"][0]["id"])
    cancelled = (await put(api, event, organizer, status="cancelled")).json()
    after = (await api.get(f"/bookings/{booking['id']}", buyer)).json()
    assert after["status"] == "confirmed"
    assert [ticket["status"] for ticket in after["tickets"]] == ["used", "cancelled"]
    assert (cancelled["total_bookings"], cancelled["total_tickets_sold"]) == (1, 1)
    counted = await recount(connection, event["id"])
    assert (counted["total_bookings"], counted["total_tickets_sold"]) == (1, 1)
