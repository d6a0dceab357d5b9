"""Payouts, and movements of providers' accounts, in PostgreSQL: movements are only added."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from src.domain.entities.payout import Payout, ProviderMovement
from src.domain.errors import NotFound
from src.infrastructure.database.models import PayoutModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping

KEPT = ("provider", "provider_reference", "made_at", "is_automatic")
EDITED = (
    *("status", "amount", "currency", "arrives_on", "is_itemized", "failure"),
    "bank_amount",
)
MOVEMENT = (
    *("reference", "kind", "word", "amount", "fee", "currency", "source_reference"),
    *("paid_amount", "paid_currency", "exchange_rate", "moved_at", "available_on"),
)

INSERT = f"""
INSERT INTO provider_movements (provider, {", ".join(MOVEMENT)})
SELECT $1, reference, kind::movement_kind, {", ".join(MOVEMENT[2:])}
FROM unnest($2::text[], $3::text[], $4::text[], $5::numeric[], $6::numeric[], $7::text[],
    $8::text[], $9::numeric[], $10::text[], $11::numeric[], $12::timestamptz[],
    $13::timestamptz[])
    AS new ({", ".join(MOVEMENT)})
ON CONFLICT (provider, reference) DO NOTHING
RETURNING id
"""  # noqa: S608 - only names of columns

PUT_INTO = """
UPDATE provider_movements SET payout_id = $1
WHERE provider = $2 AND reference = ANY(ARRAY(SELECT unnest($3::text[]))) AND payout_id IS NULL
"""

MATCH = """
UPDATE provider_movements AS movement SET transaction_id = transactions.id
FROM transactions
WHERE movement.provider = $1 AND movement.transaction_id IS NULL
    AND movement.kind IN ('payment', 'refund', 'dispute')
    AND transactions.provider = $1 AND transactions.provider_reference = movement.source_reference
    AND transactions.kind = movement.kind::text::transaction_kind
RETURNING movement.id
"""

READ_FROM = """
SELECT COALESCE(
    (SELECT moved_at FROM provider_movements WHERE provider = $1 ORDER BY moved_at DESC LIMIT 1),
    (SELECT created_at FROM transactions WHERE provider = $1 ORDER BY id LIMIT 1)
) AS moved_at
"""

SUMS = """
SELECT currency, sum(amount - fee) AS moved FROM provider_movements
WHERE provider = $1 GROUP BY currency
"""

NOTE_BALANCES = """
INSERT INTO provider_balances (provider, currency, opening, balance, moved, since, read_at)
SELECT $1, currency, balance - moved, balance, moved, $5, $5
FROM unnest($2::text[], $3::numeric[], $4::numeric[]) AS new (currency, balance, moved)
ON CONFLICT (provider, currency) DO UPDATE SET
    balance = excluded.balance, moved = excluded.moved, read_at = excluded.read_at
"""


class PostgresPayoutRepository:
    """Implements `PayoutRepository`."""

    async def get(self, payout_id: int) -> Payout:
        row = await PayoutModel.filter(id=payout_id).select_for_update().first()
        if row is None:
            raise NotFound("payout", payout_id)
        return mapping.to_entity(Payout, row)

    async def by_references(
        self, provider: str, references: Collection[str]
    ) -> Mapping[str, Payout]:
        rows = PayoutModel.filter(provider=provider, provider_reference__in=list(references))
        found = [mapping.to_entity(Payout, row) for row in await rows.select_for_update()]
        return {payout.provider_reference: payout for payout in found}

    async def add(self, payout: Payout) -> None:
        values = mapping.to_row(payout, (*KEPT, *EDITED))
        row, _ = await PayoutModel.get_or_create(
            values,
            provider=values.pop("provider"),
            provider_reference=values.pop("provider_reference"),
        )
        stored = mapping.to_entity(Payout, row)
        payout.id, payout.is_itemized = stored.id, stored.is_itemized
        payout.version, payout.bank_amount = stored.version, stored.bank_amount
        payout.created_at, payout.updated_at = stored.created_at, stored.updated_at

    async def save(self, payout: Payout) -> None:
        await PayoutModel.filter(id=payout.id).update(**mapping.to_row(payout, EDITED))
        row = await PayoutModel.get(id=payout.id)
        payout.version, payout.updated_at = row.version, row.updated_at

    async def add_movements(self, provider: str, movements: Sequence[ProviderMovement]) -> int:
        columns = [[getattr(movement, name) for movement in movements] for name in MOVEMENT]
        added = await current_connection().execute_query_dict(INSERT, [provider, *columns])
        return len(added)

    async def put_into(self, payout: Payout, references: Collection[str]) -> None:
        values = [payout.id, payout.provider, list(references)]
        await current_connection().execute_query_dict(PUT_INTO, values)

    async def match_movements(self, provider: str) -> int:
        return len(await current_connection().execute_query_dict(MATCH, [provider]))

    async def read_from(self, provider: str) -> datetime | None:
        (row,) = await current_connection().execute_query_dict(READ_FROM, [provider])
        moved_at: datetime | None = row["moved_at"]
        return moved_at

    async def movement_sums(self, provider: str) -> Mapping[str, Decimal]:
        rows = await current_connection().execute_query_dict(SUMS, [provider])
        return {row["currency"]: row["moved"] for row in rows}

    async def note_balances(
        self, provider: str, balances: Mapping[str, tuple[Decimal, Decimal]], now: datetime
    ) -> None:
        held = [balance for balance, _ in balances.values()]
        moved = [known for _, known in balances.values()]
        await current_connection().execute_query_dict(
            NOTE_BALANCES, [provider, list(balances), held, moved, now]
        )
