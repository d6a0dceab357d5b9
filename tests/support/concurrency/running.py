"""What these tests share: an application of their own, many buyers, an audit of the ledger."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from itertools import count

import asyncpg
import httpx
from tortoise import context as tortoise_context
from tortoise.context import TortoiseContext

from src.app import create_app
from src.container import Container
from src.domain.entities.user import Role, User
from src.infrastructure.clock import utc_now
from src.infrastructure.database.orm import PoolSettings, tortoise_config
from src.infrastructure.security.tokens import JwtAccessTokens
from tests.support.api import Api, MovableClock, Person
from tests.support.database import SECRET, test_settings

ROOMY = PoolSettings(max_size=25, acquire_timeout=60, lock_timeout=60)
"""More patience than a slow machine needs, so that only the product refuses."""

TOKENS = JwtAccessTokens(SECRET, timedelta(hours=1), utc_now)

ADD_PEOPLE = """
INSERT INTO users (name, email, role)
SELECT email, email, $2::user_role FROM unnest($1::text[]) AS new (email)
RETURNING id, name, email
"""

DISCREPANCIES = r"""
WITH recount AS (
    SELECT events.id,
        (SELECT count(*) FROM bookings
            WHERE event_id = events.id AND status = 'confirmed') AS bookings,
        (SELECT COALESCE(sum(total_amount), 0) FROM bookings
            WHERE event_id = events.id AND status = 'confirmed') AS revenue,
        (SELECT count(*) FROM tickets
            WHERE event_id = events.id AND status IN ('active', 'used') AND admits) AS sold,
        (SELECT count(*) FROM tickets
            WHERE event_id = events.id AND status = 'reserved' AND admits) AS held
    FROM events
), type_recount AS (
    SELECT ticket_types.id,
        count(tickets.id) FILTER (WHERE tickets.status IN ('active', 'used')) AS sold,
        count(tickets.id) FILTER (WHERE tickets.status = 'reserved') AS held
    FROM ticket_types LEFT JOIN tickets ON tickets.ticket_type_id = ticket_types.id
    GROUP BY ticket_types.id
), contents AS (
    SELECT bookings.id, count(tickets.id) FILTER (WHERE admits) AS quantity,
        COALESCE(sum(price), 0) AS amount,
        count(*) FILTER (WHERE admits AND tickets.status IN ('active', 'used')) AS left_quantity,
        COALESCE(sum(price) FILTER (WHERE tickets.status IN ('active', 'used')), 0) AS left_amount,
        bool_or(tickets.status IN ('active', 'used')) AS has_valid,
        bool_or(tickets.status = 'reserved') AS has_reserved
    FROM bookings LEFT JOIN tickets
        ON tickets.booking_id = bookings.id AND tickets.kept_amount IS NULL
    GROUP BY bookings.id
)
SELECT 'counters of event' AS wrong, id FROM events JOIN recount USING (id)
    WHERE (total_bookings, total_revenue, total_tickets_sold, tickets_held)
        IS DISTINCT FROM (bookings, revenue, sold, held)
UNION ALL
SELECT 'event oversold', id FROM events JOIN recount USING (id)
    WHERE recount.sold + recount.held > capacity
UNION ALL
SELECT 'counters of ticket type', id FROM ticket_types JOIN type_recount AS recount USING (id)
    WHERE (ticket_types.sold, ticket_types.held) IS DISTINCT FROM (recount.sold, recount.held)
UNION ALL
SELECT 'ticket type oversold', id FROM ticket_types JOIN type_recount AS recount USING (id)
    WHERE recount.sold + recount.held > capacity
UNION ALL
SELECT 'quantity or total of booking', id FROM bookings JOIN contents USING (id)
    WHERE (bookings.quantity, total_amount) IS DISTINCT FROM (contents.quantity, contents.amount)
        -- Where some of its tickets were used when all its money went, those are left of it.
        AND (status <> 'confirmed'
            OR (bookings.quantity, total_amount) IS DISTINCT FROM (left_quantity, left_amount))
        -- One that ended with a ticket that was given back keeps what it had then.
        AND (status = 'confirmed' OR NOT EXISTS (
            SELECT FROM tickets WHERE booking_id = bookings.id AND kept_amount IS NOT NULL
        ))
UNION ALL
SELECT 'tickets of ended booking', id FROM bookings JOIN contents USING (id)
    WHERE status IN ('cancelled', 'refunded', 'expired') AND (has_valid OR has_reserved)
UNION ALL
SELECT 'tickets of live booking', id FROM bookings JOIN contents USING (id)
    WHERE (status = 'confirmed' AND has_reserved) OR (status = 'pending' AND has_valid)
UNION ALL
SELECT 'form of ticket code', id FROM tickets
    WHERE status IN ('active', 'used') AND (ticket_code
        ~ '^TKT-[0-9]{8}-[A-HJ-NP-Z2-9]{8}$') IS NOT TRUE
UNION ALL
SELECT 'ticket code used twice', min(id) FROM tickets
    WHERE ticket_code IS NOT NULL GROUP BY ticket_code HAVING count(*) > 1
UNION ALL
SELECT 'sums of quarter', extract(epoch FROM quarter)::bigint FROM (
    SELECT date_bin('15 minutes', booking_date, '2000-01-01Z') AS quarter, currency,
        count(*) AS bookings, sum(quantity) AS places, 0 AS net
    FROM bookings WHERE status = 'confirmed' GROUP BY 1, 2
    UNION ALL
    SELECT date_bin('15 minutes', at, '2000-01-01Z'), currency, 0, 0, sum(amount)
    FROM ledger_entries GROUP BY 1, 2
    UNION ALL
    SELECT quarter, currency, -bookings, -places, refunds - gross FROM activity_quarters
) AS changes
GROUP BY quarter, currency HAVING (sum(bookings), sum(places), sum(net)) <> (0, 0, 0)
"""

_numbers = count(1)


@contextmanager
def process_wide(context: TortoiseContext | None) -> Iterator[None]:
    """Put this one, or none, in the place of the session's, which stands still meanwhile."""
    before = tortoise_context._global_context
    tortoise_context._global_context = context
    try:
        yield
    finally:
        tortoise_context._global_context = before


@asynccontextmanager
async def running_app(
    url: str, *, pool: PoolSettings = ROOMY, **overrides: object
) -> AsyncIterator[Api]:
    """An application with a pool and parts of its own, beside the shared one of the session.

    Its database is the current context of this task and of those it starts, and meanwhile the
    process-wide one, for snapshots, which are fetched in a context of their own. The lifespan,
    which would open that one, is left out.
    """
    with TortoiseContext() as context, process_wide(context):
        await context.init(tortoise_config(url, pool))
        clock = MovableClock()
        app = create_app(test_settings(url), {"clock": clock, **overrides})
        container: Container = app.state.container
        transport = httpx.ASGITransport(app=app)
        try:
            async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
                yield Api(client, container, clock)
        finally:
            await context.close_connections()


async def add_people(
    connection: asyncpg.Connection, number: int, role: Role = Role.CUSTOMER
) -> list[Person]:
    """New users with tokens that every server with the tests' secret accepts."""
    emails = [f"{role.value}-{next(_numbers)}@bulk.example" for _ in range(number)]
    rows = await connection.fetch(ADD_PEOPLE, emails, role.value)
    users = [User(id=row["id"], name=row["name"], email=row["email"], role=role) for row in rows]
    return [Person(user, TOKENS.issue(user).value) for user in users]


async def at_once(*requests: Awaitable[httpx.Response]) -> list[httpx.Response]:
    """The responses to requests that run side by side, in the order of the requests."""
    return await asyncio.gather(*requests)


def outcomes(responses: Sequence[httpx.Response]) -> Counter[str]:
    """How often each outcome occurred: a status such as `201`, or a refusal's code."""
    return Counter(outcome(response) for response in responses)


def outcome(response: httpx.Response) -> str:
    """The status of a success, else the code of the refusal."""
    return str(response.status_code) if response.is_success else str(response.json()["code"])


async def discrepancies(connection: asyncpg.Connection) -> list[tuple[str, int]]:
    """What is wrong in the database: a counter that no recount confirms, an oversale, …"""
    return [(row["wrong"], row["id"]) for row in await connection.fetch(DISCREPANCIES)]


async def wait_until_blocked(connection: asyncpg.Connection, number: int = 1) -> None:
    """Return when so many other connections to this database wait for a lock.

    Raises TimeoutError when that does not come to pass.
    """
    waiting = (
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    async with asyncio.timeout(10):
        while await connection.fetchval(waiting) < number:
            await asyncio.sleep(0.01)
            # Inside a transaction the view would show the same for ever.
            await connection.execute("SELECT pg_stat_clear_snapshot()")


async def deadlocks(connection: asyncpg.Connection) -> int:
    """How many this database has ever had; asked once all other connections are gone.

    A connection reports what it counted when it ends.
    """
    others = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
        "AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
    )
    async with asyncio.timeout(10):
        while await connection.fetchval(others):  # noqa: ASYNC110 - simpler than listening
            await asyncio.sleep(0.01)
    query = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
    number: int = await connection.fetchval(query)
    return number
