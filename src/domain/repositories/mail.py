"""The repository of mails."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from src.domain.entities.mail import Mail, MailKind, MailStatus
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class MailFilter:
    """A filter of mails: of an event, with its bookings and orders, or of one order or booking."""

    event_id: int | None = None
    status: MailStatus | None = None
    kind: MailKind | None = None
    order_id: int | None = None
    booking_id: int | None = None
    user_id: int | None = None


class MailRepository(Protocol):
    """Mails."""

    async def add(self, mails: Sequence[Mail]) -> None:
        """Store mails, in one statement; one that its recipient has for this cause is left out."""

    async def get(self, mail_id: int) -> Mail:
        """Return the mail. Raises NotFound."""

    async def lock(self, mail_id: int) -> Mail:
        """Like `get`, but lock the mail until the transaction ends."""

    async def save(self, mail: Mail) -> None:
        """Store what became of the mail."""

    async def search(self, wanted: MailFilter, page: PageRequest) -> Page[Mail]:
        """Return mails, newest first; those of an event are of its bookings and orders too."""

    async def lease(self, now: datetime, until: datetime, *, limit: int) -> list[Mail]:
        """Take due mails: until then nobody else does. Each counts as an attempt."""

    async def begin(self, mail: Mail, now: datetime) -> bool:
        """Mark a leased mail as being sent; False if the lease was lost to somebody else."""

    async def settle(self, mail: Mail) -> None:
        """Store what became of a mail that was being sent, if it still is."""

    async def lapsed(self, before: datetime, *, limit: int) -> list[Mail]:
        """Return, locked, mails of which the sending began before that and never ended."""

    async def forget(self, before: datetime, *, limit: int) -> int:
        """Delete mails that were made before; the number of them."""
