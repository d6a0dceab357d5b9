"""Venues: add, read, list, edit, delete."""

import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, assert_problem
from tests.support.halls import make_hall, seated_event


async def test_venue_is_answered_with_its_location(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    body = {"name": "Bangkok Arena", "location": "Bangkok", "timezone": "Asia/Bangkok"}
    response = await api.post("/venues", organizer, body)
    assert response.status_code == 201
    venue = response.json()
    assert body.items() <= venue.items()
    assert venue["owner_id"] == organizer.id
    assert response.headers["location"] == f"/api/v1/venues/{venue['id']}"
    assert (await api.get(f"/venues/{venue['id']}")).json() == venue


async def test_venue_needs_only_a_name(api: Api) -> None:
    response = await api.post("/venues", await api.person(Role.ADMIN), {"name": "Shed"})
    venue = response.json()
    assert (venue["location"], venue["timezone"]) == (None, "UTC")


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.SCANNER])
async def test_venue_is_refused_from_who_organizes_nothing(api: Api, role: Role) -> None:
    refused = await api.post("/venues", await api.person(role), {"name": "Shed"})
    assert_problem(refused, 403, "forbidden")
    assert (await api.get("/venues")).json() == []


async def test_venue_is_refused_without_a_token(api: Api) -> None:
    assert_problem(await api.post("/venues", None, {"name": "Shed"}), 401, "not_authenticated")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"name": " "},
        {"name": "Shed", "timezone": "Mars/Olympus"},
        {"name": "Shed", "timezone": "localtime"},
        {"name": "a\u0000b"},
    ],
)
async def test_venue_is_refused_when_a_field_is_wrong(api: Api, body: dict[str, str]) -> None:
    refused = await api.post("/venues", await api.person(Role.ORGANIZER), body)
    assert_problem(refused, 422, "validation_failed")
    assert (await api.get("/venues")).json() == []


async def test_venues_are_listed_page_by_page(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    halls = [await make_hall(api, organizer, (), name=f"Hall {n}") for n in range(3)]
    first = await api.get("/venues", params={"limit": 2})
    assert [venue["id"] for venue in first.json()] == [halls[0].id, halls[1].id]
    link = first.headers["link"].partition(">")[0].removeprefix("</api/v1")
    second = await api.get(link)
    assert [venue["id"] for venue in second.json()] == [halls[2].id]
    assert "link" not in second.headers


async def test_unknown_venue_is_not_found(api: Api) -> None:
    assert_problem(await api.get("/venues/4711"), 404, "not_found")
    assert_problem(await api.get("/venues/4711/seats"), 404, "not_found")


async def test_unchanged_venue_is_not_sent_again(api: Api) -> None:
    hall = await make_hall(api, await api.person(Role.ORGANIZER), ())
    etag = (await api.get(f"/venues/{hall.id}")).headers["etag"]
    again = await api.get(f"/venues/{hall.id}", headers={"If-None-Match": etag})
    assert again.status_code == 304


async def test_edit_changes_the_fields_given_and_no_others(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, (), location="London")
    response = await api.put(f"/venues/{hall.id}", organizer, {"name": "New Vic"})
    assert response.status_code == 200
    venue = response.json()
    assert (venue["name"], venue["location"]) == ("New Vic", "London")
    assert venue["updated_at"] > hall.venue["updated_at"]
    assert (await api.get(f"/venues/{hall.id}")).json() == venue


async def test_edit_can_take_the_location_away_but_not_the_name(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, (), location="London")
    edited = await api.put(f"/venues/{hall.id}", organizer, {"location": None})
    assert edited.json()["location"] is None
    refused = await api.put(f"/venues/{hall.id}", organizer, {"name": None})
    assert_problem(refused, 422, "validation_failed")


async def test_edit_of_an_older_copy_is_refused(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ())
    etag = (await api.get(f"/venues/{hall.id}")).headers["etag"]
    await api.put(f"/venues/{hall.id}", organizer, {"name": "First"})
    second = await api.put(
        f"/venues/{hall.id}", organizer, {"name": "Second"}, headers={"If-Match": etag}
    )
    assert_problem(second, 412, "stale_version")
    assert (await api.get(f"/venues/{hall.id}")).json()["name"] == "First"


async def test_admin_may_edit_any_venue(api: Api) -> None:
    hall = await make_hall(api, await api.person(Role.ORGANIZER), ())
    edited = await api.put(f"/venues/{hall.id}", await api.person(Role.ADMIN), {"name": "Renamed"})
    assert edited.json()["name"] == "Renamed"


@pytest.mark.parametrize(
    ("role", "status", "code"),
    [(Role.ORGANIZER, 404, "not_found"), (Role.CUSTOMER, 403, "forbidden")],
)
async def test_venue_of_somebody_else_cannot_be_changed(
    api: Api, role: Role, status: int, code: str
) -> None:
    hall = await make_hall(api, await api.person(Role.ORGANIZER))
    stranger = await api.person(role)
    block = {"section": "Box", "rows": ["A"], "seats_per_row": 1}
    seat = hall.seats[0]["id"]
    for refused in (
        await api.put(f"/venues/{hall.id}", stranger, {"name": "Mine"}),
        await api.call("DELETE", f"/venues/{hall.id}", stranger),
        await api.post(f"/venues/{hall.id}/seats", stranger, block),
        await api.call("DELETE", f"/venues/{hall.id}/seats/{seat}", stranger),
    ):
        assert_problem(refused, status, code)
    assert (await api.get(f"/venues/{hall.id}")).json() == hall.venue
    assert (await api.get(f"/venues/{hall.id}/seats")).json() == hall.seats


async def test_deleted_venue_is_gone(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    other = await make_hall(api, organizer, ())
    deleted = await api.call("DELETE", f"/venues/{hall.id}", organizer)
    assert deleted.json()["success"] is True
    assert_problem(await api.get(f"/venues/{hall.id}"), 404, "not_found")
    assert_problem(await api.get(f"/venues/{hall.id}/seats"), 404, "not_found")
    assert_problem(await api.call("DELETE", f"/venues/{hall.id}", organizer), 404, "not_found")
    assert [venue["id"] for venue in (await api.get("/venues")).json()] == [other.id]


@pytest.mark.parametrize("status", ["active", "draft"])
async def test_venue_of_an_event_to_come_cannot_be_deleted(api: Api, status: str) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ())
    await api.event(await api.person(Role.ORGANIZER), venue_id=hall.id, status=status)
    assert_problem(await api.call("DELETE", f"/venues/{hall.id}", organizer), 409, "in_use")
    assert (await api.get(f"/venues/{hall.id}")).json() == hall.venue


async def test_venue_can_be_deleted_once_its_events_are_over(api: Api, clock: MovableClock) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    past = await seated_event(api, organizer, hall.id)
    cancelled = await api.event(organizer, venue_id=hall.id)
    await api.put(f"/events/{cancelled['id']}", organizer, {"status": "cancelled"})
    clock.move(days=31)
    organizer = api.renewed(organizer)
    deleted = await api.call("DELETE", f"/venues/{hall.id}", organizer)
    assert deleted.status_code == 200, deleted.text
    kept = (await api.get(f"/events/{past['id']}")).json()
    assert (kept["venue_id"], kept["venue"]) == (hall.id, "Old Vic")
    assert len((await api.get(f"/events/{past['id']}/seats")).json()) == 6
    body = {"venue_id": hall.id, "description": "A great night."}
    assert (await api.put(f"/events/{past['id']}", organizer, body)).status_code == 200
    refused = await api.put(f"/events/{cancelled['id']}", organizer, {"venue_id": 4711})
    assert_problem(refused, 404, "not_found")


async def test_user_who_owns_a_venue_is_anonymised_and_the_venue_stays(api: Api) -> None:
    owner = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, owner)
    deleted = await api.call("DELETE", f"/users/{owner.id}", await api.person(Role.ADMIN))
    assert deleted.status_code == 200, deleted.text
    assert (await api.get(f"/venues/{hall.id}")).json() == hall.venue
