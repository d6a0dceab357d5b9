"""Checking tickets in at the door over HTTP, and taking that back."""

from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.rows import audit, snapshot


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    return await api.event(organizer)


@pytest.fixture
async def scanner(api: Api, organizer: Person, event: dict[str, Any]) -> Person:
    scanner = await api.person(Role.SCANNER)
    await api.put(f"/events/{event['id']}/scanners", organizer, {"user_ids": [scanner.id]})
    return scanner


@pytest.fixture
async def code(api: Api, event: dict[str, Any]) -> str:
    """Of the first of two tickets."""
    booking = await api.book(await api.person(), event["id"], 2)
    return str(booking["tickets"][0]["ticket_code"])


async def check_in(api: Api, code: str, who: Person | None, **body: Any) -> httpx.Response:
    return await api.post("/tickets/check-in", who, {"code": code, **body})


async def undo(api: Api, code: str, who: Person | None) -> httpx.Response:
    return await api.post(f"/tickets/{code}/undo-check-in", who)


async def test_ticket_is_checked_in_by_those_who_work_at_the_door(
    api: Api, organizer: Person, scanner: Person, event: dict[str, Any], code: str
) -> None:
    response = await check_in(api, code.lower(), scanner, gate="North entrance")
    assert response.status_code == 200
    used = response.json()
    assert (used["status"], used["gate"]) == ("used", "North entrance")
    assert used["used_at"].endswith("Z")
    assert (await api.get(f"/tickets/{code}", scanner)).json() == used
    for staff in (organizer, await api.person(Role.ADMIN)):
        (ticket,) = (await api.book(organizer, event["id"]))["tickets"]
        path = f"/tickets/{ticket['ticket_code']}/check-in"
        assert (await api.post(path, staff)).json()["status"] == "used"


async def test_only_the_ticket_scanned_is_used(
    api: Api, connection: asyncpg.Connection, scanner: Person, event: dict[str, Any], code: str
) -> None:
    await api.post(f"/tickets/{code}/check-in", scanner, {"gate": "B"})
    stored = await connection.fetch(
        "SELECT status, used_by, gate FROM tickets WHERE event_id = $1 ORDER BY id", event["id"]
    )
    assert [tuple(row) for row in stored] == [("used", scanner.id, "B"), ("active", None, None)]


async def test_ticket_admits_once_and_the_refusal_says_when_and_where_it_was_used(
    api: Api,
    connection: asyncpg.Connection,
    clock: MovableClock,
    scanner: Person,
    event: dict[str, Any],
    code: str,
) -> None:
    used = (await check_in(api, code, scanner, gate="North entrance")).json()
    clock.move(minutes=5)
    before = await snapshot(connection, event["id"])
    for response in (
        await check_in(api, code, scanner, gate="South"),
        await api.post(f"/tickets/{code}/check-in", scanner),
    ):
        problem = assert_problem(response, 409, "invalid_state")
        assert (problem["from"], problem["to"]) == ("used", "used")
        assert (problem["used_at"], problem["gate"]) == (used["used_at"], "North entrance")
        assert problem["detail"].endswith(" UTC at North entrance.")
    assert await snapshot(connection, event["id"]) == before


async def test_cancelled_ticket_admits_nobody(
    api: Api, connection: asyncpg.Connection, scanner: Person, event: dict[str, Any]
) -> None:
    buyer = await api.person()
    booking = await api.book(buyer, event["id"])
    await api.put(f"/bookings/{booking['id']}/cancel", buyer)
    before = await snapshot(connection, event["id"])
    code = booking["tickets"][0]["ticket_code"]
    problem = assert_problem(await check_in(api, code, scanner), 409, "invalid_state")
    assert (problem["from"], problem["to"]) == ("cancelled", "used")
    assert problem["detail"] == "This ticket was cancelled: it admits nobody."
    assert await snapshot(connection, event["id"]) == before


async def test_check_in_is_refused_to_everybody_else(
    api: Api, connection: asyncpg.Connection, organizer: Person, event: dict[str, Any], code: str
) -> None:
    other = await api.event(organizer)
    elsewhere = await api.person(Role.SCANNER)
    await api.put(f"/events/{other['id']}/scanners", organizer, {"user_ids": [elsewhere.id]})
    before = await snapshot(connection, event["id"])
    for who, status, refusal in [
        (elsewhere, 404, "not_found"),
        (await api.person(Role.ORGANIZER), 404, "not_found"),
        (await api.person(), 403, "forbidden"),
        (None, 401, "not_authenticated"),
    ]:
        assert_problem(await check_in(api, code, who), status, refusal)
        by_path = await api.post(f"/tickets/{code}/check-in", who)
        assert_problem(by_path, status, refusal)
    assert await snapshot(connection, event["id"]) == before


async def test_scanner_who_was_taken_off_the_door_is_refused(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    scanner: Person,
    event: dict[str, Any],
    code: str,
) -> None:
    await api.put(f"/events/{event['id']}/scanners", organizer, {"user_ids": []})
    before = await snapshot(connection, event["id"])
    assert_problem(await check_in(api, code, scanner), 404, "not_found")
    assert await snapshot(connection, event["id"]) == before


@pytest.mark.parametrize(
    ("code", "status", "refusal"),
    [
        ("TKT-20261120-AAAAAAAA", 404, "not_found"),
        ("rubbish", 404, "not_found"),
        ("", 422, "validation_failed"),
        ("a\x00b", 422, "validation_failed"),
    ],
)
async def test_check_in_of_an_unknown_code_is_refused(
    api: Api, scanner: Person, code: str, status: int, refusal: str
) -> None:
    assert_problem(await check_in(api, code, scanner), status, refusal)


async def test_undone_check_in_makes_the_ticket_valid_again(
    api: Api, connection: asyncpg.Connection, organizer: Person, scanner: Person, code: str
) -> None:
    used = (await check_in(api, code, scanner, gate="North")).json()
    response = await undo(api, code, organizer)
    assert response.status_code == 200
    again = response.json()
    assert (again["status"], again["used_at"], again["gate"]) == ("active", None, None)
    entry = (await audit(connection, "ticket", again["id"]))[-1]
    assert (entry["action"], entry["actor_id"]) == ("ticket.check_in_undone", organizer.id)
    assert '"used"' in entry["before"]
    assert used["gate"] in entry["before"]
    assert (await check_in(api, code, scanner)).status_code == 200


async def test_undo_is_refused_when_the_ticket_is_not_used(
    api: Api, connection: asyncpg.Connection, organizer: Person, event: dict[str, Any], code: str
) -> None:
    before = await snapshot(connection, event["id"])
    assert_problem(await undo(api, code, organizer), 409, "invalid_state")
    assert await snapshot(connection, event["id"]) == before
    unknown = "TKT-20261120-AAAAAAAA"
    assert_problem(await undo(api, unknown, organizer), 404, "not_found")


async def test_undo_is_refused_to_a_user_who_does_not_manage_the_event(
    api: Api, connection: asyncpg.Connection, scanner: Person, event: dict[str, Any], code: str
) -> None:
    await check_in(api, code, scanner)
    before = await snapshot(connection, event["id"])
    for who, status, refusal in [
        (scanner, 403, "forbidden"),
        (await api.person(), 403, "forbidden"),
        (await api.person(Role.ORGANIZER), 404, "not_found"),
        (None, 401, "not_authenticated"),
    ]:
        assert_problem(await undo(api, code, who), status, refusal)
    assert await snapshot(connection, event["id"]) == before
