"""The triggers that keep the statistics: always equal to a recount, whatever the statement."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import asyncpg
import pytest

from tests.support.api import Api

EVENT_COUNTERS = """
SELECT total_bookings, total_tickets_sold, total_revenue::text, tickets_held
FROM events WHERE id = $1
"""

WRONG_COUNTERS = """
SELECT 'event' AS what, id FROM events WHERE
    total_bookings <> (SELECT count(*) FROM bookings
        WHERE event_id = events.id AND status = 'confirmed')
    OR total_revenue <> (SELECT COALESCE(sum(total_amount), 0) FROM bookings
        WHERE event_id = events.id AND status = 'confirmed')
    OR total_tickets_sold <> (SELECT count(*) FROM tickets
        WHERE event_id = events.id AND status IN ('active', 'used') AND admits)
    OR tickets_held <> (SELECT count(*) FROM tickets
        WHERE event_id = events.id AND status = 'reserved' AND admits)
UNION ALL
SELECT 'ticket type', id FROM ticket_types WHERE
    sold <> (SELECT count(*) FROM tickets
        WHERE ticket_type_id = ticket_types.id AND status IN ('active', 'used'))
    OR held <> (SELECT count(*) FROM tickets
        WHERE ticket_type_id = ticket_types.id AND status = 'reserved')
UNION ALL
SELECT 'bookings of quarter', min(extract(epoch FROM quarter))::bigint FROM (
    SELECT date_bin('15 minutes', booking_date, '2000-01-01Z') AS quarter, currency,
        count(*) AS bookings, sum(quantity) AS places
    FROM bookings WHERE status = 'confirmed' GROUP BY 1, 2
    UNION ALL SELECT quarter, currency, -bookings, -places FROM activity_quarters
) AS changes GROUP BY quarter, currency HAVING sum(bookings) <> 0 OR sum(places) <> 0
"""

NEW_EVENTS = """
INSERT INTO events (title, date_time, ends_at, capacity, price, currency, organizer_id)
SELECT 'Event ' || n, now() + interval '1 day', now() + interval '2 days', 5000, 10, 'USD', $1
FROM generate_series(1, $2::integer) AS n RETURNING id
"""

NEW_TYPES = """
INSERT INTO ticket_types (event_id, name, price, capacity)
SELECT event_id, 'Type ' || n, 10, 5000
FROM unnest($1::bigint[]) AS event_id, generate_series(1, 2) AS n RETURNING id
"""

# One booking for each event given, all by one statement.
NEW_BOOKINGS = """
INSERT INTO bookings (reference, user_id, event_id, quantity, total_amount, currency, status,
    booking_date, expires_at)
SELECT gen_random_uuid(), $1, event_id, 2, 20, 'USD', $3::booking_status, now(),
    CASE WHEN $3::booking_status = 'pending' THEN now() END
FROM unnest($2::bigint[]) AS event_id RETURNING id
"""

# So many tickets of each booking given, spread over its event's types, all by one statement.
NEW_TICKETS = """
INSERT INTO tickets (booking_id, event_id, ticket_type_id, user_id, price, status, ticket_code,
    used_at)
SELECT bookings.id, event_id, (SELECT min(id) FROM ticket_types
        WHERE ticket_types.event_id = bookings.event_id) + n % 2, user_id, 10, $2::ticket_status,
    CASE WHEN $2::ticket_status IN ('active', 'used')
        THEN 'TKT-20261120-' || translate(upper(substr(md5(random()::text), 1, 8)), '01', 'XY') END,
    CASE WHEN $2::ticket_status = 'used' THEN now() END
FROM bookings, generate_series(1, $3::integer) AS n WHERE bookings.id = ANY($1::bigint[])
"""


@dataclass
class World:
    """Two events with two ticket types each, and a buyer."""

    connection: asyncpg.Connection
    buyer_id: int
    events: list[int]
    types: list[int]

    async def book(
        self, events: Sequence[int], booking: str = "confirmed", ticket: str = "active", n: int = 2
    ) -> list[int]:
        """A booking with `n` tickets for each of these events; their ids."""
        rows = await self.connection.fetch(NEW_BOOKINGS, self.buyer_id, events, booking)
        ids = [row["id"] for row in rows]
        await self.connection.execute(NEW_TICKETS, ids, ticket, n)
        return ids

    async def counters(self, event_id: int) -> tuple[int, int, str, int]:
        """Bookings, tickets sold, revenue, tickets held; all counters equal their recount."""
        assert await self.connection.fetch(WRONG_COUNTERS) == []
        row = await self.connection.fetchrow(EVENT_COUNTERS, event_id)
        assert row is not None
        return row[0], row[1], row[2], row[3]

    async def of_types(self) -> list[tuple[int, int]]:
        """Sold and held of every type, by id."""
        rows = await self.connection.fetch("SELECT sold, held FROM ticket_types ORDER BY id")
        return [tuple(row) for row in rows]


@pytest.fixture
async def world(api: Api, connection: asyncpg.Connection) -> World:
    buyer = await api.person()
    events = [row["id"] for row in await connection.fetch(NEW_EVENTS, buyer.id, 2)]
    types = [row["id"] for row in await connection.fetch(NEW_TYPES, events)]
    return World(connection, buyer.id, events, types)


async def test_insert_counts_for_every_event_of_the_statement(world: World) -> None:
    first, second = world.events
    await world.book([first, second, first])
    await world.book([second], booking="pending", ticket="reserved", n=3)
    assert await world.counters(first) == (2, 4, "40", 0)
    assert await world.counters(second) == (1, 2, "20", 3)
    assert await world.of_types() == [(2, 0), (2, 0), (1, 1), (1, 2)]


async def test_insert_of_what_is_already_over_counts_nothing(world: World) -> None:
    for status in ("cancelled", "refunded", "expired"):
        await world.book(world.events, booking=status, ticket="cancelled")
    assert await world.counters(world.events[0]) == (0, 0, "0", 0)


async def test_update_of_status_counts_for_every_event_of_the_statement(world: World) -> None:
    first, second = world.events
    await world.book([first, second], booking="pending", ticket="reserved")
    kept = await world.book([first])
    execute = world.connection.execute
    await execute(
        "UPDATE tickets SET status = 'active', ticket_code = 'TKT-20261120-' || "
        "lpad(translate(id::text, '01', 'XY'), 8, 'A') WHERE status = 'reserved'"
    )
    await execute(
        "UPDATE bookings SET status = 'confirmed', expires_at = NULL WHERE status = 'pending'"
    )
    assert await world.counters(first) == (2, 4, "40", 0)
    assert await world.counters(second) == (1, 2, "20", 0)
    await execute("UPDATE tickets SET status = 'cancelled' WHERE booking_id <> $1", kept[0])
    await execute("UPDATE bookings SET status = 'refunded' WHERE id <> $1", kept[0])
    assert await world.counters(first) == (1, 2, "20", 0)
    assert await world.counters(second) == (0, 0, "0", 0)


async def test_update_of_an_amount_updates_the_revenue_of_confirmed_bookings_alone(
    world: World,
) -> None:
    await world.book([world.events[0]])
    await world.book([world.events[0]], booking="cancelled", ticket="cancelled")
    await world.connection.execute("UPDATE bookings SET total_amount = 15.50")
    assert await world.counters(world.events[0]) == (1, 2, "15.50", 0)


async def test_update_of_the_type_counts_a_ticket_again_among_the_types_of_its_event(
    world: World,
) -> None:
    await world.book([world.events[0]])
    await world.connection.execute("UPDATE tickets SET ticket_type_id = $1", world.types[0])
    assert await world.counters(world.events[0]) == (1, 2, "20", 0)
    assert (await world.of_types())[:2] == [(2, 0), (0, 0)]


async def test_delete_of_bookings_takes_their_tickets_along_in_both_counts(world: World) -> None:
    first, second = world.events
    gone = await world.book([first, second, first])
    await world.book([second], booking="pending", ticket="reserved")
    await world.book([first])
    await world.connection.execute("DELETE FROM bookings WHERE id = ANY($1)", gone)
    assert await world.counters(first) == (1, 2, "20", 0)
    assert await world.counters(second) == (0, 0, "0", 2)
    await world.connection.execute("DELETE FROM bookings")
    assert await world.counters(second) == (0, 0, "0", 0)


async def test_delete_of_tickets_alone_counts_them_alone(world: World) -> None:
    await world.book(world.events)
    await world.connection.execute("DELETE FROM tickets WHERE event_id = $1", world.events[0])
    assert await world.counters(world.events[0]) == (1, 0, "20", 0)
    assert await world.counters(world.events[1]) == (1, 2, "20", 0)


async def test_add_ons_count_for_their_type_and_not_for_their_event(world: World) -> None:
    first = world.events[0]
    execute = world.connection.execute
    await execute("UPDATE ticket_types SET admits = false WHERE id = $1", world.types[1])
    (booking,) = await world.connection.fetch(NEW_BOOKINGS, world.buyer_id, [first], "confirmed")
    pieces = NEW_TICKETS.replace("price, status,", "price, status, admits,").replace(
        "user_id, 10, $2::ticket_status,", "user_id, 10, $2::ticket_status, n % 2 = 0,"
    )
    await execute(pieces, [booking["id"]], "reserved", 4)
    assert await world.counters(first) == (1, 0, "20", 2)
    assert (await world.of_types())[:2] == [(0, 2), (0, 2)]
    await execute(
        "UPDATE tickets SET status = 'active', ticket_code = 'TKT-20261120-' || "
        "lpad(translate(id::text, '01', 'XY'), 8, 'A')"
    )
    assert await world.counters(first) == (1, 2, "20", 0)
    assert (await world.of_types())[:2] == [(2, 0), (2, 0)]
    await execute("UPDATE tickets SET status = 'cancelled' WHERE NOT admits")
    assert await world.counters(first) == (1, 2, "20", 0)
    assert (await world.of_types())[:2] == [(2, 0), (0, 0)]
    await execute("DELETE FROM tickets")
    assert await world.counters(first) == (1, 0, "20", 0)
    assert (await world.of_types())[:2] == [(0, 0), (0, 0)]


@pytest.mark.parametrize(
    ("statement", "constraint"),
    [
        ("UPDATE tickets SET admits = false", "tickets_ticket_type_fkey"),
        ("UPDATE ticket_types SET admits = false", "tickets_ticket_type_fkey"),
    ],
)
async def test_a_ticket_admits_as_its_type_does(
    world: World, statement: str, constraint: str
) -> None:
    await world.book(world.events)
    with pytest.raises(asyncpg.ForeignKeyViolationError) as refused:
        await world.connection.execute(statement)
    assert refused.value.constraint_name == constraint


async def test_add_on_is_never_used(world: World) -> None:
    execute = world.connection.execute
    await execute("UPDATE ticket_types SET admits = false")
    (booking,) = await world.connection.fetch(
        NEW_BOOKINGS, world.buyer_id, world.events[:1], "confirmed"
    )
    pieces = NEW_TICKETS.replace("price, status,", "price, status, admits,").replace(
        "user_id, 10, $2::ticket_status,", "user_id, 10, $2::ticket_status, false,"
    )
    with pytest.raises(asyncpg.CheckViolationError) as refused:
        await execute(pieces, [booking["id"]], "used", 1)
    assert refused.value.constraint_name == "tickets_add_ons_are_never_used"


async def test_rolled_back_change_leaves_the_counters(world: World) -> None:
    await world.book(world.events)
    transaction = world.connection.transaction()
    await transaction.start()
    await world.book(world.events)
    await transaction.rollback()
    assert await world.counters(world.events[0]) == (1, 2, "20", 0)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE tickets SET gate = 'North'",
        "UPDATE tickets SET status = 'used', used_at = now()",
        "UPDATE tickets SET status = status",
        "UPDATE tickets SET status = 'cancelled' WHERE false",
        "UPDATE bookings SET total_amount = total_amount, quantity = 3",
        "UPDATE bookings SET status = 'pending', expires_at = now() WHERE false",
        "DELETE FROM bookings WHERE false",
        "INSERT INTO tickets SELECT * FROM tickets WHERE false",
    ],
)
async def test_change_that_adds_up_to_nothing_updates_nothing(world: World, statement: str) -> None:
    await world.book(world.events)
    rows = "SELECT xmin, ctid, id FROM events UNION SELECT xmin, ctid, -id FROM ticket_types"
    before = await world.connection.fetch(f"{rows} ORDER BY id")
    await world.connection.execute(statement)
    assert await world.connection.fetch(f"{rows} ORDER BY id") == before


async def test_sale_touches_neither_version_nor_time_of_the_last_edit(world: World) -> None:
    edits = (
        "SELECT id, version, updated_at FROM events UNION "
        "SELECT -id, version, updated_at FROM ticket_types ORDER BY id"
    )
    before = await world.connection.fetch(edits)
    await world.book(world.events)
    await world.connection.execute("UPDATE tickets SET status = 'cancelled'")
    assert await world.connection.fetch(edits) == before


@pytest.mark.parametrize("statement", ["INSERT", "UPDATE", "DELETE"])
async def test_statement_over_many_tickets_updates_the_event_once(
    world: World, statement: str
) -> None:
    ids = await world.book([world.events[0]], n=0 if statement == "INSERT" else 1000)
    updates = "SELECT n_tup_upd FROM pg_stat_xact_user_tables WHERE relname = 'events'"
    async with world.connection.transaction():
        before = await world.connection.fetchval(updates)
        if statement == "INSERT":
            await world.connection.execute(NEW_TICKETS, ids, "reserved", 1000)
        elif statement == "UPDATE":
            await world.connection.execute("UPDATE tickets SET status = 'cancelled'")
        else:
            await world.connection.execute("DELETE FROM tickets")
        assert await world.connection.fetchval(updates) == before + 1
    assert (await world.counters(world.events[0]))[3] == (1000 if statement == "INSERT" else 0)


async def test_triggers_are_one_for_each_operation_and_for_the_whole_statement(
    connection: asyncpg.Connection,
) -> None:
    rows = await connection.fetch(
        "SELECT tgrelid::regclass::text AS on_table, tgtype & 1 AS is_per_row, tgtype & 28 AS kind "
        "FROM pg_trigger WHERE tgname LIKE '%\\_count\\_%' AND NOT tgisinternal"
    )
    found = sorted((row["on_table"], row["is_per_row"], row["kind"]) for row in rows)
    insert, delete, update = 4, 8, 16
    counted = ("bookings", "orders", "tickets", "transactions")
    assert found == [(table, 0, kind) for table in counted for kind in (insert, delete, update)]


async def test_counters_equal_the_recount_after_any_history(world: World) -> None:
    choose = random.Random(20261120)
    for _ in range(60):
        statement = choose.choice(
            [
                "UPDATE tickets SET status = 'used', used_at = now() WHERE status = 'active'",
                "UPDATE tickets SET status = 'cancelled' WHERE status IN ('active', 'reserved')",
                "UPDATE bookings SET status = 'refunded' WHERE status = 'confirmed'",
                "UPDATE bookings SET total_amount = total_amount + 1 WHERE true",
                "DELETE FROM tickets WHERE true",
                "DELETE FROM bookings WHERE true",
                "book",
                "book",
            ]
        )
        if statement == "book":
            held = choose.random() < 0.5
            status = ("pending", "reserved") if held else ("confirmed", "active")
            await world.book(choose.choices(world.events, k=3), *status, n=choose.randint(1, 4))
        else:
            await world.connection.execute(f"{statement} AND id % 3 = {choose.randint(0, 2)}")
        assert await world.connection.fetch(WRONG_COUNTERS) == []
