"""The rules that the database itself upholds, whatever the application would do."""

from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, MovableClock, Person
from tests.support.rows import add_hold, audit, snapshot

COPY_TICKET = """
INSERT INTO tickets (booking_id, event_id, ticket_type_id, user_id, price, status, ticket_code)
SELECT booking_id, event_id, ticket_type_id, user_id, price, $2::ticket_status, $3
FROM tickets WHERE id = $1
"""

CODE = "TKT-20261120-8F3KQ2ZN"


async def sold_out(api: Api, organizer: Person, **fields: Any) -> tuple[int, int]:
    """The ids of an event without tickets left, and of one of its tickets."""
    event = await api.event(organizer, **fields)
    first, *_ = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    body = {"quantity": first["available"], "ticket_type_id": first["id"]}
    path = f"/events/{event['id']}/bookings"
    booking = (await api.post(path, await api.person(), body)).json()
    return event["id"], booking["tickets"][0]["id"]


@pytest.mark.parametrize("status", ["reserved", "active"])
async def test_no_ticket_is_stored_beyond_the_capacity_of_the_event(
    api: Api, connection: asyncpg.Connection, organizer: Person, status: str
) -> None:
    types = [{"name": "A", "capacity": 9}, {"name": "B", "capacity": 9}]
    event_id, ticket_id = await sold_out(api, organizer, capacity=3, ticket_types=types)
    before = await snapshot(connection, event_id)
    with pytest.raises(asyncpg.CheckViolationError, match="events_never_oversold"):
        await connection.execute(COPY_TICKET, ticket_id, status, CODE)
    assert await snapshot(connection, event_id) == before


async def test_no_ticket_is_stored_beyond_the_capacity_of_its_type(
    api: Api, connection: asyncpg.Connection, organizer: Person
) -> None:
    types = [{"name": "A", "capacity": 2}, {"name": "B", "capacity": 9}]
    event_id, ticket_id = await sold_out(api, organizer, capacity=10, ticket_types=types)
    before = await snapshot(connection, event_id)
    with pytest.raises(asyncpg.CheckViolationError, match="ticket_types_never_oversold"):
        await connection.execute(COPY_TICKET, ticket_id, "active", CODE)
    assert await snapshot(connection, event_id) == before


@pytest.mark.parametrize("table", ["events", "ticket_types"])
async def test_capacity_is_never_stored_below_what_is_sold(
    api: Api, connection: asyncpg.Connection, organizer: Person, table: str
) -> None:
    event_id, _ = await sold_out(api, organizer, capacity=3)
    before = await snapshot(connection, event_id)
    with pytest.raises(asyncpg.CheckViolationError, match=f"{table}_never_oversold"):
        await connection.execute(f"UPDATE {table} SET capacity = 2")
    assert await snapshot(connection, event_id) == before


async def test_cancelled_ticket_comes_back_only_while_there_is_room(
    api: Api, connection: asyncpg.Connection, organizer: Person
) -> None:
    event = await api.event(organizer, capacity=1)
    booking = await api.book(organizer, event["id"])
    await api.put(f"/bookings/{booking['id']}/cancel", organizer)
    await api.book(await api.person(), event["id"])
    with pytest.raises(asyncpg.CheckViolationError, match="never_oversold"):
        await connection.execute("UPDATE tickets SET status = 'active'")


@pytest.mark.parametrize(
    "code",
    [
        "TKT-20261120-8F3KQ2Z",
        "TKT-20261120-8F3KQ2ZNN",
        "TKT-20261120-8f3kq2zn",
        "TKT-20261120-OOOOOOOO",
        "TKT-20261120-11111111",
        "tkt-20261120-8F3KQ2ZN",
        "",
    ],
)
async def test_code_of_another_form_is_not_stored(
    api: Api, connection: asyncpg.Connection, organizer: Person, code: str
) -> None:
    booking = await api.book(organizer, (await api.event(organizer))["id"])
    ticket_id = booking["tickets"][0]["id"]
    with pytest.raises(asyncpg.CheckViolationError, match="tickets_ticket_code_has_its_form"):
        await connection.execute(COPY_TICKET, ticket_id, "active", code)


async def test_code_is_stored_once_and_never_left_out_of_a_valid_ticket(
    api: Api, connection: asyncpg.Connection, organizer: Person
) -> None:
    booking = await api.book(organizer, (await api.event(organizer))["id"])
    ticket = booking["tickets"][0]
    with pytest.raises(asyncpg.UniqueViolationError, match="tickets_ticket_code_key"):
        await connection.execute(COPY_TICKET, ticket["id"], "active", ticket["ticket_code"])
    with pytest.raises(asyncpg.CheckViolationError, match="tickets_valid_ones_have_a_code"):
        await connection.execute(COPY_TICKET, ticket["id"], "active", None)


async def test_hold_has_a_deadline_and_nothing_else_has(
    api: Api, connection: asyncpg.Connection, clock: MovableClock, organizer: Person
) -> None:
    event = await api.event(organizer)
    await add_hold(connection, event_id=event["id"], user_id=organizer.id, expires_at=clock())
    for change in ("expires_at = NULL", "status = 'confirmed'"):
        with pytest.raises(asyncpg.CheckViolationError, match="bookings_hold_has_a_deadline"):
            await connection.execute(f"UPDATE bookings SET {change}")


async def test_past_event_is_updated_and_restored_like_any_other(
    api: Api, connection: asyncpg.Connection, organizer: Person
) -> None:
    event = await api.event(organizer)
    past = "date_time = '2020-01-01 19:00+00', ends_at = '2020-01-01 22:00+00'"
    await connection.execute(f"UPDATE events SET {past}")
    await connection.execute("UPDATE events SET title = 'Long ago'")
    stored = await connection.fetchrow("SELECT title FROM events WHERE id = $1", event["id"])
    assert stored is not None
    assert stored["title"] == "Long ago"


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit_log SET action = 'nothing'", "DELETE FROM audit_log", "TRUNCATE audit_log"],
)
async def test_audit_log_is_append_only(
    api: Api, connection: asyncpg.Connection, organizer: Person, statement: str
) -> None:
    event = await api.event(organizer)
    before = await audit(connection, "event", event["id"])
    with pytest.raises(asyncpg.RestrictViolationError, match="append-only"):
        await connection.execute(statement)
    assert await audit(connection, "event", event["id"]) == before
    assert len(before) == 1


async def test_audit_log_has_no_foreign_keys(connection: asyncpg.Connection) -> None:
    keys = "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND conrelid = $1::regclass"
    assert await connection.fetchval(keys, "audit_log") == 0
    assert await connection.fetchval(keys, "bookings") == 3
