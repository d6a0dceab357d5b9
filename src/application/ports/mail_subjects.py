"""Ports for planning mails: who has to hear of what, and mails to all who come to an event."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from src.domain.entities.dispute import DisputeStatus
from src.domain.entities.mail import MailKind
from src.domain.entities.transaction import TransactionKind


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
class DisputeSubject(Subject):
    """A dispute, for one of the organizers of its order: `user_id`."""

    status: DisputeStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedTicket:
    """A ticket that was given back alone. `is_with_buyer` unless it had another holder."""

    id: int
    event_id: int
    booking_id: int
    holder_id: int
    is_with_buyer: bool
    has_order: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """A ticket that changed hands by a transfer."""

    transfer_id: int
    ticket_id: int
    event_id: int
    giver_id: int
    receiver_id: int


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


class MailSubjects(Protocol):
    """Reads who has to hear of a change, in the caller's transaction."""

    async def bookings(self, booking_ids: Collection[int]) -> list[Subject]: ...

    async def holders(self, booking_ids: Collection[int]) -> list[Subject]:
        """Return each booking once for every user who holds a ticket of it.

        Without tickets that were given back alone: their holders hear of that by itself.
        """

    async def ended_tickets(self, ticket_ids: Collection[int]) -> list[EndedTicket]:
        """Return these tickets, which were given back alone."""

    async def orders(self, order_ids: Collection[int]) -> list[Subject]: ...

    async def money(self, transaction_ids: Collection[int]) -> list[MoneySubject]: ...

    async def payouts(self, payout_ids: Collection[int]) -> list[Subject]:
        """Return these payouts, each for who was paid."""

    async def disputes(self, audit_ids: Collection[int]) -> list[DisputeSubject]:
        """Return the disputes of these entries of the audit log, for each of their organizers."""

    async def disputes_due(
        self, now: datetime, *, within: float, limit: int
    ) -> list[DisputeSubject]:
        """Return disputes that have to be answered within so many seconds, without a reminder."""

    async def hand_overs(self, audit_ids: Collection[int]) -> list[HandOver]:
        """Return what these entries of the audit log say of tickets that changed hands."""

    async def changed_events(self, audit_ids: Collection[int]) -> list[tuple[int, int]]:
        """Return (audit id, event id) of the edits that gave an event another time or place."""

    async def reminders_due(
        self, now: datetime, *, within: float, held_for: float, limit: int
    ) -> list[Subject]:
        """Return unpaid orders whose deadline is near and that have no reminder yet.

        Without those of users who go without reminders.
        `within` and `held_for` are seconds: until the deadline, and of the whole hold at least.
        """

    async def belongs_to(self, mail_id: int, organizer_id: int) -> bool:
        """Whether one of the events that the mail is about is this organizer's."""


class Mailings(Protocol):
    """Mails to all who come to an event, made in steps; in the caller's transaction."""

    async def begin(self, cause: str, kind: MailKind, event_id: int) -> None:
        """Begin a mailing, unless there was one for this cause."""

    async def next(self) -> Mailing | None:
        """Return the oldest mailing that is not done, locked, None if there is none to be had."""

    async def step(self, mailing: Mailing, *, limit: int) -> int:
        """Add the mails to the holders of the next tickets; how many tickets. None: it is done."""
