"""Ports for mail: what a mail says, how it looks, and the way that it goes."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from src.application.dtos.mail import Attachment, MailContent, TransferDetails
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event


class MailPostponed(Exception):
    """The mail was not taken now, and may be later. The message says why.

    `is_of_server` where no other mail would be taken either.
    """

    def __init__(self, why: str, *, is_of_server: bool = False) -> None:
        super().__init__(why)
        self.is_of_server = is_of_server


class MailRefused(Exception):
    """The mail was refused for good. The message says why."""


class MailOutcomeUnknown(Exception):
    """The connection ended before the answer: the mail may have been taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedMail:
    """A mail in words: `html` and `text` say the same."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMail:
    """A mail as it is handed over."""

    message_id: UUID
    address: str
    name: str
    at: datetime
    rendered: RenderedMail
    attachments: Sequence[Attachment] = ()
    reply_to: str | None = None


class MailRenderer(Protocol):
    """Writes mails from templates."""

    def render(self, content: MailContent) -> RenderedMail: ...


class MailSession(Protocol):
    """A way on which mails go, one after another."""

    async def send(self, mail: OutgoingMail) -> None:
        """Hand the mail over. Raises MailPostponed, MailRefused, MailOutcomeUnknown."""


class MailTransport(Protocol):
    """Where mails go. Never used inside a transaction.

    `is_enabled` is False where there is nothing to send with: mails then wait. `is_repeatable`
    where handing the same mail over twice is the same as once.
    """

    is_enabled: bool
    is_repeatable: bool

    def session(self) -> AbstractAsyncContextManager[MailSession]:
        """Open the way. Raises MailPostponed where that fails."""


class MailAttachments(Protocol):
    """Makes what is attached to the confirmation of a booking: its tickets, a calendar file."""

    async def of_booking(self, booking: Booking, event: Event) -> Sequence[Attachment]: ...


class TransferReader(Protocol):
    """Reads what a mail about the transfer of a ticket needs."""

    async def read(self, transfer_id: int) -> TransferDetails | None:
        """Return its details, None if the transfer is not there any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenMail:
    """A mail that was written to a folder in development, as a page shows it."""

    name: str
    subject: str
    to: str
    at: str
    text: str = ""
    html: str = ""
    headers: Sequence[tuple[str, str]] = ()
    attachments: Sequence[Attachment] = ()


class WrittenMails(Protocol):
    """The mails that were written to a folder in development."""

    async def newest(self, *, limit: int) -> list[WrittenMail]:
        """Return the newest mails, newest first, without their content."""

    async def get(self, name: str) -> WrittenMail:
        """Return the whole mail. Raises NotFound."""
