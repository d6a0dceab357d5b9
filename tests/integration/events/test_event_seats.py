"""Events at a venue, by the number and by the seat: what they take over, refuse, and show."""

from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from src.presentation.schemas.event import UpdateEventBody
from tests.support.api import Api, MovableClock, assert_problem
from tests.support.halls import (
    buy_seat,
    capacities,
    event_now,
    hold_seat,
    make_hall,
    seat_map,
    seated_event,
)

STALLS = {"name": "Stalls", "section": "Stalls", "price": "50.00"}
REST = {"name": "Rest", "price": "20.00"}


async def _create(api: Api, **fields: Any) -> Any:
    """A request for an event of a new organizer, with no capacity unless given."""
    body = {"title": "Hamlet", "date_time": "2036-06-01T19:00:00", "price": "25.00", **fields}
    return await api.post("/events", await api.person(Role.ORGANIZER), body)


async def test_event_takes_over_name_and_time_zone_of_its_venue(api: Api) -> None:
    hall = await make_hall(
        api, await api.person(Role.ORGANIZER), (), name="Arena", timezone="Asia/Bangkok"
    )
    event = (await _create(api, venue_id=hall.id, capacity=5)).json()
    assert (event["venue"], event["venue_id"]) == ("Arena", hall.id)
    assert event["timezone"] == "Asia/Bangkok"
    assert event["date_time"] == "2036-06-01T12:00:00Z"


async def test_event_may_have_its_own_words_for_venue_and_time_zone(api: Api) -> None:
    hall = await make_hall(api, await api.person(Role.ORGANIZER), (), timezone="Asia/Bangkok")
    own = {"venue": "Old Vic, hall 2", "timezone": "Europe/London"}
    event = (await _create(api, venue_id=hall.id, capacity=5, **own)).json()
    assert own.items() <= event.items()
    assert event["date_time"] == "2036-06-01T18:00:00Z"


async def test_event_without_a_venue_is_in_utc(api: Api) -> None:
    event = (await _create(api, capacity=5)).json()
    assert (event["venue"], event["venue_id"], event["timezone"]) == (None, None, "UTC")
    assert event["date_time"] == "2036-06-01T19:00:00Z"


async def test_event_at_an_unknown_venue_is_refused(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    deleted = await make_hall(api, organizer, ())
    await api.call("DELETE", f"/venues/{deleted.id}", organizer)
    for venue_id in (4711, deleted.id):
        assert_problem(await _create(api, venue_id=venue_id, capacity=5), 404, "not_found")
    assert (await api.get("/events")).json() == []


async def test_events_are_found_by_venue(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall, other = [await make_hall(api, organizer, ()) for _ in range(2)]
    event = await api.event(organizer, venue_id=hall.id)
    await api.event(organizer, venue_id=other.id)
    await api.event(organizer)
    found = await api.get("/events", params={"venue_id": hall.id})
    assert [row["id"] for row in found.json()] == [event["id"]]


async def test_event_that_changes_its_venue_takes_over_the_new_venue(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    old = await make_hall(api, organizer, ())
    new = await make_hall(api, organizer, (), name="Arena", timezone="Asia/Bangkok")
    event = await api.event(organizer, venue_id=old.id)
    body = {"venue_id": new.id, "date_time": "2036-06-01T19:00:00"}
    updated = (await api.put(f"/events/{event['id']}", organizer, body)).json()
    assert (updated["venue_id"], updated["venue"]) == (new.id, "Arena")
    assert (updated["timezone"], updated["date_time"]) == ("Asia/Bangkok", "2036-06-01T12:00:00Z")
    body = {"venue_id": old.id, "venue": "Old Vic, hall 2"}
    back = (await api.put(f"/events/{event['id']}", organizer, body)).json()
    assert (back["venue"], back["timezone"]) == ("Old Vic, hall 2", "UTC")


async def test_edit_that_repeats_the_venue_changes_no_words(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ())
    event = await api.event(organizer, venue_id=hall.id, venue="Hall 2", timezone="Asia/Tokyo")
    body = {"venue_id": hall.id, "title": "Othello"}
    edited = (await api.put(f"/events/{event['id']}", organizer, body)).json()
    assert (edited["venue"], edited["timezone"]) == ("Hall 2", "Asia/Tokyo")
    left = (await api.put(f"/events/{event['id']}", organizer, {"venue_id": None})).json()
    assert (left["venue"], left["venue_id"]) == ("Hall 2", None)


async def test_event_cannot_change_to_an_unknown_venue(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    refused = await api.put(f"/events/{event['id']}", organizer, {"venue_id": 4711})
    assert_problem(refused, 404, "not_found")
    assert await event_now(api, event["id"]) == event


async def test_capacity_of_a_seated_event_is_the_number_of_its_seats(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ("Stalls", "Circle", "Balcony"))
    whole = await seated_event(api, organizer, hall.id)
    assert (whole["seating"], whole["tickets_available"]) == ("reserved", 18)
    assert await capacities(api, whole["id"]) == {"": 18, "General admission": 18}
    mapped = await seated_event(api, organizer, hall.id, STALLS, REST, price=None)
    assert mapped["price"] == "20.00"
    assert await capacities(api, mapped["id"]) == {"": 18, "Stalls": 6, "Rest": 12}
    part = await seated_event(api, organizer, hall.id, STALLS)
    assert await capacities(api, part["id"]) == {"": 6, "Stalls": 6}


async def test_the_right_capacity_may_be_given(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ("Stalls", "Circle"))
    stalls = {**STALLS, "capacity": 6}
    event = await seated_event(api, organizer, hall.id, stalls, REST, capacity=12)
    assert event["capacity"] == 12


@pytest.mark.parametrize(
    "fields",
    [
        {"capacity": 11},
        {"ticket_types": [{**STALLS, "capacity": 5}]},
        {"ticket_types": [REST, {"name": "Others"}]},
    ],
)
async def test_seated_event_is_refused_when_its_types_do_not_fit(
    api: Api, fields: dict[str, Any]
) -> None:
    hall = await make_hall(api, await api.person(Role.ORGANIZER), ("Stalls", "Circle"))
    refused = await _create(api, venue_id=hall.id, seating="reserved", **fields)
    assert_problem(refused, 422, "validation_failed")
    assert (await api.get("/events")).json() == []


async def test_seated_event_is_refused_without_seats(api: Api) -> None:
    empty = await make_hall(api, await api.person(Role.ORGANIZER), ())
    for venue_id in (None, empty.id):
        refused = await _create(api, venue_id=venue_id, seating="reserved")
        problem = assert_problem(refused, 422, "validation_failed")
        assert problem["errors"][0]["field"] == "body.venue_id"
    assert (await api.get("/events")).json() == []


async def test_section_that_the_venue_lacks_is_not_found(api: Api) -> None:
    hall = await make_hall(api, await api.person(Role.ORGANIZER))
    types = [{"name": "Box", "section": "Box"}, REST]
    refused = await _create(api, venue_id=hall.id, seating="reserved", ticket_types=types)
    assert_problem(refused, 404, "not_found")
    assert (await api.get("/events")).json() == []


async def test_section_named_by_two_types_is_refused(api: Api) -> None:
    hall = await make_hall(api, await api.person(Role.ORGANIZER))
    types = [STALLS, {"name": "Stalls, late", "section": "Stalls"}]
    refused = await _create(api, venue_id=hall.id, seating="reserved", ticket_types=types)
    assert assert_problem(refused, 409, "duplicate")["field"] == "section"
    assert (await api.get("/events")).json() == []


async def test_section_is_refused_with_general_admission(api: Api) -> None:
    hall = await make_hall(api, await api.person(Role.ORGANIZER))
    refused = await _create(api, venue_id=hall.id, capacity=5, ticket_types=[STALLS])
    assert_problem(refused, 422, "validation_failed")
    assert (await api.get("/events")).json() == []


@pytest.mark.parametrize("field", ["venue_id", "capacity"])
async def test_seated_event_keeps_its_venue_and_capacity(api: Api, field: str) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall, other = [await make_hall(api, organizer) for _ in range(2)]
    event = await seated_event(api, organizer, hall.id)
    wrong = {"venue_id": other.id, "capacity": 5}[field]
    refused = await api.put(f"/events/{event['id']}", organizer, {field: wrong})
    problem = assert_problem(refused, 422, "validation_failed")
    assert problem["errors"][0]["field"] == f"body.{field}"
    assert await event_now(api, event["id"]) == event


async def test_seated_event_may_be_sent_back_whole(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id)
    # All that can be edited, as it was read: the number of seats and the venue, too.
    whole = {name: value for name, value in event.items() if name in UpdateEventBody.known}
    assert {"capacity", "venue_id", "status"} <= whole.keys()
    edited = await api.put(f"/events/{event['id']}", organizer, {**whole, "title": "Othello"})
    assert edited.status_code == 200, edited.text
    assert edited.json() == {**event, "title": "Othello", "updated_at": edited.json()["updated_at"]}


async def test_event_that_is_postponed_after_its_day_has_the_seats_of_now(
    api: Api, clock: MovableClock
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id)
    clock.move(days=31)
    organizer = api.renewed(organizer)
    seat = hall.seats[0]["id"]
    await api.call("DELETE", f"/venues/{hall.id}/seats/{seat}", organizer)
    assert (await event_now(api, event["id"]))["capacity"] == 6
    body = {"date_time": "2036-06-01T19:00:00"}
    updated = (await api.put(f"/events/{event['id']}", organizer, body)).json()
    assert (updated["capacity"], updated["tickets_available"]) == (5, 5)


async def test_seat_map_shows_every_seat_with_its_type_price_and_status(
    api: Api, clock: MovableClock
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ("Stalls", "Circle"))
    event = await seated_event(api, organizer, hall.id, STALLS, REST)
    twin = await seated_event(api, organizer, hall.id)
    ids = {
        ticket_type["section"]: ticket_type["id"] for ticket_type in await _types(api, event["id"])
    }
    await hold_seat(api, event["id"], hall.seat("Circle", "A", "2"))
    clock.move(minutes=9)
    await buy_seat(api, event["id"], hall.seat("Stalls", "A", "1"))
    await hold_seat(api, event["id"], hall.seat("Stalls", "B", "3"))
    clock.move(minutes=2)
    await buy_seat(api, twin["id"], hall.seat("Stalls", "B", "2"))
    found = await seat_map(api, event["id"])
    status = {hall.seat("Stalls", "A", "1"): "sold", hall.seat("Stalls", "B", "3"): "held"}
    assert found == [
        {
            "seat_id": seat["id"],
            "section": seat["section"],
            "row": seat["row"],
            "seat_number": seat["seat_number"],
            "ticket_type_id": ids["Stalls" if seat["section"] == "Stalls" else None],
            "price": "50.00" if seat["section"] == "Stalls" else "20.00",
            "status": status.get(seat["id"], "available"),
        }
        for seat in hall.seats
    ]


async def test_used_ticket_is_sold_and_a_cancelled_one_free(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id)
    used = await buy_seat(api, event["id"], hall.seats[0]["id"])
    code = used["tickets"][0]["ticket_code"]
    await api.post(f"/tickets/{code}/check-in", organizer)
    given_up = await buy_seat(api, event["id"], hall.seats[1]["id"])
    await api.put(f"/bookings/{given_up['id']}/cancel", organizer)
    status = [seat["status"] for seat in await seat_map(api, event["id"])]
    assert status == ["sold", *["available"] * 5]
    query = "SELECT status FROM tickets ORDER BY id"
    assert [row["status"] for row in await connection.fetch(query)] == ["used", "cancelled"]


async def test_seats_of_a_section_that_nobody_sells_are_not_on_the_map(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ("Stalls", "Circle"))
    event = await seated_event(api, organizer, hall.id, STALLS)
    assert {seat["section"] for seat in await seat_map(api, event["id"])} == {"Stalls"}


async def test_general_admission_has_an_empty_map(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    event = await api.event(organizer, venue_id=hall.id)
    assert await seat_map(api, event["id"]) == []


async def test_map_of_a_draft_is_seen_by_its_organizer_alone(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    draft = await seated_event(api, organizer, hall.id, status="draft")
    assert len(await seat_map(api, draft["id"], organizer)) == 6
    for stranger in (None, await api.person(Role.ORGANIZER)):
        refused = await api.get(f"/events/{draft['id']}/seats", stranger)
        assert_problem(refused, 404, "not_found")
    assert_problem(await api.get("/events/4711/seats"), 404, "not_found")


async def _types(api: Api, event_id: int) -> list[dict[str, Any]]:
    types: list[dict[str, Any]] = (await api.get(f"/events/{event_id}/ticket-types")).json()
    return types
