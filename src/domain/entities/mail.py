"""A mail to one person: what it is about and what became of it, without its text or address."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid4

from src.domain.errors import InvalidState


class MailKind(StrEnum):
    """What a mail says; its template has this name."""

    BOOKING_CONFIRMED = "booking_confirmed"
    ORDER_CONFIRMED = "order_confirmed"
    PAYMENT_REMINDER = "payment_reminder"
    PAYMENT_FAILED = "payment_failed"
    PAYMENT_RETURNED = "payment_returned"
    PAYMENT_AWAITED = "payment_awaited"
    REFUND = "refund"
    REFUND_FAILED = "refund_failed"
    PAYOUT = "payout"
    DISPUTE_OPENED = "dispute_opened"
    DISPUTE_DUE = "dispute_due"
    DISPUTE_WON = "dispute_won"
    DISPUTE_LOST = "dispute_lost"
    EVENT_CHANGED = "event_changed"
    EVENT_CANCELLED = "event_cancelled"
    TICKETS_CANCELLED = "tickets_cancelled"
    TRANSFER_OFFERED = "transfer_offered"
    TICKET_GIVEN = "ticket_given"
    TICKET_RECEIVED = "ticket_received"
    FIND_TICKETS = "find_tickets"
    VERIFY_EMAIL = "verify_email"
    RESET_PASSWORD = "reset_password"  # noqa: S105 - no password, but a mail about one


class MailStatus(StrEnum):
    """`waiting` and `sending` come before the end; a person may have any of the others sent again.

    `unknown` is a mail that may have arrived: who sent it stopped before the answer.
    """

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    GAVE_UP = "gave_up"
    UNKNOWN = "unknown"


CAN_BE_LEFT_OUT = frozenset({MailKind.PAYMENT_REMINDER, MailKind.TICKET_GIVEN})
"""What a person may go without. All other mails say what admits, what was paid, what changed, or
what the person has just asked for."""

BACK_OFF = tuple(
    timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 720, 1440, 1440)
)
"""How long a mail waits after each temporary refusal; after the last it is given up."""

USEFUL_FOR = {
    MailKind.FIND_TICKETS: timedelta(hours=24),
    MailKind.VERIFY_EMAIL: timedelta(hours=24),
    MailKind.RESET_PASSWORD: timedelta(hours=1),
    MailKind.PAYMENT_REMINDER: timedelta(hours=1),
}
USEFUL_FOR_OTHERS = timedelta(days=5)

TOO_OLD = "It waited until it was of no more use."


@dataclass(kw_only=True, slots=True)
class Mail:
    """A mail. One person gets at most one for each `cause`.

    The address is that of the user when the mail is sent, of a guest that of the order; with
    `transfer_id` and no user, that of the transfer. `next_at` is when it is tried next.
    `message_id` stays the same over all tries.
    """

    id: int = 0
    cause: str
    kind: MailKind
    user_id: int | None
    event_id: int | None = None
    booking_id: int | None = None
    order_id: int | None = None
    ticket_id: int | None = None
    transaction_id: int | None = None
    transfer_id: int | None = None
    payout_id: int | None = None
    dispute_id: int | None = None
    status: MailStatus = MailStatus.WAITING
    attempts: int = 0
    next_at: datetime | None = None
    last_error: str | None = None
    message_id: UUID
    created_at: datetime | None = None
    sent_at: datetime | None = None

    def is_too_old(self, now: datetime) -> bool:
        """Whether it has waited for so long that it would only confuse."""
        useful_for = USEFUL_FOR.get(self.kind, USEFUL_FOR_OTHERS)
        return self.created_at is not None and self.created_at + useful_for <= now

    def postpone(self, why: str, now: datetime) -> None:
        """Try again later, or give up after the last try."""
        tried = max(self.attempts, 1)
        if tried > len(BACK_OFF):
            self.give_up(why)
            return
        self.status, self.last_error = MailStatus.WAITING, why
        self.next_at = now + BACK_OFF[tried - 1]

    def give_back(self, until: datetime) -> None:
        """Undo that it was taken to be sent: it was not even tried."""
        self.attempts -= 1
        self.status, self.next_at = MailStatus.WAITING, until

    def refuse(self, why: str) -> None:
        """Record that the mail server refused it for good."""
        self._end(MailStatus.REFUSED, why)

    def give_up(self, why: str) -> None:
        """Record that it is not sent, and why."""
        self._end(MailStatus.GAVE_UP, why)

    def lose(self, why: str) -> None:
        """Record that it may have arrived or not: it is not sent again by itself."""
        self._end(MailStatus.UNKNOWN, why)

    def arrive(self, now: datetime) -> None:
        """Record that the mail server has taken it."""
        self._end(MailStatus.SENT, None)
        self.sent_at = now

    def send_again(self, now: datetime) -> None:
        """Let it be sent once more, because a person asks for it. Raises InvalidState.

        One that has certainly arrived becomes a new message, which mail programs do not hide as
        a duplicate.
        """
        if self.status in (MailStatus.WAITING, MailStatus.SENDING):
            why = "This mail is about to be sent; wait for what becomes of it."
            raise InvalidState("mail", self.status.value, MailStatus.WAITING.value, why)
        if self.status is MailStatus.SENT:
            self.message_id = uuid4()
        self.status, self.attempts, self.last_error = MailStatus.WAITING, 0, None
        self.next_at, self.sent_at, self.created_at = now, None, now

    def _end(self, status: MailStatus, why: str | None) -> None:
        self.status, self.last_error, self.next_at = status, why, None
