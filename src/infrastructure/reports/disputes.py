"""Disputes as organizers look through them, in PostgreSQL."""

from collections.abc import Mapping
from typing import Any

from src.application.dtos.analytics import Scope
from src.application.dtos.dispute import DisputeState, ListedDispute
from src.domain.entities.dispute import OPEN, DisputeStatus
from src.domain.repositories.page import Page, PageRequest
from src.domain.shared.money import with_decimals
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.sold import WHOLE_ORDERS, page_of

STATUSES = {
    DisputeState.OPEN: sorted(OPEN),
    DisputeState.LOST: [DisputeStatus.LOST],
    DisputeState.WON: [DisputeStatus.WON, DisputeStatus.CLOSED],
}

SELECT = f"""
SELECT dispute.id, dispute.order_id, orders.reference AS order_reference, dispute.payment_id,
    dispute.transaction_id, dispute.provider, dispute.provider_reference,
    dispute.status::text AS status, dispute.reason, dispute.amount, dispute.currency,
    dispute.is_taken, dispute.evidence_due_by, dispute.opened_at, dispute.closed_at,
    dispute.version, dispute.created_at, dispute.updated_at,
    (
        SELECT COALESCE(string_agg(DISTINCT events.title, ', '), '')
        FROM order_items JOIN events ON events.id = order_items.event_id
        WHERE order_items.order_id = dispute.order_id
    ) AS events,
    EXISTS (
        SELECT FROM bookings JOIN tickets ON tickets.event_id = bookings.event_id
            AND tickets.booking_id = bookings.id
        WHERE bookings.order_id = dispute.order_id AND tickets.status = 'active'
    ) AS has_valid_tickets
FROM disputes AS dispute JOIN orders ON orders.id = dispute.order_id
WHERE {WHOLE_ORDERS} AND ($2::text[] IS NULL OR dispute.status::text = ANY ($2))
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
    amount = with_decimals(row["amount"], row["currency"])
    return ListedDispute(**{**row, "amount": amount, "status": DisputeStatus(row["status"])})
