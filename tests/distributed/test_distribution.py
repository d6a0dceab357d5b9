"""What holds in a database whose tables are distributed over the nodes of a cluster."""

import asyncio
from datetime import UTC, datetime
from itertools import count

import asyncpg
import pytest

from src.domain.errors import (
    CodeCollision,
    Duplicate,
    InsufficientTickets,
    NotFound,
    SeatTaken,
    TicketingError,
)
from src.infrastructure.database.errors import as_refusal
from src.infrastructure.read_models import (
    door_list,
    event_for_sale,
    lapsed_holds,
    own,
    taken_seats,
    whole_bookings,
    whole_events,
    whole_orders,
)
from src.infrastructure.repositories import booking as bookings
from src.infrastructure.repositories import ticket as tickets
from tests.distributed.distribution import BY_EVENT, ON_EACH_NODE

NUMBERS = count(1)
NOW = datetime(2026, 11, 30, tzinfo=UTC)

ADD_USER = """
INSERT INTO users (name, email, role, password_hash, username)
VALUES ($1, $1 || '@example.com', 'customer', 'x', $1) RETURNING id
"""
ADD_EVENT = """
INSERT INTO events (title, venue, kind, date_time, ends_at, timezone, capacity, price, currency,
    status, seating, payment, organizer_id)
VALUES ('Concert', 'Hall', 'concert', now() + interval '9 days', now() + interval '10 days', 'UTC',
    $2, 10, 'EUR', 'active', 'general', 'none', $1) RETURNING id
"""
ADD_TYPE = """
INSERT INTO ticket_types (event_id, name, price, capacity) VALUES ($1, $2, 10, $3) RETURNING id
"""
ADD_BOOKING = """
INSERT INTO bookings (event_id, reference, user_id, quantity, total_amount, currency, status,
    booking_date)
VALUES ($1, $3, $2, 1, 10, 'EUR', 'confirmed', now()) RETURNING id
"""
ADD_TICKET = """
INSERT INTO tickets (event_id, booking_id, user_id, ticket_type_id, ticket_code, price, status,
    seat_id)
VALUES ($1, $2, $3, $4, $5, 10, 'active', $6) RETURNING id
"""
ADD_ORDER = """
INSERT INTO orders (user_id, reference, status, currency, payment, subtotal, discount_amount,
    total_amount)
VALUES ($1, $2, 'confirmed', 'EUR', 'none', 10, 0, 10) RETURNING id
"""
LETTERS = "ABCDEFGHJK"


def _code(prefix: str) -> str:
    return prefix + "".join(LETTERS[int(digit)] for digit in f"{next(NUMBERS):08}")


class Sold:
    """A user, and an event with a ticket type; sells tickets of it as a sale does."""

    def __init__(self, user_id: int, event_id: int, type_id: int) -> None:
        self.user_id, self.event_id, self.type_id = user_id, event_id, type_id

    async def sell(
        self,
        connection: asyncpg.Connection,
        *,
        code: str | None = None,
        user_id: int | None = None,
        seat_id: int | None = None,
    ) -> None:
        """Add a booking with a ticket, under the lock of the event."""
        async with connection.transaction():
            values = [self.event_id, [self.user_id]]
            await connection.fetch(event_for_sale.LOCK, *values)
            buyer = user_id or self.user_id
            booking_id = await connection.fetchval(ADD_BOOKING, self.event_id, buyer, _code("BKG-"))
            await connection.fetchval(
                ADD_TICKET,
                *(self.event_id, booking_id, self.user_id, self.type_id),
                *(code or _code("TKT-20261130-"), seat_id),
            )


async def make(connection: asyncpg.Connection, capacity: int = 10) -> Sold:
    user_id = await connection.fetchval(ADD_USER, f"user{next(NUMBERS)}")
    event_id = await connection.fetchval(ADD_EVENT, user_id, capacity)
    type_id = await connection.fetchval(ADD_TYPE, event_id, "Normal", capacity)
    return Sold(user_id, event_id, type_id)


async def test_each_table_is_where_it_belongs(cluster: asyncpg.Connection) -> None:
    rows = await cluster.fetch(
        "SELECT table_name::text AS name, citus_table_type AS kind, distribution_column AS key "
        "FROM citus_tables"
    )
    kinds = {row["name"]: (row["kind"], row["key"]) for row in rows}
    for table, key in BY_EVENT.items():
        assert kinds.pop(table) == ("distributed", key)
    for table in ON_EACH_NODE:
        assert kinds.pop(table) == ("reference", "<none>")
    assert "orders" in kinds and "audit_log" in kinds
    # In the metadata, so that a transaction that writes them and a shard is one.
    assert {kind for kind, _ in kinds.values()} == {"local"}


async def test_counters_that_the_nodes_keep_equal_a_recount(cluster: asyncpg.Connection) -> None:
    events = [await make(cluster) for _ in range(12)]
    for number, event in enumerate(events):
        for _ in range(number % 4):
            await event.sell(cluster)
    ids = [event.event_id for event in events]
    await cluster.execute(
        "UPDATE bookings SET status = 'cancelled' WHERE event_id = ANY($1)", ids[:6]
    )
    await cluster.execute(
        "UPDATE tickets SET status = 'cancelled' WHERE event_id = ANY($1)", ids[:6]
    )
    kept = await cluster.fetch(
        "SELECT id, total_tickets_sold, total_bookings, total_revenue FROM events "
        "WHERE id = ANY($1) ORDER BY id",
        ids,
    )
    expected = [
        (event.event_id, *((0, 0, 0) if number < 6 else (number % 4,) * 2 + (10 * (number % 4),)))
        for number, event in enumerate(events)
    ]
    assert [tuple(row) for row in kept] == expected
    by_type = "SELECT event_id, sold FROM ticket_types WHERE event_id = ANY($1) ORDER BY event_id"
    sold = await cluster.fetch(by_type, ids)
    assert [tuple(row) for row in sold] == [row[:2] for row in expected]


async def test_last_tickets_are_sold_once_to_many_at_once(
    cluster: asyncpg.Connection, cluster_url: str
) -> None:
    event = await make(cluster, capacity=5)
    buyers = [await asyncpg.connect(cluster_url) for _ in range(12)]

    async def buy(connection: asyncpg.Connection) -> str:
        try:
            await event.sell(connection)
        except asyncpg.CheckViolationError as error:
            return type(as_refusal(error)).__name__
        return "sold"

    results = await asyncio.gather(*(buy(connection) for connection in buyers))
    for connection in buyers:
        await connection.close()
    assert sorted(results) == [InsufficientTickets.__name__] * 7 + ["sold"] * 5
    sold = await cluster.fetchval(
        "SELECT total_tickets_sold FROM events WHERE id = $1", event.event_id
    )
    assert sold == 5


async def refusal_of(work: object) -> TicketingError | None:
    with pytest.raises(asyncpg.IntegrityConstraintViolationError) as caught:
        await work  # type: ignore[misc]
    return as_refusal(caught.value)


async def test_errors_of_shards_are_the_refusals_that_they_are_elsewhere(
    cluster: asyncpg.Connection,
) -> None:
    event = await make(cluster)
    name = cluster.fetchval(ADD_TYPE, event.event_id, "Normal", 5)
    assert isinstance(await refusal_of(name), Duplicate)
    code = _code("TKT-20261130-")
    await event.sell(cluster, code=code)
    assert isinstance(await refusal_of(event.sell(cluster, code=code)), CodeCollision)
    nobody = event.sell(cluster, user_id=987_654_321)
    assert isinstance(await refusal_of(nobody), NotFound)
    venue_id = await cluster.fetchval(
        "INSERT INTO venues (name, location, timezone, owner_id) "
        "VALUES ('Hall', 'Berlin', 'UTC', $1) RETURNING id",
        event.user_id,
    )
    seat_id = await cluster.fetchval(
        """INSERT INTO seats (venue_id, section, "row", seat_number, section_key, row_key,
            seat_number_key) VALUES ($1, 'A', '1', '1', 'A', '1', '1') RETURNING id""",
        venue_id,
    )
    await event.sell(cluster, seat_id=seat_id)
    assert isinstance(await refusal_of(event.sell(cluster, seat_id=seat_id)), SeatTaken)


async def test_transaction_whose_end_fails_on_the_coordinator_leaves_nothing_on_a_node(
    cluster: asyncpg.Connection,
) -> None:
    event = await make(cluster)
    await cluster.execute(
        """CREATE TABLE late (id integer CONSTRAINT late_key UNIQUE DEFERRABLE INITIALLY DEFERRED);
        SELECT citus_add_local_table_to_metadata('late');"""
    )
    with pytest.raises(asyncpg.UniqueViolationError):
        async with cluster.transaction():
            await cluster.execute("INSERT INTO late VALUES (1), (1)")
            await cluster.fetchval(ADD_BOOKING, event.event_id, event.user_id, _code("BKG-"))
    found = "SELECT count(*) FROM bookings WHERE event_id = $1"
    assert await cluster.fetchval(found, event.event_id) == 0


async def test_wait_for_a_lock_on_a_node_ends_by_the_limit_that_is_sent_with_it(
    cluster: asyncpg.Connection, cluster_url: str
) -> None:
    event = await make(cluster)
    other = await asyncpg.connect(cluster_url)
    lock = "SELECT id FROM events WHERE id = $1 FOR NO KEY UPDATE"
    try:
        async with cluster.transaction(), asyncio.timeout(20):
            await cluster.fetch(lock, event.event_id)
            async with other.transaction():
                await other.execute(
                    "SET LOCAL citus.propagate_set_commands = 'local'; "
                    "SET LOCAL lock_timeout = '500ms'"
                )
                with pytest.raises(asyncpg.LockNotAvailableError):
                    await other.fetch(lock, event.event_id)
    finally:
        await other.close()


ONE_NODE = {
    "lock an event for a sale": (event_for_sale.LOCK, (1, [1])),
    "read an event for a sale": (event_for_sale.PLAIN, (1,)),
    "what lapsed holds leave free": (lapsed_holds.OF_EVENTS, (NOW, [1])),
    "taken seats": (taken_seats.TAKEN, (1, NOW)),
    "taken among these seats": (f"{tickets.TAKEN_SEATS} AND seat_id = ANY($2)", (1, [1])),
    "change bookings": (bookings.CANCEL_TICKETS, (1, [1])),
    "expire tickets": (bookings.EXPIRE_TICKETS, ([1], [1])),
}


@pytest.mark.parametrize("name", ONE_NODE)
async def test_statement_of_a_sale_meets_one_node(cluster: asyncpg.Connection, name: str) -> None:
    statement, values = ONE_NODE[name]
    rows = await cluster.fetch(f"EXPLAIN {statement}", *values)
    counts = {row[0].strip() for row in rows if "Task Count" in row[0]}
    assert counts in ({"Task Count: 1"}, set())


WHOLE = {
    "bookings with their tickets": (whole_bookings.SELECT, ("bookings",)),
    "events as they are shown": (whole_events.SHOWN_BY_IDS, (NOW, "events")),
    "orders with their bookings": (whole_orders.SELECT, ("orders",)),
    "a cart": (own.CART, (NOW, "users")),
    "somebody's own bookings": (own.OWN_BOOKINGS.format(conditions=""), (NOW, "user", 20)),
    "how many somebody holds": (bookings.HOLD_COUNTS, ("events", "users")),
    "how many tickets somebody has": (tickets.LIVE_COUNTS, ("events", "users")),
}


@pytest.mark.parametrize("name", WHOLE)
async def test_statement_that_reads_what_is_on_nodes_finds_what_was_sold(
    cluster: asyncpg.Connection, name: str
) -> None:
    event = await make(cluster)
    await event.sell(cluster)
    order_id = await cluster.fetchval(ADD_ORDER, event.user_id, _code("ORD-"))
    await cluster.execute(
        "UPDATE bookings SET order_id = $2, status = $3, expires_at = $4 WHERE event_id = $1",
        *(event.event_id, order_id),
        *(("pending", NOW) if name == "how many somebody holds" else ("confirmed", None)),
    )
    sold = "SELECT id FROM bookings WHERE event_id = $1"
    ids = {
        "bookings": [await cluster.fetchval(sold, event.event_id)],
        "orders": [order_id],
        "events": [event.event_id],
        "users": [event.user_id],
        "user": event.user_id,
    }
    statement, values = WHOLE[name]
    rows = await cluster.fetch(statement, *(ids.get(str(value), value) for value in values))
    # Of an order: itself, and its booking.
    assert len(rows) == (2 if name == "orders with their bookings" else 1)
    for column in ("holds", "tickets"):
        assert rows[0].get(column, 1) == 1
    if name == "somebody's own bookings":
        assert [len(rows[0][column]) for column in ("bookings", "events")] == [1, 1]


NOT_YET = {
    "lock many events for sales": (event_for_sale.LOCK_FREE, ([1, 2], [1])),
    "the list for the door": (door_list.ENTRIES, (1, 0)),
}
"""Statements that Citus refuses: an application on it needs other ones. See docs/scaling.md."""


@pytest.mark.parametrize("name", NOT_YET)
async def test_statement_that_a_cluster_refuses_is_known(
    cluster: asyncpg.Connection, name: str
) -> None:
    statement, values = NOT_YET[name]
    event = await make(cluster)
    await event.sell(cluster)
    # Of what exists: some are refused only when there is something to send.
    sold = "SELECT id FROM bookings WHERE event_id = $1"
    found = [event.event_id, await cluster.fetchval(sold, event.event_id)]
    with pytest.raises(asyncpg.FeatureNotSupportedError):
        await cluster.fetch(statement, *(found if value == [1] else value for value in values))
