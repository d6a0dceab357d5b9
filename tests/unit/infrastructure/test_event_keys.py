"""The rules for statements on tables of events, which every test holds the application to."""

import pytest

from tests.support.event_keys import LOOKUPS, SWEEPS, faults_of

UNKEYED = "It reads or changes {} without a condition on its event_id."

ALLOWED = (
    "SELECT 1 FROM bookings WHERE event_id = $1",
    'SELECT "id" FROM "tickets" WHERE "event_id"=$1 AND "id" IN ($2,$3)',
    "SELECT 1 FROM bookings WHERE id = $1",
    "SELECT 1 FROM bookings WHERE bookings.id = ANY(ARRAY(SELECT unnest($1::bigint[])))",
    """SELECT 1 FROM tickets JOIN ticket_types AS kind
       ON kind.event_id = tickets.event_id AND kind.id = tickets.ticket_type_id""",
    "SELECT id FROM events WHERE id IN (SELECT event_id FROM tickets WHERE price > 0)",
    """SELECT 1 FROM events, LATERAL (
           SELECT sum(sold) FROM ticket_types WHERE event_id = events.id) AS counted""",
    """UPDATE tickets SET status = new.status
       FROM unnest($1::bigint[], $2::text[]::ticket_status[]) AS new (event_id, status)
       WHERE tickets.event_id = new.event_id""",
    "INSERT INTO check_ins (event_id) SELECT $1 FROM unnest($2::bigint[]) RETURNING id",
    "SELECT 1 FROM events WHERE status = 'active'",
    # A cast in a condition is none in what is set.
    "UPDATE moved SET id = paid.id FROM paid WHERE paid.kind = moved.kind::text::money_kind",
    "SELECT 1 FROM bookings WHERE event_id = $1 FOR UPDATE",
)

REFUSED = {
    "SELECT 1 FROM tickets WHERE status = 'active'": UNKEYED.format("tickets"),
    # Sorted by the event, which is no condition on it.
    "SELECT 1 FROM tickets WHERE price > $1 ORDER BY event_id": UNKEYED.format("tickets"),
    """SELECT 1 FROM tickets JOIN ticket_types ON ticket_types.id = tickets.ticket_type_id
       WHERE tickets.event_id = $1""": UNKEYED.format("ticket_types"),
    # Of another table's column, which is not known before.
    "SELECT 1 FROM orders JOIN bookings ON bookings.order_id = orders.id": UNKEYED.format(
        "bookings"
    ),
    """SELECT 1 FROM events WHERE EXISTS (
           SELECT 1 FROM tickets WHERE tickets.booking_id = $1)""": UNKEYED.format("tickets"),
    "SELECT 1 FROM bookings WHERE event_id = $1 UNION SELECT 1 FROM bookings WHERE quantity = 1": (
        UNKEYED.format("bookings")
    ),
    "UPDATE bookings SET status = $2 WHERE quantity = $1": UNKEYED.format("bookings"),
    "DELETE FROM gates WHERE position = $1": UNKEYED.format("gates"),
    "SELECT 1 FROM bookings WHERE id = $1 FOR NO KEY UPDATE": (
        "It locks bookings without a condition on its event_id."
    ),
    "SELECT EXISTS (SELECT FROM orders)": "It selects no column: write `SELECT 1 FROM`.",
    """UPDATE tickets SET status = new.status::ticket_status
       FROM unnest($1::bigint[]) AS new (event_id) WHERE tickets.event_id = new.event_id""": (
        "It casts a column in an UPDATE: cast the array of values instead."
    ),
    "INSERT INTO check_ins (event_id) SELECT $1 FROM unnest($2::bigint[])": (
        "It inserts what it selects into check_ins without RETURNING."
    ),
    """INSERT INTO gates (event_id) VALUES ($1)
       ON CONFLICT (event_id) DO UPDATE SET at = now()""": (
        "It uses the time in ON CONFLICT DO UPDATE: give it as a value."
    ),
}


@pytest.mark.parametrize("statement", ALLOWED)
def test_statement_that_a_cluster_can_route_is_allowed(statement: str) -> None:
    assert faults_of(statement) == []


@pytest.mark.parametrize("statement", REFUSED)
def test_statement_that_a_cluster_cannot_route_is_refused(statement: str) -> None:
    assert faults_of(statement) == [REFUSED[statement]]


def test_every_exception_has_its_reason() -> None:
    assert all([*LOOKUPS.values(), *SWEEPS.values()])
