"""An event in somebody's calendar."""

from dataclasses import dataclass
from enum import StrEnum

from src.domain.entities.event import Event, EventStatus
from src.domain.entities.ticket import Ticket


class CalendarMethod(StrEnum):
    """What a calendar file asks for: add or update the event, or take it out."""

    PUBLISH = "PUBLISH"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """An event with the tickets that one person holds for it; `address` is that of its venue."""

    event: Event
    tickets: tuple[Ticket, ...]
    address: str | None = None

    @property
    def admitting(self) -> tuple[Ticket, ...]:
        """The tickets that admit somebody, or did."""
        return tuple(ticket for ticket in self.tickets if ticket.is_valid)

    @property
    def is_cancelled(self) -> bool:
        """Whether there is nothing to go to any more: no event, or no ticket."""
        return self.event.status is EventStatus.CANCELLED or not self.admitting

    @property
    def method(self) -> CalendarMethod:
        """What a file of this entry alone has to ask for."""
        return CalendarMethod.CANCEL if self.is_cancelled else CalendarMethod.PUBLISH
