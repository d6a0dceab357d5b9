"""Reading bookings over HTTP: one, one's own, an event's, all."""

from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem


async def listed(api: Api, path: str, who: Person, **params: Any) -> list[dict[str, Any]]:
    response = await api.get(path, who, params=params)
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()
    return found


async def ids(api: Api, path: str, who: Person, **params: Any) -> list[int]:
    return [booking["id"] for booking in await listed(api, path, who, **params)]


async def test_booking_is_read_by_its_buyer_the_organizer_and_admins(
    api: Api, organizer: Person, buyer: Person, admin: Person
) -> None:
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"], 2)
    for reader in (buyer, organizer, admin):
        assert (await api.get(f"/bookings/{booking['id']}", reader)).json() == booking


async def test_own_bookings_are_listed_newest_first_with_user_event_and_tickets(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event, other = await api.event(organizer), await api.event(organizer, title="Other")
    first, second = await api.book(buyer, event["id"], 2), await api.book(buyer, other["id"])
    await api.book(await api.person(), event["id"])
    found = await listed(api, f"/bookings/user/{buyer.id}", buyer)
    assert [booking["id"] for booking in found] == [second["id"], first["id"]]
    newest = found[0]
    assert newest["user"] == (await api.get("/auth/me", buyer)).json()
    assert newest["event"] == (await api.get(f"/events/{other['id']}")).json()
    assert {name: newest[name] for name in second} == second


async def test_own_bookings_are_grouped_by_event(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event, other = await api.event(organizer), await api.event(organizer)
    first = await api.book(buyer, event["id"])
    second, third = await api.book(buyer, other["id"]), await api.book(buyer, event["id"])
    await api.book(await api.person(), event["id"])
    found = await listed(api, f"/bookings/user/{buyer.id}", buyer, group_by="event")
    grouped = [(group["event"]["id"], group["bookings"]) for group in found]
    assert grouped == [(event["id"], [third, first]), (other["id"], [second])]


async def test_grouping_by_anything_else_is_refused(api: Api, buyer: Person) -> None:
    response = await api.get(f"/bookings/user/{buyer.id}", buyer, params={"group_by": "day"})
    problem = assert_problem(response, 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == ["query.group_by"]


async def test_bookings_of_a_user_are_refused_to_everybody_but_admins(
    api: Api, organizer: Person, buyer: Person, admin: Person
) -> None:
    booking = await api.book(buyer, (await api.event(organizer))["id"])
    path = f"/bookings/user/{buyer.id}"
    assert await ids(api, path, admin) == [booking["id"]]
    for stranger in (organizer, await api.person()):
        assert_problem(await api.get(path, stranger), 403, "forbidden")
    assert_problem(await api.get(path), 401, "not_authenticated")
    assert_problem(await api.get("/bookings/user/999999999", admin), 404, "not_found")


async def test_bookings_of_an_event_are_listed_for_its_organizer_and_admins(
    api: Api, organizer: Person, buyer: Person, admin: Person
) -> None:
    event, other = await api.event(organizer), await api.event(organizer)
    first, second = await api.book(buyer, event["id"]), await api.book(admin, event["id"])
    await api.book(buyer, other["id"])
    path = f"/bookings/event/{event['id']}"
    for reader in (organizer, admin):
        assert await listed(api, path, reader) == [second, first]


async def test_bookings_of_an_event_are_refused_to_a_user_who_does_not_manage_it(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person, admin: Person
) -> None:
    event, draft = await api.event(organizer), await api.event(organizer, status="draft")
    await api.book(buyer, event["id"])
    scanner, stranger = await api.person(Role.SCANNER), await api.person(Role.ORGANIZER)
    await connection.execute(
        "INSERT INTO event_scanners (event_id, user_id) VALUES ($1, $2)", event["id"], scanner.id
    )
    for reader in (buyer, scanner, stranger):
        response = await api.get(f"/bookings/event/{event['id']}", reader)
        assert_problem(response, 403, "forbidden")
        hidden = await api.get(f"/bookings/event/{draft['id']}", reader)
        assert_problem(hidden, 404, "not_found")
    assert_problem(await api.get(f"/bookings/event/{event['id']}"), 401, "not_authenticated")
    assert_problem(await api.get("/bookings/event/999999999", admin), 404, "not_found")


async def test_all_bookings_are_listed_for_admins_and_those_of_own_events_for_organizers(
    api: Api, organizer: Person, buyer: Person, admin: Person
) -> None:
    event = await api.event(organizer)
    first, second = await api.book(buyer, event["id"]), await api.book(admin, event["id"])
    assert await listed(api, "/bookings", admin) == [second, first]
    assert await listed(api, "/bookings", organizer) == [second, first]
    assert await listed(api, "/bookings", await api.person(Role.ORGANIZER)) == []
    for reader in (buyer, await api.person(Role.SCANNER)):
        assert_problem(await api.get("/bookings", reader), 403, "forbidden")
    assert_problem(await api.get("/bookings"), 401, "not_authenticated")


async def test_bookings_are_filtered(
    api: Api, organizer: Person, buyer: Person, admin: Person
) -> None:
    event, other = await api.event(organizer), await api.event(organizer)
    mine = await api.book(buyer, event["id"])
    theirs, elsewhere = await api.book(admin, event["id"]), await api.book(buyer, other["id"])
    await api.put(f"/bookings/{elsewhere['id']}/cancel", buyer)
    assert await ids(api, "/bookings", admin, event_id=other["id"]) == [elsewhere["id"]]
    assert await ids(api, "/bookings", admin, user_id=admin.id) == [theirs["id"]]
    assert await ids(api, "/bookings", admin, status="cancelled") == [elsewhere["id"]]
    both = {"user_id": buyer.id, "status": "confirmed"}
    assert await ids(api, "/bookings", admin, **both) == [mine["id"]]


async def test_bookings_are_filtered_by_the_day_they_were_made(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person, admin: Person
) -> None:
    event = await api.event(organizer)
    early, late = await api.book(buyer, event["id"]), await api.book(buyer, event["id"])
    for booking, day in ((early, "2026-03-01"), (late, "2026-03-02")):
        await connection.execute(
            f"UPDATE bookings SET booking_date = '{day} 00:00+00' WHERE id = $1", booking["id"]
        )
    after = await ids(api, "/bookings", admin, date_from="2026-03-02T00:00:00Z")
    before = await ids(api, "/bookings", admin, date_to="2026-03-02T00:00:00")
    assert (after, before) == ([late["id"]], [early["id"]])


@pytest.mark.parametrize(
    ("name", "value"), [("status", "gone"), ("event_id", "-1"), ("date_from", "soon")]
)
async def test_list_is_refused_when_a_filter_is_not_valid(
    api: Api, admin: Person, name: str, value: str
) -> None:
    response = await api.get("/bookings", admin, params={name: value})
    problem = assert_problem(response, 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == [f"query.{name}"]
