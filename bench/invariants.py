"""Invariants that must hold after every phase, checked in the database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bench.database import FIRST_BUYER_ID, Database
from bench.load import Result

# Each statement selects the rows that break a rule.
BROKEN = {
    "the counters of an event differ from a recount": """
        SELECT events.id FROM events
        LEFT JOIN (
            SELECT event_id, count(*) FILTER (WHERE status IN ('active', 'used')) AS sold,
                count(*) FILTER (WHERE status = 'reserved') AS held
            FROM tickets WHERE admits GROUP BY event_id
        ) AS tickets ON tickets.event_id = events.id
        LEFT JOIN (
            SELECT event_id, count(*) AS number, sum(total_amount) AS revenue
            FROM bookings WHERE status = 'confirmed' GROUP BY event_id
        ) AS bookings ON bookings.event_id = events.id
        WHERE total_tickets_sold <> coalesce(tickets.sold, 0)
            OR tickets_held <> coalesce(tickets.held, 0)
            OR total_bookings <> coalesce(bookings.number, 0)
            OR total_revenue <> coalesce(bookings.revenue, 0)""",
    "the counters of a ticket type differ from a recount": """
        SELECT ticket_types.id FROM ticket_types
        LEFT JOIN (
            SELECT ticket_type_id, count(*) FILTER (WHERE status IN ('active', 'used')) AS sold,
                count(*) FILTER (WHERE status = 'reserved') AS held
            FROM tickets GROUP BY ticket_type_id
        ) AS tickets ON tickets.ticket_type_id = ticket_types.id
        WHERE ticket_types.sold <> coalesce(tickets.sold, 0)
            OR ticket_types.held <> coalesce(tickets.held, 0)""",
    "an event is oversold": """
        SELECT events.id FROM events JOIN tickets ON tickets.event_id = events.id
        WHERE tickets.status <> 'cancelled' AND tickets.admits
        GROUP BY events.id HAVING count(*) > capacity""",
    "a ticket type is oversold": """
        SELECT ticket_types.id FROM ticket_types
        JOIN tickets ON tickets.ticket_type_id = ticket_types.id
        WHERE tickets.status <> 'cancelled'
        GROUP BY ticket_types.id, capacity HAVING count(*) > capacity""",
    "a user has more tickets than the event allows": """
        SELECT user_id FROM tickets JOIN events ON events.id = tickets.event_id
        WHERE tickets.status <> 'cancelled' AND tickets.admits
            AND max_tickets_per_user IS NOT NULL
        GROUP BY event_id, user_id, max_tickets_per_user
        HAVING count(*) > max_tickets_per_user""",
    "a booking has other than its quantity of tickets": """
        SELECT bookings.id FROM bookings
        LEFT JOIN (
            SELECT booking_id, count(*) FILTER (WHERE admits) AS number FROM tickets
            GROUP BY booking_id
        ) AS tickets ON tickets.booking_id = bookings.id
        WHERE quantity <> coalesce(tickets.number, 0)""",
    "the sums of a quarter of an hour differ from a recount": """
        SELECT quarter FROM (
            SELECT date_bin('15 minutes', booking_date, '2000-01-01Z') AS quarter, currency,
                count(*) AS number, sum(quantity) AS places
            FROM bookings WHERE status = 'confirmed' GROUP BY 1, 2
            UNION ALL SELECT quarter, currency, -bookings, -places FROM activity_quarters
        ) AS changes
        GROUP BY quarter, currency HAVING (sum(number), sum(places)) <> (0, 0)""",
    "an idempotency key is there twice": """
        SELECT key FROM idempotency_keys GROUP BY user_id, key HAVING count(*) > 1""",
}
SEAT_TWICE = """
    SELECT seat_id FROM tickets WHERE seat_id IS NOT NULL AND status <> 'cancelled'
    GROUP BY event_id, seat_id HAVING count(*) > 1"""
HAS_SEATS = """
    SELECT EXISTS (SELECT FROM information_schema.columns
        WHERE table_name = 'tickets' AND column_name = 'seat_id')"""

SHOWN = 5

BOOKED = "SELECT id, user_id FROM bookings WHERE event_id BETWEEN $1 AND $2 AND id > $3"
KEYS = "SELECT key, user_id FROM idempotency_keys WHERE key LIKE $1"


@dataclass(frozen=True, slots=True)
class Sold:
    """The responses of a sale of these events, to be compared with what is stored."""

    name: str
    first_event: int
    last_event: int
    after_booking: int
    users: int
    results: Sequence[Result]
    has_keys: bool

    def user_of(self, number: int) -> int:
        return FIRST_BUYER_ID + number % self.users


async def broken_rules(database: Database) -> list[str]:
    """The rules that rows of the database break, with examples."""
    statements = dict(BROKEN)
    if await database.connection.fetchval(HAS_SEATS):
        statements["a seat is sold twice"] = SEAT_TWICE
    found = []
    for rule, statement in statements.items():
        # No LIMIT here: it would make the planner choose nested loops that take minutes.
        rows = await database.connection.fetch(statement)
        if rows:
            examples = ", ".join(str(row[0]) for row in rows[:SHOWN])
            found.append(f"{rule} ({len(rows)} rows, such as {examples})")
    return found


async def broken_promises(database: Database, sold: Sold) -> list[str]:
    """Differences between the responses of a sale and what is stored."""
    answers = [answer for result in sold.results for answer in result.answers]
    booked = {answer.booking_id: answer.number for answer in answers if answer.status == 201}
    refused = {answer.number for answer in answers if answer.status != 201}
    cut_off = {number for result in sold.results for number in result.unanswered}
    stored = await _stored_bookings(database, sold)
    found = []
    if len(booked) != sum(answer.status == 201 for answer in answers):
        found.append("two requests were answered with the same booking")
    if lost := booked.keys() - stored.keys():
        found.append(f"{len(lost)} bookings answered with 201 are not stored")
    if any(stored.get(id_) not in (None, sold.user_of(n)) for id_, n in booked.items()):
        found.append("a booking belongs to another user than the one who asked")
    if len(stored) > len(booked) + len(cut_off):
        found.append(f"{len(stored)} bookings are stored, {len(booked)} were answered with 201")
    if sold.has_keys:
        keys = await _stored_keys(database, sold)
        found += _wrong_keys(keys, set(booked.values()), refused, cut_off, len(stored))
    return found


async def _stored_bookings(database: Database, sold: Sold) -> dict[int, int]:
    rows = await database.connection.fetch(
        BOOKED, sold.first_event, sold.last_event, sold.after_booking
    )
    return {row["id"]: row["user_id"] for row in rows}


async def _stored_keys(database: Database, sold: Sold) -> list[int]:
    rows: Iterable[Any] = await database.connection.fetch(KEYS, f"{sold.name}-%")
    return [int(row["key"].rpartition("-")[2]) for row in rows]


def _wrong_keys(
    keys: list[int], booked: set[int], refused: set[int], cut_off: set[int], stored: int
) -> list[str]:
    known = set(keys)
    found = []
    if len(known) != len(keys):
        found.append("a request's key is stored twice")
    if len(keys) != stored:
        found.append(f"{stored} bookings are stored under {len(keys)} keys")
    if lost := booked - known:
        found.append(f"{len(lost)} requests answered with 201 have no key")
    if wrong := refused & known:
        found.append(f"{len(wrong)} requests that were refused have a key, hence a booking")
    if foreign := known - booked - cut_off:
        found.append(f"{len(foreign)} keys are stored without a response to anybody")
    return found
