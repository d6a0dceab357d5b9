"""Seats of a venue: add one by one or in blocks, list, remove; and the capacities that follow."""

import json
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, assert_problem
from tests.support.halls import (
    add_seats,
    buy_seat,
    capacities,
    event_now,
    hold_seat,
    make_hall,
    seated_event,
)


def _places(seats: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(seat["section"], seat["row"], seat["seat_number"]) for seat in seats]


async def test_seats_are_added_one_by_one(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ())
    seat = {"section": "Box", "row": "1", "seat_number": "7a"}
    response = await api.post(f"/venues/{hall.id}/seats", organizer, {"seats": [seat]})
    assert response.status_code == 201
    assert response.headers["location"] == f"/api/v1/venues/{hall.id}/seats"
    (added,) = response.json()
    assert seat.items() <= added.items()
    assert (await api.get(f"/venues/{hall.id}/seats")).json() == [added]


async def test_seats_are_added_by_section_rows_and_count(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ())
    block = {"section": "Stalls", "rows": ["A", "B"], "seats_per_row": 2}
    added = (await api.post(f"/venues/{hall.id}/seats", organizer, block)).json()
    numbered = [("Stalls", row, number) for row in "AB" for number in "12"]
    assert _places(added) == numbered


async def test_seats_are_listed_in_natural_order_and_only_of_this_venue(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    await make_hall(api, organizer)
    hall = await make_hall(api, organizer, ())
    wanted = [
        ("Balcony", "1", "1"),
        ("Block 2", "1", "1"),
        ("Block 10", "1", "1"),
        ("Stalls", "A9", "1"),
        ("Stalls", "A10", "1"),
        ("Stalls", "B1", "1"),
        ("Stalls", "Z", "2"),
        ("Stalls", "Z", "2A"),
        ("Stalls", "Z", "3"),
        ("Stalls", "Z", "10"),
        ("Stalls", "AA", "1"),
        ("stalls", "A", "1"),
    ]
    mixed = [wanted[i] for i in (3, 5, 0, 10, 4, 9, 2, 8, 1, 11, 6, 7)]
    seats = [{"section": s, "row": r, "seat_number": n} for s, r, n in mixed]
    await api.post(f"/venues/{hall.id}/seats", organizer, {"seats": seats})
    assert _places((await api.get(f"/venues/{hall.id}/seats")).json()) == wanted


async def test_fifty_thousand_seats_are_added_in_one_call(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ())
    seats = [
        {"section": "Upper tier, north side", "row": f"Row {row}", "seat_number": str(number)}
        for row in range(500)
        for number in range(100)
    ]
    assert len(json.dumps({"seats": seats})) > 3 * 1024 * 1024
    response = await api.post(f"/venues/{hall.id}/seats", organizer, {"seats": seats})
    assert response.status_code == 201, response.text[:500]
    assert len(response.json()) == 50_000
    assert len((await api.get(f"/venues/{hall.id}/seats")).json()) == 50_000


async def test_only_the_call_that_adds_seats_may_be_that_large(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ())
    body = {"name": "x" * 1024 * 1024}
    assert_problem(await api.post("/venues", organizer, body), 413, "body_too_large")
    body = {"section": "x" * 8 * 1024 * 1024}
    refused = await api.post(f"/venues/{hall.id}/seats", organizer, body)
    assert_problem(refused, 413, "body_too_large")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"seats": []},
        {"seats": [{"section": "Stalls", "row": "A"}]},
        {"seats": [{"section": "Stalls", "row": "A", "seat_number": " "}]},
        {"seats": [{"section": "Stalls", "row": "A", "seat_number": "\u0007"}]},
        {"seats": [{"section": "Stalls", "row": "A", "seat_number": "1"}], "rows": ["A"]},
        {"section": "Stalls", "rows": ["A"]},
        {"section": "Stalls", "rows": [], "seats_per_row": 1},
        {"section": "Stalls", "rows": ["A"], "seats_per_row": 0},
        {"section": "Stalls", "rows": ["A", "B"], "seats_per_row": 25_001},
    ],
)
async def test_seats_are_refused_when_the_body_is_neither_form(
    api: Api, body: dict[str, Any]
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ())
    refused = await api.post(f"/venues/{hall.id}/seats", organizer, body)
    assert_problem(refused, 422, "validation_failed")
    assert (await api.get(f"/venues/{hall.id}/seats")).json() == []


async def test_a_long_list_of_wrong_seats_is_answered_with_its_first_fault(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ())
    seats = [{"section": "Stalls", "row": "A", "seat_number": ""}] * 5000
    refused = await api.post(f"/venues/{hall.id}/seats", organizer, {"seats": seats})
    problem = assert_problem(refused, 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == ["body.seats.0.seat_number"]


async def test_no_seat_is_added_when_one_of_them_is_there_already(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id)
    block = {"section": "Stalls", "rows": ["C", "B"], "seats_per_row": 1}
    refused = await api.post(f"/venues/{hall.id}/seats", organizer, block)
    assert assert_problem(refused, 409, "duplicate")["field"] == "seat_number"
    assert (await api.get(f"/venues/{hall.id}/seats")).json() == hall.seats
    assert (await event_now(api, event["id"]))["capacity"] == 6


async def test_no_seat_is_added_when_one_is_named_twice(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ())
    block = {"section": "Stalls", "rows": ["A", "B", "A"], "seats_per_row": 2}
    refused = await api.post(f"/venues/{hall.id}/seats", organizer, block)
    assert_problem(refused, 409, "duplicate")
    assert (await api.get(f"/venues/{hall.id}/seats")).json() == []


async def test_the_same_place_in_another_venue_is_another_seat(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    first, second = [await make_hall(api, organizer) for _ in range(2)]
    assert _places(first.seats) == _places(second.seats)


async def test_capacity_grows_with_seats_that_are_added(api: Api, clock: MovableClock) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ("Stalls", "Circle"))
    stalls = {"name": "Stalls", "section": "Stalls", "price": "50.00"}
    rest = {"name": "Rest", "price": "20.00"}
    mapped = await seated_event(api, organizer, hall.id, stalls, rest)
    draft = await seated_event(api, organizer, hall.id, status="draft")
    only_stalls = await seated_event(api, organizer, hall.id, stalls)
    general = await api.event(organizer, venue_id=hall.id, capacity=10)
    soon = (clock() + timedelta(days=1)).isoformat()
    over = await seated_event(api, organizer, hall.id, date_time=soon)
    clock.move(days=2)
    organizer = api.renewed(organizer)
    await add_seats(api, organizer, hall.id, "Balcony", ["A"])
    assert await capacities(api, mapped["id"]) == {"": 15, "Stalls": 6, "Rest": 9}
    assert await capacities(api, only_stalls["id"]) == {"": 6, "Stalls": 6}
    assert (await event_now(api, general["id"]))["capacity"] == 10
    assert (await event_now(api, over["id"]))["capacity"] == 12
    seen = await api.get(f"/events/{draft['id']}", organizer)
    assert (seen.json()["capacity"], seen.json()["tickets_available"]) == (15, 15)


async def test_removed_seat_takes_its_capacity_along(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id)
    seat = hall.seat("Stalls", "A", "2")
    removed = await api.call("DELETE", f"/venues/{hall.id}/seats/{seat}", organizer)
    assert removed.json()["success"] is True
    left = [row["id"] for row in (await api.get(f"/venues/{hall.id}/seats")).json()]
    assert left == [row["id"] for row in hall.seats if row["id"] != seat]
    assert await capacities(api, event["id"]) == {"": 5, "General admission": 5}


async def test_last_seat_of_a_section_that_a_type_names_can_be_removed(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    box = {"seats": [{"section": "Box", "row": "1", "seat_number": "1"}]}
    (seat,) = (await api.post(f"/venues/{hall.id}/seats", organizer, box)).json()
    types = [{"name": "Box", "section": "Box"}, {"name": "Rest"}]
    event = await seated_event(api, organizer, hall.id, *types)
    removed = await api.call("DELETE", f"/venues/{hall.id}/seats/{seat['id']}", organizer)
    assert removed.status_code == 200, removed.text
    assert await capacities(api, event["id"]) == {"": 6, "Box": 0, "Rest": 6}


async def test_seat_of_another_venue_is_not_found(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall, other = [await make_hall(api, organizer) for _ in range(2)]
    event = await seated_event(api, organizer, other.id)
    await buy_seat(api, event["id"], other.seats[0]["id"])
    for seat in other.seats[:2]:
        refused = await api.call("DELETE", f"/venues/{hall.id}/seats/{seat['id']}", organizer)
        assert_problem(refused, 404, "not_found")
    assert (await api.get(f"/venues/{other.id}/seats")).json() == other.seats


async def test_seat_that_is_sold_or_held_cannot_be_removed(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id)
    await buy_seat(api, event["id"], hall.seats[0]["id"])
    await hold_seat(api, event["id"], hall.seats[1]["id"])
    for seat in hall.seats[:2]:
        refused = await api.call("DELETE", f"/venues/{hall.id}/seats/{seat['id']}", organizer)
        assert_problem(refused, 409, "in_use")
    assert (await api.get(f"/venues/{hall.id}/seats")).json() == hall.seats
    assert (await event_now(api, event["id"]))["capacity"] == 6


async def test_seat_of_a_cancelled_ticket_stays_on_record(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id)
    seat = hall.seats[0]["id"]
    booking = await buy_seat(api, event["id"], seat)
    await api.put(f"/bookings/{booking['id']}/cancel", organizer)
    refused = await api.call("DELETE", f"/venues/{hall.id}/seats/{seat}", organizer)
    assert_problem(refused, 409, "in_use")


async def test_capacity_never_falls_below_what_is_sold(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id)
    for seat in hall.seats[:5]:
        await buy_seat(api, event["id"], seat["id"])
    # A ticket that lost its seat still counts: one free seat, but six tickets sold.
    await connection.execute(
        "INSERT INTO tickets (booking_id, event_id, ticket_type_id, user_id, ticket_code, price, "
        "status) SELECT booking_id, event_id, ticket_type_id, user_id, $1, price, status "
        "FROM tickets ORDER BY id LIMIT 1",
        "TKT-20261120-22222222",
    )
    last = hall.seats[5]["id"]
    refused = await api.call("DELETE", f"/venues/{hall.id}/seats/{last}", organizer)
    assert_problem(refused, 409, "in_use")
    assert (await api.get(f"/venues/{hall.id}/seats")).json() == hall.seats
    assert (await event_now(api, event["id"]))["capacity"] == 6


async def test_changes_of_seats_are_in_the_audit_log(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id)
    seat = hall.seats[0]["id"]
    await api.call("DELETE", f"/venues/{hall.id}/seats/{seat}", organizer)
    rows = await connection.fetch(
        "SELECT action, before::text, after::text FROM audit_log WHERE actor_id = $1 "
        "AND (subject_id = $2 OR event_id = $3) AND action IN "
        "('venue.seats_added', 'venue.seat_removed', 'event.capacity_changed') ORDER BY id",
        organizer.id,
        hall.id,
        event["id"],
    )
    assert [tuple(row) for row in rows] == [
        ("venue.seats_added", None, '{"seats": 6}'),
        ("event.capacity_changed", '{"capacity": 6}', '{"capacity": 5}'),
        ("venue.seat_removed", f'{{"seat_id": {seat}}}', None),
    ]
