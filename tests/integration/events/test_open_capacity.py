"""Capacities that were left out follow: a type's is the event's, the event's that of its types."""

from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.halls import make_hall, seated_event
from tests.support.rows import snapshot

Json = dict[str, Any]


@pytest.fixture
async def organizer(api: Api) -> Person:
    return await api.person(Role.ORGANIZER)


async def types_of(api: Api, event: Json) -> dict[str, Json]:
    found = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    return {kind["name"]: kind for kind in found}


async def numbers(api: Api, event: Json) -> dict[str, tuple[int, bool]]:
    """Capacity, and whether it follows, of the event (by the name "") and of its types."""
    whole = (await api.get(f"/events/{event['id']}")).json()
    found = {"": whole, **await types_of(api, event)}
    return {
        name: (known["capacity"], known["capacity_is_derived"]) for name, known in found.items()
    }


async def change(api: Api, who: Person, event: Json, name: str, **fields: Any) -> Any:
    """Edit the event, or its type of this name."""
    kind = (await types_of(api, event))[name] if name else None
    path = f"/ticket-types/{kind['id']}" if kind else f"/events/{event['id']}"
    return await api.put(path, who, fields)


async def buy(api: Api, event: Json, name: str, quantity: int) -> Any:
    kind = (await types_of(api, event))[name]
    body = {"quantity": quantity, "ticket_type_id": kind["id"]}
    return await api.post(f"/events/{event['id']}/bookings", await api.person(), body)


async def test_types_sell_on_when_the_event_is_raised(api: Api, organizer: Person) -> None:
    kinds = [{"name": "A"}, {"name": "B"}, {"name": "C", "capacity": 3}]
    event = await api.event(organizer, capacity=4, ticket_types=kinds)
    assert (await buy(api, event, "A", 4)).status_code == 201
    assert_problem(await buy(api, event, "A", 1), 409, "insufficient_tickets")
    assert (await change(api, organizer, event, "", capacity=10)).json()["tickets_available"] == 6
    assert await numbers(api, event) == {
        **{"": (10, False), "A": (10, True), "B": (10, True), "C": (3, False)}
    }
    available = {name: kind["available"] for name, kind in (await types_of(api, event)).items()}
    assert available == {"A": 6, "B": 6, "C": 3}
    shown = (await api.get(f"/events/{event['id']}/availability")).json()
    assert [kind["tickets_available"] for kind in shown["ticket_types"]] == [6, 6, 3]
    assert (await buy(api, event, "A", 6)).status_code == 201
    assert_problem(await buy(api, event, "B", 1), 409, "insufficient_tickets")


async def test_event_follows_types_that_are_raised_added_lowered_and_deleted(
    api: Api, organizer: Person
) -> None:
    kinds = [{"name": "A", "capacity": 2}, {"name": "B", "capacity": 2}]
    event = await api.event(organizer, capacity=None, ticket_types=kinds)
    assert await numbers(api, event) == {"": (4, True), "A": (2, False), "B": (2, False)}
    assert (await buy(api, event, "A", 2)).status_code == 201
    raised = (await change(api, organizer, event, "A", capacity=10)).json()
    assert (raised["capacity"], raised["available"]) == (10, 8)
    assert (await numbers(api, event))[""] == (12, True)
    path = f"/events/{event['id']}/ticket-types"
    added = (await api.post(path, organizer, {"name": "C", "capacity": 3})).json()
    assert (added["available"], (await numbers(api, event))[""]) == (3, (15, True))
    assert (await buy(api, event, "A", 8)).status_code == 201
    assert (await buy(api, event, "C", 3)).status_code == 201
    assert (await change(api, organizer, event, "B", capacity=1)).status_code == 200
    assert (await numbers(api, event))[""] == (14, True)
    kind = (await types_of(api, event))["B"]
    assert (await api.call("DELETE", f"/ticket-types/{kind['id']}", organizer)).status_code == 200
    assert (await numbers(api, event))[""] == (13, True)
    changed = await api.get("/audit", await api.person(Role.ADMIN))
    entries = [e for e in changed.json() if e["action"] == "event.capacity_changed"]
    assert [entry["after"]["capacity"] for entry in entries] == [13, 14, 15, 12]


@pytest.mark.parametrize("capacity", [2, None])
async def test_event_is_raised_with_its_only_type(
    api: Api, organizer: Person, capacity: int | None
) -> None:
    only = {"name": "Only", "capacity": 2}
    event = await api.event(organizer, capacity=capacity, ticket_types=[only])
    assert (await buy(api, event, "Only", 2)).status_code == 201
    raised = (await change(api, organizer, event, "Only", capacity=10)).json()
    assert (raised["capacity"], raised["available"]) == (10, 8)
    assert (await numbers(api, event))[""] == (10, capacity is None)
    assert (await buy(api, event, "Only", 8)).status_code == 201


async def test_event_with_a_capacity_is_not_lowered_with_its_only_type(
    api: Api, organizer: Person
) -> None:
    event = await api.event(organizer, capacity=100)
    name = "General admission"
    assert await numbers(api, event) == {"": (100, False), name: (100, True)}
    await change(api, organizer, event, name, capacity=40)
    assert await numbers(api, event) == {"": (100, False), name: (40, False)}
    await change(api, organizer, event, name, capacity=None)
    assert await numbers(api, event) == {"": (100, False), name: (100, True)}


async def test_capacities_are_taken_back_and_given_again(api: Api, organizer: Person) -> None:
    kinds = [{"name": "A", "capacity": 4}, {"name": "B", "capacity": 5}]
    event = await api.event(organizer, capacity=6, ticket_types=kinds)
    before = (await api.get(f"/events/{event['id']}")).headers["etag"]
    followed = (await change(api, organizer, event, "", capacity=None)).json()
    assert (followed["capacity"], followed["capacity_is_derived"]) == (9, True)
    assert followed["tickets_available"] == 9
    # The same number is a change too: others find it in the version.
    given = (await change(api, organizer, event, "", capacity=9)).json()
    assert (given["capacity"], given["capacity_is_derived"]) == (9, False)
    await change(api, organizer, event, "A", capacity=None)
    assert await numbers(api, event) == {"": (9, False), "A": (9, True), "B": (5, False)}
    now = (await api.get(f"/events/{event['id']}")).headers["etag"]
    assert now != before
    stale = await api.put(
        f"/events/{event['id']}", organizer, {"capacity": 9}, headers={"If-Match": before}
    )
    assert_problem(stale, 412, "stale_version")


async def test_a_type_without_a_capacity_limits_nothing(api: Api, organizer: Person) -> None:
    kinds = [{"name": "A", "capacity": 2}, {"name": "B", "capacity": 2}]
    event = await api.event(organizer, capacity=None, ticket_types=kinds)
    path = f"/events/{event['id']}/ticket-types"
    added = (await api.post(path, organizer, {"name": "Any"})).json()
    assert (added["capacity"], added["capacity_is_derived"]) == (4, True)
    await change(api, organizer, event, "A", capacity=5)
    assert await numbers(api, event) == {
        **{"": (7, True), "A": (5, False), "B": (2, False), "Any": (7, True)}
    }
    copied = await api.post(
        f"/events/{event['id']}/duplicate", organizer, {"date_time": "2036-12-01T20:00:00"}
    )
    assert (copied.json()["capacity"], copied.json()["capacity_is_derived"]) == (7, True)
    for name in ("A", "B"):
        kind = (await types_of(api, event))[name]
        await api.call("DELETE", f"/ticket-types/{kind['id']}", organizer)
    # Nothing is left to follow: the event keeps its number, as if it had been given.
    assert await numbers(api, event) == {"": (2, False), "Any": (2, True)}


@pytest.mark.parametrize(
    ("capacity", "name", "value", "status", "code"),
    [
        (4, "", 2, 409, "in_use"),
        (4, "", 0, 422, "validation_failed"),
        (4, "A", 2, 409, "in_use"),
        (None, "A", 2, 409, "in_use"),
        (None, "A", None, 422, "validation_failed"),
        (4, "", "four", 422, "validation_failed"),
    ],
)
async def test_nothing_changes_when_a_capacity_is_refused(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    capacity: int | None,
    name: str,
    value: Any,
    status: int,
    code: str,
) -> None:
    only = {"name": "A", "capacity": 4} if capacity is None else {"name": "A"}
    event = await api.event(organizer, capacity=capacity, ticket_types=[only])
    assert (await buy(api, event, "A", 3)).status_code == 201
    before = await snapshot(connection, event["id"])
    refused = await change(api, organizer, event, name, capacity=value)
    assert_problem(refused, status, code)
    assert await snapshot(connection, event["id"]) == before


async def test_nothing_can_follow_when_nothing_is_given(api: Api, organizer: Person) -> None:
    event = await api.event(organizer, ticket_types=[{"name": "A"}, {"name": "B"}])
    refused = await change(api, organizer, event, "", capacity=None)
    problem = assert_problem(refused, 422, "validation_failed")
    assert problem["errors"][0]["field"] == "body.capacity"
    assert problem["detail"] == "Give the event a capacity, or every ticket type one."
    assert (await numbers(api, event))[""] == (10, False)


async def test_types_together_are_no_more_than_can_be_counted(api: Api, organizer: Person) -> None:
    most = 10_000_000
    kinds = [{"name": f"Type {number}", "capacity": most} for number in range(50)]
    event = await api.event(organizer, capacity=None, ticket_types=kinds)
    path = f"/events/{event['id']}/ticket-types"
    for number in range(50, 100):
        body = {"name": f"Type {number}", "capacity": most}
        assert (await api.post(path, organizer, body)).status_code == 201
    refused = await api.post(path, organizer, {"name": "One more", "capacity": most})
    assert_problem(refused, 422, "validation_failed")
    assert (await numbers(api, event))[""] == (100 * most, True)


async def test_capacities_of_seats_follow_the_seats(api: Api, organizer: Person) -> None:
    hall = await make_hall(api, organizer, ("Stalls", "Box"))
    event = await seated_event(
        api, organizer, hall.id, {"name": "Box", "section": "Box"}, {"name": "All"}, price="1"
    )
    kinds = {"": (12, True), "Box": (6, True), "All": (6, True)}
    assert await numbers(api, event) == kinds
    assert (await change(api, organizer, event, "", capacity=None)).status_code == 200
    assert (await change(api, organizer, event, "Box", capacity=None)).status_code == 200
    assert_problem(await change(api, organizer, event, "Box", capacity=7), 422, "validation_failed")
    assert await numbers(api, event) == kinds
    copied = await api.post(
        f"/events/{event['id']}/duplicate", organizer, {"date_time": "2036-12-01T20:00:00"}
    )
    assert (copied.json()["capacity"], copied.json()["capacity_is_derived"]) == (12, True)
