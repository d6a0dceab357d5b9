"""Refunds as organizers look through them, in PostgreSQL."""

from collections.abc import Mapping, Sequence
from typing import Any

from src.application.dtos.analytics import Scope
from src.application.dtos.sold import ListedRefund, RefundState
from src.domain.entities.transaction import TransactionStatus
from src.domain.repositories.page import Page, PageRequest
from src.domain.shared.money import rounded
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.sold import OWN_REFUNDS, PART_OF_REFUND, WHOLE_ORDERS, page_of

STATUSES = {
    RefundState.OPEN: TransactionStatus.PENDING,
    RefundState.FAILED: TransactionStatus.FAILED,
    RefundState.DONE: TransactionStatus.SUCCESS,
}

OWN_PART = PART_OF_REFUND.format(refund="refund", own="events.organizer_id = $1")

SELECT = f"""
SELECT refund.id, refund.order_id, orders.reference AS order_reference,
    events.title AS event_title, refund.status::text AS status, refund.provider,
    refund.amount * part.share AS amount, refund.currency, refund.reason, refund.failure,
    CASE WHEN part.may_settle THEN refund.note END AS note, refund.replaces_id,
    least(refund.owed_amount, payment.amount - payment.refunded_amount) * part.share
        AS owed_amount,
    part.is_whole_order, part.may_settle,
    refund.status = 'pending' AND refund.provider = 'manual' AS is_by_hand,
    refund.created_at, refund.settled_at
FROM transactions AS refund
JOIN transactions AS payment ON payment.id = refund.parent_id
JOIN orders ON orders.id = refund.order_id
LEFT JOIN events ON events.id = refund.event_id
CROSS JOIN LATERAL (
    SELECT is_whole_order, is_whole_order OR refund.event_id IS NOT NULL AS may_settle,
        CASE WHEN is_whole_order OR refund.event_id IS NOT NULL THEN 1 ELSE {OWN_PART} END AS share
    FROM (SELECT {WHOLE_ORDERS} AS is_whole_order) AS whole
) AS part
WHERE part.share > 0 AND refund.kind = 'refund' AND {OWN_REFUNDS.format(refund="refund")}
    AND ($2::text IS NULL OR refund.status::text = $2)
    AND ($3::bigint IS NULL OR refund.id < $3)
    AND ($5::bigint IS NULL OR refund.id = $5)
ORDER BY refund.id DESC LIMIT $4
"""  # noqa: S608 - constants

CANCELLED = """
SELECT id, title FROM events
WHERE ($1::bigint IS NULL OR organizer_id = $1) AND status = 'cancelled' AND payment = 'online'
    AND (
        EXISTS (SELECT 1 FROM transactions WHERE kind = 'refund' AND event_id = events.id)
        OR EXISTS (SELECT 1 FROM bookings WHERE event_id = events.id AND refund_due)
    )
ORDER BY id DESC LIMIT $2
"""


class PostgresRefundReader:
    """Implements `RefundReader`."""

    async def search(
        self, scope: Scope, state: RefundState | None, page: PageRequest
    ) -> Page[ListedRefund]:
        status = STATUSES[state] if state else None
        async with reading() as connection:
            rows = await connection.execute_query_dict(
                SELECT, [scope.organizer_id, status, page.last_id, page.limit + 1, None]
            )
        return page_of(rows, page, _refund)

    async def find(self, scope: Scope, refund_id: int) -> ListedRefund | None:
        async with reading() as connection:
            rows = await connection.execute_query_dict(
                SELECT, [scope.organizer_id, None, None, 1, refund_id]
            )
        return _refund(rows[0]) if rows else None

    async def cancelled_events(self, scope: Scope, *, limit: int) -> Sequence[tuple[int, str]]:
        async with reading() as connection:
            rows = await connection.execute_query_dict(CANCELLED, [scope.organizer_id, limit])
        return [(row["id"], row["title"]) for row in rows]


def _refund(row: Mapping[str, Any]) -> ListedRefund:
    currency = row["currency"]
    amounts = {name: rounded(row[name], currency) for name in ("amount", "owed_amount")}
    return ListedRefund(**{**row, **amounts, "status": TransactionStatus(row["status"])})
