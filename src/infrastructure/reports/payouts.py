"""Payouts, movements and balances of the accounts at providers, in PostgreSQL."""

from collections.abc import Mapping, Sequence
from typing import Any

from src.application.dtos.payout import (
    ListedPayout,
    ListedProviderMovement,
    ProviderBalance,
    ProviderMovementSearch,
)
from src.domain.entities.payout import MovementKind, PayoutStatus
from src.domain.repositories.page import Page, PageRequest
from src.domain.shared.money import with_decimals
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.sold import page_of

# The bank has sent it back, and no later one has arrived.
DID_NOT_ARRIVE = """(payout.status IN ('failed', 'canceled') AND NOT EXISTS (
    SELECT 1 FROM payouts AS later
    WHERE (later.provider, later.currency) = (payout.provider, payout.currency)
        AND later.status = 'paid' AND later.made_at > payout.made_at
))"""

# The provider may list a payout's own movement among those it is made of.
PAYOUTS = """
SELECT payout.id, payout.provider, payout.provider_reference, payout.status::text AS status,
    payout.amount, payout.currency, payout.made_at, payout.arrives_on, payout.is_automatic,
    payout.is_itemized, payout.failure, payout.bank_amount, payout.version, payout.created_at,
    payout.updated_at, part.payments, part.refunds, part.disputes, part.fees, part.adjustments,
    part.moved
FROM payouts AS payout CROSS JOIN LATERAL (
    SELECT COALESCE(sum(amount) FILTER (WHERE kind = 'payment'), 0) AS payments,
        COALESCE(sum(amount) FILTER (WHERE kind = 'refund'), 0) AS refunds,
        COALESCE(sum(amount) FILTER (WHERE kind = 'dispute'), 0) AS disputes,
        COALESCE(sum(CASE kind WHEN 'fee' THEN amount - fee ELSE -fee END), 0) AS fees,
        COALESCE(sum(amount) FILTER (WHERE kind IN ('payout', 'adjustment')), 0) AS adjustments,
        COALESCE(sum(amount - fee), 0) AS moved
    FROM provider_movements AS movement
    WHERE movement.payout_id = payout.id
        AND (kind <> 'payout' OR source_reference IS DISTINCT FROM payout.provider_reference)
) AS part
WHERE ($1::bigint IS NULL OR payout.id < $1) AND ($3::bigint IS NULL OR payout.id = $3)
ORDER BY payout.id DESC LIMIT $2
"""

MOVEMENTS = """
SELECT movement.id, movement.provider, movement.reference, movement.kind::text AS kind,
    movement.word, movement.amount, movement.fee, movement.amount - movement.fee AS net,
    movement.currency, movement.source_reference, movement.paid_amount, movement.paid_currency,
    movement.exchange_rate, movement.moved_at, movement.available_on, movement.transaction_id,
    transactions.order_id, orders.reference AS order_reference, movement.payout_id
FROM provider_movements AS movement
LEFT JOIN transactions ON transactions.id = movement.transaction_id
LEFT JOIN orders ON orders.id = transactions.order_id
LEFT JOIN payouts AS payout ON payout.id = movement.payout_id
WHERE ($1::bigint IS NULL OR movement.id < $1)
    AND ($3::bigint IS NULL OR movement.payout_id = $3
        AND (movement.kind <> 'payout'
            OR movement.source_reference IS DISTINCT FROM payout.provider_reference))
    AND ($4::bigint IS NULL OR movement.transaction_id = $4)
    AND ($5::boolean IS NULL OR (movement.payout_id IS NOT NULL) = $5
        AND (movement.kind <> 'payout' OR movement.amount > 0))
ORDER BY movement.id DESC LIMIT $2
"""

BALANCES = """
SELECT held.provider, held.currency, held.balance, held.opening, held.moved, held.since,
    held.read_at, COALESCE((
        SELECT sum(CASE kind WHEN 'fee' THEN fee - amount ELSE fee END) FROM provider_movements
        WHERE provider = held.provider AND currency = held.currency
    ), 0) AS fees
FROM provider_balances AS held ORDER BY held.provider, held.currency
"""

OF_PAYOUT = (
    *("amount", "bank_amount", "payments", "refunds", "disputes", "fees", "adjustments"),
    "moved",
)


class PostgresPayoutReader:
    """Implements `PayoutReader`."""

    async def search(self, page: PageRequest) -> Page[ListedPayout]:
        async with reading() as connection:
            rows = await connection.execute_query_dict(
                PAYOUTS, [page.last_id, page.limit + 1, None]
            )
        return page_of(rows, page, _payout)

    async def find(self, payout_id: int) -> ListedPayout | None:
        async with reading() as connection:
            rows = await connection.execute_query_dict(PAYOUTS, [None, 1, payout_id])
        return _payout(rows[0]) if rows else None

    async def movements(
        self, wanted: ProviderMovementSearch, page: PageRequest
    ) -> Page[ListedProviderMovement]:
        values = [wanted.payout_id, wanted.transaction_id, wanted.is_paid_out]
        async with reading() as connection:
            rows = await connection.execute_query_dict(
                MOVEMENTS, [page.last_id, page.limit + 1, *values]
            )
        return page_of(rows, page, _movement)

    async def balances(self) -> Sequence[ProviderBalance]:
        async with reading() as connection:
            rows = await connection.execute_query_dict(BALANCES)
        return [
            ProviderBalance(**_in_currency(row, ("balance", "opening", "moved", "fees")))
            for row in rows
        ]


def _payout(row: Mapping[str, Any]) -> ListedPayout:
    return ListedPayout(**{**_in_currency(row, OF_PAYOUT), "status": PayoutStatus(row["status"])})


def _movement(row: Mapping[str, Any]) -> ListedProviderMovement:
    paid = with_decimals(row["paid_amount"], row["paid_currency"])
    values = {**_in_currency(row, ("amount", "fee", "net")), "kind": MovementKind(row["kind"])}
    return ListedProviderMovement(**{**values, "paid_amount": paid})


def _in_currency(row: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """The row with the decimals of its currency in these columns."""
    amounts = {
        name: None if row[name] is None else with_decimals(row[name], row["currency"])
        for name in names
    }
    return {**row, **amounts}
