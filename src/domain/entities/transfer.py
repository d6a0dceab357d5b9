"""A transfer: the offer of a ticket to somebody else, by e-mail."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from src.domain.entities.event import Event, EventStatus
from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.errors import InvalidState, ValidationFailed
from src.domain.shared.transitions import require_transition

OFFERS_STAND_FOR = timedelta(days=7)


class TransferStatus(StrEnum):
    """The status of a transfer; only one that is `offered` is open, and can be accepted.

    `ended` means that its ticket was used, cancelled or reissued in the meantime.
    """

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    ENDED = "ended"


TRANSITIONS = {
    TransferStatus.OFFERED: frozenset(
        {
            TransferStatus.ACCEPTED,
            TransferStatus.DECLINED,
            TransferStatus.WITHDRAWN,
            TransferStatus.EXPIRED,
        }
    ),
}
"""`offered` also becomes `ended`, which a trigger of the database writes, whatever ends it."""


@dataclass(kw_only=True, slots=True)
class Transfer:
    """An offer of one issue of a ticket, by its holder, to the reader of mail at `email`.

    The token that accepts it is made of `nonce`, and only its hash is stored. `email` is None once
    the offer is closed: it is needed no longer.
    """

    id: int = 0
    ticket_id: int
    event_id: int
    issue: int
    from_user_id: int
    to_user_id: int | None = None
    email: str | None
    nonce: UUID
    token_hash: bytes
    status: TransferStatus = TransferStatus.OFFERED
    expires_at: datetime
    closed_at: datetime | None = None
    created_at: datetime | None = None

    @classmethod
    def offer(
        cls,
        ticket: Ticket,
        event: Event,
        *,
        email: str,
        nonce: UUID,
        token_hash: bytes,
        now: datetime,
    ) -> "Transfer":
        """Offer the ticket for a week, or until its event starts. Raises InvalidState."""
        require_transferable(ticket, event, now)
        return cls(
            ticket_id=ticket.id,
            event_id=event.id,
            issue=ticket.issue,
            from_user_id=ticket.user_id,
            email=email,
            nonce=nonce,
            token_hash=token_hash,
            expires_at=min(now + OFFERS_STAND_FOR, event.date_time),
        )

    def status_at(self, now: datetime) -> TransferStatus:
        """Return the status; an open offer whose time has passed is expired, noted or not."""
        if self.status is TransferStatus.OFFERED and self.expires_at <= now:
            return TransferStatus.EXPIRED
        return self.status

    def accept(self, *, by: int, now: datetime) -> None:
        """Accept it for the user `by`. Raises InvalidState; also for who offered it."""
        if by == self.from_user_id and self.status_at(now) is TransferStatus.OFFERED:
            why = "This ticket is yours: somebody else has to accept it."
            raise InvalidState("transfer", "offered", "accepted", why)
        self._close(TransferStatus.ACCEPTED, now)
        self.to_user_id = by

    def withdraw(self, now: datetime) -> None:
        """Take the offer back. Raises InvalidState."""
        self._close(TransferStatus.WITHDRAWN, now)

    def decline(self, now: datetime) -> None:
        """Refuse the offer. Raises InvalidState."""
        self._close(TransferStatus.DECLINED, now)

    def expire(self, now: datetime) -> None:
        """Note that its time has passed. Raises InvalidState."""
        require_transition(
            "transfer", TRANSITIONS, current=self.status, wanted=TransferStatus.EXPIRED
        )
        self.status, self.email, self.closed_at = TransferStatus.EXPIRED, None, now

    def _close(self, wanted: TransferStatus, now: datetime) -> None:
        status = self.status_at(now)
        if wanted not in TRANSITIONS.get(status, ()):
            raise InvalidState("transfer", status.value, wanted.value, WHY_CLOSED[status])
        self.status, self.email, self.closed_at = wanted, None, now


WHY_CLOSED = {
    TransferStatus.ACCEPTED: "This ticket was accepted already.",
    TransferStatus.DECLINED: "This offer was declined.",
    TransferStatus.WITHDRAWN: "This offer was taken back.",
    TransferStatus.EXPIRED: "This offer has expired.",
    TransferStatus.ENDED: "This ticket was used, cancelled or reissued: the offer has ended.",
}


def require_transferable(ticket: Ticket, event: Event, now: datetime) -> None:
    """Raise InvalidState unless the ticket is valid, and its event lets it change hands now."""
    ticket.require_admission("transferred")
    if event.status is not EventStatus.ACTIVE:
        why = f"This event is {event.status.value}: its tickets cannot be transferred."
        raise InvalidState("event", event.status.value, "transferred", why)
    if not event.allows_transfer:
        why = "The organizer of this event does not allow tickets to be transferred."
        raise InvalidState("ticket", ticket.status.value, "transferred", why)
    if now >= event.date_time:
        why = "The event has started: its tickets cannot be transferred any more."
        raise InvalidState("ticket", ticket.status.value, "transferred", why)
    if ticket.status is not TicketStatus.ACTIVE:
        raise InvalidState("ticket", ticket.status.value, "transferred")


def is_transferable(ticket: Ticket, event: Event, now: datetime) -> bool:
    """Whether the ticket is valid, and its event lets it change hands now."""
    try:
        require_transferable(ticket, event, now)
    except InvalidState:
        return False
    return True


def require_other_address(email: str, own: str | None) -> None:
    """Raise ValidationFailed for an offer to the holder's own address."""
    if email == own:
        raise ValidationFailed("body.email", "That is your own address: name somebody else's.")
