"""How many connections a process has, from whom, and which of them keep it waiting too long."""

import asyncio
from collections import Counter
from dataclasses import dataclass
from typing import Protocol

import structlog

from src.presentation.utils.client import client_key

CONNECTIONS = "connections"
"""Where the lifespan's state has the process's `Connections`."""

SWEEP_SECONDS = 1.0
MAX_UNSENT_BYTES = 64 * 1024 * 1024
"""Answers that wait to be read, in all: beyond it nobody gets extra time for a long one."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class ConnectionLimits:
    """At most `total` connections at a time, and at most `per_client` of one address."""

    total: int
    per_client: int


class Connection(Protocol):
    """What the register needs to know of a connection."""

    @property
    def peer(self) -> str | None:
        """The address at the other end, None where many share it: a trusted proxy, a socket."""

    def unsent_bytes(self) -> int:
        """Bytes of answers that the client has not taken yet."""

    def overdue(self, now: float, *, is_pressed: bool) -> str | None:
        """What it has kept us waiting for too long, in a word; None as long as it is in time."""

    def give_up(self, reason: str) -> None:
        """End it."""


class Connections:
    """All connections of a process. One timer serves them all: a request starts none."""

    def __init__(self, limits: ConnectionLimits) -> None:
        self._limits = limits
        self._open: set[Connection] = set()
        self._of_client: Counter[str] = Counter()
        self._timer: asyncio.TimerHandle | None = None
        # What is logged once per sweep, so that an attack does not fill it.
        self._dropped: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._open)

    def admit(self, connection: Connection) -> bool:
        """Note the connection, which `forget` must end; False when there is no room for it."""
        client = client_key(connection.peer) if connection.peer else None
        self._start_timer()
        if len(self._open) >= self._limits.total:
            self._dropped["too many connections"] += 1
            return False
        if client and self._of_client[client] >= self._limits.per_client:
            self._dropped["too many connections of one client"] += 1
            return False
        self._open.add(connection)
        if client:
            self._of_client[client] += 1
        return True

    def forget(self, connection: Connection) -> None:
        """The connection is closed. Without effect for one that was not admitted."""
        if connection not in self._open:
            return
        self._open.discard(connection)
        if connection.peer:
            client = client_key(connection.peer)
            self._of_client[client] -= 1
            if not self._of_client[client]:
                del self._of_client[client]

    def sweep(self, now: float) -> None:
        """End whatever is overdue at this time of the event loop, and say so in the log."""
        is_pressed = sum(each.unsent_bytes() for each in self._open) > MAX_UNSENT_BYTES
        # A copy: giving one up may end it at once.
        for connection in list(self._open):
            if (reason := connection.overdue(now, is_pressed=is_pressed)) is not None:
                connection.give_up(reason)
                self._dropped[reason] += 1
        if self._dropped:
            log.warning("connections_dropped", open=len(self._open), **self._counts_to_log())
            self._dropped.clear()

    def _counts_to_log(self) -> dict[str, int]:
        return {reason.replace(" ", "_"): count for reason, count in self._dropped.items()}

    def _start_timer(self) -> None:
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(SWEEP_SECONDS, self._tick, loop)

    def _tick(self, loop: asyncio.AbstractEventLoop) -> None:
        self._timer = None
        if self._open or self._dropped:
            self.sweep(loop.time())
            self._start_timer()
