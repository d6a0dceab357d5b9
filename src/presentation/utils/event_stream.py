"""Availability and states of orders as server-sent events."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, cast

import anyio
import structlog
from sse_starlette import EventSourceResponse, ServerSentEvent
from sse_starlette.sse import SendTimeoutError
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from src.application.dtos.event import EventSnapshot
from src.application.dtos.order_state import OrderState
from src.application.live.stream import Stream
from src.presentation.middleware.head import sent_method
from src.presentation.schemas.event import AVAILABILITY
from src.presentation.schemas.order import OrderStateAnswer
from src.presentation.utils.event_source import FINAL, MEDIA_TYPE, retry_line

SECONDS_BETWEEN_PINGS = 15
SECONDS_TO_TAKE_A_FRAME = 10.0
SECONDS_TO_FINISH = 1.0

log = structlog.get_logger()


def availability_frame(snapshot: EventSnapshot) -> bytes:
    """The server-sent event that all clients of a stream receive."""
    body = AVAILABILITY(snapshot).body.decode()
    return ServerSentEvent(body, event="availability").encode()


def order_frame(state: OrderState) -> bytes:
    """The server-sent event that all clients of an order receive."""
    body = OrderStateAnswer.model_validate(state).model_dump_json()
    return ServerSentEvent(body, event="order", id=FINAL if state.is_final else None).encode()


class StreamResponse(Response):
    """Sends a stream's frames until the client disconnects, stops reading, or the server stops.

    The stream is opened when the response starts, so a response that is never sent leaks none.
    """

    media_type = MEDIA_TYPE

    def __init__(self, opening: AbstractContextManager[Stream]) -> None:
        super().__init__()
        self._opening = opening

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if sent_method(scope) == "HEAD":
            await _send_headers(send)
            return
        with self._opening as stream:
            response = EventSourceResponse(
                _with_retry(stream),
                ping=SECONDS_BETWEEN_PINGS,
                send_timeout=SECONDS_TO_TAKE_A_FRAME,
                shutdown_event=cast(anyio.Event, _Setter(stream.end)),
                shutdown_grace_period=SECONDS_TO_FINISH,
            )
            try:
                await response(scope, receive, send)
            except SendTimeoutError:
                log.info("slow_stream_dropped")


async def _with_retry(stream: Stream) -> AsyncIterator[bytes]:
    """The stream's frames, the first with the time after which this client comes back."""
    line = retry_line()
    async for frame in stream.frames():
        yield line + frame
        line = b""


async def _send_headers(send: Send) -> None:
    """Send the headers of a stream without opening it."""
    response = EventSourceResponse(iter(()))
    start = {"type": "http.response.start", "status": 200, "headers": response.raw_headers}
    await send(start)
    await send({"type": "http.response.body"})


@dataclass(frozen=True, slots=True)
class _Setter:
    """Replaces the event that the library only sets, when the server stops."""

    set: Callable[[], Any]
