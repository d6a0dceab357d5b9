"""The plan of an event's seats as it is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from src.application.dtos.event import EventSnapshot
from src.domain.entities.section_plan import PlannedSeat
from src.domain.entities.ticket_type import TicketType
from src.domain.services.hall_layout import HallSection


@dataclass(frozen=True, slots=True, eq=False)
class EventHall:
    """The seats that an event sells, section by section, and which ticket type sells each.

    Shared by concurrent requests; sales do not change it.
    """

    snapshot: EventSnapshot
    sections: Sequence[HallSection]
    sellers: Mapping[str, TicketType]
    seats: Mapping[int, PlannedSeat] = field(init=False)

    @property
    def types(self) -> list[TicketType]:
        """The ticket types that sell its seats."""
        ids = {kind.id for kind in self.sellers.values()}
        return [kind for kind in self.snapshot.ticket_types if kind.id in ids]

    @property
    def prices(self) -> list[Decimal]:
        """The different prices of its seats, the highest first: its price zones."""
        return sorted({kind.current_price for kind in self.sellers.values()}, reverse=True)

    def __post_init__(self) -> None:
        seats = {
            seat.id: seat for section in self.sections for row in section.rows for seat in row.seats
        }
        object.__setattr__(self, "seats", seats)
