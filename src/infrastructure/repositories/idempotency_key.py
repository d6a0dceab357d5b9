"""Answers of idempotent requests in PostgreSQL."""

import hashlib
from typing import Any, TypeVar

from pydantic import TypeAdapter

from src.application.ports import IdempotentRequest
from src.domain.errors import IdempotencyInProgress, IdempotencyKeyReused
from src.infrastructure.database.orm import current_connection

Result = TypeVar("Result")

_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}

# The lock tells a request that still runs from one that never came. It ends with the
# transaction, crash included. Should the other commit between this statement's snapshot and
# its lock, the unique constraint refuses our row, which is answered the same way.
RECALL = """
SELECT pg_try_advisory_xact_lock($1) AS is_locked, known.fingerprint, known.answer
FROM (VALUES (1)) AS one
LEFT JOIN idempotency_keys AS known
    ON known.user_id = $2 AND known.key = $3 AND known.created_at > now() - interval '24 hours'
"""

REMEMBER = """
INSERT INTO idempotency_keys (user_id, key, fingerprint, answer) VALUES ($1, $2, $3, $4)
ON CONFLICT (user_id, key) DO UPDATE
    SET fingerprint = EXCLUDED.fingerprint, answer = EXCLUDED.answer, created_at = now()
    WHERE idempotency_keys.created_at <= now() - interval '24 hours'
RETURNING id
"""


class TortoiseIdempotencyKeyRepository:
    """Implements `IdempotencyKeyRepository`. Answers are kept as JSON of the entity."""

    async def recall(self, request: IdempotentRequest, kind: type[Result]) -> Result | None:
        values = [_lock_number(request), request.caller_id, request.key]
        (row,) = await current_connection().execute_query_dict(RECALL, values)
        if not row["is_locked"]:
            raise IdempotencyInProgress()
        if row["answer"] is None:
            return None
        if row["fingerprint"] != request.fingerprint:
            raise IdempotencyKeyReused()
        answer: Result = _adapter(kind).validate_json(row["answer"])
        return answer

    async def remember(self, request: IdempotentRequest, result: object) -> None:
        answer = _adapter(type(result)).dump_json(result).decode()
        values = [request.caller_id, request.key, request.fingerprint, answer]
        if not await current_connection().execute_query_dict(REMEMBER, values):
            raise IdempotencyInProgress()


def _adapter(kind: Any) -> TypeAdapter[Any]:
    # Building one costs milliseconds; there is one per kind of answer.
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def _lock_number(request: IdempotentRequest) -> int:
    digest = hashlib.sha256(f"{request.caller_id}:{request.key}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
