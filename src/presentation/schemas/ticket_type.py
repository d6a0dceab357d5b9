"""Request and response bodies of ticket types."""

from typing import Any, ClassVar

from pydantic import Field
from pydantic.config import JsonDict

from src.application.catalogue.new_ticket_type import NewTicketType
from src.domain.entities.ticket_type import TicketTypeStatus
from src.presentation.schemas.body import BY_SERVICE, Body, Sentences, all_of
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    Answer,
    Capacity,
    Moment,
    Name,
    Price,
    StoredMoney,
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
            "is_hidden": False,
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
    price: StoredMoney
    capacity: int
    capacity_is_derived: bool = Field(
        description="Whether it is the event's, or the number of seats of its section."
    )
    sold: int
    held: int
    available: int
    status: TicketTypeStatus
    is_hidden: bool = Field(
        description="Whether it exists only for the event's managers, and for who has a discount "
        "code that names it."
    )
    sales_start: Moment | None
    sales_end: Moment | None
    created_at: Moment
    updated_at: Moment


STATUS_HINT = "`PATCH /ticket-types/{id}/status` changes it."


class NewTicketTypeBody(Body):
    """A new ticket type; the price defaults to the event's."""

    model_config = with_example(EXAMPLE)

    not_here: ClassVar[Sentences] = {**all_of(TicketTypeAnswer, BY_SERVICE), "status": STATUS_HINT}

    name: Name
    category: Name | None = None
    section: SeatText | None = Field(
        None, description="With reserved seating: its seats; by default all that no other type has."
    )
    price: Price | None = None
    capacity: Capacity | None = Field(None, description="By default the event's, which it follows.")
    sales_start: When | None = None
    sales_end: When | None = None
    is_hidden: bool = Field(False, description="Sold only with a discount code that names it.")

    def command(self) -> NewTicketType:
        return NewTicketType(**self.model_dump())


class UpdateTicketTypeBody(Body):
    """The fields to change."""

    model_config = with_example({"price": "4200.00"})

    not_here: ClassVar[Sentences] = {**all_of(TicketTypeAnswer, BY_SERVICE), "status": STATUS_HINT}

    name: Name = omittable()
    category: Name | None = None
    section: SeatText | None = None
    price: Price = omittable()
    capacity: Capacity | None = Field(None, description="Null follows the event's from now on.")
    sales_start: When | None = None
    sales_end: When | None = None
    is_hidden: bool = omittable()

    def changes(self) -> Any:
        """The `TicketTypeChanges` that the body has."""
        return self.model_dump(exclude_unset=True)


class TicketTypeStatusBody(Body):
    """The new status, which decides whether tickets are on sale."""

    model_config = with_example({"status": "paused"})

    not_here: ClassVar[Sentences] = {
        **all_of(TicketTypeAnswer, BY_SERVICE),
        **all_of(UpdateTicketTypeBody, "`PUT /ticket-types/{id}` changes it."),
    }

    status: TicketTypeStatus
