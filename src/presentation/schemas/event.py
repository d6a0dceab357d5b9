"""Events on the wire."""

from decimal import Decimal
from typing import Any

from pydantic import BaseModel, Field
from pydantic.config import JsonDict

from src.application.dtos.event import EventSnapshot
from src.application.use_cases.event.create_event import CreateEventCommand
from src.domain.entities.event import EventKind, EventStatus, Payment, Seating
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    Answer,
    Capacity,
    Currency,
    Id,
    LongText,
    Moment,
    Money,
    Name,
    Percent,
    Price,
    Timezone,
    When,
    left_out,
    shown,
)
from src.presentation.schemas.ticket_type import NewTicketTypeBody
from src.presentation.utils.encoding import EncodedOnce

EXAMPLE: JsonDict = {
    "title": "Rock Concert",
    "description": "Three bands, one night.",
    "venue": "Bangkok Arena",
    "kind": "concert",
    "date_time": "2036-12-25T19:00:00+07:00",
    "timezone": "Asia/Bangkok",
    "capacity": 5000,
    "price": "1500.00",
    "currency": "THB",
    "max_tickets_per_user": 4,
    "service_fee_fixed": "10.00",
    "service_fee_percent": "2.50",
    "tax_rate": "7.00",
    "tax_inclusive": False,
}

EVENT_ANSWER_EXAMPLE: JsonDict = {
    "id": 1,
    **EXAMPLE,
    "venue_id": None,
    "date_time": "2036-12-25T12:00:00Z",
    "ends_at": "2036-12-25T15:00:00Z",
    "status": "active",
    "seating": "general",
    "payment": "none",
    "sales_start": None,
    "sales_end": None,
    "organizer_id": 1,
    "total_tickets_sold": 12,
    "total_revenue": "18000.00",
    "total_bookings": 5,
    "tickets_held": 2,
    "tickets_available": 4986,
    **EXAMPLE_TIMES,
}


STREAM_EXAMPLE = """event: availability
data: {"event_id":1,"tickets_available":4986,"ticket_types":[]}

: ping - 2036-12-25 19:00:00+00:00

"""


class EventAnswer(Answer):
    """An event with its statistics, which database triggers keep."""

    model_config = shown(EVENT_ANSWER_EXAMPLE)

    id: int
    title: str
    description: str | None
    venue: str | None
    venue_id: int | None
    kind: EventKind
    date_time: Moment
    ends_at: Moment
    timezone: str
    capacity: int
    price: Money
    currency: str
    status: EventStatus
    seating: Seating
    payment: Payment
    max_tickets_per_user: int | None
    sales_start: Moment | None
    sales_end: Moment | None
    service_fee_fixed: Money
    service_fee_percent: Money
    tax_rate: Money
    tax_inclusive: bool
    organizer_id: int
    total_tickets_sold: int
    total_revenue: Money
    total_bookings: int
    tickets_held: int
    tickets_available: int
    created_at: Moment
    updated_at: Moment


class CreateEventBody(BaseModel):
    """A new event. Times without an offset are read in `timezone`, by default the venue's."""

    model_config = shown(EXAMPLE)

    title: Name
    description: LongText | None = None
    venue: Name | None = Field(None, description="The name of the venue by default.")
    venue_id: Id | None = None
    kind: EventKind = EventKind.OTHER
    date_time: When
    ends_at: When | None = Field(None, description="Three hours after the start by default.")
    timezone: Timezone | None = Field(None, description="The venue's by default, else UTC.")
    capacity: Capacity | None = Field(
        None, description="With reserved seating the number of seats: leave it out."
    )
    price: Price | None = None
    currency: Currency = "USD"
    status: EventStatus = EventStatus.ACTIVE
    seating: Seating = Seating.GENERAL
    payment: Payment = Payment.NONE
    max_tickets_per_user: int | None = Field(None, ge=1, le=1000, strict=True)
    sales_start: When | None = None
    sales_end: When | None = None
    service_fee_fixed: Price = Field(Decimal("0.00"), description="For each ticket.")
    service_fee_percent: Percent = Field(Decimal("0.00"), description="Of the ticket's price.")
    tax_rate: Percent = Field(Decimal("0.00"), description="Of price and fee, in per cent.")
    tax_inclusive: bool = Field(False, description="Whether price and fee contain the tax.")
    ticket_types: list[NewTicketTypeBody] = Field(default=[], max_length=50, fail_fast=True)

    def command(self) -> CreateEventCommand:
        ticket_types = [new.command() for new in self.ticket_types]
        return CreateEventCommand(
            **self.model_dump(exclude={"ticket_types"}), ticket_types=ticket_types
        )


class UpdateEventBody(BaseModel):
    """What to change; what is left out stays. `status` names a move."""

    model_config = shown({"capacity": 5200})

    title: Name = left_out()
    description: LongText | None = None
    venue: Name | None = None
    venue_id: Id | None = None
    kind: EventKind = left_out()
    date_time: When = left_out()
    ends_at: When = left_out()
    timezone: Timezone = left_out()
    capacity: Capacity = left_out()
    price: Price = left_out()
    currency: Currency = left_out()
    status: EventStatus = left_out()
    max_tickets_per_user: int | None = Field(None, ge=1, le=1000, strict=True)
    sales_start: When | None = None
    sales_end: When | None = None
    service_fee_fixed: Price = left_out()
    service_fee_percent: Percent = left_out()
    tax_rate: Percent = left_out()
    tax_inclusive: bool = left_out()

    def changes(self) -> Any:
        """The `EventChanges` given."""
        return self.model_dump(exclude_unset=True, exclude={"status"})


class TypeAvailability(Answer):
    """What is left of one ticket type."""

    id: int
    name: str
    price: Money
    tickets_available: int


class AvailabilityAnswer(BaseModel):
    """What is left of an event and of each of its ticket types."""

    model_config = shown(
        {
            "event_id": 1,
            "tickets_available": 4986,
            "ticket_types": [{"id": 2, "name": "VIP", "price": "4500.00", "tickets_available": 97}],
        }
    )

    event_id: int
    tickets_available: int
    ticket_types: list[TypeAvailability]

    @classmethod
    def of(cls, snapshot: EventSnapshot) -> "AvailabilityAnswer":
        return cls(
            event_id=snapshot.event.id,
            tickets_available=snapshot.event.tickets_available,
            ticket_types=[
                TypeAvailability(
                    id=one.id, name=one.name, price=one.price, tickets_available=one.available
                )
                for one in snapshot.ticket_types
            ],
        )


class AvailableCount(BaseModel):
    """How many tickets of an event are left."""

    model_config = shown({"event_id": 1, "available": 4986})

    event_id: int
    available: int


class ScannersBody(BaseModel):
    """Who shall scan at the door of an event: all of them."""

    model_config = shown({"user_ids": [6, 7]})

    user_ids: list[Id] = Field(max_length=200, fail_fast=True)


EVENT = EncodedOnce[EventSnapshot](lambda snapshot: EventAnswer.model_validate(snapshot.event))
AVAILABILITY = EncodedOnce(AvailabilityAnswer.of)
