"""What keeps a browser's `EventSource` coming back (HTML standard, server-sent events).

It tries again by itself after a stream that ended, and never again after any answer but 200: one
503, while we are busy or without a database, would end the stream of a page for good. So it gets
the error in a stream that is over at once. Other clients get it as everywhere.
"""

import json
import random
import re
from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from sse_starlette import ServerSentEvent

MEDIA_TYPE = "text/event-stream"
STREAM = re.compile(r"(/availability/stream|/orders/[^/]+/events)$")
FINAL = "final"
"""The id of the event after which a stream has nothing more to say: see `Last-Event-ID`."""

RETRY_MS = (2_000, 10_000)
"""All streams end together when a server stops: their clients come back spread over this time."""

UNAVAILABLE_MS = (10_000, 30_000)


def retry_line() -> bytes:
    """When this client comes back after its stream has ended: the first line of the stream."""
    return f"retry: {_between(RETRY_MS)}\r\n".encode()


def is_stream(path: str) -> bool:
    """Whether the answer of this path is a stream that stays open."""
    return STREAM.search(path) is not None


def is_event_source(request: Request) -> bool:
    """Whether a stream is asked for by a client that gives it up after any answer but 200."""
    is_wanted = request.method == "GET" and is_stream(request.url.path)
    return is_wanted and MEDIA_TYPE in request.headers.get("accept", "")


def unavailable_stream(problem: Mapping[str, Any], headers: Mapping[str, str]) -> Response:
    """A stream of one event, `unavailable`, with the problem; its client comes back later."""
    event = ServerSentEvent(
        json.dumps(problem), event="unavailable", retry=_between(UNAVAILABLE_MS)
    )
    headers = {**headers, "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return Response(event.encode(), 200, headers, media_type=MEDIA_TYPE)


def _between(limits: tuple[int, int]) -> int:
    # Chance that protects nothing.
    return random.randint(*limits)  # noqa: S311
