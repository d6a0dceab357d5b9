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


TRANSITIONS = {
    TicketStatus.RESERVED: frozenset({TicketStatus.ACTIVE, TicketStatus.CANCELLED}),
    TicketStatus.ACTIVE: frozenset({TicketStatus.USED, TicketStatus.CANCELLED}),
}
"""`used` also becomes `active`, but only by `undo_check_in`."""


@dataclass(kw_only=True, slots=True)
class Ticket:
    """A ticket. `ticket_code` is None until the booking is confirmed; `user_id` is the holder.

    `issue` counts how often it was issued: the tokens of earlier issues admit nobody.
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
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def activate(self, code: str) -> None:
        """Activate a reserved ticket and set its code. Raises InvalidState."""
        self._transition_to(TicketStatus.ACTIVE)
        self.ticket_code = code

    def cancel(self) -> None:
        """Cancel the ticket, freeing its stock. Raises InvalidState if it is used or cancelled."""
        self._transition_to(TicketStatus.CANCELLED)

    def check_in(self, *, by: int, gate: str | None, now: datetime) -> None:
        """Mark the ticket as used. Raises InvalidState; if used, with the time and the gate."""
        if self.status is TicketStatus.USED and self.used_at is not None:
            where = f" at {self.gate}" if self.gate else ""
            raise InvalidState(
                "ticket",
                "used",
                "used",
                f"This ticket was used on {self.used_at:%d %B %Y at %H:%M:%S} UTC{where}.",
                used_at=self.used_at,
                gate=self.gate,
            )
        if self.status is TicketStatus.CANCELLED:
            why = "This ticket was cancelled: it admits nobody."
            raise InvalidState("ticket", "cancelled", "used", why)
        self._transition_to(TicketStatus.USED)
        self.used_at, self.used_by, self.gate = now, by, gate

    def undo_check_in(self) -> None:
        """Make a used ticket valid again. Raises InvalidState."""
        if self.status is not TicketStatus.USED:
            raise InvalidState("ticket", self.status.value, "active", "This ticket is not used.")
        self.status = TicketStatus.ACTIVE
        self.used_at = self.used_by = self.gate = None

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
