"""A real SMTP server that does what a test says."""

import asyncio
import warnings
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class Mailbox:
    """The server's handler: `replies` answer the next RCPT or DATA commands, then all is taken.

    A reply may be a function, which is called instead: to wait, or to die.
    """

    replies: dict[str, list[str | Callable[[SMTP], Any]]] = field(default_factory=dict)
    received: list[Envelope] = field(default_factory=list)
    connections: int = 0

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's own name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        reply = await self._reply("RCPT", server)
        if reply is None:
            envelope.rcpt_tos.append(address)
        return reply or "250 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's own name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        reply = await self._reply("DATA", server)
        if reply is None:
            self.received.append(envelope)
        return reply or "250 Taken"

    async def _reply(self, command: str, server: SMTP) -> str | None:
        waiting = self.replies.get(command, [])
        reply = waiting.pop(0) if waiting else None
        if callable(reply):
            result = reply(server)
            if asyncio.iscoroutine(result):
                await result
            return None
        return reply


def die(server: SMTP) -> None:
    """Cut the connection without a word."""
    assert server.transport is not None
    server.transport.close()


@asynccontextmanager
async def smtp_server(mailbox: Mailbox, **options: Any) -> AsyncIterator[int]:
    """The port of a server with this mailbox."""

    def connect() -> SMTP:
        mailbox.connections += 1
        with warnings.catch_warnings():
            # It warns of passwords without TLS, which a test may want to see refused or taken.
            warnings.simplefilter("ignore")
            return SMTP(mailbox, hostname="test", enable_SMTPUTF8=True, **options)

    server = await asyncio.get_running_loop().create_server(connect, "127.0.0.1", 0)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        await server.wait_closed()
