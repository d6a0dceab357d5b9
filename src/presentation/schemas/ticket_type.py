"""Ticket types on the wire."""

from typing import Any

from pydantic import BaseModel, Field
from pydantic.config import JsonDict

from src.application.catalogue.new_ticket_type import NewTicketType
from src.domain.entities.ticket_type import TicketTypeStatus
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    Answer,
    Capacity,
    Moment,
    Money,
    Name,
    Price,
    When,
    left_out,
    shown,
)
from src.presentation.schemas.venue import SeatText

EXAMPLE: JsonDict = {"name": "VIP", "category": "VIP", "price": "4500.00", "capacity": 100}


class TicketTypeAnswer(Answer):
    """A ticket type with what is sold, held and left of it."""

    model_config = shown(
        {
            "id": 2,
            "event_id": 1,
            **EXAMPLE,
            "sold": 3,
            "held": 0,
            "available": 97,
            "status": "available",
            "sales_start": None,
            "sales_end": None,
            **EXAMPLE_TIMES,
        }
    )

    id: int
    event_id: int
    name: str
    category: str | None
    section: str | None
    price: Money
    capacity: int
    sold: int
    held: int
    available: int
    status: TicketTypeStatus
    sales_start: Moment | None
    sales_end: Moment | None
    created_at: Moment
    updated_at: Moment


class NewTicketTypeBody(BaseModel):
    """A ticket type to be; capacity and price default to the event's."""

    model_config = shown(EXAMPLE)

    name: Name
    category: Name | None = None
    section: SeatText | None = Field(
        None, description="With reserved seating: which seats. Without: all that no other names."
    )
    price: Price | None = None
    capacity: Capacity | None = None
    sales_start: When | None = None
    sales_end: When | None = None

    def command(self) -> NewTicketType:
        return NewTicketType(**self.model_dump())


class UpdateTicketTypeBody(BaseModel):
    """What to change; what is left out stays."""

    model_config = shown({"price": "4200.00"})

    name: Name = left_out()
    category: Name | None = None
    section: SeatText | None = None
    price: Price = left_out()
    capacity: Capacity = left_out()
    sales_start: When | None = None
    sales_end: When | None = None

    def changes(self) -> Any:
        """The `TicketTypeChanges` given."""
        return self.model_dump(exclude_unset=True)


class TicketTypeStatusBody(BaseModel):
    """Whether it sells."""

    model_config = shown({"status": "paused"})

    status: TicketTypeStatus
