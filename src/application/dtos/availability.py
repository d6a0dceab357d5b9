"""What can still be bought of one event."""

from dataclasses import dataclass

from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType


@dataclass(frozen=True, slots=True)
class Availability:
    """The event's own rest, and each ticket type's."""

    event: Event
    ticket_types: list[TicketType]
