"""Bookings and tickets on the wire."""

from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic.config import JsonDict

from src.application.dtos.booking import BookingDetails
from src.domain.entities.booking import BookingStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.services.allocation import TicketRequest
from src.presentation.schemas.event import EVENT_ANSWER_EXAMPLE, EventAnswer
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    MAX_QUANTITY,
    QUANTITY_NAMES,
    Answer,
    Id,
    Moment,
    Money,
    Name,
    Quantity,
    shown,
)
from src.presentation.schemas.user import USER_ANSWER_EXAMPLE, UserAnswer

TICKET_EXAMPLE: JsonDict = {
    "id": 1,
    "ticket_code": "TKT-20261120-8F3KQ2ZN",
    "ticket_type_id": 2,
    "seat": None,
    "price": "1500.00",
    "status": "active",
}

BOOKING_EXAMPLE: JsonDict = {
    "id": 1,
    "reference": "BKG-7K2M9QXA",
    "user_id": 2,
    "event_id": 1,
    "quantity": 1,
    "total_amount": "1500.00",
    "currency": "THB",
    "status": "confirmed",
    "booking_date": "2026-11-20T12:00:00Z",
    "expires_at": None,
    "order_id": None,
    "tickets": [TICKET_EXAMPLE],
    **EXAMPLE_TIMES,
}


def _once(seat_ids: tuple[int, ...]) -> tuple[int, ...]:
    if len(set(seat_ids)) < len(seat_ids):
        raise ValueError("names a seat twice")
    return seat_ids


SeatIds = Annotated[
    tuple[Id, ...], Field(max_length=MAX_QUANTITY, fail_fast=True), AfterValidator(_once)
]


class SeatAnswer(Answer):
    """Where a reserved ticket sits."""

    seat_id: int = Field(validation_alias=AliasChoices("seat_id", "id"))
    section: str
    row: str
    seat_number: str


class BookedTicket(Answer):
    """A ticket inside its booking."""

    id: int
    ticket_code: str | None
    ticket_type_id: int
    seat: SeatAnswer | None = None
    price: Money
    status: TicketStatus


class TicketAnswer(BookedTicket):
    """A ticket on its own."""

    model_config = shown(
        {
            **TICKET_EXAMPLE,
            "booking_id": 1,
            "event_id": 1,
            "user_id": 2,
            "used_at": None,
            "gate": None,
            **EXAMPLE_TIMES,
        }
    )

    booking_id: int
    event_id: int
    user_id: int
    used_at: Moment | None
    gate: str | None
    created_at: Moment
    updated_at: Moment


class BookingAnswer(Answer):
    """A booking with its tickets."""

    model_config = shown(BOOKING_EXAMPLE)

    id: int
    reference: str
    user_id: int
    event_id: int
    quantity: int
    total_amount: Money
    currency: str
    status: BookingStatus
    booking_date: Moment
    expires_at: Moment | None
    order_id: int | None
    tickets: list[BookedTicket]
    created_at: Moment
    updated_at: Moment


class BookingDetailsAnswer(BookingAnswer):
    """A booking with who made it and what it is for."""

    model_config = shown(
        {**BOOKING_EXAMPLE, "user": USER_ANSWER_EXAMPLE, "event": EVENT_ANSWER_EXAMPLE}
    )

    user: UserAnswer
    event: EventAnswer

    @classmethod
    def of_details(cls, details: BookingDetails) -> "BookingDetailsAnswer":
        booking = BookingAnswer.model_validate(details.booking)
        return cls(
            **dict(booking),
            user=UserAnswer.model_validate(details.user),
            event=EventAnswer.model_validate(details.event),
        )


class EventBookings(BaseModel):
    """A user's bookings of one event."""

    model_config = shown({"event": EVENT_ANSWER_EXAMPLE, "bookings": [BOOKING_EXAMPLE]})

    event: EventAnswer
    bookings: list[BookingAnswer]


class SeatsOrNumber(BaseModel):
    """Which seats, or how many tickets; `number` is how many in either case."""

    seat_ids: SeatIds = ()
    quantity: Quantity | None = Field(
        None,
        validation_alias=QUANTITY_NAMES,
        validate_default=True,
        description="Needed unless `seat_ids` are given.",
    )

    @property
    def number(self) -> int:
        return self.quantity or len(self.seat_ids)

    # After the seats, because it looks at them.
    @field_validator("quantity")
    @classmethod
    def _agrees_with_the_seats(cls, quantity: int | None, info: ValidationInfo) -> int | None:
        seat_ids = info.data.get("seat_ids", ())
        if quantity is None and not seat_ids:
            raise ValueError("say how many: give a quantity, or seat_ids")
        if seat_ids and quantity not in (None, len(seat_ids)):
            raise ValueError("differs from the number of seat_ids")
        return quantity


class BookEventBody(SeatsOrNumber):
    """How many tickets, of which type, for whom."""

    model_config = shown({"quantity": 2})

    user_id: Id | None = Field(None, description="For whom, if not for yourself (box office).")
    ticket_type_id: Id | None = Field(None, description="Needed when the event has several.")
    best_available: bool = Field(False, description="Let the house choose the seats.")
    section: Name | None = Field(None, description="Where the house shall choose them.")

    @field_validator("best_available")
    @classmethod
    def _is_not_for_chosen_seats(cls, is_wanted: bool, info: ValidationInfo) -> bool:
        if is_wanted and info.data.get("seat_ids"):
            raise ValueError("give either seat_ids or best_available")
        return is_wanted

    def tickets(self) -> TicketRequest:
        """Which tickets, or how many."""
        return TicketRequest(
            quantity=self.number,
            ticket_type_id=self.ticket_type_id,
            seat_ids=tuple(self.seat_ids),
            is_best_available=self.best_available,
            section=self.section,
        )


class BookTicketsBody(BookEventBody):
    """Tickets of which event."""

    model_config = shown({"event_id": 1, "quantity": 2})

    event_id: Id


class ReserveBody(BookTicketsBody):
    """What to hold: a seat, seats, or a number of tickets."""

    model_config = shown({"event_id": 1, "quantity": 2})

    seat_id: Id | None = Field(None, description="Short for `seat_ids` with one seat.")

    @model_validator(mode="before")
    @classmethod
    def _one_seat(cls, values: Any) -> Any:
        if isinstance(values, dict) and values.get("seat_id") and not values.get("seat_ids"):
            return {**values, "seat_ids": [values["seat_id"]]}
        return values


class BookingStatusBody(BaseModel):
    """The move to make: `confirmed`, `cancelled` or `refunded`."""

    model_config = shown({"status": "cancelled"})

    status: BookingStatus


class CheckInBody(BaseModel):
    """Where it is scanned, in the words of who stands there."""

    model_config = shown({"gate": "North entrance"})

    gate: Name | None = None


class CheckInCodeBody(CheckInBody):
    """A ticket code, as scanned or typed."""

    model_config = shown({"code": "TKT-20261120-8F3KQ2ZN", "gate": "North entrance"})

    code: Name
