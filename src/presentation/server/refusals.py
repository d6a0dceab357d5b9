"""Responses to connections that never reach the application, in the one error form."""

import json
from http import HTTPStatus
from typing import NamedTuple
from uuid import uuid4

from src.domain.errors import MalformedRequest, Unavailable
from src.presentation.utils import problem


class Refusal(NamedTuple):
    """A refusal without a request."""

    code: str
    status: int
    title: str
    detail: str


BAD = Refusal(
    MalformedRequest.code, 400, MalformedRequest.title, "The request is not valid HTTP/1.1."
)
HEAD_TOO_LARGE = Refusal(
    *problem.HEAD_TOO_LARGE, "Address and headers may have at most 32 KiB, and 100 headers."
)
LATE = Refusal(
    *problem.REQUEST_TIMEOUT, "The request did not come whole in time. Please send it again."
)
BUSY = Refusal(
    Unavailable.code, 503, Unavailable.title, "Too many people are here at once. Please try again."
)


def written(refusal: Refusal, prefix: str) -> bytes:
    """The whole answer as it goes over the wire; the connection is closed after it."""
    correlation_id = uuid4().hex
    body = json.dumps(
        problem.content_of(*refusal, prefix=prefix, instance="", correlation_id=correlation_id)
    ).encode()
    lines = [
        f"HTTP/1.1 {refusal.status} {HTTPStatus(refusal.status).phrase}",
        f"Content-Type: {problem.MEDIA_TYPE}",
        f"Content-Length: {len(body)}",
        f"X-Correlation-ID: {correlation_id}",
        "X-Content-Type-Options: nosniff",
        "Cache-Control: no-store",
        "Connection: close",
    ]
    if refusal.status == HTTPStatus.SERVICE_UNAVAILABLE:
        lines.append("Retry-After: 1")
    return "\r\n".join([*lines, "", ""]).encode() + body
