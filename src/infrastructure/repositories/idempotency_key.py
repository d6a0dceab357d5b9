"""Results of idempotent requests in PostgreSQL."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from src.domain.errors import IdempotencyInProgress, IdempotencyKeyReused, TicketingError
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories.stored_answers import read_answer, write_answer

Result = TypeVar("Result")

# The lock shows whether a request with this key is still running. It ends with the transaction,
# even in a crash. If the other request commits between the snapshot and the lock of this
# statement, the unique constraint refuses the new row, with the same result.
RECALL = """
SELECT asked.user_id, asked.key, pg_try_advisory_xact_lock(asked.lock) AS is_locked,
    known.fingerprint, known.answer
FROM unnest($1::bigint[], $2::text[], $3::bigint[]) AS asked (user_id, key, lock)
LEFT JOIN idempotency_keys AS known ON known.user_id = asked.user_id AND known.key = asked.key
    AND known.created_at > now() - interval '24 hours'
"""

REMEMBER = """
INSERT INTO idempotency_keys (user_id, key, fingerprint, answer)
SELECT user_id, key, fingerprint, answer
FROM unnest($1::bigint[], $2::text[], $3::bytea[], $4::text[])
    AS new (user_id, key, fingerprint, answer)
ON CONFLICT (user_id, key) DO UPDATE
    SET fingerprint = EXCLUDED.fingerprint, answer = EXCLUDED.answer,
        created_at = EXCLUDED.created_at
    WHERE EXCLUDED.created_at - idempotency_keys.created_at >= interval '24 hours'
RETURNING id
"""

# Results are the JSON of an order, alone or in a sale, or of a transaction. The table is read as a
# whole: it has the results of a day.
FORGET_WORDS = r"""
UPDATE idempotency_keys SET answer = regexp_replace(
    answer,
    '"(buyer_name|contact_name|contact_email|contact_phone|notes|reason|note|client_secret|'
        'redirect_url)"'
        ':"([^"\\]|\\.)*"',
    '"\1":null', 'g'
)
WHERE strpos(answer, format('"user_id":%s,', $1::bigint)) > 0
    OR substring(answer FROM '"order_id":([0-9]+)')::bigint IN (
        SELECT id FROM orders WHERE user_id = $1
    )
"""

FORGET = """DELETE FROM idempotency_keys WHERE id = ANY(ARRAY(
    SELECT id FROM idempotency_keys WHERE created_at < $1
    ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED))"""


class TortoiseIdempotencyKeyRepository:
    """Implements `IdempotencyKeyRepository`. Results are stored as JSON of the entity."""

    async def recall(
        self, requests: Sequence[IdempotentRequest], kind: type[Result]
    ) -> dict[IdempotentRequest, Result | TicketingError]:
        rows = await current_connection().execute_query_dict(
            RECALL,
            [
                [request.caller_id for request in requests],
                [request.key for request in requests],
                [_lock_number(request) for request in requests],
            ],
        )
        by_key = {(row["user_id"], row["key"]): row for row in rows}
        recalled: dict[IdempotentRequest, Result | TicketingError] = {}
        for request in requests:
            row = by_key[request.caller_id, request.key]
            if not row["is_locked"]:
                recalled[request] = IdempotencyInProgress()
            elif row["answer"] is not None:
                is_same = row["fingerprint"] == request.fingerprint
                answer = await read_answer(kind, row["answer"]) if is_same else None
                recalled[request] = answer or IdempotencyKeyReused()
        return recalled

    async def remember(self, answers: Mapping[IdempotentRequest, object]) -> None:
        requests = list(answers)
        rows = await current_connection().execute_query_dict(
            REMEMBER,
            [
                [request.caller_id for request in requests],
                [request.key for request in requests],
                [request.fingerprint for request in requests],
                [write_answer(answer) for answer in answers.values()],
            ],
        )
        if len(rows) < len(requests):
            raise IdempotencyInProgress()

    async def forget_user(self, user_id: int) -> None:
        connection = current_connection()
        await connection.execute_query("DELETE FROM idempotency_keys WHERE user_id = $1", [user_id])
        await connection.execute_query(FORGET_WORDS, [user_id])

    async def forget(self, before: datetime, *, limit: int) -> int:
        count, _ = await current_connection().execute_query(FORGET, [before, limit])
        return count


def _lock_number(request: IdempotentRequest) -> int:
    digest = hashlib.sha256(f"{request.caller_id}:{request.key}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
