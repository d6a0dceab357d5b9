"""The report of tickets: the counters, and a recount where there is none."""

from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.analytics_rows import at, report
from tests.support.api import Api, Person
from tests.support.rows import add_hold, use_ticket

NOTHING = {"reserved": 0, "active": 0, "used": 0, "cancelled": 0, "complimentary": 0}
COUNTS = {"reserved": 2, "active": 1, "used": 2, "cancelled": 1, "complimentary": 0}


@pytest.fixture
async def event(api: Api, connection: asyncpg.Connection, organizer: Person) -> dict[str, Any]:
    """An event of 10 places: 2 held, 1 active, 2 used, 1 cancelled."""
    event = await api.event(organizer, title="Own")
    buyer = await api.person()
    booking = await api.book(buyer, event["id"], 3)
    for ticket in booking["tickets"][:2]:
        await use_ticket(connection, ticket["id"])
    gone = await api.book(buyer, event["id"])
    await api.put(f"/bookings/{gone['id']}/cancel", buyer)
    await add_hold(
        connection,
        event_id=event["id"],
        user_id=buyer.id,
        expires_at=at(2099, 1, 1),
        quantity=2,
    )
    return event


@pytest.fixture
async def rival_event(api: Api) -> dict[str, Any]:
    """Another organizer's event, with a ticket."""
    event = await api.event(await api.person(Role.ORGANIZER), title="Rival", capacity=4)
    await api.book(await api.person(), event["id"])
    return event


async def test_tickets_are_counted_by_status_and_type(
    api: Api, organizer: Person, event: dict[str, Any], rival_event: dict[str, Any]
) -> None:
    found = await report(api, "tickets", organizer)
    (kind,) = found.pop("by_ticket_type")
    assert found == {
        "by_status": COUNTS,
        "check_in_rate": 0.6667,
        "capacity": 10,
        "taken": 5,
        "capacity_used": 0.5,
    }
    assert kind.pop("ticket_type_id")
    assert kind == {
        "event_id": event["id"],
        "event_title": "Own",
        "name": "General admission",
        "capacity": 10,
        "by_status": COUNTS,
        "check_in_rate": 0.6667,
        "capacity_used": 0.5,
    }


async def test_admin_sees_the_tickets_of_all_events_or_of_one(
    api: Api, event: dict[str, Any], rival_event: dict[str, Any]
) -> None:
    admin = await api.person(Role.ADMIN)
    found = await report(api, "tickets", admin)
    assert found["by_status"] == {**COUNTS, "active": 2}
    assert (found["capacity"], found["taken"]) == (14, 6)
    assert [row["event_title"] for row in found["by_ticket_type"]] == ["Own", "Rival"]
    narrowed = await report(api, "tickets", admin, event_id=rival_event["id"])
    assert (narrowed["by_status"], narrowed["check_in_rate"]) == ({**NOTHING, "active": 1}, 0.0)
    assert narrowed["capacity_used"] == 0.25


async def test_types_of_one_event_are_counted_apart(api: Api, organizer: Person) -> None:
    kinds = [{"name": "VIP", "capacity": 2}, {"name": "Standing", "capacity": 8}]
    event = await api.event(organizer, ticket_types=kinds)
    listed = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    ids = {kind["name"]: kind["id"] for kind in listed}
    body = {"event_id": event["id"], "ticket_type_id": ids["VIP"], "quantity": 2}
    assert (await api.post("/bookings", organizer, body)).status_code == 201
    found = await report(api, "tickets", organizer)
    by_name = {kind["name"]: kind for kind in found["by_ticket_type"]}
    assert by_name["VIP"]["by_status"] == {**NOTHING, "active": 2}
    assert by_name["VIP"]["capacity_used"] == 1.0
    assert by_name["Standing"]["by_status"] == NOTHING
    assert by_name["Standing"]["check_in_rate"] is None
    assert list(by_name) == ["VIP", "Standing"]


async def test_times_choose_among_events_by_their_start(
    api: Api, organizer: Person, event: dict[str, Any]
) -> None:
    start = api.clock() + timedelta(days=60)
    later = await api.event(organizer, date_time=start.isoformat(), capacity=3)
    await api.book(organizer, later["id"])
    found = await report(api, "tickets", organizer, date_from=start.isoformat())
    assert (found["capacity"], found["by_status"]) == (3, {**NOTHING, "active": 1})
    before = await report(api, "tickets", organizer, date_to=start.isoformat())
    assert (before["capacity"], before["by_status"]) == (10, COUNTS)


async def test_capacity_is_that_of_events_that_are_held(
    api: Api, organizer: Person, event: dict[str, Any]
) -> None:
    await api.event(organizer, status="draft", capacity=100)
    cancelled = await api.event(organizer, capacity=100)
    await api.book(organizer, cancelled["id"], 3)
    await api.put(f"/events/{cancelled['id']}", organizer, {"status": "cancelled"})
    deleted = await api.event(organizer, capacity=100)
    await api.call("DELETE", f"/events/{deleted['id']}", organizer)
    found = await report(api, "tickets", organizer)
    assert (found["capacity"], found["taken"]) == (10, 5)
    assert found["by_status"] == {**COUNTS, "cancelled": 4}
    assert deleted["id"] not in {kind["event_id"] for kind in found["by_ticket_type"]}


async def test_report_is_of_zeros_when_there_are_no_events(
    api: Api, organizer: Person, rival_event: dict[str, Any]
) -> None:
    assert await report(api, "tickets", organizer) == {
        "by_status": NOTHING,
        "check_in_rate": None,
        "capacity": 0,
        "taken": 0,
        "capacity_used": None,
        "by_ticket_type": [],
    }
