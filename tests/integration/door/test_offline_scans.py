"""Batches of scanners that had no network: whichever comes first, the earliest scan wins."""

from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.door import Door, open_door
from tests.support.rows import audit, recount, snapshot

Json = dict[str, Any]

STATE = """
SELECT status, used_at, used_by, gate, is_inside FROM tickets WHERE event_id = $1 ORDER BY id
"""


def results(outcomes: list[Json]) -> list[tuple[str, str | None]]:
    return [(outcome["result"], outcome["reason"]) for outcome in outcomes]


async def test_scans_are_merged_and_each_is_answered(
    revolving_door: Door, connection: asyncpg.Connection
) -> None:
    door = revolving_door
    first, second = await door.tickets(2)
    outcomes = await door.merge(
        "a",
        door.scan(await door.token(first), 1, "1", gate="North"),
        door.scan(second, 2, "2"),
        door.scan(first, 3, "3"),
        door.scan(first, 4, "4", direction="out"),
    )
    assert results(outcomes) == [
        ("admitted", None),
        ("admitted", None),
        ("conflict", "already_inside"),
        ("exited", None),
    ]
    assert [outcome["scan_id"] for outcome in outcomes] == ["1", "2", "3", "4"]
    conflict = outcomes[2]
    assert conflict["ticket_id"] == first["id"]
    assert conflict["detail"].startswith("This ticket was used on ")
    assert {key: conflict["against"][key] for key in ("scanner_id", "scan_id", "gate")} == {
        "scanner_id": "a",
        "scan_id": "1",
        "gate": "North",
    }
    assert conflict["against"]["user_id"] == door.scanner.id
    seen = await door.seen(first)
    assert (seen["status"], seen["gate"], seen["is_inside"]) == ("used", "North", False)
    actions = [entry["action"] for entry in await audit(connection, "ticket", first["id"])]
    assert actions == ["ticket.used", "ticket.exited"]


async def test_both_orders_of_two_scanners_give_the_same(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    states, answers = [], []
    for order in ("ab", "ba"):
        door = await open_door(api, organizer)
        tickets = await door.tickets(3)
        batches = {
            "a": [door.scan(tickets[0], 5, gate="A"), door.scan(tickets[1], 9, gate="A")],
            "b": [door.scan(tickets[0], 7, gate="B"), door.scan(tickets[1], 6, gate="B")],
        }
        for scanner in order:
            await door.merge(scanner, *batches[scanner])
        answers.append(
            {scanner: results(await door.merge(scanner, *batches[scanner])) for scanner in "ab"}
        )
        rows = await connection.fetch(STATE, door.id)
        states.append([(row["status"], row["gate"], row["is_inside"]) for row in rows])
    assert (
        states[0]
        == states[1]
        == [("used", "A", True), ("used", "B", True), ("active", None, False)]
    )
    assert answers[0] == answers[1]
    assert answers[0]["a"] == [("admitted", None), ("conflict", "already_used")]


async def test_scan_that_arrives_late_but_was_earlier_wins(door: Door) -> None:
    ticket = await door.ticket()
    await door.merge("a", door.scan(ticket, 8, gate="A"))
    (late,) = await door.merge("b", door.scan(ticket, 3, gate="B"))
    assert late["result"] == "admitted"
    (lost,) = await door.merge("a", door.scan(ticket, 8, gate="A"))
    assert (lost["reason"], lost["against"]["scanner_id"]) == ("already_used", "b")
    assert (await door.seen(ticket))["gate"] == "B"


async def test_batch_that_is_sent_twice_is_merged_once(
    door: Door, connection: asyncpg.Connection
) -> None:
    ticket = await door.ticket()
    batch = [door.scan(ticket, 1), door.scan(ticket, 2)]
    first = await door.merge("a", *batch)
    before = await snapshot(connection, door.id)
    audited = await connection.fetchval("SELECT count(*) FROM audit_log")
    assert await door.merge("a", *batch) == first
    assert await door.merge("a", *reversed(batch)) == list(reversed(first))
    assert await snapshot(connection, door.id) == before
    assert await connection.fetchval("SELECT count(*) FROM audit_log") == audited
    assert await connection.fetchval("SELECT count(*) FROM check_ins") == 2


async def test_scan_id_belongs_to_one_scan(door: Door) -> None:
    first, second = await door.tickets(2)
    await door.merge("a", door.scan(first, 1, "x"))
    outcomes = await door.merge("a", door.scan(second, 1, "x"), door.scan(first, 2, "x"))
    assert results(outcomes) == [("rejected", "scan_id_reused")] * 2
    within = await door.merge("a", door.scan(second, 1, "y"), door.scan(second, 2, "y"))
    assert results(within) == [("admitted", None), ("rejected", "scan_id_reused")]
    (other,) = await door.merge("b", door.scan(second, 3, "x"))
    assert other["reason"] == "already_used"


async def test_scan_with_a_network_and_scans_without_agree(door: Door) -> None:
    first, second = await door.tickets(2)
    online = (await door.check_in(first["ticket_code"], gate="Main")).json()
    (late,) = await door.merge("a", door.scan(first, -5, gate="A"))
    assert late["result"] == "admitted"
    assert (await door.seen(first))["gate"] == "A"
    await door.merge("a", door.scan(second, -5, gate="A"))
    problem = assert_problem(await door.check_in(second["ticket_code"]), 409, "invalid_state")
    assert (problem["reason"], problem["gate"]) == ("already_used", "A")
    assert online["gate"] == "Main"


async def test_undo_takes_back_scans_that_are_reported_later(door: Door, api: Api) -> None:
    ticket = await door.ticket()
    await door.check_in(ticket["ticket_code"])
    await api.post(f"/tickets/{ticket['ticket_code']}/undo-check-in", door.organizer)
    (late,) = await door.merge("a", door.scan(ticket, -5))
    assert (late["result"], late["reason"], late["against"]["direction"]) == (
        *("admitted", "undone"),
        "undo",
    )
    assert (await door.seen(ticket))["status"] == "active"
    assert (await door.check_in(ticket["ticket_code"])).status_code == 200


@pytest.mark.parametrize(("change", "reason"), [("refund", "refunded"), ("cancel", "cancelled")])
async def test_scan_of_a_dead_ticket_is_kept_as_a_conflict_and_the_ticket_stays_dead(
    door: Door,
    api: Api,
    connection: asyncpg.Connection,
    change: str,
    reason: str,
) -> None:
    booking = await api.book(await api.person(), door.id)
    (ticket,) = booking["tickets"]
    await api.put(f"/bookings/{booking['id']}/{change}", door.organizer)
    before = await snapshot(connection, door.id)
    counted = await recount(connection, door.id)
    for _ in range(2):
        (outcome,) = await door.merge("a", door.scan(ticket, 1))
        assert (outcome["result"], outcome["reason"]) == ("conflict", reason)
        assert outcome["detail"].startswith("This ticket was ")
    assert await snapshot(connection, door.id) == before
    assert await recount(connection, door.id) == counted
    kept = await connection.fetch("SELECT refusal FROM check_ins")
    assert [row["refusal"] for row in kept] == [reason]


async def test_used_ticket_of_an_offline_scan_is_neither_cancelled_nor_refunded(
    door: Door, api: Api
) -> None:
    booking = await api.book(await api.person(), door.id)
    await door.merge("a", door.scan(booking["tickets"][0], 1))
    for change in ("cancel", "refund"):
        response = await api.put(f"/bookings/{booking['id']}/{change}", door.organizer)
        assert_problem(response, 409, "invalid_state")


async def test_older_issue_and_unconfirmed_tickets_are_conflicts(
    door: Door, api: Api, connection: asyncpg.Connection
) -> None:
    ticket = await door.ticket()
    old = await door.token(ticket)
    await connection.execute("UPDATE tickets SET issue = 2 WHERE id = $1", ticket["id"])
    body = {"event_id": door.id, "quantity": 1}
    held = await api.post("/reservations/reserve", await api.person(), body)
    unconfirmed = await door.token(held.json()["tickets"][0])
    outcomes = await door.merge("a", door.scan(old, 1, "1"), door.scan(unconfirmed, 2, "2"))
    assert results(outcomes) == [("conflict", "replaced"), ("conflict", "not_confirmed")]
    assert (await door.seen(ticket))["status"] == "active"


async def test_an_old_code_is_a_conflict_like_an_old_token(
    door: Door, api: Api, connection: asyncpg.Connection
) -> None:
    buyer = await api.person()
    (ticket,) = (await api.book(buyer, door.id))["tickets"]
    codes = [ticket["ticket_code"]]
    for _ in range(2):
        response = await api.post(f"/tickets/{codes[-1]}/reissue", buyer)
        codes.append(response.json()["ticket_code"])
    scans = [{**door.scan(ticket, n, str(n)), "code": code} for n, code in enumerate(codes, 1)]
    expected = [("conflict", "replaced"), ("conflict", "replaced"), ("admitted", None)]
    for _ in range(2):
        assert results(await door.merge("a", *scans)) == expected
    rows = await connection.fetch("SELECT ticket_id, issue FROM check_ins ORDER BY scan_id")
    assert [tuple(row) for row in rows] == [(ticket["id"], issue) for issue in (1, 2, 3)]


async def test_a_scan_whose_code_died_is_answered_as_before_when_it_is_sent_again(
    door: Door, api: Api
) -> None:
    buyer = await api.person()
    (ticket,) = (await api.book(buyer, door.id))["tickets"]
    scan = door.scan(ticket, 1, "1")
    await door.merge("a", scan)
    assert results(await door.merge("a", scan)) == [("admitted", None)]
    await api.post(f"/tickets/{ticket['ticket_code']}/undo-check-in", door.organizer)
    await api.post(f"/tickets/{ticket['ticket_code']}/reissue", buyer)
    (again,) = await door.merge("a", scan)
    assert (again["result"], again["reason"]) == ("admitted", "undone")
    forged = {**scan, "code": "TKT-20261120-AAAAAAAA"}
    assert results(await door.merge("a", forged)) == [("rejected", "not_a_ticket")]


async def test_what_is_no_ticket_of_the_event_is_rejected_and_not_kept(
    door: Door, api: Api, connection: asyncpg.Connection
) -> None:
    elsewhere = await open_door(api, await api.person(Role.ORGANIZER))
    foreign = await elsewhere.ticket()
    token = await elsewhere.token(foreign)
    outcomes = await door.merge(
        "a",
        door.scan("TKT-20261120-AAAAAAAA", 1, "1"),
        door.scan("TKT1.FORGED", 1, "2"),
        door.scan(token, 1, "3"),
        door.scan(foreign, 1, "4"),
        {**door.scan(foreign, 1, "5"), "code": None, "ticket_id": foreign["id"]},
    )
    assert results(outcomes) == [
        ("rejected", "not_a_ticket"),
        ("rejected", "not_a_ticket"),
        ("rejected", "other_event"),
        ("rejected", "not_a_ticket"),
        ("rejected", "not_a_ticket"),
    ]
    assert await connection.fetchval("SELECT count(*) FROM check_ins") == 0


async def test_ticket_that_was_chosen_from_the_list_is_checked_in(door: Door) -> None:
    ticket = await door.ticket()
    chosen = {**door.scan(ticket, 1), "code": None, "ticket_id": ticket["id"]}
    (outcome,) = await door.merge("a", chosen)
    assert (outcome["result"], outcome["ticket_id"]) == ("admitted", ticket["id"])


async def test_impossible_times_are_rejected_and_can_be_corrected(
    door: Door, connection: asyncpg.Connection
) -> None:
    ticket = await door.ticket()
    outcomes = await door.merge(
        "a", door.scan(ticket, 60, "1"), door.scan(ticket, -60 * 24 * 8, "2")
    )
    assert results(outcomes) == [("rejected", "time_in_future"), ("rejected", "time_too_early")]
    assert await connection.fetchval("SELECT count(*) FROM check_ins") == 0
    assert results(await door.merge("a", door.scan(ticket, 0, "1"))) == [("admitted", None)]


async def test_time_without_an_offset_is_in_the_events_zone(api: Api, organizer: Person) -> None:
    door = await open_door(api, organizer, timezone="Asia/Bangkok")
    ticket = await door.ticket()
    scan = door.scan(ticket, 0)
    local = api.clock().timestamp() + 7 * 3600 - 60
    scan["at"] = f"{_utc(local)}"
    await door.merge("a", scan)
    used_at = (await door.seen(ticket))["used_at"]
    assert used_at.startswith(_utc(local - 7 * 3600)[:16])


def _utc(timestamp: float) -> str:
    return datetime.fromtimestamp(timestamp, UTC).replace(tzinfo=None, microsecond=0).isoformat()


async def test_ticket_that_came_in_through_a_wrong_gate_is_inside_and_marked(
    door: Door, api: Api
) -> None:
    (kind,) = (await api.get(f"/events/{door.id}/ticket-types")).json()
    gates = [{"name": "North", "ticket_type_ids": [kind["id"]]}, {"name": "South"}]
    await api.put(f"/events/{door.id}/gates", door.organizer, {"gates": gates})
    tickets = await door.tickets(3)
    outcomes = await door.merge(
        "a",
        door.scan(tickets[0], 1, gate="north"),
        door.scan(tickets[1], 1, gate="Back door"),
        door.scan(tickets[2], 1),
    )
    assert results(outcomes) == [("admitted", None), ("admitted", "wrong_gate"), ("admitted", None)]
    assert (await door.seen(tickets[1]))["status"] == "used"


async def test_thousand_scans_are_merged_at_once_and_no_more(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    door = await open_door(api, organizer, capacity=1000)
    tickets = await door.tickets(1000)
    tokens = [await door.token(tickets[0]), *(ticket["ticket_code"] for ticket in tickets[1:])]
    scans = [door.scan(code, -1, str(number)) for number, code in enumerate(tokens)]
    outcomes = await door.merge("a", *scans)
    assert {outcome["result"] for outcome in outcomes} == {"admitted"}
    assert (await recount(connection, door.id))["total_tickets_sold"] == 1000
    too_many = {"scanner_id": "a", "scans": [*scans, door.scan(tokens[0], -1, "one more")]}
    response = await api.post(f"/events/{door.id}/check-ins", door.scanner, too_many)
    assert_problem(response, 422, "validation_failed")


@pytest.mark.parametrize(
    "change",
    [
        {"code": None},
        {"ticket_id": 1},
        {"scan_id": ""},
        {"scan_id": "ü"},
        {"direction": "undo"},
    ],
)
async def test_scan_that_makes_no_sense_is_refused(
    door: Door, api: Api, change: dict[str, object]
) -> None:
    scan = {**door.scan("TKT-20261120-AAAAAAAA", 1, "1"), **change}
    body = {"scanner_id": "a", "scans": [scan]}
    response = await api.post(f"/events/{door.id}/check-ins", door.scanner, body)
    assert_problem(response, 422, "validation_failed")
