"""The Idempotency-Key header and the answer to its replay."""

import hashlib
import json
from typing import Annotated

from fastapi import Header, Request
from pydantic import BaseModel

from src.domain.entities.user import Actor
from src.domain.repositories.idempotency_key import IdempotentRequest

IdempotencyKey = Annotated[
    str | None,
    Header(
        min_length=1,
        max_length=255,
        pattern=r"^[\x21-\x7e]+$",
        description="Makes a repetition of this request safe: it has one effect and one answer.",
    ),
]


def idempotent(
    request: Request, actor: Actor, key: str | None, body: BaseModel | None = None
) -> IdempotentRequest | None:
    """What identifies this request to be the same one when it is sent again."""
    if key is None:
        return None
    # The parsed body, so that white space and the order of keys make no difference.
    content = body.model_dump(mode="json", exclude_unset=True) if body else None
    parts = [request.method, request.url.path, content]
    fingerprint = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).digest()
    return IdempotentRequest(actor.id, key, fingerprint)


def replay_header(*, is_replayed: bool) -> dict[str, str]:
    """Tells a client that an earlier sending of the request did the work."""
    return {"Idempotency-Replayed": "true"} if is_replayed else {}
