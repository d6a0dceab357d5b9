"""An event as readers see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class EventSnapshot:
    """An event and all its ticket types at one moment.

    Many requests share one: nobody may change what is in it.
    """

    event: Event
    ticket_types: Sequence[TicketType]
