"""What needs a person, found by one statement for each kind."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from src.application.dtos.analytics import Scope
from src.application.dtos.sold import Concern, ConcernKind
from src.domain.shared.money import rounded
from src.infrastructure.reports.disputes import MONEY, OWED, PAID_TWICE
from src.infrastructure.reports.payouts import DID_NOT_ARRIVE
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.sold import OWN_REFUNDS, PART_OF_REFUND, WHOLE_ORDERS

EACH = 10
SOON = timedelta(hours=24)
RECENT = timedelta(days=14)

OWN_EVENT = "($1::bigint IS NULL OR events.organizer_id = $1) AND events.deleted_at IS NULL"

# ruff: noqa: S608 - constants
OWN_PART = PART_OF_REFUND.format(refund="money", own="events.organizer_id = $1")
GIVEN = """
WITH given AS (
    SELECT $2::timestamptz AS now, $3::timestamptz AS soon, $4::timestamptz AS recent
)
"""

QUERIES = {
    ConcernKind.FAILED_REFUND: f"""
        SELECT money.order_id AS subject_id, orders.reference, money.currency, money.failure,
            least(money.owed_amount, payment.amount - payment.refunded_amount) * CASE
                WHEN money.event_id IS NULL AND NOT {WHOLE_ORDERS} THEN {OWN_PART} ELSE 1
            END AS amount
        FROM transactions AS money JOIN orders ON orders.id = money.order_id
        JOIN transactions AS payment ON payment.id = money.parent_id
        WHERE money.owed_amount > 0 AND payment.refunded_amount < payment.amount
            AND {OWN_REFUNDS.format(refund="money")}
        ORDER BY money.id DESC
    """,
    ConcernKind.DISPUTE: f"""
        SELECT dispute.id AS subject_id, orders.reference, dispute.amount, dispute.currency,
            dispute.evidence_due_by
        FROM disputes AS dispute JOIN orders ON orders.id = dispute.order_id
        WHERE dispute.status IN ('warning', 'needs_response') AND dispute.closed_at IS NULL
            AND {WHOLE_ORDERS}
        ORDER BY dispute.evidence_due_by, dispute.id
    """,
    ConcernKind.OWED_AFTER_DISPUTE: f"""
        SELECT dispute.id AS subject_id, orders.reference, {OWED} AS amount, dispute.currency
        {MONEY} WHERE {OWED} > 0 AND {WHOLE_ORDERS}
        ORDER BY dispute.id
    """,
    ConcernKind.PAID_TWICE: f"""
        SELECT dispute.id AS subject_id, orders.reference, {PAID_TWICE} AS amount, dispute.currency
        {MONEY} WHERE dispute.status = 'lost' AND {PAID_TWICE} > 0 AND {WHOLE_ORDERS}
        ORDER BY dispute.id
    """,
    ConcernKind.FAILED_PAYOUT: f"""
        SELECT payout.id AS subject_id, payout.amount, payout.currency, payout.provider
        FROM payouts AS payout WHERE $1::bigint IS NULL AND {DID_NOT_ARRIVE}
        ORDER BY payout.id DESC
    """,
    ConcernKind.STARTS_WITHOUT_SCANNERS: f"""
        SELECT events.id AS subject_id, title, date_time, timezone, total_tickets_sold AS tickets
        FROM events
        WHERE {OWN_EVENT} AND status = 'active' AND date_time < (SELECT soon FROM given)
            AND ends_at > (SELECT now FROM given)
            AND total_tickets_sold > 0 AND NOT EXISTS (
                SELECT 1 FROM event_scanners WHERE event_id = events.id
            )
        ORDER BY date_time, id
    """,
    ConcernKind.DISABLED_WEBHOOK: """
        SELECT id AS subject_id, url, disabled_reason::text AS reason
        FROM webhook_endpoints
        WHERE ($1::bigint IS NULL OR owner_id = $1) AND disabled_reason IN ('gone', 'failing')
        ORDER BY id
    """,
    ConcernKind.MANUAL_REFUND: f"""
        SELECT money.id AS subject_id, orders.reference, money.amount, money.currency
        FROM transactions AS money JOIN orders ON orders.id = money.order_id
        WHERE money.kind = 'refund' AND money.status = 'pending' AND money.provider = 'manual'
            AND {WHOLE_ORDERS}
        ORDER BY money.id
    """,
    ConcernKind.OVERDUE_TRANSFER: f"""
        SELECT money.order_id AS subject_id, orders.reference, money.amount, money.currency
        FROM transactions AS money JOIN orders ON orders.id = money.order_id
        WHERE money.kind = 'payment' AND money.provider = 'manual' AND {WHOLE_ORDERS}
            AND money.created_at >= (SELECT recent FROM given)
            AND (money.status = 'pending' AND orders.expires_at <= (SELECT now FROM given)
                OR money.status = 'failed' AND NOT money.given_up AND orders.status = 'expired')
        ORDER BY money.id
    """,
    ConcernKind.OTHER_AMOUNT: f"""
        SELECT money.order_id AS subject_id, orders.reference, money.amount, money.currency,
            money.requested_amount, orders.currency AS requested_currency
        FROM transactions AS money JOIN orders ON orders.id = money.order_id
        WHERE money.kind = 'payment' AND money.requested_amount IS NOT NULL AND {WHOLE_ORDERS}
            AND money.settled_at >= (SELECT recent FROM given)
        ORDER BY money.id DESC
    """,
    ConcernKind.FAILED_MAILS: f"""
        SELECT events.id AS subject_id, title, count(*) AS number
        FROM mails JOIN events ON events.id = mails.event_id
        WHERE {OWN_EVENT} AND (
                mails.status IN ('refused', 'unknown')
                OR mails.status = 'gave_up' AND mails.attempts > 1
            )
            AND mails.created_at >= (SELECT recent FROM given)
        GROUP BY events.id, title ORDER BY events.id
    """,
    ConcernKind.SOLD_OUT: f"""
        SELECT events.id AS subject_id, title, capacity
        FROM events
        WHERE {OWN_EVENT} AND status = 'active' AND date_time > (SELECT now FROM given)
            AND capacity > 0 AND total_tickets_sold >= capacity
        ORDER BY date_time, id
    """,
}


async def query_concerns(scope: Scope, now: datetime) -> Sequence[Concern]:
    """Implements `ConcernReader`; of each kind at most ten.

    A mail that was given up at its first try was not true any more, which concerns nobody.
    """
    values = [scope.organizer_id, now, now + SOON, now - RECENT]
    concerns = []
    async with reading() as connection:
        for kind, query in QUERIES.items():
            rows = await connection.execute_query_dict(f"{GIVEN}{query} LIMIT {EACH}", values)
            concerns += [
                Concern(kind=kind, subject_id=row.pop("subject_id"), facts=_facts(row))
                for row in rows
            ]
    return concerns


def _facts(row: dict[str, Any]) -> dict[str, Any]:
    """The facts, with a part of an amount as an amount of its currency."""
    if "amount" in row:
        row["amount"] = rounded(row["amount"], row["currency"])
    return row
