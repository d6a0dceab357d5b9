"""Looking through what is on sale: ticket types of one event and across all of them."""

from typing import Any

import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, assert_problem


async def names(api: Api, path: str = "/ticket-types", **params: Any) -> list[str]:
    response = await api.get(path, params=params)
    assert response.status_code == 200, response.text
    return [ticket_type["name"] for ticket_type in response.json()]


async def make_season(api: Api) -> dict[str, dict[str, Any]]:
    """Two events on sale, one in June and one in July, and a draft and a cancelled one."""
    organizer = await api.person(Role.ORGANIZER)
    june = {"date_time": "2036-06-01T19:00:00Z", "title": "Hamlet", "venue": "Old Vic"}
    july = {"date_time": "2036-07-01T19:00:00Z", "title": "Macbeth", "venue": "The Globe"}
    pit = {"name": "Pit", "category": "Standing", "price": "10.00"}
    box = {"name": "Box", "category": "Seated", "price": "90.00", "capacity": 2}
    hamlet = await api.event(organizer, ticket_types=[pit, box], **june)
    macbeth = await api.event(organizer, ticket_types=[{"name": "Stalls"}], **july)
    await api.event(organizer, status="draft", ticket_types=[{"name": "Drafted"}])
    off = await api.event(organizer, ticket_types=[{"name": "Cancelled"}])
    await api.put(f"/events/{off['id']}", organizer, {"status": "cancelled"})
    return {"hamlet": hamlet, "macbeth": macbeth}


async def test_types_of_active_events_are_listed_by_id(api: Api) -> None:
    await make_season(api)
    assert await names(api) == ["Pit", "Box", "Stalls"]
    assert await names(api, "/ticket-types/search") == ["Pit", "Box", "Stalls"]


async def test_types_of_one_event_are_listed(api: Api) -> None:
    events = await make_season(api)
    assert await names(api, f"/events/{events['hamlet']['id']}/ticket-types") == ["Pit", "Box"]
    assert await names(api, event_id=events["macbeth"]["id"]) == ["Stalls"]


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"category": "Seated"}, ["Box"]),
        ({"price_min": "25.00"}, ["Box", "Stalls"]),
        ({"price_max": "25"}, ["Pit", "Stalls"]),
        ({"price_min": "11", "price_max": "89.99"}, ["Stalls"]),
    ],
)
@pytest.mark.parametrize("path", ["/ticket-types", "/ticket-types/search"])
async def test_types_are_filtered_by_category_and_price(
    api: Api, path: str, params: dict[str, str], expected: list[str]
) -> None:
    await make_season(api)
    assert await names(api, path, **params) == expected


async def test_types_are_filtered_by_status(api: Api) -> None:
    events = await make_season(api)
    (stalls,) = (
        await api.get("/ticket-types", params={"event_id": events["macbeth"]["id"]})
    ).json()
    admin = await api.person(Role.ADMIN)
    path = f"/ticket-types/{stalls['id']}/status"
    await api.call("PATCH", path, admin, json={"status": "paused"})
    assert await names(api, status="paused") == ["Stalls"]
    assert await names(api, status="available") == ["Pit", "Box"]


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"event_name": "hamlet"}, ["Pit", "Box"]),
        ({"venue": "globe"}, ["Stalls"]),
        ({"date_from": "2036-07-01T00:00:00Z"}, ["Stalls"]),
        ({"date_to": "2036-07-01T00:00:00Z"}, ["Pit", "Box"]),
        ({"event_name": "ham", "category": "Standing", "venue": "vic"}, ["Pit"]),
        ({"event_name": "100%"}, []),
    ],
)
async def test_types_are_searched_by_their_event(
    api: Api, params: dict[str, str], expected: list[str]
) -> None:
    await make_season(api)
    assert await names(api, "/ticket-types/search", **params) == expected


async def test_types_are_searched_by_whether_they_can_be_bought(api: Api) -> None:
    events, buyer = await make_season(api), await api.person()
    types = {
        ticket_type["name"]: ticket_type for ticket_type in (await api.get("/ticket-types")).json()
    }
    body = {"quantity": 2, "ticket_type_id": types["Box"]["id"]}
    await api.post(f"/events/{events['hamlet']['id']}/bookings", buyer, body)
    await api.book(buyer, events["macbeth"]["id"], 10)
    assert await names(api, "/ticket-types/search", available=True) == ["Pit"]
    assert await names(api, "/ticket-types/search", available=False) == ["Box", "Stalls"]


async def test_types_can_be_bought_from_the_last_moment_of_their_hold_without_a_sweep(
    api: Api, clock: MovableClock
) -> None:
    events, buyer = await make_season(api), await api.person()
    types = {
        ticket_type["name"]: ticket_type for ticket_type in (await api.get("/ticket-types")).json()
    }
    box = {"event_id": events["hamlet"]["id"], "ticket_type_id": types["Box"]["id"]}
    await api.post("/reservations/reserve", buyer, {**box, "quantity": 2})
    await api.book(buyer, events["macbeth"]["id"], 10)
    assert await names(api, "/ticket-types/search", available=True) == ["Pit"]
    clock.move(minutes=10)
    assert await names(api, "/ticket-types/search", available=True) == ["Pit", "Box"]
    assert await names(api, "/ticket-types/search", available=False) == ["Stalls"]


async def test_type_that_is_paused_counts_as_not_to_be_bought(api: Api) -> None:
    await make_season(api)
    types = {
        ticket_type["name"]: ticket_type for ticket_type in (await api.get("/ticket-types")).json()
    }
    admin = await api.person(Role.ADMIN)
    path = f"/ticket-types/{types['Pit']['id']}/status"
    await api.call("PATCH", path, admin, json={"status": "closed"})
    assert await names(api, "/ticket-types/search", available=True) == ["Box", "Stalls"]
    assert await names(api, "/ticket-types/search", available=False) == ["Pit"]


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        ("/ticket-types", "event_id", "0"),
        ("/ticket-types", "status", "open"),
        ("/ticket-types", "price_min", "cheap"),
        ("/ticket-types/search", "date_from", "soon"),
        ("/ticket-types/search", "event_name", ""),
    ],
)
async def test_list_is_refused_when_a_filter_is_not_valid(
    api: Api, path: str, name: str, value: str
) -> None:
    problem = assert_problem(await api.get(path, params={name: value}), 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == [f"query.{name}"]
