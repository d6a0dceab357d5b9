"""Orders as organizers look through them, in PostgreSQL."""

from collections.abc import Mapping, Sequence
from typing import Any

from src.application.dtos.analytics import Scope
from src.application.dtos.sold import SoldOrder, SoldSearch, SoldSum
from src.domain.entities.event import Payment
from src.domain.entities.order import OrderStatus
from src.domain.repositories.page import Page, PageRequest
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.sold import (
    IS_KNOWN,
    WHOLE_ORDERS,
    boundaries,
    conditions,
    page_of,
    sums_of,
)

FOUND = f"""
WITH seen AS (
    SELECT orders.id, orders.reference, orders.user_id, orders.status, orders.payment,
        orders.currency, orders.total_amount, orders.created_at, orders.contact_name,
        orders.contact_email, orders.contact_name_folded, orders.contact_email_folded,
        {IS_KNOWN.format(subject="order")} AS is_known
    FROM orders
    WHERE deleted_at IS NULL AND {WHOLE_ORDERS}
        AND ($2::bigint IS NULL OR orders.id IN (
            SELECT order_id FROM order_items WHERE event_id = $2
        ))
        AND ($3::bigint IS NULL OR user_id = $3)
        AND ($4::text IS NULL OR status::text = $4)
        AND ($5::timestamptz IS NULL OR created_at >= $5)
        AND ($6::timestamptz IS NULL OR created_at < $6)
        AND ($9::text IS NULL OR payment::text = $9)
), found AS (
    SELECT seen.id, seen.reference, seen.user_id, seen.status::text AS status,
        seen.payment::text AS payment, seen.currency, seen.total_amount, seen.created_at,
        COALESCE(contact_name, CASE WHEN is_known THEN users.name END) AS name,
        COALESCE(contact_email, CASE WHEN is_known THEN users.email END) AS email
    FROM seen JOIN users ON users.id = seen.user_id
    WHERE $7::text IS NULL OR contact_name_folded LIKE $7 OR contact_email_folded LIKE $7
        OR (is_known AND (users.name_folded LIKE $7 OR users.email_folded LIKE $7))
        OR seen.reference = $8
        OR EXISTS (
            SELECT FROM bookings WHERE bookings.order_id = seen.id AND bookings.reference = $8
        )
        OR seen.id = (
            SELECT bookings.order_id FROM tickets JOIN bookings
                ON bookings.event_id = tickets.event_id AND bookings.id = tickets.booking_id
            WHERE tickets.ticket_code = $8
        )
)
"""  # noqa: S608 - constants

REFUNDED = """(
    SELECT COALESCE(sum(refunded_amount), 0) FROM transactions
    WHERE order_id = found.id AND kind = 'payment' AND status IN ('success', 'refunded')
)"""

TICKETS = """(
    SELECT COALESCE(sum(quantity), 0) FROM order_items
    JOIN ticket_types ON ticket_types.id = order_items.ticket_type_id
    WHERE order_id = found.id AND ticket_types.admits
)"""

SELECT = f"""{FOUND}
SELECT id, reference, user_id, status, payment, currency, total_amount, created_at, name, email,
    {REFUNDED} AS refunded_amount, {TICKETS} AS tickets, (
    SELECT COALESCE(string_agg(DISTINCT events.title, ', '), '')
    FROM order_items JOIN events ON events.id = order_items.event_id
    WHERE order_items.order_id = found.id
) AS events
FROM found WHERE true
"""  # noqa: S608 - constants

SUMS = f"""{FOUND}
SELECT currency, count(*) AS number, COALESCE(sum({TICKETS}) FILTER (WHERE is_sold), 0) AS tickets,
    COALESCE(sum(total_amount) FILTER (WHERE is_sold), 0) AS amount,
    sum({REFUNDED}) AS refunded
FROM found, LATERAL (SELECT status IN ('confirmed', 'completed') AS is_sold) AS state
GROUP BY currency ORDER BY currency
"""  # noqa: S608 - constants


class PostgresSoldOrderReader:
    """Implements `SoldOrderReader`."""

    async def search(self, scope: Scope, wanted: SoldSearch, page: PageRequest) -> Page[SoldOrder]:
        end, bounds = boundaries(page)
        values = await conditions(scope, wanted)
        async with reading() as connection:
            rows = await connection.execute_query_dict(SELECT + end, [*values, *bounds])
        return page_of(rows, page, _order)

    async def sums(self, scope: Scope, wanted: SoldSearch) -> Sequence[SoldSum]:
        values = await conditions(scope, wanted)
        async with reading() as connection:
            return sums_of(await connection.execute_query_dict(SUMS, values))


def _order(row: Mapping[str, Any]) -> SoldOrder:
    kinds = {"status": OrderStatus(row["status"]), "payment": Payment(row["payment"])}
    return SoldOrder(**{**row, **kinds, "tickets": int(row["tickets"])})
