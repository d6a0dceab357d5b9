"""A ticket: one admission, part of a booking."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from src.domain.entities.ticket_type import TicketType
from src.domain.entities.venue import Seat
from src.domain.errors import (
    InvalidState,
)
from src.domain.shared.transitions import require_transition


class TicketStatus(StrEnum):
    """The status of a ticket; `reserved`, `active` and `used` tickets take stock and are live."""

    RESERVED = "reserved"
    ACTIVE = "active"
    USED = "used"
    CANCELLED = "cancelled"


ADMITTING = (TicketStatus.ACTIVE, TicketStatus.USED)
"""The statuses of a ticket that admits somebody, or did."""

TRANSITIONS = {
    TicketStatus.RESERVED: frozenset({TicketStatus.ACTIVE, TicketStatus.CANCELLED}),
    TicketStatus.ACTIVE: frozenset({TicketStatus.USED, TicketStatus.CANCELLED}),
}
"""`used` also becomes `active`, but only by `undo_check_in`."""

DEAD = {
    "cancelled": "This ticket was cancelled: it admits nobody.",
    "refunded": "This ticket was refunded: it admits nobody.",
    "not_confirmed": "This ticket is not confirmed yet: it admits nobody.",
    "replaced": "This ticket was transferred or issued anew: only its latest issue admits.",
}
"""Why a ticket admits nobody, for programs and for a doorman."""


class Retirement(StrEnum):
    """Why a ticket code is no longer valid although its ticket may be."""

    TRANSFERRED = "transferred"
    REISSUED = "reissued"


@dataclass(frozen=True, slots=True)
class RetiredCode:
    """A code that a ticket had before it was transferred or reissued."""

    code: str
    ticket_id: int
    event_id: int
    reason: Retirement
    at: datetime


@dataclass(kw_only=True, slots=True)
class Ticket:
    """A ticket. `ticket_code` is None until the booking is confirmed; `user_id` is the holder.

    `issue` counts how often it was issued: the tokens of earlier issues admit nobody.
    `used_at`, `used_by` and `gate` are of the first check-in; `is_inside` is whether nobody has
    left with the ticket since the last. `refunded_amount` and `kept_amount` are set once it was
    given back alone: what goes back to the buyer of what was paid for it, and what does not.
    """

    id: int = 0
    booking_id: int = 0
    event_id: int
    ticket_type_id: int
    user_id: int
    ticket_code: str | None = None
    issue: int = 1
    price: Decimal
    seat: Seat | None = None
    status: TicketStatus = TicketStatus.RESERVED
    used_at: datetime | None = None
    used_by: int | None = None
    gate: str | None = None
    is_inside: bool = False
    refunded_amount: Decimal | None = None
    kept_amount: Decimal | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def activate(self, code: str) -> None:
        """Activate a reserved ticket and set its code. Raises InvalidState."""
        self._transition_to(TicketStatus.ACTIVE)
        self.ticket_code = code

    def cancel(self) -> None:
        """Cancel the ticket, freeing its stock. Raises InvalidState if it is used or cancelled."""
        self._transition_to(TicketStatus.CANCELLED)

    @property
    def is_given_back(self) -> bool:
        """Whether it was cancelled or refunded alone, without the rest of its booking."""
        return self.kept_amount is not None

    def require_returnable(self) -> None:
        """Raise InvalidState unless it can be given back: it is valid, and was not used."""
        if self.status is TicketStatus.USED:
            why = "This ticket was used: it cannot be cancelled or refunded."
            raise InvalidState("ticket", "used", "cancelled", why)
        if self.status is TicketStatus.CANCELLED:
            why = "This ticket is cancelled already."
            raise InvalidState("ticket", "cancelled", "cancelled", why)

    def give_back(self, *, refunded: Decimal, kept: Decimal) -> None:
        """Cancel it alone, with what goes back and what is kept. Raises InvalidState."""
        self.require_returnable()
        self.cancel()
        self.refunded_amount, self.kept_amount = refunded, kept

    def require_admissible(self, *, issue: int | None = None, is_refunded: bool = False) -> None:
        """Raise InvalidState if the ticket admits nobody, used or not.

        `issue` is what its token says, None for a code, which dies with its issue.
        """
        if issue is not None and issue != self.issue:
            raise self._dead("replaced")
        if self.status is TicketStatus.CANCELLED:
            raise self._dead("refunded" if is_refunded else "cancelled")
        if self.status is TicketStatus.RESERVED:
            raise self._dead("not_confirmed")

    def use(self, *, by: int, gate: str | None, at: datetime, is_inside: bool) -> None:
        """Mark the ticket as used, with its first check-in. Raises InvalidState."""
        if self.status is not TicketStatus.USED:
            self._transition_to(TicketStatus.USED)
        self.used_at, self.used_by, self.gate, self.is_inside = at, by, gate, is_inside

    def undo_check_in(self) -> None:
        """Make a used ticket valid again. Raises InvalidState."""
        if self.status is not TicketStatus.USED:
            raise InvalidState("ticket", self.status.value, "active", "This ticket is not used.")
        self.status = TicketStatus.ACTIVE
        self.used_at = self.used_by = self.gate = None
        self.is_inside = False

    def _dead(self, reason: str) -> InvalidState:
        return InvalidState("ticket", self.status.value, "used", DEAD[reason], reason=reason)

    def transfer(self, *, to: int, code: str, now: datetime) -> RetiredCode:
        """Give the ticket to another holder, with a new code; the old one. Raises InvalidState."""
        retired = self._replace_code(Retirement.TRANSFERRED, code, now)
        self.user_id = to
        return retired

    def reissue(self, *, code: str, now: datetime) -> RetiredCode:
        """Give the ticket a new code; the old one. Raises InvalidState unless it is active."""
        return self._replace_code(Retirement.REISSUED, code, now)

    def _replace_code(self, reason: Retirement, code: str, now: datetime) -> RetiredCode:
        if self.status is not TicketStatus.ACTIVE or self.ticket_code is None:
            raise InvalidState("ticket", self.status.value, reason.value)
        retired = RetiredCode(self.ticket_code, self.id, self.event_id, reason, now)
        self.ticket_code = code
        self.issue += 1
        return retired

    def _transition_to(self, wanted: TicketStatus) -> None:
        require_transition("ticket", TRANSITIONS, current=self.status, wanted=wanted)
        self.status = wanted


@dataclass(frozen=True, slots=True)
class Place:
    """A ticket to be made: its type, its price, and its seat where seating is reserved."""

    ticket_type: TicketType
    seat: Seat | None
    price: Decimal

    @classmethod
    def at_list_price(cls, ticket_type: TicketType, seat: Seat | None = None) -> "Place":
        """Return a place at the price of its ticket type."""
        return cls(ticket_type, seat, ticket_type.price)
