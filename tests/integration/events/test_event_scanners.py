"""Who scans at the door of an event, over HTTP."""

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.rows import audit


async def assign(
    api: Api, event_id: int, who: Person | None, scanner_ids: list[int]
) -> httpx.Response:
    return await api.put(f"/events/{event_id}/scanners", who, {"user_ids": scanner_ids})


async def assigned(api: Api, event_id: int, who: Person) -> list[int]:
    response = await api.get(f"/events/{event_id}/scanners", who)
    assert response.status_code == 200, response.text
    return [user["id"] for user in response.json()]


async def test_scanners_named_replace_those_assigned_before(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event, other = await api.event(organizer), await api.event(organizer)
    first, second, third = [(await api.person(Role.SCANNER)).id for _ in range(3)]
    await assign(api, other["id"], organizer, [third])
    response = await assign(api, event["id"], organizer, [second, first, second])
    assert [user["id"] for user in response.json()] == [first, second]
    await assign(api, event["id"], organizer, [second, third])
    assert await assigned(api, event["id"], organizer) == [second, third]
    assert await assigned(api, other["id"], await api.person(Role.ADMIN)) == [third]
    last = (await audit(connection, "event", event["id"]))[-1]
    assert last["action"] == "event.scanners_assigned"
    assert last["actor_id"] == organizer.id


async def test_no_scanners_are_left_when_none_are_named(api: Api) -> None:
    organizer, scanner = await api.person(Role.ORGANIZER), await api.person(Role.SCANNER)
    event = await api.event(organizer)
    await assign(api, event["id"], organizer, [scanner.id])
    assert (await assign(api, event["id"], organizer, [])).json() == []
    assert await assigned(api, event["id"], organizer) == []


async def test_organizer_sees_no_more_of_scanners_than_id_and_name_and_an_admin_all(
    api: Api,
) -> None:
    organizer, scanner = await api.person(Role.ORGANIZER), await api.person(Role.SCANNER)
    admin = await api.person(Role.ADMIN)
    contact = {"phone": "+66810000001", "username": "door", "full_name": "Dora Door"}
    whole = (await api.put(f"/users/{scanner.id}", admin, contact)).json()
    event = await api.event(organizer)
    hidden = dict.fromkeys(("phone", "email", "username", "full_name"))
    path = f"/events/{event['id']}/scanners"
    assert (await assign(api, event["id"], organizer, [scanner.id])).json() == [whole | hidden]
    assert (await api.get(path, organizer)).json() == [whole | hidden]
    assert (await assign(api, event["id"], admin, [scanner.id])).json() == [whole]
    assert (await api.get(path, admin)).json() == [whole]


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.ORGANIZER, Role.ADMIN, None])
async def test_assignment_is_refused_alike_for_who_is_no_scanner_and_who_is_unknown(
    api: Api, role: Role | None
) -> None:
    organizer, scanner = await api.person(Role.ORGANIZER), await api.person(Role.SCANNER)
    event = await api.event(organizer)
    await assign(api, event["id"], organizer, [scanner.id])
    other_id = (await api.person(role)).id if role else 999_999_999
    response = await assign(api, event["id"], organizer, [scanner.id, other_id])
    problem = assert_problem(response, 404, "not_found")
    assert problem["detail"] == f"There is no scanner {other_id}."
    assert await assigned(api, event["id"], organizer) == [scanner.id]


async def test_assignment_is_refused_to_a_user_who_does_not_manage_the_event(api: Api) -> None:
    organizer, scanner = await api.person(Role.ORGANIZER), await api.person(Role.SCANNER)
    event = await api.event(organizer)
    stranger, customer = await api.person(Role.ORGANIZER), await api.person()
    for who, status, code in [
        (stranger, 404, "not_found"),
        (customer, 403, "forbidden"),
        (scanner, 403, "forbidden"),
        (None, 401, "not_authenticated"),
    ]:
        assert_problem(await assign(api, event["id"], who, [scanner.id]), status, code)
    assert await assigned(api, event["id"], organizer) == []


async def test_list_of_scanners_is_refused_to_a_user_who_does_not_manage_the_event(
    api: Api,
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    path = f"/events/{event['id']}/scanners"
    for role in (Role.ORGANIZER, Role.CUSTOMER, Role.SCANNER):
        assert_problem(await api.get(path, await api.person(role)), 403, "forbidden")
    assert_problem(await api.get(path), 401, "not_authenticated")
    admin = await api.person(Role.ADMIN)
    assert_problem(await api.get("/events/999999999/scanners", admin), 404, "not_found")
