"""What a change of an event would do, in PostgreSQL: who hears of it, and what is paid back."""

import json

from src.application.dtos.managed_event import CancellationPreview, MovePreview, PaidBack
from src.domain.shared.currency import DECIMALS
from src.infrastructure.database.orm import current_connection

# The bookings that the cancellation looks at, and which of them it ends: see `CANCEL_BOOKINGS`.
LIVE = """
WITH used AS (
    SELECT DISTINCT booking_id FROM tickets WHERE event_id = $1 AND status = 'used'
), live AS (
    SELECT id, user_id, order_id, status, id IN (SELECT booking_id FROM used) AS is_used,
        EXISTS (
            SELECT 1 FROM transactions
            WHERE transactions.order_id = bookings.order_id AND transactions.kind = 'payment'
                AND transactions.status = 'success'
        ) AS is_paid
    FROM bookings WHERE event_id = $1 AND status IN ('pending', 'confirmed')
)
"""

COUNTS = f"""
{LIVE}, dying AS (
    SELECT booking_id FROM tickets
    WHERE event_id = $1 AND admits AND status IN ('reserved', 'active')
        AND booking_id IN (SELECT id FROM live)
), notified AS (
    SELECT id, user_id FROM live WHERE NOT is_used OR is_paid
)
SELECT
    (SELECT count(*) FROM live WHERE status = 'confirmed' AND NOT is_used) AS bookings,
    (SELECT count(*) FROM live WHERE status = 'pending') AS holds,
    (SELECT count(*) FROM live WHERE is_used) AS kept_bookings,
    (SELECT count(*) FROM dying) AS tickets,
    (SELECT count(*) FROM (
        SELECT user_id FROM notified
        UNION
        SELECT user_id FROM tickets
        WHERE event_id = $1 AND ticket_code IS NOT NULL
            AND booking_id IN (SELECT id FROM notified)
    ) AS people) AS people
"""  # noqa: S608 - constants

# As `refund_share` counts it: of each order what was paid for the tickets that end, or their share
# of what is left where a part has gone back already. What was paid for an item is divided among its
# tickets in smallest units: those that remain go to the largest remainders.
PAID_BACK = f"""
{LIVE}, payments AS (
    SELECT order_id, min(currency) AS currency, sum(amount - refunded_amount) - (
            SELECT coalesce(sum(kept_amount), 0) FROM bookings JOIN tickets
                ON tickets.event_id = bookings.event_id AND tickets.booking_id = bookings.id
            WHERE bookings.order_id = transactions.order_id AND bookings.event_id IN (
                SELECT event_id FROM order_items WHERE order_id = transactions.order_id
            )
        ) AS refundable,
        coalesce(($2::jsonb ->> min(currency))::integer, 2) AS decimals
    FROM transactions
    WHERE order_id IN (SELECT order_id FROM live WHERE status = 'confirmed' AND is_paid)
        AND kind = 'payment' AND status = 'success' AND EXISTS (
            SELECT 1 FROM ledger_entries
            WHERE transaction_id = transactions.id AND account <> 'unapplied'
        )
    GROUP BY order_id
), items AS (
    SELECT item.order_id, item.event_id, item.booking_id, item.ticket_type_id,
        sum(item.total_amount) AS paid, payments.decimals
    FROM order_items AS item JOIN payments ON payments.order_id = item.order_id
    GROUP BY item.order_id, item.event_id, item.booking_id, item.ticket_type_id,
        payments.decimals
), divided AS (
    SELECT items.order_id, items.event_id, items.decimals, ticket.status, ticket.id,
        items.booking_id, items.ticket_type_id,
        items.paid * power(10::numeric, items.decimals) AS units,
        div(items.paid * power(10::numeric, items.decimals) * ticket.price, sum(ticket.price)
            OVER item) AS share,
        mod(items.paid * power(10::numeric, items.decimals) * ticket.price, sum(ticket.price)
            OVER item) AS remainder
    FROM items JOIN tickets AS ticket
        ON ticket.event_id = items.event_id AND ticket.booking_id = items.booking_id
            AND ticket.ticket_type_id = items.ticket_type_id AND ticket.price > 0
    WINDOW item AS (PARTITION BY items.booking_id, items.ticket_type_id)
), shares AS (
    SELECT order_id, event_id, status, (share + (
            row_number() OVER (item ORDER BY remainder DESC, id) <= units - sum(share) OVER item
        )::integer) / power(10::numeric, decimals) AS paid
    FROM divided
    WINDOW item AS (PARTITION BY booking_id, ticket_type_id)
), sums AS (
    SELECT order_id,
        coalesce(sum(paid) FILTER (
            WHERE event_id = $1 AND status IN ('reserved', 'active')
        ), 0) AS ends,
        coalesce(sum(paid) FILTER (
            WHERE status = 'used' OR event_id <> $1 AND status = 'active'
        ), 0) AS stays
    FROM shares GROUP BY order_id
), refunds AS (
    SELECT payments.currency,
        least(
            sums.ends,
            round(
                payments.refundable * sums.ends / (sums.ends + sums.stays), payments.decimals
            )
        ) AS amount
    FROM sums JOIN payments ON payments.order_id = sums.order_id WHERE sums.ends > 0
)
SELECT currency, sum(amount) AS amount, count(*) AS bookings
FROM refunds WHERE amount > 0 GROUP BY currency ORDER BY currency
"""  # noqa: S608 - constants

# Those to whom the mailing of a changed event goes: see `Mailings`.
MOVE = """
SELECT count(DISTINCT user_id) AS people, count(*) FILTER (WHERE admits) AS tickets
FROM tickets WHERE event_id = $1 AND status IN ('reserved', 'active')
"""


UNITS = json.dumps(DECIMALS)
"""The decimals of each currency, for the statement."""


class PostgresEventImpactReader:
    """Implements `EventImpactReader`."""

    async def of_cancellation(self, event_id: int) -> CancellationPreview:
        connection = current_connection()
        (counts,) = await connection.execute_query_dict(COUNTS, [event_id])
        paid_back = await connection.execute_query_dict(PAID_BACK, [event_id, UNITS])
        return CancellationPreview(**counts, paid_back=[PaidBack(**row) for row in paid_back])

    async def of_move(self, event_id: int) -> MovePreview:
        (row,) = await current_connection().execute_query_dict(MOVE, [event_id])
        return MovePreview(**row)
