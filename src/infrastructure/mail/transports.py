"""Where mails go, by the settings; and what stands in for what is not there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from src.application.ports.mail import MailPostponed, MailSession

NO_SERVER = "There is no mail server to send with."

log = structlog.get_logger()


class NoTransport:
    """Implements `MailTransport` where production has no mail server: mails wait."""

    is_enabled = False
    is_repeatable = False

    @asynccontextmanager
    async def session(self) -> AsyncIterator[MailSession]:
        raise MailPostponed(NO_SERVER, is_of_server=True)
        yield


def note_failure(mail_id: int, error: Exception) -> None:
    """Log a mail that could not be written."""
    log.error("mail_not_written", mail_id=mail_id, exc_info=error)


def note_outage(why: str) -> None:
    """Log that the mail server takes nothing."""
    log.warning("mail_server_away", reason=why)
