"""Where mails go, by the settings; and what stands in for what is not there."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import structlog

from src.application.dtos.mail import Attachment, TransferDetails
from src.application.ports.mail import MailPostponed, MailSession
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event

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


class NoAttachments:
    """Implements `MailAttachments`: the codes of tickets stand in the mail itself."""

    async def of_booking(self, booking: Booking, event: Event) -> Sequence[Attachment]:
        return ()


class NoTransfers:
    """Implements `TransferReader` where tickets are not transferred."""

    async def read(self, transfer_id: int) -> TransferDetails | None:
        return None


def note_failure(mail_id: int, error: Exception) -> None:
    """Log a mail that could not be written."""
    log.error("mail_not_written", mail_id=mail_id, exc_info=error)


def note_outage(why: str) -> None:
    """Log that the mail server takes nothing."""
    log.warning("mail_server_away", reason=why)
