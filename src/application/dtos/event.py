"""An event as it is read."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class EventSnapshot:
    """A consistent snapshot of an event and all its ticket types.

    It is shared by concurrent requests and must not be modified.
    """

    event: Event
    ticket_types: Sequence[TicketType]
