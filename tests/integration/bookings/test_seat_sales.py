"""Numbered seats: sold by id, or chosen by the hall, and never twice."""

from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.halls import make_hall, seated_event


async def _hall(api: Api, organizer: Person) -> tuple[dict[str, Any], list[int]]:
    """An event in a hall with sections A and B, two rows of five each; and its seats' ids."""
    venue = (await api.post("/venues", organizer, {"name": "Hall"})).json()
    for section in "AB":
        body = {"section": section, "rows": ["1", "2"], "seats_per_row": 5}
        added = await api.post(f"/venues/{venue['id']}/seats", organizer, body)
        assert added.status_code == 201, added.text
    types = [
        {"name": "Front", "price": "50.00", "section": "A"},
        {"name": "Back", "price": "20.00", "section": "B"},
    ]
    event = await api.event(
        organizer, seating="reserved", venue_id=venue["id"], ticket_types=types, capacity=20
    )
    seats = (await api.get(f"/events/{event['id']}/seats")).json()
    return event, [seat["seat_id"] for seat in seats]


async def _book(api: Api, buyer: Person, event: dict[str, Any], **body: Any) -> Any:
    return await api.post(f"/events/{event['id']}/bookings", buyer, body)


async def test_seats_are_booked_by_id_at_their_types_prices(api: Api) -> None:
    event, seats = await _hall(api, await api.person(Role.ORGANIZER))
    assert event["capacity"] == 20
    answer = await _book(api, await api.person(), event, seat_ids=[seats[0], seats[10]])
    booking = answer.json()
    assert answer.status_code == 201, answer.text
    assert booking["total_amount"] == "70.00"
    assert {ticket["seat"]["seat_id"] for ticket in booking["tickets"]} == {seats[0], seats[10]}
    on_map = (await api.get(f"/events/{event['id']}/seats")).json()
    sold = [seat["seat_id"] for seat in on_map if seat["status"] == "sold"]
    assert sold == [seats[0], seats[10]]


async def test_taken_seat_is_refused_and_its_neighbour_stays_free(api: Api) -> None:
    event, seats = await _hall(api, await api.person(Role.ORGANIZER))
    await _book(api, await api.person(), event, seat_ids=[seats[0]])
    refused = await _book(api, await api.person(), event, seat_ids=[seats[0], seats[1]])
    problem = assert_problem(refused, 409, "seat_taken")
    assert problem["seat_ids"] == [seats[0]]
    available = (await api.get(f"/events/{event['id']}")).json()["tickets_available"]
    assert available == 19


async def test_adjacent_seats_in_front_are_chosen(api: Api) -> None:
    event, seats = await _hall(api, await api.person(Role.ORGANIZER))
    answer = await _book(
        api, await api.person(), event, quantity=3, best_available=True, section="B"
    )
    chosen = [ticket["seat"]["seat_id"] for ticket in answer.json()["tickets"]]
    assert chosen == seats[10:13]


async def test_more_seats_than_a_section_has_are_refused(api: Api) -> None:
    event, _ = await _hall(api, await api.person(Role.ORGANIZER))
    refused = await _book(
        api, await api.person(), event, quantity=11, best_available=True, section="A"
    )
    assert assert_problem(refused, 409, "insufficient_tickets")["available"] == 10


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"quantity": 1}, 422, "validation_failed"),
        ({"seat_ids": [999_999_999]}, 404, "not_found"),
        ({"quantity": 1, "best_available": True, "section": "Z"}, 404, "not_found"),
        ({"quantity": 1, "best_available": True}, 422, "validation_failed"),
        ({}, 422, "validation_failed"),
    ],
)
async def test_request_that_makes_no_sense_is_refused(
    api: Api, body: dict[str, Any], status: int, code: str
) -> None:
    event, _ = await _hall(api, await api.person(Role.ORGANIZER))
    assert_problem(await _book(api, await api.person(), event, **body), status, code)
    available = (await api.get(f"/events/{event['id']}")).json()["tickets_available"]
    assert available == 20


async def test_held_seat_is_free_for_others_once_the_hold_has_lapsed(
    api: Api, clock: MovableClock
) -> None:
    event, seats = await _hall(api, await api.person(Role.ORGANIZER))
    body = {"event_id": event["id"], "seat_id": seats[3]}
    held = await api.post("/reservations/reserve", await api.person(), body)
    assert held.status_code == 201, held.text
    other = await api.person()
    assert_problem(await _book(api, other, event, seat_ids=[seats[3]]), 409, "seat_taken")
    clock.move(seconds=601)
    sold = await _book(api, api.renewed(other), event, seat_ids=[seats[3]])
    assert sold.status_code == 201, sold.text


async def test_database_itself_refuses_two_live_tickets_for_a_seat(
    api: Api, connection: asyncpg.Connection
) -> None:
    event, seats = await _hall(api, await api.person(Role.ORGANIZER))
    await _book(api, await api.person(), event, seat_ids=[seats[0]])
    copy = """
        INSERT INTO tickets (booking_id, event_id, ticket_type_id, user_id, price, seat_id)
        SELECT booking_id, event_id, ticket_type_id, user_id, price, seat_id FROM tickets
        WHERE event_id = $1
    """
    with pytest.raises(asyncpg.UniqueViolationError, match="tickets_live_seat_key"):
        await connection.execute(copy, event["id"])


async def test_cancelled_seat_can_be_sold_again(api: Api) -> None:
    event, seats = await _hall(api, await api.person(Role.ORGANIZER))
    buyer = await api.person()
    booking = (await _book(api, buyer, event, seat_ids=[seats[0]])).json()
    await api.put(f"/bookings/{booking['id']}/cancel", buyer)
    again = await _book(api, await api.person(), event, seat_ids=[seats[0]])
    assert again.status_code == 201


async def test_seats_with_one_between_them_are_not_side_by_side(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ())
    places = [("A10", "1"), ("A10", "2"), ("B1", "1"), ("B1", "2")]
    places += [("A9", number) for number in ("1", "2", "2A", "3", "4")]
    seats = [{"section": "S", "row": row, "seat_number": number} for row, number in places]
    await api.post(f"/venues/{hall.id}/seats", organizer, {"seats": seats})
    event = await seated_event(api, organizer, hall.id)

    async def best(quantity: int) -> list[str]:
        body = {"quantity": quantity, "best_available": True}
        response = await api.post(f"/events/{event['id']}/bookings", await api.person(), body)
        assert response.status_code == 201, response.text
        found = [ticket["seat"] for ticket in response.json()["tickets"]]
        return [f"{seat['row']}-{seat['seat_number']}" for seat in found]

    assert await best(1) == ["A9-1"]
    assert await best(2) == ["A9-2", "A9-2A"]
    assert await best(2) == ["A9-3", "A9-4"]
    assert await best(2) == ["A10-1", "A10-2"]
    assert await best(2) == ["B1-1", "B1-2"]
