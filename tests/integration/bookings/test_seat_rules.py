"""What the database itself upholds of venues and seats, tried in SQL."""

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.halls import Hall, add_seats, make_hall, seated_event

TICKET = """
INSERT INTO tickets (booking_id, event_id, ticket_type_id, user_id, ticket_code, price, status,
    used_at, seat_id)
SELECT $2, id, (SELECT min(id) FROM ticket_types WHERE event_id = $1), organizer_id, $4, 1,
    $3::ticket_status, CASE WHEN $3 = 'used' THEN now() END, $5
FROM events WHERE id = $1
"""

BOOKING = """
INSERT INTO bookings (reference, user_id, event_id, quantity, total_amount, currency, status,
    booking_date, expires_at)
SELECT $2, organizer_id, id, 1, 1, currency, 'pending', now(), now() + interval '10 min'
FROM events WHERE id = $1
RETURNING id
"""


async def _hall(api: Api) -> tuple[Person, Hall, int, int]:
    """Organizer, hall, and two seated events in it."""
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    events = [await seated_event(api, organizer, hall.id) for _ in range(2)]
    return organizer, hall, events[0]["id"], events[1]["id"]


async def _add_ticket(
    connection: asyncpg.Connection, event_id: int, seat_id: int | None, status: str
) -> None:
    number = await connection.fetchval("SELECT 22222222 + count(*) FROM tickets")
    booking_id = await connection.fetchval(BOOKING, event_id, f"BKG-{number}")
    code = None if status == "reserved" else f"TKT-20261120-{number}"
    await connection.execute(TICKET, event_id, booking_id, status, code, seat_id)


@pytest.mark.parametrize("first", ["reserved", "active", "used"])
@pytest.mark.parametrize("second", ["reserved", "active", "used"])
async def test_two_live_tickets_for_one_seat_are_impossible(
    api: Api, connection: asyncpg.Connection, first: str, second: str
) -> None:
    _, hall, event_id, _ = await _hall(api)
    seat_id = hall.seats[0]["id"]
    await _add_ticket(connection, event_id, seat_id, first)
    with pytest.raises(asyncpg.UniqueViolationError) as refusal:
        await _add_ticket(connection, event_id, seat_id, second)
    assert refusal.value.constraint_name == "tickets_live_seat_key"
    assert await connection.fetchval("SELECT count(*) FROM tickets") == 1


async def test_seat_is_free_for_another_event_and_after_a_cancelled_ticket(
    api: Api, connection: asyncpg.Connection
) -> None:
    _, hall, event_id, other_id = await _hall(api)
    seat_id = hall.seats[0]["id"]
    await _add_ticket(connection, event_id, seat_id, "cancelled")
    await _add_ticket(connection, event_id, seat_id, "active")
    await _add_ticket(connection, other_id, seat_id, "active")
    await _add_ticket(connection, event_id, None, "active")
    await _add_ticket(connection, event_id, None, "active")
    assert await connection.fetchval("SELECT count(*) FROM tickets") == 5


@pytest.mark.parametrize(
    ("statement", "constraint"),
    [
        ("DELETE FROM seats WHERE id = $2", "tickets_seat_id_fkey"),
        ("UPDATE events SET venue_id = NULL", "events_reserved_seating_has_a_venue"),
        ("UPDATE events SET venue_id = -1", "events_venue_id_fkey"),
        ("DELETE FROM venues", "seats_venue_id_fkey"),
        ("UPDATE seats SET seat_number = '1', \"row\" = 'A'", "seats_place_key"),
        ("UPDATE ticket_types SET section = 'Stalls'", "ticket_types_event_id_section_key"),
        ("DELETE FROM users WHERE id = (SELECT max(owner_id) FROM venues)", "venues_owner_id_fkey"),
    ],
)
async def test_database_refuses(
    api: Api, connection: asyncpg.Connection, statement: str, constraint: str
) -> None:
    organizer, hall, event_id, _ = await _hall(api)
    stalls = {"name": "Stalls", "section": "Stalls"}
    await api.post(f"/events/{event_id}/ticket-types", organizer, stalls)
    await make_hall(api, await api.person(Role.ORGANIZER))
    seat_id = hall.seats[0]["id"]
    await _add_ticket(connection, event_id, seat_id, "cancelled")
    with pytest.raises(asyncpg.IntegrityConstraintViolationError) as refusal:
        await connection.execute(statement.replace("$2", str(seat_id)))
    assert refusal.value.constraint_name == constraint


@pytest.mark.parametrize(
    ("table", "change", "is_versioned"),
    [
        ("venues", "name = 'New'", True),
        ("venues", "location = 'New'", True),
        ("venues", "timezone = 'Asia/Tokyo'", True),
        ("venues", "deleted_at = now()", True),
        ("events", "venue_id = (SELECT max(id) FROM venues)", True),
        ("ticket_types", "section = 'Stalls'", True),
        ("tickets", "seat_id = (SELECT max(id) FROM seats)", False),
    ],
)
async def test_edit_is_noted_by_the_row_itself(
    api: Api, connection: asyncpg.Connection, table: str, change: str, is_versioned: bool
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id)
    await _add_ticket(connection, event["id"], hall.seats[0]["id"], "active")
    row_id = await connection.fetchval(f"SELECT id FROM {table}")
    await make_hall(api, organizer)
    query = f"SELECT * FROM {table} WHERE id = $1"
    before = await connection.fetchrow(query, row_id)
    await connection.execute(f"UPDATE {table} SET {change} WHERE id = $1", row_id)
    after = await connection.fetchrow(query, row_id)
    assert before is not None and after is not None
    assert after["updated_at"] > before["updated_at"]
    if is_versioned:
        assert after["version"] == before["version"] + 1


async def test_sale_and_new_seats_leave_the_venue_as_it_was(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, hall, event_id, _ = await _hall(api)
    await _add_ticket(connection, event_id, hall.seats[0]["id"], "active")
    await add_seats(api, organizer, hall.id, "Circle")
    assert (await api.get(f"/venues/{hall.id}")).json() == hall.venue
