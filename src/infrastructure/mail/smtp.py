"""Mails over SMTP."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from src.application.ports.mail import (
    MailOutcomeUnknown,
    MailPostponed,
    MailRefused,
    MailSession,
    OutgoingMail,
)
from src.infrastructure.mail.compose import Sender, compose

if TYPE_CHECKING:
    from aiosmtplib import SMTP

SECONDS_FOR_AN_ANSWER = 30.0
LONGEST_REASON = 300
ADDRESS = re.compile(r"<?[^\s<>@]+@[^\s<>@]+>?")
LOST = "The connection ended before the mail server's answer: the mail may have arrived."


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpServer:
    """Where to send: `smtp://user:password@host:587`, or `smtps://…:465` for TLS from the start.

    With smtp, TLS is used where the server offers it; with a password it must, unless the server
    is on this machine.
    """

    host: str
    port: int
    username: str | None
    password: str | None
    uses_tls: bool

    @classmethod
    def of(cls, url: str) -> "SmtpServer":
        parts = urlsplit(url)
        uses_tls = parts.scheme == "smtps"
        return cls(
            host=parts.hostname or "localhost",
            port=parts.port or (465 if uses_tls else 587),
            username=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            uses_tls=uses_tls,
        )

    @property
    def needs_tls(self) -> bool:
        is_near = self.host in ("localhost", "127.0.0.1", "::1")
        return self.password is not None and not self.uses_tls and not is_near


class SmtpTransport:
    """Implements `MailTransport`."""

    is_enabled = True
    is_repeatable = False

    def __init__(
        self, server: SmtpServer, sender: Sender, *, timeout: float = SECONDS_FOR_AN_ANSWER
    ) -> None:
        self._server = server
        self._sender = sender
        self._timeout = timeout

    @asynccontextmanager
    async def session(self) -> AsyncIterator[MailSession]:
        client = await self._connect()
        try:
            yield SmtpSession(client, self._sender)
        finally:
            client.close()

    async def _connect(self) -> "SMTP":
        # Imported on use: most processes send no mail.
        from aiosmtplib import SMTP, SMTPException

        server = self._server
        client = SMTP(
            hostname=server.host,
            port=server.port,
            username=server.username,
            password=server.password,
            use_tls=server.uses_tls,
            start_tls=True if server.needs_tls else False if server.uses_tls else None,
            # Else it asks the network for this machine's own name, which may take seconds.
            local_hostname=self._sender.domain,
            timeout=self._timeout,
        )
        try:
            await client.connect()
        except (SMTPException, OSError) as error:
            client.close()
            raise MailPostponed(reason_of(error), is_of_server=True) from error
        return client


class SmtpSession:
    """Implements `MailSession` over one connection."""

    def __init__(self, client: "SMTP", sender: Sender) -> None:
        self._client = client
        self._sender = sender

    async def send(self, mail: OutgoingMail) -> None:
        message = compose(mail, self._sender)
        await self._address(str(message["To"].addresses[0].addr_spec))
        await self._transmit(message.as_bytes())

    async def _address(self, recipient: str) -> None:
        """Say from whom and to whom. Until here the server has no mail, whatever happens."""
        from aiosmtplib import (
            SMTPException,
            SMTPRecipientRefused,
            SMTPResponseException,
        )

        is_ascii = recipient.isascii()
        if not is_ascii and not self._client.supports_extension("SMTPUTF8"):
            raise MailRefused("The mail server does not take addresses in this script.")
        try:
            if is_ascii:
                await self._client.mail(self._sender.address)
                await self._client.rcpt(recipient)
            else:
                options = ["SMTPUTF8"]
                await self._client.mail(self._sender.address, options=options, encoding="utf-8")
                await self._client.rcpt(recipient, encoding="utf-8")
        except SMTPRecipientRefused as error:
            await self._start_over()
            if is_permanent(error.code):
                raise MailRefused(reason_of(error)) from error
            raise MailPostponed(reason_of(error)) from error
        except SMTPResponseException as error:
            # A sender that is refused, for now or for good, can send no other mail either.
            raise MailPostponed(reason_of(error), is_of_server=True) from error
        except (SMTPException, OSError) as error:
            raise MailPostponed(reason_of(error), is_of_server=True) from error

    async def _transmit(self, content: bytes) -> None:
        """Send the message. Without an answer nobody knows whether the server took it."""
        from aiosmtplib import SMTPDataError, SMTPException

        try:
            await self._client.data(content)
        except SMTPDataError as error:
            await self._start_over()
            if is_permanent(error.code):
                raise MailRefused(reason_of(error)) from error
            raise MailPostponed(reason_of(error)) from error
        except (SMTPException, OSError) as error:
            raise MailOutcomeUnknown(LOST) from error

    async def _start_over(self) -> None:
        """Take back what was said of a mail that was refused; the connection serves the next."""
        from contextlib import suppress

        from aiosmtplib import SMTPException

        with suppress(SMTPException, OSError):
            await self._client.rset()


def is_permanent(code: int) -> bool:
    return 500 <= code < 600


def reason_of(error: Exception) -> str:
    """What the server said, without addresses: it is stored, and shown to organizers."""
    code, message = getattr(error, "code", None), getattr(error, "message", None)
    said = f"{code} {message}" if code is not None and code > 0 else str(message or error)
    said = " ".join(ADDRESS.sub("…", said).split())
    return (said or type(error).__name__)[:LONGEST_REASON]
