"""Transactions in PostgreSQL, with the webhook events of providers."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from tortoise.expressions import Q

from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.errors import NotFound
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.transaction import (
    Bought,
    ProviderEvent,
    RefundProgress,
    TransactionFilter,
)
from src.domain.shared.money import ZERO, rounded
from src.infrastructure.database.models import TransactionModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.database.records import AMONG, Records, values_of
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_page

LARGEST_ID = 2**63 - 1

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
    *("settled_at", "owed_amount"),
    *("amount", "currency", "requested_amount", "due_at", "given_up"),
    *("disputed_amount", "lost_amount"),
)
COLUMNS = (
    *("kind", "status", "order_id", "provider", "payment_method", "amount", "currency"),
    *("idempotency_key", "parent_id", "event_id", "booking_id", "reason"),
    *("replaces_id", "note", "settled_at", "due_at"),
)

INSERT = f"""
INSERT INTO transactions ({", ".join(COLUMNS)})
SELECT kind::transaction_kind, status::transaction_status, {", ".join(COLUMNS[2:])}
FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::numeric[],
    $7::text[], $8::text[], $9::bigint[], $10::bigint[], $11::bigint[], $12::text[],
    $13::bigint[], $14::text[], $15::timestamptz[], $16::timestamptz[])
    AS new ({", ".join(COLUMNS)})
RETURNING id, created_at
"""  # noqa: S608 - only names of columns

TRANSACTIONS = Records(Transaction, "transactions")
SELECT = f"SELECT json_build_array({TRANSACTIONS.columns}) AS transaction FROM transactions"  # noqa: S608

UPDATE = f"""
UPDATE transactions SET status = new.status,
    {", ".join(f"{column} = new.{column}" for column in EDITED_COLUMNS[1:])}
FROM unnest($1::bigint[], $2::text[]::transaction_status[], $3::text[], $4::text[], $5::text[],
    $6::text[], $7::text[], $8::timestamptz[], $9::numeric[], $10::numeric[], $11::text[],
    $12::numeric[], $13::timestamptz[], $14::boolean[], $15::numeric[], $16::numeric[])
    AS new (id, {", ".join(EDITED_COLUMNS)})
WHERE transactions.id = new.id
RETURNING transactions.id, transactions.version, transactions.updated_at
"""  # noqa: S608 - only names of columns

BOUGHT = f"""
SELECT transactions.id, transactions.order_id, ARRAY(
    SELECT DISTINCT event_id FROM order_items
    WHERE order_items.order_id = transactions.order_id ORDER BY event_id
) AS event_ids
FROM transactions WHERE transactions.id {AMONG.format(ids="$1")}
"""  # noqa: S608 - no values

FORGET_WORDS = """
UPDATE transactions SET reason = NULL, note = NULL, client_secret = NULL, redirect_url = NULL
WHERE order_id IN (SELECT id FROM orders WHERE user_id = $1)
    AND COALESCE(reason, note, client_secret, redirect_url) IS NOT NULL
"""

NOTE_PROVIDER_EVENTS = """
INSERT INTO payment_events (provider, provider_event_id, transaction_id, outcome)
SELECT provider, provider_event_id, transaction_id, outcome
FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[])
    AS new (provider, provider_event_id, transaction_id, outcome)
ON CONFLICT (provider, provider_event_id) DO NOTHING
RETURNING provider, provider_event_id
"""

REFUNDS_TO_ASK = """
SELECT id FROM transactions
WHERE kind = 'refund' AND status = 'pending' AND provider <> 'manual'
    AND created_at <= $2 AND id > $3 AND (ask_at IS NULL OR ask_at <= $1)
ORDER BY id LIMIT $4
"""

ASK_LATER = """
UPDATE transactions
SET ask_at = least(
    $2::timestamptz
        + least(greatest(($2::timestamptz - created_at) / 2, interval '5 s'), interval '1 h'),
    (SELECT expires_at FROM orders WHERE id = order_id AND expires_at > $2::timestamptz)
)
WHERE id = $1 AND status = 'pending'
"""

# Of an order over several events the ledger knows which part of a refund is whose.
REFUND_PROGRESS = """
WITH refunds AS (
    SELECT refund.id, refund.status, refund.currency,
        CASE WHEN refund.event_id = $1 THEN refund.amount ELSE (
            SELECT COALESCE(-sum(amount), 0) FROM ledger_entries
            WHERE order_id = refund.order_id AND transaction_id = refund.id AND event_id = $1
        ) END AS amount,
        CASE WHEN refund.event_id = $1
            THEN least(refund.owed_amount, payment.amount - payment.refunded_amount)
            WHEN refund.owed_amount > 0
            THEN least(refund.owed_amount, payment.amount - payment.refunded_amount) * (
                SELECT COALESCE(sum(amount) FILTER (WHERE event_id = $1), 0)
                    / NULLIF(sum(amount), 0)
                FROM ledger_entries
                WHERE order_id = refund.order_id AND account <> 'disputed' AND transaction_id IN (
                    SELECT booked.id FROM transactions AS booked
                    WHERE booked.order_id = refund.order_id
                        AND payment.id IN (booked.id, booked.parent_id)
                )
            )
            ELSE 0 END AS owed,
        refund.owed_amount > 0 AND payment.refunded_amount < payment.amount AS is_owed
    FROM transactions AS refund JOIN transactions AS payment ON payment.id = refund.parent_id
    WHERE refund.kind = 'refund' AND (
        refund.event_id = $1
        OR refund.event_id IS NULL AND EXISTS (
            SELECT 1 FROM order_items WHERE order_id = refund.order_id AND event_id = $1
        )
    )
)
SELECT currency,
    count(*) FILTER (WHERE status = 'pending') AS pending,
    count(*) FILTER (WHERE status = 'success') AS done,
    count(*) FILTER (WHERE is_owed) AS failed,
    COALESCE(sum(amount) FILTER (WHERE status = 'success'), 0) AS amount,
    COALESCE(sum(owed), 0) AS owed
FROM refunds GROUP BY currency
ORDER BY currency = (SELECT currency FROM events WHERE id = $1) DESC
"""

REFUNDS_TO_BEGIN = """
SELECT count(*) AS number FROM bookings WHERE event_id = $1 AND refund_due
"""


ADD_REFUNDED_TICKETS = """
INSERT INTO refunded_tickets (transaction_id, ticket_id, amount)
SELECT transaction_id, ticket_id, amount
FROM unnest($1::bigint[], $2::bigint[], $3::numeric[]) AS new (transaction_id, ticket_id, amount)
"""

REFUNDED_TICKETS = "SELECT ticket_id, amount FROM refunded_tickets WHERE transaction_id = $1"


class TortoiseTransactionRepository:
    """Implements `TransactionRepository`."""

    async def get(self, transaction_id: int) -> Transaction:
        # Of other systems at the same provider, whose numbers can be of any size.
        is_possible = 0 < transaction_id <= LARGEST_ID
        found = await _found(f"{SELECT} WHERE id = $1", [transaction_id]) if is_possible else []
        if not found:
            raise NotFound("transaction", transaction_id)
        return found[0]

    async def search(self, wanted: TransactionFilter, page: PageRequest) -> Page[Transaction]:
        query = TransactionModel.all()
        for name, condition in CONDITIONS.items():
            if (value := getattr(wanted, name)) is not None:
                query = query.filter(**{condition: value})
        return await fetch_page(query, page, _to_entity)

    async def of_order(self, order_id: int) -> list[Transaction]:
        return (await self.of_orders([order_id])).get(order_id, [])

    async def of_orders(self, order_ids: Collection[int]) -> dict[int, list[Transaction]]:
        by_order: dict[int, list[Transaction]] = defaultdict(list)
        query = f"{SELECT} WHERE order_id = ANY($1) ORDER BY id"
        for transaction in await _found(query, [list(order_ids)]):
            by_order[transaction.order_id].append(transaction)
        return dict(by_order)

    async def bought_by(self, transaction_ids: Collection[int]) -> dict[int, Bought]:
        rows = await current_connection().execute_query_dict(BOUGHT, [list(transaction_ids)])
        return {row["id"]: Bought(row["order_id"], row["event_ids"]) for row in rows}

    async def by_reference(
        self, provider: str, kind: TransactionKind, reference: str
    ) -> Transaction | None:
        row = await TransactionModel.get_or_none(
            provider=provider, kind=kind, provider_reference=reference
        )
        return _to_entity(row) if row else None

    async def forget_words_of(self, user_id: int) -> None:
        await current_connection().execute_query_dict(FORGET_WORDS, [user_id])

    async def add(self, transactions: Sequence[Transaction]) -> None:
        rows = await current_connection().execute_query_dict(INSERT, _arrays(transactions, COLUMNS))
        for transaction, row in zip(transactions, rows, strict=True):
            transaction.id = row["id"]
            transaction.created_at = transaction.updated_at = row["created_at"]

    async def add_refunded_tickets(self, refund_id: int, amounts: Mapping[int, Decimal]) -> None:
        await current_connection().execute_query_dict(
            ADD_REFUNDED_TICKETS, [[refund_id] * len(amounts), list(amounts), [*amounts.values()]]
        )

    async def refunded_tickets(self, refund_id: int) -> dict[int, Decimal]:
        rows = await current_connection().execute_query_dict(REFUNDED_TICKETS, [refund_id])
        return {row["ticket_id"]: row["amount"] for row in rows}

    async def save(self, *transactions: Transaction) -> None:
        columns = _arrays(transactions, ("id", *EDITED_COLUMNS))
        rows = await current_connection().execute_query_dict(UPDATE, columns)
        saved = {row["id"]: row for row in rows}
        for transaction in transactions:
            row = saved[transaction.id]
            transaction.version, transaction.updated_at = row["version"], row["updated_at"]

    async def open(
        self,
        kind: TransactionKind,
        *,
        created_before: datetime,
        after_id: int,
        limit: int,
        due: datetime | None = None,
    ) -> list[Transaction]:
        query = TransactionModel.filter(
            kind=kind,
            status=TransactionStatus.PENDING,
            created_at__lte=created_before,
            id__gt=after_id,
        )
        if due is not None:
            query = query.filter(Q(ask_at__isnull=True) | Q(ask_at__lte=due))
        return [_to_entity(row) for row in await query.order_by("id").limit(limit)]

    async def refunds_to_ask(
        self, now: datetime, *, created_before: datetime, after_id: int, limit: int
    ) -> list[int]:
        rows = await current_connection().execute_query_dict(
            REFUNDS_TO_ASK, [now, created_before, after_id, limit]
        )
        return [row["id"] for row in rows]

    async def ask_later(self, transaction_id: int, now: datetime) -> None:
        await current_connection().execute_query_dict(ASK_LATER, [transaction_id, now])

    async def settled(
        self, kind: TransactionKind, since: datetime, *, after_id: int, limit: int
    ) -> list[Transaction]:
        query = TransactionModel.filter(kind=kind, settled_at__gte=since, id__gt=after_id)
        return [_to_entity(row) for row in await query.order_by("id").limit(limit)]

    async def refund_progress(self, event_id: int) -> RefundProgress:
        connection = current_connection()
        (to_begin,) = await connection.execute_query_dict(REFUNDS_TO_BEGIN, [event_id])
        rows = await connection.execute_query_dict(REFUND_PROGRESS, [event_id])
        # Amounts of another currency, which the event had once, are never added to these.
        nothing = {"amount": ZERO, "owed": ZERO, "currency": None}
        row: dict[str, Any] = rows[0] if rows else nothing
        return RefundProgress(
            event_id=event_id,
            to_begin=to_begin["number"],
            pending=sum(counted["pending"] for counted in rows),
            done=sum(counted["done"] for counted in rows),
            failed=sum(counted["failed"] for counted in rows),
            amount_refunded=row["amount"],
            amount_owed=rounded(row["owed"], row["currency"]) if rows else ZERO,
            currency=row["currency"],
        )

    async def note_provider_events(self, events: Sequence[ProviderEvent]) -> list[ProviderEvent]:
        rows = await current_connection().execute_query_dict(
            NOTE_PROVIDER_EVENTS,
            [
                [event.provider for event in events],
                [event.id for event in events],
                [event.transaction_id for event in events],
                [event.outcome for event in events],
            ],
        )
        new = {(row["provider"], row["provider_event_id"]) for row in rows}
        first = {(event.provider, event.id): event for event in reversed(events)}
        return [event for key, event in first.items() if key in new]


async def _found(query: str, values: list[object]) -> list[Transaction]:
    rows = await current_connection().execute_query_dict(query, values)
    return [TRANSACTIONS.entity(values_of(row["transaction"])) for row in rows]


def _arrays(transactions: Sequence[Transaction], columns: Sequence[str]) -> list[list[Any]]:
    return [[getattr(transaction, column) for transaction in transactions] for column in columns]


def _to_entity(row: TransactionModel) -> Transaction:
    return mapping.to_entity(Transaction, row)
