"""Confirming, cancelling and refunding bookings over HTTP."""

from datetime import timedelta
from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.rows import add_hold, recount, snapshot, start_event, use_ticket

WAYS_TO_CANCEL: list[tuple[str, str, dict[str, str] | None]] = [
    ("PUT", "/cancel", None),
    ("DELETE", "", None),
    ("PUT", "/status", {"status": "cancelled"}),
]


async def change_status(api: Api, booking_id: int, name: str, who: Person | None) -> httpx.Response:
    return await api.put(f"/bookings/{booking_id}/{name}", who)


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    return await api.event(organizer)


@pytest.mark.parametrize(("method", "path", "body"), WAYS_TO_CANCEL)
async def test_cancelling_voids_the_tickets_and_frees_their_stock(
    api: Api,
    connection: asyncpg.Connection,
    event: dict[str, Any],
    buyer: Person,
    method: str,
    path: str,
    body: dict[str, str] | None,
) -> None:
    booking, other = await api.book(buyer, event["id"], 2), await api.book(buyer, event["id"])
    response = await api.call(method, f"/bookings/{booking['id']}{path}", buyer, json=body)
    assert response.status_code == 200
    cancelled = response.json()
    assert (cancelled["id"], cancelled["status"]) == (booking["id"], "cancelled")
    assert [ticket["status"] for ticket in cancelled["tickets"]] == ["cancelled"] * 2
    after = (await api.get(f"/events/{event['id']}")).json()
    assert (after["tickets_available"], after["total_bookings"]) == (9, 1)
    assert after["total_revenue"] == "25.00"
    assert (await recount(connection, event["id"]))["total_tickets_sold"] == 1
    assert (await api.get(f"/bookings/{other['id']}", buyer)).json() == other


async def test_cancelled_booking_is_not_cancelled_again(
    api: Api, connection: asyncpg.Connection, event: dict[str, Any], buyer: Person
) -> None:
    booking = await api.book(buyer, event["id"])
    await change_status(api, booking["id"], "cancel", buyer)
    before = await snapshot(connection, event["id"])
    problem = assert_problem(
        await change_status(api, booking["id"], "cancel", buyer), 409, "invalid_state"
    )
    assert (problem["from"], problem["to"]) == ("cancelled", "cancelled")
    assert problem["detail"] == "This booking is already cancelled."
    assert await snapshot(connection, event["id"]) == before


async def test_buyer_cancels_until_the_event_starts_and_staff_later_too(
    api: Api,
    connection: asyncpg.Connection,
    event: dict[str, Any],
    buyer: Person,
    organizer: Person,
) -> None:
    booking = await api.book(buyer, event["id"])
    await start_event(connection, event["id"])
    before = await snapshot(connection, event["id"])
    for method, path, body in WAYS_TO_CANCEL:
        refused = await api.call(method, f"/bookings/{booking['id']}{path}", buyer, json=body)
        problem = assert_problem(refused, 409, "invalid_state")
        assert "started" in problem["detail"]
    assert await snapshot(connection, event["id"]) == before
    assert (await change_status(api, booking["id"], "cancel", organizer)).status_code == 200


@pytest.mark.parametrize("name", ["cancel", "refund"])
async def test_booking_with_a_used_ticket_is_neither_cancelled_nor_refunded(
    api: Api,
    connection: asyncpg.Connection,
    event: dict[str, Any],
    buyer: Person,
    organizer: Person,
    name: str,
) -> None:
    booking = await api.book(buyer, event["id"], 2)
    used = booking["tickets"][1]
    await use_ticket(connection, used["id"])
    before = await snapshot(connection, event["id"])
    problem = assert_problem(
        await change_status(api, booking["id"], name, organizer), 409, "invalid_state"
    )
    assert used["ticket_code"] in problem["detail"]
    assert await snapshot(connection, event["id"]) == before


@pytest.mark.parametrize("is_by_name", [False, True])
async def test_refund_voids_the_tickets_and_takes_back_the_revenue(
    api: Api, event: dict[str, Any], buyer: Person, organizer: Person, is_by_name: bool
) -> None:
    booking = await api.book(buyer, event["id"], 2)
    path = f"/bookings/{booking['id']}"
    if is_by_name:
        response = await api.put(f"{path}/status", organizer, {"status": "refunded"})
    else:
        response = await api.put(f"{path}/refund", organizer)
    refunded = response.json()
    assert refunded["status"] == "refunded"
    assert [ticket["status"] for ticket in refunded["tickets"]] == ["cancelled"] * 2
    after = (await api.get(f"/events/{event['id']}")).json()
    assert (after["tickets_available"], after["total_revenue"]) == (10, "0.00")


async def test_refund_is_refused_to_the_buyer(
    api: Api, connection: asyncpg.Connection, event: dict[str, Any], buyer: Person
) -> None:
    booking = await api.book(buyer, event["id"])
    before = await snapshot(connection, event["id"])
    assert_problem(await change_status(api, booking["id"], "refund", buyer), 403, "forbidden")
    by_name = await api.put(f"/bookings/{booking['id']}/status", buyer, {"status": "refunded"})
    assert_problem(by_name, 403, "forbidden")
    assert await snapshot(connection, event["id"]) == before


@pytest.mark.parametrize("is_by_name", [False, True])
async def test_hold_is_confirmed_before_it_lapses(
    api: Api,
    connection: asyncpg.Connection,
    clock: MovableClock,
    event: dict[str, Any],
    buyer: Person,
    is_by_name: bool,
) -> None:
    soon = clock() + timedelta(minutes=5)
    booking_id = await add_hold(
        connection, event_id=event["id"], user_id=buyer.id, expires_at=soon, quantity=2
    )
    held = (await api.get(f"/bookings/{booking_id}", buyer)).json()
    assert (held["status"], {t["ticket_code"] for t in held["tickets"]}) == ("pending", {None})
    path = f"/bookings/{booking_id}"
    if is_by_name:
        response = await api.put(f"{path}/status", buyer, {"status": "confirmed"})
    else:
        response = await api.put(f"{path}/confirm", buyer)
    confirmed = response.json()
    assert (confirmed["status"], confirmed["expires_at"]) == ("confirmed", None)
    assert all(ticket["ticket_code"].startswith("TKT-") for ticket in confirmed["tickets"])
    assert {ticket["status"] for ticket in confirmed["tickets"]} == {"active"}


async def test_hold_that_has_lapsed_is_not_confirmed(
    api: Api,
    connection: asyncpg.Connection,
    clock: MovableClock,
    event: dict[str, Any],
    buyer: Person,
) -> None:
    soon = clock() + timedelta(minutes=5)
    booking_id = await add_hold(connection, event_id=event["id"], user_id=buyer.id, expires_at=soon)
    clock.move(minutes=5, seconds=1)
    before = await snapshot(connection, event["id"])
    assert_problem(await change_status(api, booking_id, "confirm", buyer), 409, "hold_expired")
    assert await snapshot(connection, event["id"]) == before


async def test_hold_of_an_online_event_is_confirmed_by_staff_alone(
    api: Api, connection: asyncpg.Connection, clock: MovableClock, organizer: Person, buyer: Person
) -> None:
    event, soon = await api.event(organizer), clock() + timedelta(minutes=5)
    await connection.execute("UPDATE events SET payment = 'online' WHERE id = $1", event["id"])
    hold = await add_hold(connection, event_id=event["id"], user_id=buyer.id, expires_at=soon)
    before = await snapshot(connection, event["id"])
    assert_problem(await change_status(api, hold, "confirm", buyer), 403, "forbidden")
    assert await snapshot(connection, event["id"]) == before
    assert (await change_status(api, hold, "confirm", organizer)).json()["status"] == "confirmed"


async def test_hold_is_not_refunded_but_can_be_cancelled(
    api: Api,
    connection: asyncpg.Connection,
    clock: MovableClock,
    event: dict[str, Any],
    organizer: Person,
) -> None:
    booking_id = await add_hold(
        connection, event_id=event["id"], user_id=organizer.id, expires_at=clock()
    )
    before = await snapshot(connection, event["id"])
    assert_problem(await change_status(api, booking_id, "refund", organizer), 409, "invalid_state")
    assert await snapshot(connection, event["id"]) == before
    cancelled = (await change_status(api, booking_id, "cancel", organizer)).json()
    assert (cancelled["status"], cancelled["expires_at"]) == ("cancelled", None)
    assert (await recount(connection, event["id"]))["tickets_held"] == 0


@pytest.mark.parametrize(
    ("final", "transitions"),
    [
        ("confirmed", ["confirm"]),
        ("cancelled", ["confirm", "refund"]),
        ("refunded", ["confirm", "cancel", "refund"]),
    ],
)
async def test_transition_that_does_not_exist_is_refused(
    api: Api,
    connection: asyncpg.Connection,
    event: dict[str, Any],
    buyer: Person,
    organizer: Person,
    final: str,
    transitions: list[str],
) -> None:
    booking = await api.book(buyer, event["id"])
    if final != "confirmed":
        name = {"cancelled": "cancel", "refunded": "refund"}[final]
        await change_status(api, booking["id"], name, organizer)
    before = await snapshot(connection, event["id"])
    for name in transitions:
        problem = assert_problem(
            await change_status(api, booking["id"], name, organizer), 409, "invalid_state"
        )
        assert problem["from"] == final
    assert await snapshot(connection, event["id"]) == before


@pytest.mark.parametrize("status", ["pending", "expired", "gone", None])
async def test_status_is_refused_when_it_names_no_transition(
    api: Api,
    connection: asyncpg.Connection,
    event: dict[str, Any],
    buyer: Person,
    status: str | None,
) -> None:
    booking = await api.book(buyer, event["id"])
    before = await snapshot(connection, event["id"])
    response = await api.put(f"/bookings/{booking['id']}/status", buyer, {"status": status})
    problem = assert_problem(response, 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == ["body.status"]
    assert await snapshot(connection, event["id"]) == before


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.SCANNER, Role.ORGANIZER])
async def test_booking_of_somebody_else_is_not_found(
    api: Api, connection: asyncpg.Connection, event: dict[str, Any], buyer: Person, role: Role
) -> None:
    booking = await api.book(buyer, event["id"])
    stranger = await api.person(role)
    await connection.execute(
        "INSERT INTO event_scanners (event_id, user_id) VALUES ($1, $2)", event["id"], stranger.id
    )
    before = await snapshot(connection, event["id"])
    path = f"/bookings/{booking['id']}"
    assert_problem(await api.get(path, stranger), 404, "not_found")
    for name in ("confirm", "cancel", "refund"):
        assert_problem(await api.put(f"{path}/{name}", stranger), 404, "not_found")
    by_name = await api.put(f"{path}/status", stranger, {"status": "cancelled"})
    assert_problem(by_name, 404, "not_found")
    assert_problem(await api.call("DELETE", path, stranger), 404, "not_found")
    assert await snapshot(connection, event["id"]) == before


async def test_unknown_booking_is_not_found(api: Api) -> None:
    admin, path = await api.person(Role.ADMIN), "/bookings/999999999"
    assert_problem(await api.get(path, admin), 404, "not_found")
    assert_problem(await api.call("DELETE", path, admin), 404, "not_found")
    for name in ("confirm", "cancel", "refund"):
        assert_problem(await api.put(f"{path}/{name}", admin), 404, "not_found")


async def test_status_changes_are_refused_without_a_log_in(
    api: Api, connection: asyncpg.Connection, event: dict[str, Any], buyer: Person
) -> None:
    booking = await api.book(buyer, event["id"])
    before = await snapshot(connection, event["id"])
    for name in ("confirm", "cancel", "refund"):
        assert_problem(
            await change_status(api, booking["id"], name, None), 401, "not_authenticated"
        )
    assert_problem(await api.get(f"/bookings/{booking['id']}"), 401, "not_authenticated")
    assert await snapshot(connection, event["id"]) == before
