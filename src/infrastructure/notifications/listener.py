"""A dedicated connection that listens for notifications, and reconnects after a failure."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from itertools import chain, repeat

import asyncpg
import structlog

from src.infrastructure.database.connecting import connect

CONNECT_SECONDS = 5.0
REPLY_SECONDS = 5.0
SECONDS_BETWEEN_CHECKS = 30.0
BACK_OFF_SECONDS = (0.1, 0.2, 0.5, 1.0, 2.0)
LONGEST_BACK_OFF_SECONDS = 5.0

log = structlog.get_logger()


Check = Callable[[asyncpg.Connection], Awaitable[None]]
Notify = Callable[[str, str], Awaitable[None]]
"""Sends a notification, channel and message, the way that others send theirs."""


async def select_1(connection: asyncpg.Connection) -> None:
    """The plainest statement that proves that a connection lives."""
    await connection.execute("SELECT 1")


class Listener:
    """Calls `on_message` with each notification of the channel.

    Notifications sent without a connection are lost; so `on_gap` is called after each connect,
    including the first. After each connect and every half minute `check` is a statement over the
    connection, which can be lost without an error, for example behind a firewall; and `notify`
    sends a message that has to arrive, since one through a pooler answers and hears nothing.
    """

    def __init__(
        self,
        url: str,
        channel: str,
        *,
        on_message: Callable[[str], None],
        on_gap: Callable[[], None],
        notify: Notify,
        check: Check = select_1,
    ) -> None:
        self._notify = notify
        self._echo = secrets.token_hex(8)
        self._heard = asyncio.Event()
        self._url = url
        self._channel = channel
        self._on_message = on_message
        self._on_gap = on_gap
        self._check = check
        self._is_listening = False

    async def run(self) -> None:
        """Listen until cancelled; reconnect after a failure, with growing pauses."""
        pauses = _pauses()
        while True:
            try:
                await self._listen()
            except Exception as error:
                if self._is_listening:
                    pauses = _pauses()
                self._is_listening = False
                pause = next(pauses)
                if pause == BACK_OFF_SECONDS[0]:
                    log.warning("listener_lost", channel=self._channel, error=repr(error))
                await asyncio.sleep(pause)

    async def _listen(self) -> None:
        connection = await connect(
            self._url,
            timeout=CONNECT_SECONDS,
            server_settings={"application_name": "event-ticketing listener"},
        )
        try:
            is_lost = asyncio.Event()
            connection.add_termination_listener(lambda _: is_lost.set())
            await connection.add_listener(
                self._channel, lambda *received: self._receive(str(received[-1]))
            )
            self._is_listening = True
            log.info("listener_connected", channel=self._channel)
            self._on_gap()
            while not is_lost.is_set():
                async with asyncio.timeout(REPLY_SECONDS):
                    await self._check(connection)
                await self._hear_own()
                with suppress(TimeoutError):
                    async with asyncio.timeout(SECONDS_BETWEEN_CHECKS):
                        await is_lost.wait()
            raise ConnectionError("The connection was lost.")
        finally:
            connection.terminate()

    def _receive(self, message: str) -> None:
        if message == self._echo:
            self._heard.set()
        else:
            self._on_message(message)

    async def _hear_own(self) -> None:
        self._heard.clear()
        try:
            async with asyncio.timeout(REPLY_SECONDS):
                await self._notify(self._channel, self._echo)
        except Exception:
            return  # a database that takes no notification says nothing about this connection
        try:
            async with asyncio.timeout(REPLY_SECONDS):
                await self._heard.wait()
        except TimeoutError:
            raise ConnectionError(
                "It does not hear its own notifications. Behind a pooler it needs "
                "DATABASE_DIRECT_URL, the address of PostgreSQL itself."
            ) from None


def _pauses() -> "chain[float]":
    return chain(BACK_OFF_SECONDS, repeat(LONGEST_BACK_OFF_SECONDS))
