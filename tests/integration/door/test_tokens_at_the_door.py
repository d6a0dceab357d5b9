"""Tickets scanned with a network: each that is not good is refused for its own reason."""

from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.door import Door, open_door
from tests.support.rows import audit, snapshot


async def refused(door: Door, code: str, reason: str, **body: Any) -> dict[str, Any]:
    problem = assert_problem(await door.check_in(code, **body), 409, "invalid_state")
    assert problem["reason"] == reason
    assert problem["detail"].startswith("This ticket ")
    return problem


async def test_token_checks_its_ticket_in_as_the_code_does(door: Door) -> None:
    ticket = await door.ticket()
    token = await door.token(ticket)
    response = await door.check_in(token.lower(), event_id=door.id, gate="North")
    assert response.status_code == 200, response.text
    used = response.json()
    assert (used["id"], used["status"], used["is_inside"]) == (ticket["id"], "used", True)
    assert used == await door.seen(ticket)


async def test_copied_ticket_is_refused_with_when_and_where_it_was_used(door: Door) -> None:
    ticket = await door.ticket()
    token = await door.token(ticket)
    used = (await door.check_in(token, gate="North")).json()
    for shown in (token, ticket["ticket_code"]):
        problem = await refused(door, shown, "already_used")
        assert (problem["used_at"], problem["gate"]) == (used["used_at"], "North")


async def test_forged_and_altered_tokens_are_refused(
    door: Door, connection: asyncpg.Connection
) -> None:
    token = await door.token(await door.ticket())
    before = await snapshot(connection, door.id)
    other = "B" if token[-30] != "B" else "C"
    for forged in ("TKT1.RUBBISH", token[:-30] + other + token[-29:], token[:-8], "TKT1.!"):
        problem = assert_problem(await door.check_in(forged), 422, "validation_failed")
        assert problem["errors"][0]["field"] == "body.code"
    assert await snapshot(connection, door.id) == before


async def test_ticket_of_an_earlier_issue_is_refused(
    door: Door, connection: asyncpg.Connection
) -> None:
    ticket = await door.ticket()
    old = await door.token(ticket)
    await connection.execute("UPDATE tickets SET issue = 2 WHERE id = $1", ticket["id"])
    await refused(door, old, "replaced")
    assert (await door.check_in(await door.token(ticket))).status_code == 200


async def test_ticket_of_another_event_is_refused(door: Door, api: Api) -> None:
    elsewhere = await open_door(api, await api.person(Role.ORGANIZER))
    foreign = await elsewhere.token(await elsewhere.ticket())
    await refused(door, foreign, "other_event", event_id=door.id)
    assert_problem(await door.check_in(foreign), 404, "not_found")
    code = (await elsewhere.ticket())["ticket_code"]
    assert_problem(await door.check_in(code, event_id=door.id), 404, "not_found")


async def test_who_works_at_both_doors_learns_which_event_the_ticket_is_for(
    door: Door, api: Api, organizer: Person
) -> None:
    other = await open_door(api, organizer, title="Matinee")
    code = (await other.ticket())["ticket_code"]
    response = await api.post("/tickets/check-in", organizer, {"code": code, "event_id": door.id})
    problem = assert_problem(response, 409, "invalid_state")
    assert (problem["reason"], problem["detail"]) == (
        "other_event",
        "This ticket is for another event: Matinee.",
    )


@pytest.mark.parametrize(("change", "reason"), [("refund", "refunded"), ("cancel", "cancelled")])
async def test_refunded_and_cancelled_tickets_are_distinguished(
    door: Door, api: Api, organizer: Person, change: str, reason: str
) -> None:
    booking = await api.book(await api.person(), door.id)
    (ticket,) = booking["tickets"]
    token = await door.token(ticket)
    await api.put(f"/bookings/{booking['id']}/{change}", organizer)
    await refused(door, token, reason)
    await refused(door, ticket["ticket_code"], reason)


async def test_ticket_that_is_not_confirmed_is_refused(door: Door, api: Api) -> None:
    body = {"event_id": door.id, "quantity": 1}
    response = await api.post("/reservations/reserve", await api.person(), body)
    (ticket,) = response.json()["tickets"]
    await refused(door, await door.token(ticket), "not_confirmed")


async def test_token_of_a_ticket_that_is_no_more_is_not_found(
    door: Door, connection: asyncpg.Connection
) -> None:
    ticket = await door.ticket()
    token = await door.token(ticket)
    await connection.execute("DELETE FROM tickets WHERE id = $1", ticket["id"])
    assert_problem(await door.check_in(token), 404, "not_found")


async def test_reentry_lets_a_ticket_in_out_and_in(
    revolving_door: Door, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    door = revolving_door
    ticket = await door.ticket()
    code = ticket["ticket_code"]
    first = (await door.check_in(code, gate="North")).json()
    clock.move(minutes=30)
    problem = await refused(door, code, "already_inside", gate="South")
    assert (problem["used_at"], problem["gate"]) == (first["used_at"], "North")
    left = (await door.check_in(code, direction="out")).json()
    assert (left["status"], left["is_inside"], left["used_at"]) == (
        *("used", False),
        first["used_at"],
    )
    await refused(door, code, "not_inside", direction="out")
    again = (await door.check_in(code, gate="South")).json()
    assert (again["is_inside"], again["used_at"], again["gate"]) == (
        True,
        first["used_at"],
        "North",
    )
    problem = await refused(door, code, "already_inside")
    assert problem["gate"] == "South"
    actions = [entry["action"] for entry in await audit(connection, "ticket", ticket["id"])]
    assert actions == ["ticket.used", "ticket.exited", "ticket.used"]


async def test_nobody_is_scanned_out_where_the_event_allows_no_reentry(door: Door) -> None:
    ticket = await door.ticket()
    await door.check_in(ticket["ticket_code"])
    await refused(door, ticket["ticket_code"], "no_reentry", direction="out")
    assert (await door.seen(ticket))["is_inside"]


async def test_both_ways_to_check_in_take_the_direction(revolving_door: Door, api: Api) -> None:
    door = revolving_door
    path = f"/tickets/{(await door.ticket())['ticket_code']}/check-in"
    assert (await api.post(path, door.scanner)).json()["is_inside"]
    assert not (await api.post(path, door.scanner, {"direction": "out"})).json()["is_inside"]
    problem = await api.post(path, door.scanner, {"direction": "sideways"})
    assert_problem(problem, 422, "validation_failed")


async def test_undone_check_in_lets_the_ticket_in_once_more(
    revolving_door: Door, api: Api, connection: asyncpg.Connection
) -> None:
    door = revolving_door
    ticket = await door.ticket()
    code = ticket["ticket_code"]
    await door.check_in(code)
    await door.check_in(code, direction="out")
    undone = await api.post(f"/tickets/{code}/undo-check-in", door.organizer)
    assert (undone.json()["status"], undone.json()["is_inside"]) == ("active", False)
    await refused(door, code, "not_inside", direction="out")
    assert (await door.check_in(code)).json()["is_inside"]
    kinds = await connection.fetch(
        "SELECT kind FROM check_ins WHERE ticket_id = $1 ORDER BY at", ticket["id"]
    )
    assert [row["kind"] for row in kinds] == ["in", "out", "undo", "in"]


async def test_gate_lets_in_its_ticket_types_and_names_the_right_gate(
    api: Api, organizer: Person
) -> None:
    types = [{"name": "VIP", "capacity": 9}, {"name": "Standard", "capacity": 9}]
    door = await open_door(api, organizer, ticket_types=types)
    kinds = (await api.get(f"/events/{door.id}/ticket-types")).json()
    vip = next(kind["id"] for kind in kinds if kind["name"] == "VIP")
    standard = next(kind["id"] for kind in kinds if kind["name"] == "Standard")
    gates = [
        {"name": "North", "ticket_type_ids": [vip]},
        {"name": "South", "ticket_type_ids": [standard]},
    ]
    response = await api.put(f"/events/{door.id}/gates", organizer, {"gates": gates})
    assert response.json() == gates
    assert (await api.get(f"/events/{door.id}/gates", organizer)).json() == gates
    body = {"quantity": 1, "ticket_type_id": vip}
    booking = await api.post(f"/events/{door.id}/bookings", await api.person(), body)
    code = booking.json()["tickets"][0]["ticket_code"]
    problem = await refused(door, code, "wrong_gate", gate="South")
    assert problem["detail"] == "This ticket is not let in at South. Its gate is North."
    assert problem["gates"] == ["North"]
    for gate in ({}, {"gate": "Back door"}):
        assert_problem(await door.check_in(code, **gate), 422, "validation_failed")
    assert (await door.check_in(code, gate="north")).status_code == 200
    # A copy is refused as such first.
    await refused(door, code, "already_used", gate="South")


async def test_gates_are_refused_when_they_cannot_be_meant(
    door: Door, api: Api, organizer: Person
) -> None:
    path = f"/events/{door.id}/gates"
    twice = {"gates": [{"name": "North"}, {"name": "north"}]}
    problem = assert_problem(await api.put(path, organizer, twice), 422, "validation_failed")
    assert problem["errors"][0]["field"] == "body.gates.1.name"
    unknown = {"gates": [{"name": "North", "ticket_type_ids": [2**40]}]}
    assert_problem(await api.put(path, organizer, unknown), 404, "not_found")
    assert (await api.get(path, organizer)).json() == []


async def test_ticket_type_that_a_gate_names_is_not_deleted(api: Api, organizer: Person) -> None:
    door = await open_door(api, organizer, ticket_types=[{"name": "VIP"}, {"name": "Standard"}])
    kind = (await api.get(f"/events/{door.id}/ticket-types")).json()[0]["id"]
    path = f"/events/{door.id}/gates"
    gates = [{"name": "North", "ticket_type_ids": [kind]}]
    await api.put(path, organizer, {"gates": gates})
    assert_problem(await api.call("DELETE", f"/ticket-types/{kind}", organizer), 409, "in_use")
    assert (await api.put(path, organizer, {"gates": []})).json() == []
    assert (await api.call("DELETE", f"/ticket-types/{kind}", organizer)).status_code == 200
