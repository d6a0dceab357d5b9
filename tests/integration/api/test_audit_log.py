"""Every change over HTTP leaves one row: who, what, before and after, by which request."""

import json
from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.rows import add_hold, audit

HEADERS = {"X-Correlation-ID": "the-request"}


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    return await api.event(organizer)


class Recorder:
    """Asks what one request wrote to the log."""

    def __init__(self, api: Api, connection: asyncpg.Connection) -> None:
        self._api = api
        self._connection = connection

    async def call(
        self, method: str, path: str, who: Person | None, json: Any = None
    ) -> tuple[httpx.Response, list[dict[str, Any]]]:
        newest = await self._connection.fetchval("SELECT COALESCE(max(id), 0) FROM audit_log")
        response = await self._api.call(method, path, who, json=json, headers=HEADERS)
        rows = await self._connection.fetch(
            "SELECT * FROM audit_log WHERE id > $1 ORDER BY id", newest
        )
        return response, [dict(row) for row in rows]

    async def one(
        self, method: str, path: str, who: Person | None, json: Any = None
    ) -> dict[str, Any]:
        """The one row that this successful request wrote, its values read from JSON."""
        response, rows = await self.call(method, path, who, json)
        assert response.is_success, response.text
        (row,) = rows
        assert row["correlation_id"] == "the-request"
        assert row["actor_id"] == (who.id if who else None)
        return {**row, "before": _read(row["before"]), "after": _read(row["after"])}


def _read(value: str | None) -> Any:
    return None if value is None else json.loads(value)


@pytest.fixture
def recorder(api: Api, connection: asyncpg.Connection) -> Recorder:
    return Recorder(api, connection)


async def test_sale_writes_one_row_whatever_its_quantity(
    recorder: Recorder, event: dict[str, Any], buyer: Person
) -> None:
    path = f"/events/{event['id']}/bookings"
    row = await recorder.one("POST", path, buyer, {"quantity": 5})
    assert (row["action"], row["subject"]) == ("booking.confirmed", "booking")
    assert (row["event_id"], row["before"]) == (event["id"], None)
    assert row["after"] == {
        "status": "confirmed",
        "user_id": buyer.id,
        "quantity": 5,
        "total_amount": "125.00",
    }


async def test_box_office_sale_names_who_sold_and_who_bought(
    recorder: Recorder, event: dict[str, Any], organizer: Person, buyer: Person
) -> None:
    path = f"/events/{event['id']}/bookings"
    row = await recorder.one("POST", path, organizer, {"quantity": 1, "user_id": buyer.id})
    assert (row["actor_id"], row["after"]["user_id"]) == (organizer.id, buyer.id)


@pytest.mark.parametrize(
    ("method", "suffix", "body", "status"),
    [
        ("PUT", "/cancel", None, "cancelled"),
        ("PUT", "/refund", None, "refunded"),
        ("PUT", "/status", {"status": "cancelled"}, "cancelled"),
        ("DELETE", "", None, "cancelled"),
    ],
)
async def test_status_change_of_a_booking_is_recorded(
    api: Api,
    recorder: Recorder,
    event: dict[str, Any],
    organizer: Person,
    method: str,
    suffix: str,
    body: dict[str, str] | None,
    status: str,
) -> None:
    booking = await api.book(organizer, event["id"])
    row = await recorder.one(method, f"/bookings/{booking['id']}{suffix}", organizer, body)
    assert (row["action"], row["subject_id"]) == (f"booking.{status}", booking["id"])
    assert (row["before"], row["after"]) == ({"status": "confirmed"}, {"status": status})


async def test_confirmation_of_a_hold_is_recorded(
    recorder: Recorder,
    connection: asyncpg.Connection,
    clock: MovableClock,
    event: dict[str, Any],
    buyer: Person,
) -> None:
    later = clock().replace(year=clock().year + 1)
    booking_id = await add_hold(
        connection, event_id=event["id"], user_id=buyer.id, expires_at=later
    )
    row = await recorder.one("PUT", f"/bookings/{booking_id}/confirm", buyer)
    assert (row["before"], row["after"]) == ({"status": "pending"}, {"status": "confirmed"})


async def test_changes_of_an_event_are_recorded(
    recorder: Recorder, connection: asyncpg.Connection, organizer: Person
) -> None:
    body = {"title": "Hamlet", "date_time": "2036-06-01T19:00:00Z", "capacity": 9, "price": "5"}
    created = await recorder.one("POST", "/events", organizer, body)
    assert (created["action"], created["subject"]) == ("event.created", "event")
    path = f"/events/{created['subject_id']}"
    updated = await recorder.one("PUT", path, organizer, {"title": "Macbeth", "capacity": 7})
    assert updated["action"] == "event.updated"
    assert (updated["before"]["title"], updated["after"]["title"]) == ("Hamlet", "Macbeth")
    assert (updated["before"]["capacity"], updated["after"]["capacity"]) == (9, 7)
    completed = await recorder.one("PUT", path, organizer, {"status": "completed"})
    assert (completed["before"]["status"], completed["after"]["status"]) == ("active", "completed")
    deleted = await recorder.one("DELETE", path, organizer)
    assert deleted["action"] == "event.deleted"
    assert len(await audit(connection, "event", created["subject_id"])) == 4


async def test_cancelled_event_records_itself_and_each_of_its_bookings(
    api: Api, recorder: Recorder, event: dict[str, Any], organizer: Person, buyer: Person
) -> None:
    bookings = [await api.book(buyer, event["id"]) for _ in range(3)]
    path = f"/events/{event['id']}"
    _, rows = await recorder.call("PUT", path, organizer, {"status": "cancelled"})
    cancelled = [row["subject_id"] for row in rows if row["action"] == "booking.called_off"]
    assert sorted(cancelled) == [booking["id"] for booking in bookings]
    assert [row["subject_id"] for row in rows if row["subject"] == "event"] == [event["id"]]
    assert {row["correlation_id"] for row in rows} == {"the-request"}
    assert {row["actor_id"] for row in rows} == {organizer.id}


async def test_changes_of_a_ticket_type_are_recorded(
    recorder: Recorder, event: dict[str, Any], organizer: Person
) -> None:
    added = f"/events/{event['id']}/ticket-types"
    created = await recorder.one("POST", added, organizer, {"name": "VIP", "price": "90.00"})
    path = f"/ticket-types/{created['subject_id']}"
    updated = await recorder.one("PUT", path, organizer, {"price": "80.00"})
    assert (updated["before"]["price"], updated["after"]["price"]) == ("90.00", "80.00")
    paused = await recorder.one("PATCH", f"{path}/status", organizer, {"status": "paused"})
    assert (paused["before"], paused["after"]) == ({"status": "available"}, {"status": "paused"})
    deleted = await recorder.one("DELETE", path, organizer)
    actions = [row["action"] for row in (created, updated, paused, deleted)]
    assert actions == [
        f"ticket_type.{done}" for done in ("created", "updated", "paused", "deleted")
    ]
    assert {row["event_id"] for row in (created, updated, paused, deleted)} == {event["id"]}


async def test_check_in_and_its_undo_are_recorded(
    api: Api, recorder: Recorder, event: dict[str, Any], organizer: Person
) -> None:
    (ticket,) = (await api.book(organizer, event["id"]))["tickets"]
    path = f"/tickets/{ticket['ticket_code']}"
    used = await recorder.one("POST", f"{path}/check-in", organizer, {"gate": "North"})
    assert (used["action"], used["subject_id"]) == ("ticket.used", ticket["id"])
    assert used["after"] == {"status": "used", "gate": "North"}
    undone = await recorder.one("POST", f"{path}/undo-check-in", organizer)
    assert (undone["before"]["status"], undone["after"]) == ("used", {"status": "active"})


async def test_changes_of_a_user_are_recorded_without_personal_data(
    api: Api, recorder: Recorder, connection: asyncpg.Connection
) -> None:
    admin = await api.person(Role.ADMIN)
    secrets = {"phone": "+66812345678", "email": "nina@test.example", "password": "correct-horse"}
    made = await recorder.one("POST", "/users", admin, {"name": "Nina New", **secrets})
    path = f"/users/{made['subject_id']}"
    edited = await recorder.one("PUT", path, admin, {"role": "scanner", "full_name": "Nina Newer"})
    assert (edited["before"]["role"], edited["after"]["role"]) == ("customer", "scanner")
    off = await recorder.one("PATCH", f"{path}/deactivate", admin)
    assert (off["before"], off["after"]) == ({"is_active": True}, {"is_active": False})
    on = await recorder.one("PATCH", f"{path}/activate", admin)
    deleted = await recorder.one("DELETE", path, admin)
    actions = [row["action"] for row in (made, edited, off, on, deleted)]
    done = ("created", "updated", "deactivated", "activated", "deleted")
    assert actions == [f"user.{action}" for action in done]
    rows = await audit(connection, "user", made["subject_id"])
    text = " ".join(str(dict(row)) for row in rows)
    assert [secret for secret in (*secrets.values(), "Nina") if secret in text] == []


async def test_sign_up_is_recorded_without_an_actor(recorder: Recorder) -> None:
    body = {"email": "nina@test.example", "password": "correct-horse"}
    row = await recorder.one("POST", "/auth/signup", None, body)
    assert (row["action"], row["after"]) == ("user.signed_up", {"role": "customer"})


async def test_refusal_and_reading_leave_no_trace(
    recorder: Recorder, event: dict[str, Any], buyer: Person
) -> None:
    path = f"/events/{event['id']}"
    refused, rows = await recorder.call("POST", f"{path}/bookings", buyer, {"quantity": 11})
    assert_problem(refused, 409, "insufficient_tickets")
    _, read = await recorder.call("GET", path, buyer)
    forbidden, more = await recorder.call("PUT", path, buyer, {"title": "Mine"})
    assert_problem(forbidden, 403, "forbidden")
    assert rows + read + more == []
