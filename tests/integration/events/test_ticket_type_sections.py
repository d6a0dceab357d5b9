"""Ticket types of a seated event: sections change hands, and capacities with them."""

from typing import Any

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.halls import (
    Hall,
    buy_seat,
    capacities,
    hold_seat,
    make_hall,
    seat_map,
    seated_event,
)

STALLS = {"name": "Stalls", "section": "Stalls", "price": "50.00"}
REST = {"name": "Rest", "price": "20.00"}


async def _seated(
    api: Api, *ticket_types: dict[str, Any]
) -> tuple[Person, Hall, dict[str, Any], dict[str, int]]:
    """Organizer, hall with three sections of six seats, event, and type ids by name."""
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ("Stalls", "Circle", "Balcony"))
    event = await seated_event(api, organizer, hall.id, *ticket_types)
    found = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    return (
        organizer,
        hall,
        event,
        {ticket_type["name"]: ticket_type["id"] for ticket_type in found},
    )


async def test_new_type_takes_its_section_from_the_type_without_one(api: Api) -> None:
    organizer, _, event, _ = await _seated(api, REST)
    response = await api.post(f"/events/{event['id']}/ticket-types", organizer, STALLS)
    assert response.status_code == 201
    added = response.json()
    assert (added["section"], added["capacity"], added["available"]) == ("Stalls", 6, 6)
    assert await capacities(api, event["id"]) == {"": 18, "Rest": 12, "Stalls": 6}


async def test_new_type_of_a_section_that_nobody_sold_makes_the_event_larger(api: Api) -> None:
    organizer, _, event, _ = await _seated(api, STALLS)
    await buy_seat(api, event["id"], (await seat_map(api, event["id"]))[0]["seat_id"])
    circle = {"name": "Circle", "section": "Circle"}
    response = await api.post(f"/events/{event['id']}/ticket-types", organizer, circle)
    assert response.status_code == 201, response.text
    assert await capacities(api, event["id"]) == {"": 12, "Stalls": 6, "Circle": 6}


async def test_type_cannot_take_seats_that_are_sold_or_held_by_another(api: Api) -> None:
    organizer, hall, event, _ = await _seated(api, REST)
    await buy_seat(api, event["id"], hall.seat("Stalls", "A", "1"))
    await hold_seat(api, event["id"], hall.seat("Circle", "A", "1"))
    path = f"/events/{event['id']}/ticket-types"
    for section in ("Stalls", "Circle"):
        refused = await api.post(path, organizer, {"name": section, "section": section})
        assert_problem(refused, 409, "in_use")
    assert await capacities(api, event["id"]) == {"": 18, "Rest": 18}
    balcony = {"name": "Balcony", "section": "Balcony"}
    assert (await api.post(path, organizer, balcony)).status_code == 201


async def test_new_type_is_refused_when_it_does_not_fit(api: Api) -> None:
    organizer, _, event, _ = await _seated(api, STALLS, REST)
    path = f"/events/{event['id']}/ticket-types"
    for body, status, code in (
        ({"name": "Box", "section": "Box"}, 404, "not_found"),
        ({"name": "Late", "section": "Stalls"}, 409, "duplicate"),
        ({"name": "Others"}, 422, "validation_failed"),
        ({"name": "Circle", "section": "Circle", "capacity": 5}, 422, "validation_failed"),
    ):
        assert_problem(await api.post(path, organizer, body), status, code)
    assert await capacities(api, event["id"]) == {"": 18, "Stalls": 6, "Rest": 12}


async def test_type_is_reassigned_to_another_section(api: Api) -> None:
    organizer, _, event, ids = await _seated(api, STALLS, REST)
    edited = await api.put(
        f"/ticket-types/{ids['Stalls']}", organizer, {"section": "Circle", "capacity": 6}
    )
    assert edited.status_code == 200, edited.text
    assert (edited.json()["section"], edited.json()["capacity"]) == ("Circle", 6)
    sold_by = {seat["section"]: seat["ticket_type_id"] for seat in await seat_map(api, event["id"])}
    rest, stalls = ids["Rest"], ids["Stalls"]
    assert sold_by == {"Stalls": rest, "Circle": stalls, "Balcony": rest}


async def test_type_that_gives_up_its_section_covers_all_that_nobody_names(api: Api) -> None:
    organizer, _, event, ids = await _seated(api, STALLS)
    edited = await api.put(f"/ticket-types/{ids['Stalls']}", organizer, {"section": None})
    assert edited.json()["capacity"] == 18
    assert await capacities(api, event["id"]) == {"": 18, "Stalls": 18}


async def test_type_with_sold_seats_keeps_its_section_but_not_its_price(api: Api) -> None:
    organizer, hall, event, ids = await _seated(api, STALLS, REST)
    await buy_seat(api, event["id"], hall.seat("Stalls", "A", "1"))
    path = f"/ticket-types/{ids['Stalls']}"
    before = (await api.get(path)).json()
    refused = await api.put(path, organizer, {"section": "Circle"})
    assert_problem(refused, 409, "in_use")
    assert (await api.get(path)).json() == before
    edited = await api.put(path, organizer, {"price": "60.00", "section": "Stalls"})
    assert edited.json()["price"] == "60.00"


async def test_another_capacity_is_refused_even_below_what_is_sold(api: Api) -> None:
    organizer, hall, event, ids = await _seated(api, STALLS)
    for number in "12":
        await buy_seat(api, event["id"], hall.seat("Stalls", "A", number))
    for capacity in (1, 7):
        body = {"capacity": capacity}
        refused = await api.put(f"/ticket-types/{ids['Stalls']}", organizer, body)
        assert_problem(refused, 422, "validation_failed")
    assert await capacities(api, event["id"]) == {"": 6, "Stalls": 6}


async def test_deleted_type_leaves_its_section_to_the_type_without_one(api: Api) -> None:
    circle = {"name": "Circle", "section": "Circle"}
    organizer, _, event, ids = await _seated(api, STALLS, circle, REST)
    await api.call("DELETE", f"/ticket-types/{ids['Circle']}", organizer)
    assert await capacities(api, event["id"]) == {"": 18, "Stalls": 6, "Rest": 12}
    await api.call("DELETE", f"/ticket-types/{ids['Rest']}", organizer)
    assert await capacities(api, event["id"]) == {"": 6, "Stalls": 6}


async def test_section_is_refused_for_a_type_of_general_admission(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    event = await api.event(organizer, venue_id=hall.id)
    path = f"/events/{event['id']}/ticket-types"
    assert_problem(await api.post(path, organizer, STALLS), 422, "validation_failed")
    (only,) = (await api.get(path)).json()
    refused = await api.put(f"/ticket-types/{only['id']}", organizer, {"section": "Stalls"})
    assert_problem(refused, 422, "validation_failed")
    assert (await api.get(path)).json() == [only]
