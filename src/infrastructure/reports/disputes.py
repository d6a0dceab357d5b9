"""Disputes as organizers look through them, in PostgreSQL."""

from collections.abc import Mapping
from typing import Any

from src.application.dtos.analytics import Scope
from src.application.dtos.dispute import DisputeState, ListedDispute
from src.domain.entities.dispute import OPEN, DisputeStatus
from src.domain.repositories.page import Page, PageRequest
from src.domain.shared.money import rounded_half_up, with_decimals
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.sold import page_of

STATUSES = {
    DisputeState.OPEN: sorted(OPEN),
    DisputeState.LOST: [DisputeStatus.LOST],
    DisputeState.WON: [DisputeStatus.WON, DisputeStatus.CLOSED],
}

OWN = "($1::bigint IS NULL OR events.organizer_id = $1)"

# How much of what is left of the payment, or of what the bank took for good, is the reader's.
PART = """(
    SELECT sum(entry.amount) FILTER (WHERE {own}) / NULLIF(sum(entry.amount), 0)
    FROM transactions AS booked JOIN ledger_entries AS entry
        ON entry.order_id = booked.order_id AND entry.transaction_id = booked.id
    LEFT JOIN events ON events.id = entry.event_id
    WHERE booked.order_id = dispute.order_id AND entry.account <> 'disputed' AND {booked}
)"""
LEFT = """CASE WHEN dispute.status = 'lost' THEN booked.id = dispute.transaction_id
    ELSE dispute.payment_id IN (booked.id, booked.parent_id) END"""
PAID = "booked.id = dispute.payment_id"

# Of a cancelled order, what came back from the bank and is not on its way to the buyer.
OWED = """(CASE
    WHEN movement.status = 'failed' AND orders.status IN ('cancelled', 'expired')
        AND payment.status = 'success' AND dispute.id = (
            SELECT max(id) FROM disputes WHERE payment_id = payment.id
        )
    THEN greatest(payment.amount - payment.refunded_amount - payment.disputed_amount - (
        SELECT coalesce(sum(tickets.kept_amount), 0) FROM bookings JOIN tickets
            ON tickets.event_id = bookings.event_id AND tickets.booking_id = bookings.id
        WHERE bookings.order_id = orders.id
    ) - (
        SELECT coalesce(sum(owed_amount), 0) FROM transactions WHERE parent_id = payment.id
    ), 0)
    ELSE 0
END)"""

# What was refunded as well, of a payment that has one dispute or more, each for its own part.
PAID_TWICE = """(CASE
    WHEN movement.note IS NOT NULL OR dispute.status IN ('won', 'closed') THEN 0
    WHEN dispute.status = 'lost' AND dispute.id < (
        SELECT max(id) FROM disputes WHERE payment_id = payment.id AND status = 'lost'
    ) THEN 0
    WHEN dispute.status = 'lost'
        THEN greatest(payment.refunded_amount + payment.lost_amount - payment.amount, 0)
    ELSE greatest(least(
        payment.refunded_amount + payment.lost_amount + dispute.amount - payment.amount,
        dispute.amount
    ), 0)
END)"""

MONEY = """
FROM disputes AS dispute JOIN orders ON orders.id = dispute.order_id
JOIN transactions AS payment ON payment.id = dispute.payment_id
LEFT JOIN transactions AS movement ON movement.id = dispute.transaction_id
"""
"""A dispute, its order, its payment, and what it has moved."""

# Whether the order has events of others, so that the reader sees a part.
SHARED = """CROSS JOIN LATERAL (
    SELECT $1::bigint IS NOT NULL AND EXISTS (
        SELECT 1 FROM order_items JOIN events ON events.id = order_items.event_id
        WHERE order_items.order_id = dispute.order_id AND events.organizer_id <> $1
    ) AS is_part
) AS shared"""

SELECT = f"""
SELECT dispute.id, dispute.order_id, orders.reference AS order_reference, dispute.payment_id,
    dispute.transaction_id, dispute.provider, dispute.provider_reference,
    dispute.status::text AS status, dispute.reason, dispute.currency,
    CASE WHEN NOT is_part THEN dispute.amount ELSE dispute.amount * COALESCE(
        {PART.format(own=OWN, booked=LEFT)}, {PART.format(own=OWN, booked=PAID)}, 0
    ) END AS amount,
    is_part,
    CASE WHEN is_part THEN 0 ELSE {OWED} END AS owed_amount,
    CASE WHEN is_part THEN 0 ELSE {PAID_TWICE} END AS paid_twice_amount,
    dispute.is_taken, dispute.evidence_due_by, dispute.opened_at, dispute.closed_at,
    dispute.version, dispute.created_at, dispute.updated_at,
    (
        SELECT COALESCE(string_agg(DISTINCT events.title, ', '), '')
        FROM order_items JOIN events ON events.id = order_items.event_id
        WHERE order_items.order_id = dispute.order_id AND {OWN}
    ) AS events,
    EXISTS (
        SELECT 1 FROM order_items JOIN tickets ON tickets.event_id = order_items.event_id
            AND tickets.booking_id = order_items.booking_id
        JOIN events ON events.id = order_items.event_id
        WHERE order_items.order_id = dispute.order_id AND tickets.status = 'active' AND {OWN}
    ) AS has_valid_tickets
{MONEY} {SHARED}
WHERE ($1::bigint IS NULL OR orders.id IN (
        SELECT order_id FROM order_items JOIN events ON events.id = order_items.event_id
        WHERE events.organizer_id = $1
    ))
    AND ($2::text[] IS NULL OR dispute.status::text = ANY ($2))
    AND ($3::bigint IS NULL OR dispute.id < $3)
    AND ($5::bigint IS NULL OR dispute.id = $5)
ORDER BY dispute.id DESC LIMIT $4
"""  # noqa: S608 - constants


class PostgresDisputeReader:
    """Implements `DisputeReader`."""

    async def search(
        self, scope: Scope, state: DisputeState | None, page: PageRequest
    ) -> Page[ListedDispute]:
        statuses = STATUSES[state] if state else None
        async with reading() as connection:
            rows = await connection.execute_query_dict(
                SELECT, [scope.organizer_id, statuses, page.last_id, page.limit + 1, None]
            )
        return page_of(rows, page, _dispute)

    async def find(self, scope: Scope, dispute_id: int) -> ListedDispute | None:
        async with reading() as connection:
            rows = await connection.execute_query_dict(
                SELECT, [scope.organizer_id, None, None, 1, dispute_id]
            )
        return _dispute(rows[0]) if rows else None


def _dispute(row: Mapping[str, Any]) -> ListedDispute:
    amount, currency = row["amount"], row["currency"]
    if row["is_part"]:
        amount = rounded_half_up(amount, currency)
    amounts = {
        "amount": with_decimals(amount, currency),
        "owed_amount": with_decimals(row["owed_amount"], currency),
        "paid_twice_amount": with_decimals(row["paid_twice_amount"], currency),
    }
    return ListedDispute(**{**row, **amounts, "status": DisputeStatus(row["status"])})
