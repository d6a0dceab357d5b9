"""Request and response bodies of ticket types."""

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
    omittable,
    with_example,
)
from src.presentation.schemas.venue import SeatText

EXAMPLE: JsonDict = {"name": "VIP", "category": "VIP", "price": "4500.00", "capacity": 100}


class TicketTypeAnswer(Answer):
    """A ticket type with its tickets sold, held and available."""

    model_config = with_example(
        {
            "id": 2,
            "event_id": 1,
            **EXAMPLE,
            "capacity_is_derived": False,
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
    capacity_is_derived: bool = Field(
        description="Whether it is the event's, or the number of seats of its section."
    )
    sold: int
    held: int
    available: int
    status: TicketTypeStatus
    sales_start: Moment | None
    sales_end: Moment | None
    created_at: Moment
    updated_at: Moment


class NewTicketTypeBody(BaseModel):
    """A new ticket type; the price defaults to the event's."""

    model_config = with_example(EXAMPLE)

    name: Name
    category: Name | None = None
    section: SeatText | None = Field(
        None, description="With reserved seating: its seats; by default all that no other type has."
    )
    price: Price | None = None
    capacity: Capacity | None = Field(None, description="By default the event's, which it follows.")
    sales_start: When | None = None
    sales_end: When | None = None

    def command(self) -> NewTicketType:
        return NewTicketType(**self.model_dump())


class UpdateTicketTypeBody(BaseModel):
    """The fields to change."""

    model_config = with_example({"price": "4200.00"})

    name: Name = omittable()
    category: Name | None = None
    section: SeatText | None = None
    price: Price = omittable()
    capacity: Capacity | None = Field(None, description="Null follows the event's from now on.")
    sales_start: When | None = None
    sales_end: When | None = None

    def changes(self) -> Any:
        """The `TicketTypeChanges` that the body has."""
        return self.model_dump(exclude_unset=True)


class TicketTypeStatusBody(BaseModel):
    """The new status, which decides whether tickets are on sale."""

    model_config = with_example({"status": "paused"})

    status: TicketTypeStatus
