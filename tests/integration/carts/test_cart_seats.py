"""Seats in a cart: chosen by id, or left to the system."""

from typing import Any

import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, assert_problem
from tests.support.carts import cart_of, put_in, type_ids
from tests.support.halls import Hall, make_hall, seated_event

SECTIONS = [
    {"name": "Stalls", "section": "Stalls", "price": "50.00"},
    {"name": "Rest", "price": "20.00"},
]


async def _seated(api: Api) -> tuple[Hall, int, int]:
    """A hall of two sections, and the types that sell the stalls and the rest."""
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ("Stalls", "Circle"))
    event = await seated_event(api, organizer, hall.id, *SECTIONS)
    stalls, rest = await type_ids(api, event)
    return hall, stalls, rest


async def test_seats_bring_their_number(api: Api) -> None:
    hall, stalls, _ = await _seated(api)
    seats = [hall.seat("Stalls", "A", number) for number in "12"]
    buyer = await api.person()
    body = {"ticket_type_id": stalls, "seat_ids": seats}
    item = (await api.post("/cart", buyer, body)).json()
    assert (item["quantity"], item["seat_ids"]) == (2, seats)
    assert await cart_of(api, buyer) == [item]


async def test_type_that_names_no_section_has_the_seats_of_the_rest(api: Api) -> None:
    hall, _, rest = await _seated(api)
    seat = hall.seat("Circle", "B", "3")
    item = await put_in(api, await api.person(), rest, seat_ids=[seat])
    assert item["seat_ids"] == [seat]


async def test_more_seats_join_those_that_are_there(api: Api) -> None:
    hall, stalls, _ = await _seated(api)
    first, second = (hall.seat("Stalls", "A", number) for number in "12")
    buyer = await api.person()
    await put_in(api, buyer, stalls, seat_ids=[first])
    item = await put_in(api, buyer, stalls, seat_ids=[second])
    assert (item["quantity"], item["seat_ids"]) == (2, [first, second])


async def test_choice_can_be_left_to_the_system(api: Api) -> None:
    _, stalls, _ = await _seated(api)
    item = await put_in(api, await api.person(), stalls, 3)
    assert (item["quantity"], item["seat_ids"]) == (3, [])


async def test_seat_of_another_section_or_venue_is_not_found(api: Api) -> None:
    hall, stalls, rest = await _seated(api)
    elsewhere = await make_hall(api, await api.person(Role.ORGANIZER))
    buyer = await api.person()
    stall, circle = hall.seat("Stalls", "A", "1"), hall.seat("Circle", "A", "1")
    for type_id, seat in ((stalls, circle), (rest, stall), (stalls, 4711)):
        body = {"ticket_type_id": type_id, "seat_ids": [seat]}
        assert_problem(await api.post("/cart", buyer, body), 404, "not_found")
    body = {"ticket_type_id": stalls, "seat_ids": [stall, elsewhere.seats[0]["id"]]}
    assert_problem(await api.post("/cart", buyer, body), 404, "not_found")
    assert await cart_of(api, buyer) == []


async def test_seats_of_an_event_without_reserved_seating_are_refused(api: Api) -> None:
    hall, _, _ = await _seated(api)
    event = await api.event(await api.person(Role.ORGANIZER), venue_id=hall.id)
    (general,) = await type_ids(api, event)
    buyer = await api.person()
    body = {"ticket_type_id": general, "seat_ids": [hall.seats[0]["id"]]}
    problem = assert_problem(await api.post("/cart", buyer, body), 422, "validation_failed")
    assert problem["errors"][0]["field"] == "body.seat_ids"
    assert await cart_of(api, buyer) == []


@pytest.mark.parametrize(
    "fields", [{"quantity": 3}, {"seat_ids": [1, 1]}, {"seat_ids": [1, 1], "quantity": 2}]
)
async def test_seats_are_distinct_and_as_many_as_the_quantity(
    api: Api, fields: dict[str, Any]
) -> None:
    hall, stalls, _ = await _seated(api)
    seats = [hall.seat("Stalls", "A", number) for number in "12"]
    seat_ids = [seats[0]] * 2 if "seat_ids" in fields else seats
    buyer = await api.person()
    body = {"ticket_type_id": stalls, **fields, "seat_ids": seat_ids}
    assert_problem(await api.post("/cart", buyer, body), 422, "validation_failed")
    assert await cart_of(api, buyer) == []


async def test_some_seats_chosen_and_some_not_are_refused(api: Api) -> None:
    hall, stalls, rest = await _seated(api)
    seat, other = hall.seat("Stalls", "A", "1"), hall.seat("Circle", "A", "1")
    buyer = await api.person()
    items = [await put_in(api, buyer, stalls, seat_ids=[seat]), await put_in(api, buyer, rest)]
    for body in (
        {"ticket_type_id": stalls, "quantity": 1},
        {"ticket_type_id": stalls, "seat_ids": [seat]},
        {"ticket_type_id": rest, "seat_ids": [other]},
    ):
        assert_problem(await api.post("/cart", buyer, body), 422, "validation_failed")
    assert await cart_of(api, buyer) == items


async def test_change_replaces_the_seats_or_lets_them_go(api: Api) -> None:
    hall, stalls, _ = await _seated(api)
    first, second, third = (hall.seat("Stalls", "A", number) for number in "123")
    buyer = await api.person()
    path = f"/cart/{(await put_in(api, buyer, stalls, seat_ids=[first]))['id']}"
    changed = (await api.put(path, buyer, {"seat_ids": [second, third]})).json()
    assert (changed["quantity"], changed["seat_ids"]) == (2, [second, third])
    left = (await api.put(path, buyer, {"seat_ids": [], "quantity": 5})).json()
    assert (left["quantity"], left["seat_ids"]) == (5, [])


async def test_change_is_refused_when_seats_and_quantity_differ(api: Api) -> None:
    hall, stalls, _ = await _seated(api)
    seat, elsewhere = hall.seat("Stalls", "A", "1"), hall.seat("Circle", "A", "1")
    buyer = await api.person()
    item = await put_in(api, buyer, stalls, seat_ids=[seat])
    path = f"/cart/{item['id']}"
    for body in ({"quantity": 2}, {"quantity": 2, "seat_ids": [seat]}, {"seat_ids": [seat] * 2}):
        assert_problem(await api.put(path, buyer, body), 422, "validation_failed")
    refused = await api.put(path, buyer, {"seat_ids": [elsewhere]})
    assert_problem(refused, 404, "not_found")
    assert await cart_of(api, buyer) == [item]
