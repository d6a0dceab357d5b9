"""The ledger in PostgreSQL: append-only, which a trigger enforces."""

from collections.abc import Sequence

from src.domain.entities.transaction import LedgerEntry
from src.infrastructure.database.models import LedgerEntryModel, TransactionModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping

COLUMNS = (
    *("kind", "account", "at", "transaction_id", "order_id", "order_item_id", "event_id"),
    *("booking_id", "ticket_type_id", "amount", "currency", "turn"),
)

INSERT = f"""
INSERT INTO ledger_entries ({", ".join(COLUMNS)})
SELECT kind::transaction_kind, account::ledger_account, {", ".join(COLUMNS[2:])}
FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::bigint[], $5::bigint[], $6::bigint[],
    $7::bigint[], $8::bigint[], $9::bigint[], $10::numeric[], $11::text[],
    $12::int[])
    AS new ({", ".join(COLUMNS)})
"""  # noqa: S608 - only names of columns


class TortoiseLedgerRepository:
    """Implements `LedgerRepository`."""

    async def add(self, entries: Sequence[LedgerEntry]) -> None:
        if entries:
            await current_connection().execute_query_dict(
                INSERT, [[getattr(entry, column) for entry in entries] for column in COLUMNS]
            )

    async def of_payment(self, payment_id: int) -> list[LedgerEntry]:
        refunds = await TransactionModel.filter(parent_id=payment_id)
        ids = [payment_id, *(refund.id for refund in refunds)]
        rows = await LedgerEntryModel.filter(transaction_id__in=ids).order_by("id")
        return [mapping.to_entity(LedgerEntry, row) for row in rows]
