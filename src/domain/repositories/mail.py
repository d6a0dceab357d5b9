"""The repository of mails, and of mailings: the same mail to everybody who comes to an event."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from src.domain.entities.mail import Mail, MailKind, MailStatus
from src.domain.entities.transaction import TransactionKind
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class MailFilter:
    """A filter of the mails that belong to an event."""

    event_id: int
    status: MailStatus | None = None
    kind: MailKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a mail could be about: whose it is, and the one event it belongs to, if it is one."""

    id: int
    user_id: int
    event_id: int | None
    order_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneySubject(Subject):
    """A payment or refund. `bought_nothing` is a payment that is being refunded whole."""

    kind: TransactionKind
    provider: str
    bought_nothing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """A mail to everybody who comes to an event, made in steps.

    The holders of all its tickets up to `after_ticket_id` have it; of later ones, those that were
    sold before it began get it.
    """

    id: int
    cause: str
    kind: MailKind
    event_id: int
    after_ticket_id: int
    created_at: datetime


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
        """Return mails of the event, of its bookings and of orders that have one, newest first."""

    async def belongs_to(self, mail_id: int, organizer_id: int) -> bool:
        """Whether one of the events that the mail is about is this organizer's."""

    async def lease(self, now: datetime, until: datetime, *, limit: int) -> list[Mail]:
        """Take due mails: until then nobody else does. Each counts as an attempt."""

    async def begin(self, mail: Mail, now: datetime) -> bool:
        """Mark a leased mail as being sent; False if the lease was lost to somebody else."""

    async def settle(self, mail: Mail) -> None:
        """Store what became of a mail that was being sent, if it still is."""

    async def lapsed(self, before: datetime, *, limit: int) -> list[Mail]:
        """Return, locked, mails of which the sending began before that and never ended."""

    async def bookings(self, booking_ids: Collection[int]) -> list[Subject]: ...

    async def orders(self, order_ids: Collection[int]) -> list[Subject]: ...

    async def money(self, transaction_ids: Collection[int]) -> list[MoneySubject]: ...

    async def moved_events(self, audit_ids: Collection[int]) -> list[tuple[int, int]]:
        """Return (audit id, event id) of the edits that moved an event to another time or place."""

    async def reminders_due(
        self, now: datetime, *, within: float, held_for: float, limit: int
    ) -> list[Subject]:
        """Return unpaid orders whose deadline is near and that have no reminder yet.

        `within` and `held_for` are seconds: until the deadline, and of the whole hold at least.
        """

    async def begin_mailing(self, cause: str, kind: MailKind, event_id: int) -> None:
        """Begin a mailing, unless there was one for this cause."""

    async def next_mailing(self) -> Mailing | None:
        """Return the oldest mailing that is not done, locked, None if there is none to be had."""

    async def continue_mailing(self, mailing: Mailing, *, limit: int) -> int:
        """Add the mails to the holders of the next tickets; how many tickets. None: it is done."""

    async def forget(self, before: datetime, *, limit: int) -> int:
        """Delete mails that were made before; the number of them."""
