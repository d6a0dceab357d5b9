"""A database with a large number of earlier sales."""

import asyncio
import time
from collections.abc import Sequence
from typing import Any

import asyncpg

from bench.console import say
from bench.database import FIRST_BUYER_ID, PLENTY, Database

OTHER_EVENTS = 1000
PER_USER = 5
"""Bookings of each earlier buyer for the hot event, below the limit per user."""

TABLES = ("bookings", "tickets", "audit_log", "idempotency_keys")

FOREIGN_KEYS = """
SELECT conrelid::regclass::text AS owner, conname AS name, pg_get_constraintdef(oid) AS definition
FROM pg_constraint
WHERE contype = 'f' AND conrelid = ANY ($1::text[]::regclass[])
"""

USERS = """
INSERT INTO users (id, name, email)
SELECT id, 'Earlier ' || id, 'earlier' || id || '@bench.example'
FROM generate_series($1::bigint, $2::bigint) AS id
"""

# Every second booking is of the hot event, the others are spread over the other events.
EARLIER = """
CREATE UNLOGGED TABLE earlier AS
SELECT n AS id, $2::bigint + n % $3::bigint AS user_id,
    CASE n % 2 WHEN 0 THEN $4::bigint ELSE $4::bigint + 1 + n / 2 % $5::bigint END AS event_id
FROM generate_series(1, $1::bigint) AS n
"""
BOOKINGS = """
INSERT INTO bookings (id, reference, user_id, event_id, quantity, total_amount, currency,
    status, booking_date)
SELECT id, 'BKG-' || md5(id::text), user_id, event_id, 1, 25.00, 'USD', 'confirmed',
    now() - interval '3 years' * (1 - id / (SELECT max(id) + 1.0 FROM earlier))
FROM earlier
"""
TICKETS = """
INSERT INTO tickets (id, booking_id, event_id, ticket_type_id, user_id, ticket_code, price, status)
SELECT earlier.id, earlier.id, event_id, ticket_types.id, user_id,
    'TKT-20260101-' || translate(lpad(earlier.id::text, 8, '0'), '01', 'AB'), 25.00, 'active'
FROM earlier JOIN ticket_types USING (event_id)
"""
AUDIT_LOG = """
INSERT INTO audit_log (actor_id, action, subject, subject_id, event_id, after, correlation_id)
SELECT user_id, 'booking.confirmed', 'booking', id, event_id,
    '{"status": "confirmed", "quantity": 1, "total_amount": "25.00"}', md5(id::text)
FROM earlier
"""
KEYS = """
INSERT INTO idempotency_keys (user_id, key, fingerprint, answer)
SELECT user_id, 'earlier-' || id, sha256(id::text::bytea), '{}' FROM earlier
"""
SOLD_OUT = """
WITH made AS (
    INSERT INTO bookings (reference, user_id, event_id, quantity, total_amount, currency,
        status, booking_date)
    SELECT 'BKG-' || md5(($1::bigint)::text || '-' || n), $3::bigint + n % $4::bigint,
        $1::bigint, 1, 25.00, 'USD', 'confirmed', now()
    FROM generate_series(1, $2::bigint) AS n
    RETURNING id, user_id, event_id
)
INSERT INTO tickets (booking_id, event_id, ticket_type_id, user_id, ticket_code, price, status)
SELECT made.id, event_id, ticket_types.id, user_id,
    'TKT-20260101-' || translate(lpad(made.id::text, 8, '0'), '01', 'AB'), 25.00, 'active'
FROM made JOIN ticket_types USING (event_id)
"""
COUNTERS = (
    """
    UPDATE events SET total_bookings = counted.number, total_tickets_sold = counted.number,
        total_revenue = counted.number * 25.00
    FROM (SELECT event_id, count(*) AS number FROM bookings GROUP BY event_id) AS counted
    WHERE id = event_id
    """,
    "UPDATE ticket_types SET sold = total_tickets_sold FROM events WHERE events.id = event_id",
    "DELETE FROM activity_quarters",
    """
    INSERT INTO activity_quarters (quarter, currency, bookings, places)
    SELECT date_bin('15 minutes', booking_date, '2000-01-01 00:00+00'), currency, count(*),
        sum(quantity)
    FROM bookings WHERE status = 'confirmed' GROUP BY 1, 2 ORDER BY 1
    """,
)
IDENTITIES = (
    "SELECT setval(pg_get_serial_sequence('bookings', 'id'), (SELECT max(id) FROM bookings))",
    "SELECT setval(pg_get_serial_sequence('tickets', 'id'), (SELECT max(id) FROM tickets))",
)


async def sell_earlier(database: Database, bookings: int, *, buyers: int) -> int:
    """Fill the database with this many bookings of other users. Returns the hot event's id.

    Triggers are disabled meanwhile, and the counters set to what they would have counted. Foreign
    keys are dropped and added again, which checks all rows at once.
    """
    started = time.monotonic()
    connection = database.connection
    hot = await database.add_events(1 + OTHER_EVENTS, capacity=max(PLENTY, bookings))
    first_user = FIRST_BUYER_ID + buyers
    users = max(1, bookings // 2 // PER_USER)
    await connection.execute(USERS, first_user, first_user + users - 1)
    foreign_keys = await _disable_checks(connection)
    await connection.execute(EARLIER, bookings, first_user, users, hot, OTHER_EVENTS)
    # Two concurrently, for two cores.
    await asyncio.gather(
        _insert(database.url, (BOOKINGS, AUDIT_LOG)),
        _insert(database.url, (TICKETS, KEYS)),
    )
    for statement in (*COUNTERS, *IDENTITIES, "DROP TABLE earlier"):
        await connection.execute(statement)
    await _enable_checks(connection, foreign_keys)
    await connection.execute("VACUUM (ANALYZE)")
    size = await connection.fetchval("SELECT pg_database_size(current_database())")
    took = time.monotonic() - started
    say(f"  {bookings:,} bookings in {took:.0f} s, {size / 2**20:,.0f} MiB")
    return hot


async def sell_out(database: Database, bookings: int, *, buyers: int) -> int:
    """Add an event with this many bookings of the buyers in turn. Returns its id."""
    event_id = await database.add_events(limit=None)
    connection = database.connection
    foreign_keys = await _disable_checks(connection)
    await connection.execute(SOLD_OUT, event_id, bookings, FIRST_BUYER_ID, buyers)
    for counter in COUNTERS:
        await connection.execute(counter)
    await _enable_checks(connection, foreign_keys)
    await connection.execute("VACUUM (ANALYZE)")
    return event_id


async def _disable_checks(connection: Any) -> Sequence[Any]:
    """Disable triggers and drop foreign keys. Returns the keys, to add them again."""
    foreign_keys: Sequence[Any] = await connection.fetch(FOREIGN_KEYS, list(TABLES))
    for key in foreign_keys:
        await connection.execute(f"ALTER TABLE {key['owner']} DROP CONSTRAINT {key['name']}")
    for table in TABLES:
        await connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    return foreign_keys


async def _enable_checks(connection: Any, foreign_keys: Sequence[Any]) -> None:
    for table in TABLES:
        await connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    for key in foreign_keys:
        added = f"ADD CONSTRAINT {key['name']} {key['definition']}"
        await connection.execute(f"ALTER TABLE {key['owner']} {added}")


async def _insert(url: str, statements: Sequence[str]) -> None:
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()
