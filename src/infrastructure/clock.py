"""Clocks: the system's, and the database's, by which deadlines count."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from src.application.ports.database import Clock


def utc_now() -> datetime:
    """The current time by the system clock, aware, in UTC."""
    return datetime.now(UTC)


class DatabaseClock:
    """Implements `Clock`: the database's time, so that all processes agree on every deadline.

    It asks the database seldom (`sync`) and carries the answer forward by this machine's
    monotonic clock, which no adjustment of its time of day disturbs: reading it costs no
    statement. Until the first answer it is this machine's time of day.
    """

    def __init__(
        self, local: Clock = utc_now, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._monotonic = monotonic
        self._is_synchronised = False
        self._set(local(), monotonic())

    def __call__(self) -> datetime:
        return self._then + timedelta(seconds=self._monotonic() - self._read_at)

    async def sync(self, connection: Any) -> None:
        """Ask the database over this connection of asyncpg what time it is.

        The answer is right to within half the time that it took. One that differs by less than
        that from what is known changes nothing: on a busy machine it would make it worse.
        """
        asked_at = self._monotonic()
        answer: datetime = await connection.fetchval("SELECT clock_timestamp()")
        answered_at = self._monotonic()
        uncertainty = timedelta(seconds=(answered_at - asked_at) / 2)
        middle = asked_at + (answered_at - asked_at) / 2
        known = self._then + timedelta(seconds=middle - self._read_at)
        if not self._is_synchronised or abs(answer - known) > uncertainty:
            self._set(answer.astimezone(UTC), middle)
            self._is_synchronised = True

    def _set(self, then: datetime, read_at: float) -> None:
        self._then, self._read_at = then, read_at
