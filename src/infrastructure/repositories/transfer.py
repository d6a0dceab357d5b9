"""Transfers in PostgreSQL."""

from datetime import datetime

from tortoise.queryset import QuerySet

from src.domain.entities.transfer import Transfer, TransferStatus
from src.domain.errors import NotFound
from src.infrastructure.database.models import TransferModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping

COLUMNS = (
    "ticket_id",
    "event_id",
    "issue",
    "from_user_id",
    "to_user_id",
    "email",
    "nonce",
    "token_hash",
    "status",
    "expires_at",
    "closed_at",
)

# Locked in the order of their ids, as two users who delete themselves may share offers.
CLOSE_OF_USER = """
WITH open AS MATERIALIZED (
    SELECT id, from_user_id FROM transfers
    WHERE status = 'offered' AND (from_user_id = $1 OR email = $2)
    ORDER BY id FOR UPDATE
)
UPDATE transfers
SET status = CASE WHEN open.from_user_id = $1
        THEN 'withdrawn'::transfer_status ELSE 'declined'::transfer_status END,
    email = NULL, closed_at = $3
FROM open WHERE transfers.id = open.id
RETURNING transfers.id
"""

EXPIRE = """
UPDATE transfers SET status = 'expired', email = NULL, closed_at = $1
WHERE id = ANY(ARRAY(
    SELECT id FROM transfers WHERE status = 'offered' AND expires_at <= $1
    ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED
))
RETURNING id
"""


class TortoiseTransferRepository:
    """Implements `TransferRepository`."""

    async def get(self, transfer_id: int) -> Transfer:
        return _found(await _first(TransferModel.filter(id=transfer_id)), transfer_id)

    async def get_by_token(self, token_hash: bytes) -> Transfer:
        return _found(await _first(TransferModel.filter(token_hash=token_hash)))

    async def latest(self, ticket_id: int, *, issue: int) -> Transfer | None:
        return await _first(TransferModel.filter(ticket_id=ticket_id, issue=issue).order_by("-id"))

    async def lock(self, transfer_id: int) -> Transfer:
        query = TransferModel.filter(id=transfer_id).select_for_update()
        return _found(await _first(query), transfer_id)

    async def lock_open(self, ticket_id: int) -> Transfer | None:
        return await _first(
            TransferModel.filter(
                ticket_id=ticket_id, status=TransferStatus.OFFERED
            ).select_for_update()
        )

    async def add(self, transfer: Transfer) -> None:
        row = await TransferModel.create(**mapping.to_row(transfer, COLUMNS))
        transfer.id, transfer.created_at = row.id, row.created_at

    async def save(self, transfer: Transfer) -> None:
        values = mapping.to_row(transfer, ("status", "to_user_id", "email", "closed_at"))
        await TransferModel.filter(id=transfer.id).update(**values)

    async def close_of_user(self, user_id: int, email: str | None, now: datetime) -> list[Transfer]:
        return await _changed(CLOSE_OF_USER, [user_id, email, now])

    async def expire(self, now: datetime, *, limit: int) -> list[Transfer]:
        return await _changed(EXPIRE, [now, limit])


async def _changed(query: str, values: list[object]) -> list[Transfer]:
    rows = await current_connection().execute_query_dict(query, values)
    changed = TransferModel.filter(id__in=[row["id"] for row in rows]).order_by("id")
    return [mapping.to_entity(Transfer, row) for row in await changed]


async def _first(query: QuerySet[TransferModel]) -> Transfer | None:
    row = await query.first()
    return None if row is None else mapping.to_entity(Transfer, row)


def _found(transfer: Transfer | None, identity: int | None = None) -> Transfer:
    if transfer is None:
        raise NotFound("transfer", identity)
    return transfer
