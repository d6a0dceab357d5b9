"""Transactions in PostgreSQL, and what providers said of them."""

from collections.abc import Sequence
from datetime import datetime

from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.errors import NotFound
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.transaction import TransactionFilter
from src.infrastructure.database.models import TransactionModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_page

CONDITIONS = {
    "order_id": "order_id",
    "event_id": "event_id",
    "kind": "kind",
    "status": "status",
    "provider": "provider",
    "date_from": "created_at__gte",
    "date_to": "created_at__lt",
}

EDITED_COLUMNS = (
    *("status", "provider_reference", "client_secret", "redirect_url", "failure", "note"),
    "settled_at",
)
COLUMNS = (
    *("kind", "order_id", "provider", "payment_method", "amount", "currency"),
    *("idempotency_key", "parent_id", "event_id", "booking_id", "reason"),
)

INSERT = f"""
INSERT INTO transactions ({", ".join(COLUMNS)})
SELECT kind::transaction_kind, {", ".join(COLUMNS[1:])}
FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::numeric[], $6::text[],
    $7::text[], $8::bigint[], $9::bigint[], $10::bigint[], $11::text[])
    AS new ({", ".join(COLUMNS)})
RETURNING id, created_at
"""  # noqa: S608 - only names of our own columns

NOTE_PROVIDER_EVENT = """
INSERT INTO payment_events (provider, provider_event_id, transaction_id, outcome)
VALUES ($1, $2, $3, $4)
ON CONFLICT (provider, provider_event_id) DO NOTHING
RETURNING id
"""


class TortoiseTransactionRepository:
    """Implements `TransactionRepository`."""

    async def get(self, transaction_id: int) -> Transaction:
        row = await TransactionModel.get_or_none(id=transaction_id)
        if row is None:
            raise NotFound("transaction", transaction_id)
        return _to_entity(row)

    async def search(self, wanted: TransactionFilter, page: PageRequest) -> Page[Transaction]:
        query = TransactionModel.all()
        for name, condition in CONDITIONS.items():
            if (value := getattr(wanted, name)) is not None:
                query = query.filter(**{condition: value})
        return await fetch_page(query, page, _to_entity)

    async def of_order(self, order_id: int) -> list[Transaction]:
        rows = await TransactionModel.filter(order_id=order_id).order_by("id")
        return [_to_entity(row) for row in rows]

    async def by_reference(
        self, provider: str, kind: TransactionKind, reference: str
    ) -> Transaction | None:
        row = await TransactionModel.get_or_none(
            provider=provider, kind=kind, provider_reference=reference
        )
        return _to_entity(row) if row else None

    async def add(self, transactions: Sequence[Transaction]) -> None:
        rows = await current_connection().execute_query_dict(
            INSERT, [[getattr(one, column) for one in transactions] for column in COLUMNS]
        )
        for transaction, row in zip(transactions, rows, strict=True):
            transaction.id = row["id"]
            transaction.created_at = transaction.updated_at = row["created_at"]

    async def save(self, transaction: Transaction) -> None:
        values = mapping.to_row(transaction, EDITED_COLUMNS)
        await TransactionModel.filter(id=transaction.id).update(**values)
        row = await TransactionModel.get(id=transaction.id)
        transaction.version, transaction.updated_at = row.version, row.updated_at

    async def open(
        self, kind: TransactionKind, *, created_before: datetime, after_id: int, limit: int
    ) -> list[Transaction]:
        query = TransactionModel.filter(
            kind=kind,
            status=TransactionStatus.PENDING,
            created_at__lte=created_before,
            id__gt=after_id,
        )
        return [_to_entity(row) for row in await query.order_by("id").limit(limit)]

    async def note_provider_event(
        self, provider: str, event_id: str, transaction_id: int, outcome: str
    ) -> bool:
        rows = await current_connection().execute_query_dict(
            NOTE_PROVIDER_EVENT, [provider, event_id, transaction_id, outcome]
        )
        return bool(rows)


def _to_entity(row: TransactionModel) -> Transaction:
    return mapping.to_entity(Transaction, row)
