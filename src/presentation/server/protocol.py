"""uvicorn's HTTP/1.1 with limits on what a client may cost: time, bytes and connections.

uvicorn bounds none of these itself beyond the idle time between two requests. Limits that an
application can keep (bodies, running requests) are kept there; here are those that lie before it.
"""

import asyncio
from enum import IntEnum
from functools import lru_cache
from typing import Any

from uvicorn.config import Config
from uvicorn.middleware.proxy_headers import _TrustedHosts
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from src.presentation.server.connections import CONNECTIONS, Connections
from src.presentation.server.refusals import BAD, BUSY, HEAD_TOO_LARGE, LATE, Refusal, written
from src.presentation.utils.path_prefix import STATE as PATH_PREFIX

MAX_HEAD_BYTES = 32 * 1024
MAX_HEADERS = 100
MAX_PIPELINED = 16
MAX_MESSAGE_BYTES = 9 * 1024 * 1024
"""More than the longest body that the application reads: what follows that is not even skipped."""

HEAD_SECONDS = 10.0
BODY_SECONDS = 10.0
BODY_BYTES_PER_SECOND = 64 * 1024
READING_SECONDS = 10.0
READING_BYTES_PER_SECOND = 16 * 1024
CLOSING_SECONDS = 10.0


class Part(IntEnum):
    """What of a request is being received."""

    NONE = 0
    HEAD = 1
    BODY = 2


class HeadTooLarge(Exception):
    """Stops the parser in the middle of a head."""


class BoundedHttpProtocol(HttpToolsProtocol):
    """One connection, given up when its client is slow or sends too much.

    - a head: 32 KiB and 100 headers, within ten seconds of its first byte or of the connection;
    - a body: ten seconds, and another one for each 64 KiB that have come;
    - reading an answer: some of it every ten seconds, and 16 KiB a second in the long run.
    """

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._register: Connections = app_state[CONNECTIONS]
        self._path_prefix: str = app_state.get(PATH_PREFIX, "")
        self.peer: str | None = None
        self._refusal = BAD
        self._part = Part.HEAD
        self._since = self.loop.time()
        self._received = 0
        self._chunk = 0
        self._unread_since = 0.0
        self._unread_most = self._unread = 0
        self._progress_at = 0.0
        self._closing_since = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        host = self.client[0] if self.client else None
        if host and not _is_trusted(host, self.config.forwarded_allow_ips):
            self.peer = host
        if not self._register.admit(self):
            self._refuse(BUSY)

    def connection_lost(self, exc: Exception | None) -> None:
        self._register.forget(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        if self._part is Part.NONE:
            self._begin(Part.HEAD)
        self._chunk = len(data)
        self._received += self._chunk
        super().data_received(data)
        if self._received > MAX_HEAD_BYTES:
            self._check_size()

    def on_message_begin(self) -> None:
        if self._part is Part.NONE:
            # The next request came in the same packet as the last.
            self._begin(Part.HEAD)
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        if len(self.headers) > MAX_HEADERS or len(self.pipeline) >= MAX_PIPELINED:
            raise self._head_too_large()
        if max(self._received, self._chunk) > MAX_HEAD_BYTES:
            size = len(self.url) + sum(len(name) + len(value) for name, value in self.headers)
            if size > MAX_HEAD_BYTES:
                raise self._head_too_large()
        self._begin(Part.BODY)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._part = Part.NONE
        super().on_message_complete()

    def pause_writing(self) -> None:
        self._unread_since = self._progress_at = self.loop.time()
        self._unread_most = self._unread = self.unsent_bytes()
        super().pause_writing()

    def resume_writing(self) -> None:
        self._unread_since = 0.0
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        refusal, self._refusal = self._refusal, BAD
        self._refuse(refusal)

    def _unsupported_upgrade_warning(self) -> None:
        """Nothing: the request is answered as if it had not asked, and anybody can ask."""

    def unsent_bytes(self) -> int:
        """Bytes of answers that the client has not taken yet."""
        return self.transport.get_write_buffer_size() if self._unread_since else 0

    def overdue(self, now: float, *, is_pressed: bool) -> str | None:
        """What the client is too slow with; `is_pressed` when too much waits to be read."""
        if self.transport.is_closing():
            self._closing_since = self._closing_since or now
            return "closing" if now - self._closing_since > CLOSING_SECONDS else None
        if self._unread_since and self._is_reading_too_slowly(now, is_pressed):
            return "slow reading"
        if self._part is Part.NONE:
            return None
        if self.flow.read_paused:
            # It is we who do not read.
            self._since = now
        elif self._part is Part.HEAD:
            return "slow head" if now - self._since > HEAD_SECONDS else None
        elif now - self._since > self._seconds_for_body():
            return "slow body"
        return None

    def give_up(self, reason: str) -> None:
        """End it: with a refusal where that can be read, else at once."""
        if self._part is Part.NONE or self.transport.is_closing() or self._unread_since:
            self.transport.abort()
        else:
            self._refuse(LATE)

    def _begin(self, part: Part) -> None:
        self._part = part
        self._since = self.loop.time()
        self._received = 0

    def _check_size(self) -> None:
        if self.transport.is_closing():
            return
        if self._part is Part.HEAD:
            self._refuse(HEAD_TOO_LARGE)
        elif self._received > MAX_MESSAGE_BYTES:
            self.transport.abort()

    def _head_too_large(self) -> HeadTooLarge:
        self._refusal = HEAD_TOO_LARGE
        return HeadTooLarge()

    def _seconds_for_body(self) -> float:
        if self.cycle is not None and self.cycle.response_complete:
            # What still comes is skipped.
            return BODY_SECONDS
        return BODY_SECONDS + self._received / BODY_BYTES_PER_SECOND

    def _is_reading_too_slowly(self, now: float, is_pressed: bool) -> bool:
        unread = self.unsent_bytes()
        if unread < self._unread:
            self._progress_at = now
        self._unread = unread
        self._unread_most = max(unread, self._unread_most)
        allowed = READING_SECONDS
        if not is_pressed:
            allowed += self._unread_most / READING_BYTES_PER_SECOND
        return now - self._progress_at > READING_SECONDS or now - self._unread_since > allowed

    def _refuse(self, refusal: Refusal) -> None:
        """Send the reason, unless another response is in progress, and close the connection."""
        is_answering = self.cycle is not None and self.cycle.response_started
        if is_answering and not self.cycle.response_complete:
            self.transport.abort()
            return
        if not self.transport.is_closing():
            self.transport.write(written(refusal, self._path_prefix))
            self.transport.close()


@lru_cache(maxsize=8)
def _trusted(hosts: str) -> _TrustedHosts:
    return _TrustedHosts(hosts)


def _is_trusted(host: str, trusted: list[str] | str) -> bool:
    """Whether this is a proxy, behind which many are, as TRUSTED_PROXIES names it."""
    return host in _trusted(trusted if isinstance(trusted, str) else ",".join(trusted))
