"""How much of a body is read, and for whom."""

from collections.abc import Callable
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope

from src.application.concurrency.lanes import ClientDisconnected
from src.domain.entities.user import Actor, Role
from src.presentation.utils.problem import BODY_TOO_LARGE, build

SMALL_BODY_BYTES = 64 * 1024
"""What anybody may send."""

MAX_BODY_BYTES = 1024 * 1024
"""What a user may send."""

BODY_LIMITS: dict[object, int] = {}
"""Endpoints to which all but customers may send more than MAX_BODY_BYTES, and how much."""

UNANNOUNCED = 1
"""Stands for a body that comes in pieces, without saying how long it is."""

Endpoint = TypeVar("Endpoint", bound=Callable[..., object])


def larger_body(max_bytes: int) -> Callable[[Endpoint], Endpoint]:
    """Let the bodies of this endpoint have up to `max_bytes`, for all but customers."""

    def note(endpoint: Endpoint) -> Endpoint:
        BODY_LIMITS[endpoint] = max_bytes
        return endpoint

    return note


def announced_bytes(scope: Scope) -> int:
    """The length of the body to come: 0 where there is none, UNANNOUNCED where none is said."""
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else UNANNOUNCED
        if name == b"transfer-encoding":
            return UNANNOUNCED
    return 0


def body_refusal(request: Request, actor: Actor | None, announced: int) -> Response | None:
    """The refusal of a body above SMALL_BODY_BYTES before it is read; None if it may come."""
    limit = SMALL_BODY_BYTES
    if actor is not None:
        is_larger = actor.role is not Role.CUSTOMER
        limit = max((MAX_BODY_BYTES, *(BODY_LIMITS.values() if is_larger else ())))
    if announced <= limit:
        return None
    return build(request, *BODY_TOO_LARGE, _sentence(limit))


async def read_small(receive: Receive) -> tuple[Receive, bool]:
    """Read a body to its end or to SMALL_BODY_BYTES, and whether that is all of it.

    The new `receive` begins with what was read. Raises ClientDisconnected.
    """
    message = await receive()
    if message.get("more_body"):
        message = await _joined(message, receive)
    return _after(message, receive), not message.get("more_body")


def read_within_limit(scope: Scope, receive: Receive) -> Receive:
    """`receive`, refusing a body above the limit of its endpoint."""
    received = 0

    async def limited() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        # Known by now: nobody reads the body before the router has chosen the endpoint.
        limit = BODY_LIMITS.get(scope.get("endpoint"), MAX_BODY_BYTES)
        if max(received, announced_bytes(scope)) > limit:
            raise HTTPException(413, _sentence(limit))
        return message

    return limited


async def _joined(message: Message, receive: Receive) -> Message:
    body = bytearray(message["body"])
    while message.get("more_body") and len(body) <= SMALL_BODY_BYTES:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnected()
        body += message.get("body", b"")
    return {**message, "body": bytes(body)}


def _after(message: Message, receive: Receive) -> Receive:
    """`receive` as if this message had not been read yet."""
    is_given = False

    async def again() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return message

    return again


def _sentence(limit: int) -> str:
    without = " without a valid token" if limit == SMALL_BODY_BYTES else ""
    return f"The request body may have at most {limit // 1024} KiB{without}."
