"""An event as it is read."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType, visible_types


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class EventSnapshot:
    """A consistent snapshot of an event and all its ticket types.

    It is shared by concurrent requests and must not be modified.
    """

    event: Event
    ticket_types: Sequence[TicketType]

    @property
    def visible_types(self) -> list[TicketType]:
        """The ticket types that everybody sees."""
        return visible_types(self.ticket_types)

    @property
    def tickets_available(self) -> int:
        """The tickets that everybody can buy, without those of hidden types."""
        visible, left = self.visible_types, self.event.tickets_available
        if len(visible) == len(self.ticket_types):
            return left
        return min(left, sum(ticket_type.available for ticket_type in visible))
