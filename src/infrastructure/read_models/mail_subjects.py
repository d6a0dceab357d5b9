"""Who has to hear of what: read for the planning of mails."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from src.application.ports.mail_subjects import (
    DisputeSubject,
    EndedTicket,
    HandOver,
    MoneySubject,
    Subject,
)
from src.domain.entities.dispute import DisputeStatus
from src.domain.entities.transaction import TransactionKind
from src.infrastructure.database.orm import current_connection

BOOKINGS = """
SELECT id, user_id, event_id, order_id FROM bookings WHERE id = ANY($1) ORDER BY id
"""

ORDERS = """
SELECT orders.id, orders.user_id,
    CASE WHEN count(DISTINCT item.event_id) = 1 THEN min(item.event_id) END AS event_id,
    orders.id AS order_id
FROM orders LEFT JOIN order_items AS item ON item.order_id = orders.id
WHERE orders.id = ANY($1)
GROUP BY orders.id ORDER BY orders.id
"""

MONEY = """
SELECT money.id, orders.user_id,
    CASE WHEN count(DISTINCT item.event_id) = 1 THEN min(item.event_id) END AS event_id,
    orders.id AS order_id, money.kind::text AS kind, money.provider,
    money.kind = 'payment' AND EXISTS (
        SELECT 1 FROM ledger_entries
        WHERE transaction_id = money.id
        HAVING bool_and(account = 'unapplied')
    ) AND EXISTS (
        SELECT 1 FROM transactions AS refund
        WHERE refund.parent_id = money.id AND refund.kind = 'refund'
    ) AS bought_nothing
FROM transactions AS money
JOIN orders ON orders.id = money.order_id
LEFT JOIN order_items AS item ON item.order_id = orders.id
WHERE money.id = ANY($1)
GROUP BY money.id, orders.id ORDER BY money.id
"""

# An edit may name a place without changing it.
CHANGED = """
SELECT id, event_id FROM audit_log
WHERE id = ANY($1) AND event_id IS NOT NULL AND (
    before->'date_time' IS DISTINCT FROM after->'date_time'
    OR before->'venue_id' IS DISTINCT FROM after->'venue_id'
    OR before->'venue' IS DISTINCT FROM after->'venue')
ORDER BY id
"""

# Who holds a ticket of a booking hears of it, besides the buyer; a ticket without a code was never
# anybody's.
HOLDERS = """
SELECT DISTINCT booking_id AS id, user_id, event_id, NULL::bigint AS order_id FROM tickets
WHERE (event_id, booking_id) IN (SELECT event_id, id FROM bookings WHERE id = ANY($1))
    AND ticket_code IS NOT NULL AND kept_amount IS NULL
ORDER BY booking_id, user_id
"""

ENDED_TICKETS = """
SELECT tickets.id, tickets.event_id, tickets.booking_id, tickets.user_id AS holder_id,
    tickets.user_id = bookings.user_id AS is_with_buyer,
    bookings.order_id IS NOT NULL AS has_order
FROM tickets JOIN bookings
    ON bookings.event_id = tickets.event_id AND bookings.id = tickets.booking_id
WHERE tickets.id = ANY($1) ORDER BY tickets.id
"""

PAYOUTS = """
SELECT id, organizer_id AS user_id, NULL::bigint AS event_id, NULL::bigint AS order_id
FROM organizer_payouts WHERE id = ANY($1) ORDER BY id
"""

OF_ORGANIZERS = """
SELECT dispute.id, events.organizer_id AS user_id, {status} AS status,
    CASE WHEN count(DISTINCT events.id) = 1 THEN min(events.id) END AS event_id
FROM disputes AS dispute {more}
JOIN order_items ON order_items.order_id = dispute.order_id
JOIN events ON events.id = order_items.event_id
WHERE {condition}
GROUP BY dispute.id, events.organizer_id, {status}
ORDER BY dispute.id, events.organizer_id
"""

# What a dispute became then: it may have become something else since.
DISPUTES = OF_ORGANIZERS.format(
    status="split_part(entry.action, '.', 2)",
    more="JOIN audit_log AS entry ON dispute.id = (entry.after->>'dispute_id')::bigint",
    condition="entry.id = ANY($1)",
)

DISPUTES_DUE = (
    OF_ORGANIZERS.format(  # noqa: S608 - constants
        status="dispute.status::text",
        more="",
        condition="""dispute.closed_at IS NULL AND dispute.status IN ('warning', 'needs_response')
    AND dispute.evidence_due_by > $1
    AND dispute.evidence_due_by <= $1 + make_interval(secs => $2)
    AND NOT EXISTS (
        SELECT 1 FROM mails WHERE mails.cause = 'dispute.due:' || dispute.id
            AND mails.user_id = events.organizer_id
    )""",
    )
    + "LIMIT $3"
)

HANDED_OVER = """
SELECT subject_id AS ticket_id, event_id, (before->>'user_id')::bigint AS giver_id,
    (after->>'user_id')::bigint AS receiver_id, (after->>'transfer_id')::bigint AS transfer_id
FROM audit_log WHERE id = ANY($1) ORDER BY id
"""

REMINDERS_DUE = """
SELECT orders.id, orders.user_id,
    CASE WHEN count(DISTINCT item.event_id) = 1 THEN min(item.event_id) END AS event_id,
    orders.id AS order_id
FROM orders JOIN order_items AS item ON item.order_id = orders.id
WHERE orders.status = 'pending' AND orders.payment = 'online' AND orders.deleted_at IS NULL
    AND orders.expires_at > $1 AND orders.expires_at <= $1 + make_interval(secs => $2)
    AND orders.expires_at >= orders.created_at + make_interval(secs => $3)
    AND NOT EXISTS (
        SELECT 1 FROM mails
        WHERE mails.cause = 'order.reminder:' || orders.id AND mails.user_id = orders.user_id
    )
    AND NOT EXISTS (
        SELECT 1 FROM users
        WHERE users.id = orders.user_id AND 'payment_reminder' = ANY (users.unwanted_mails)
    )
GROUP BY orders.id ORDER BY orders.expires_at LIMIT $4
"""

BELONGS_TO = """
SELECT 1 FROM mails
WHERE mails.id = $1 AND EXISTS (
    SELECT 1 FROM events
    WHERE events.organizer_id = $2 AND (
        events.id = mails.event_id
        OR mails.event_id IS NULL AND events.id IN (
            SELECT event_id FROM order_items AS item WHERE item.order_id = mails.order_id
        )
    )
)
"""


class PostgresMailSubjects:
    """Implements `MailSubjects`."""

    async def bookings(self, booking_ids: Collection[int]) -> list[Subject]:
        rows = await _rows(BOOKINGS, booking_ids)
        return [Subject(**row) for row in rows]

    async def holders(self, booking_ids: Collection[int]) -> list[Subject]:
        rows = await _rows(HOLDERS, booking_ids)
        return [Subject(**row) for row in rows]

    async def ended_tickets(self, ticket_ids: Collection[int]) -> list[EndedTicket]:
        rows = await _rows(ENDED_TICKETS, ticket_ids)
        return [EndedTicket(**row) for row in rows]

    async def orders(self, order_ids: Collection[int]) -> list[Subject]:
        rows = await _rows(ORDERS, order_ids)
        return [Subject(**row) for row in rows]

    async def money(self, transaction_ids: Collection[int]) -> list[MoneySubject]:
        rows = await _rows(MONEY, transaction_ids)
        return [MoneySubject(**{**row, "kind": TransactionKind(row["kind"])}) for row in rows]

    async def payouts(self, payout_ids: Collection[int]) -> list[Subject]:
        return [Subject(**row) for row in await _rows(PAYOUTS, payout_ids)]

    async def disputes(self, audit_ids: Collection[int]) -> list[DisputeSubject]:
        return [_dispute(row) for row in await _rows(DISPUTES, audit_ids)]

    async def disputes_due(
        self, now: datetime, *, within: float, limit: int
    ) -> list[DisputeSubject]:
        rows = await current_connection().execute_query_dict(DISPUTES_DUE, [now, within, limit])
        return [_dispute(row) for row in rows]

    async def hand_overs(self, audit_ids: Collection[int]) -> list[HandOver]:
        rows = await _rows(HANDED_OVER, audit_ids)
        return [HandOver(**row) for row in rows]

    async def changed_events(self, audit_ids: Collection[int]) -> list[tuple[int, int]]:
        rows = await _rows(CHANGED, audit_ids)
        return [(row["id"], row["event_id"]) for row in rows]

    async def reminders_due(
        self, now: datetime, *, within: float, held_for: float, limit: int
    ) -> list[Subject]:
        rows = await current_connection().execute_query_dict(
            REMINDERS_DUE, [now, within, held_for, limit]
        )
        return [Subject(**row) for row in rows]

    async def belongs_to(self, mail_id: int, organizer_id: int) -> bool:
        rows = await current_connection().execute_query_dict(BELONGS_TO, [mail_id, organizer_id])
        return bool(rows)


def _dispute(row: dict[str, Any]) -> DisputeSubject:
    return DisputeSubject(**{**row, "status": DisputeStatus(row["status"])})


async def _rows(statement: str, ids: Collection[int]) -> list[dict[str, Any]]:
    if not ids:
        return []
    return await current_connection().execute_query_dict(statement, [list(ids)])
