"""The Idempotency-Key header, and the header of a replayed response."""

import hashlib
import json
from typing import Annotated

from fastapi import Header, Request
from pydantic import BaseModel

from src.domain.entities.user import Actor
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.presentation.utils.client import path_of

IdempotencyKey = Annotated[
    str | None,
    Header(
        min_length=1,
        max_length=255,
        pattern=r"^[\x21-\x7e]+$",
        description="Makes it safe to repeat this request: one effect, always the same response.",
    ),
]


def idempotent(
    request: Request, actor: Actor, key: str | None, body: BaseModel | None = None
) -> IdempotentRequest | None:
    """The key and fingerprint that identify a repeated request; None without a key."""
    if key is None:
        return None
    # The parsed body, so that white space and the order of keys make no difference.
    content = body.model_dump(mode="json", exclude_unset=True) if body else None
    parts = [request.method, path_of(request), content]
    fingerprint = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).digest()
    return IdempotentRequest(actor.id, key, fingerprint)


def replay_header(*, is_replayed: bool) -> dict[str, str]:
    """The header that marks the response of an earlier request with the same key."""
    return {"Idempotency-Replayed": "true"} if is_replayed else {}
