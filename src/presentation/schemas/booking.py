"""Request and response bodies of bookings and tickets."""

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    AliasChoices,
    BaseModel,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic.config import JsonDict

from src.application.dtos.booking import BookingDetails
from src.domain.entities.booking import BookingStatus
from src.domain.entities.scan import ScanKind
from src.domain.entities.ticket import TicketStatus
from src.domain.repositories.page import Page
from src.domain.services.allocation import TicketRequest
from src.domain.shared.currency import smallest_unit
from src.domain.shared.money import with_decimals
from src.presentation.schemas.body import BY_SERVICE, Body, Sentences, all_of
from src.presentation.schemas.event import EVENT_ANSWER_EXAMPLE, EventAnswer
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    Answer,
    Id,
    Moment,
    Money,
    Name,
    SeatsOrNumber,
    StoredMoney,
    Text,
    UnitPrice,
    with_example,
)
from src.presentation.schemas.user import USER_ANSWER_EXAMPLE, UserAnswer

TICKET_EXAMPLE: JsonDict = {
    "id": 1,
    "ticket_code": "TKT-20261120-8F3KQ2ZN",
    "ticket_type_id": 2,
    "seat": None,
    "price": "1500.00",
    "status": "active",
    "refunded_amount": None,
    "kept_amount": None,
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
    "is_complimentary": False,
    "tickets": [{**TICKET_EXAMPLE, "transferred": False}],
    "add_ons": [],
    **EXAMPLE_TIMES,
}


PresentedCode = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400), Text
]
"""A ticket code or a token."""


class SeatAnswer(Answer):
    """The seat of a ticket with reserved seating."""

    seat_id: int = Field(validation_alias=AliasChoices("seat_id", "id"))
    section: str
    row: str
    seat_number: str


class PlainTicket(Answer):
    """What is answered of every ticket."""

    id: int
    ticket_code: str | None = Field(
        description="Null until the booking is confirmed, and once the ticket is transferred."
    )
    ticket_type_id: int
    seat: SeatAnswer | None = None
    price: StoredMoney
    status: TicketStatus
    refunded_amount: StoredMoney | None = Field(
        None, description="What goes back for it, once it was cancelled or refunded alone."
    )
    kept_amount: StoredMoney | None = Field(
        None, description="What the organizer keeps of it then, by the cancellation policy."
    )


class BookedTicket(PlainTicket):
    """A ticket inside its booking; `transferred` once it has another holder than the buyer."""

    transferred: bool = False


class BookedAddOn(Answer):
    """A piece of an add-on inside its booking, such as a T-shirt: its code admits nobody."""

    id: int
    ticket_code: str | None = Field(description="Null until the booking is confirmed.")
    ticket_type_id: int
    price: StoredMoney
    status: TicketStatus
    refunded_amount: StoredMoney | None = None
    kept_amount: StoredMoney | None = None


class TicketAnswer(PlainTicket):
    """A ticket on its own."""

    model_config = with_example(
        {
            **TICKET_EXAMPLE,
            "booking_id": 1,
            "event_id": 1,
            "user_id": 2,
            "admits": True,
            "used_at": None,
            "gate": None,
            "is_inside": False,
            **EXAMPLE_TIMES,
        }
    )

    booking_id: int
    event_id: int
    user_id: int
    admits: bool = Field(description="False for a piece of an add-on.")
    used_at: Moment | None
    gate: str | None
    is_inside: bool
    created_at: Moment
    updated_at: Moment


class BookingAnswer(Answer):
    """A booking with its tickets, `quantity` of them, and its add-ons."""

    model_config = with_example(BOOKING_EXAMPLE)

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
    is_complimentary: bool = Field(description="Whether its tickets were given away.")
    tickets: list[BookedTicket] = Field(
        validation_alias=AliasChoices("tickets_for_buyer", "tickets")
    )
    add_ons: list[BookedAddOn] = []
    created_at: Moment
    updated_at: Moment

    @model_validator(mode="after")
    def _give_prices_the_decimals_of_the_currency(self) -> Self:
        unit = smallest_unit(self.currency)
        for ticket in self.tickets:
            if not ticket.price.same_quantum(unit):
                ticket.price = with_decimals(ticket.price, self.currency)
        return self


class BookingDetailsAnswer(BookingAnswer):
    """A booking with its user and its event."""

    model_config = with_example(
        {**BOOKING_EXAMPLE, "user": USER_ANSWER_EXAMPLE, "event": EVENT_ANSWER_EXAMPLE}
    )

    user: UserAnswer
    event: EventAnswer

    @classmethod
    def of_page(cls, page: Page[BookingDetails]) -> Page["BookingDetailsAnswer"]:
        """The answers; what several bookings have in common is converted once."""
        users = {details.user.id: details.user for details in page.items}
        events = {details.event.id: details.event for details in page.items}
        user_of = {id_: UserAnswer.model_validate(user) for id_, user in users.items()}
        event_of = {id_: EventAnswer.model_validate(event) for id_, event in events.items()}

        def join(details: BookingDetails) -> "BookingDetailsAnswer":
            booking = BookingAnswer.model_validate(details.booking)
            user, event = user_of[details.user.id], event_of[details.event.id]
            # Each part is valid: nothing has to be checked again.
            return cls.model_construct(**dict(booking), user=user, event=event)

        return page.map(join)


class EventBookingsAnswer(BaseModel):
    """A user's bookings of one event."""

    model_config = with_example({"event": EVENT_ANSWER_EXAMPLE, "bookings": [BOOKING_EXAMPLE]})

    event: EventAnswer
    bookings: list[BookingAnswer]


class BookEventBody(SeatsOrNumber):
    """How many tickets, of which type, and for which user."""

    model_config = with_example({"quantity": 2})

    not_here: ClassVar[Sentences] = {
        **all_of(BookingAnswer, BY_SERVICE),
        "event_id": "The address names the event.",
    }

    user_id: Id | None = Field(None, description="The buyer, if not the caller (box office).")
    ticket_type_id: Id | None = Field(None, description="Required if the event has several.")
    best_available: bool = Field(False, description="Have the best available seats chosen for you.")
    section: Name | None = Field(None, description="The section in which they are chosen.")
    unit_price: UnitPrice = None

    @field_validator("best_available")
    @classmethod
    def _excludes_seat_ids(cls, is_requested: bool, info: ValidationInfo) -> bool:
        if is_requested and info.data.get("seat_ids"):
            raise ValueError("give either seat_ids or best_available")
        return is_requested

    def tickets(self) -> TicketRequest:
        """The requested tickets or seats."""
        return TicketRequest(
            quantity=self.number,
            ticket_type_id=self.ticket_type_id,
            seat_ids=tuple(self.seat_ids),
            is_best_available=self.best_available,
            section=self.section,
            unit_price=self.unit_price,
        )


class BookTicketsBody(BookEventBody):
    """Tickets to book, and their event."""

    model_config = with_example({"event_id": 1, "quantity": 2})

    event_id: Id


class ReserveBody(BookTicketsBody):
    """What to reserve: a seat, seats, or a number of tickets."""

    model_config = with_example({"event_id": 1, "quantity": 2})

    seat_id: Id | None = Field(None, description="Shorthand for `seat_ids` with one seat.")

    @model_validator(mode="before")
    @classmethod
    def _one_seat(cls, values: Any) -> Any:
        if isinstance(values, dict) and values.get("seat_id") and not values.get("seat_ids"):
            return {**values, "seat_ids": [values["seat_id"]]}
        return values


class BookingStatusBody(Body):
    """The new status: `confirmed`, `cancelled` or `refunded`."""

    model_config = with_example({"status": "cancelled"})

    not_here: ClassVar[Sentences] = all_of(BookingAnswer, BY_SERVICE)

    status: BookingStatus


class CheckInBody(Body):
    """Where the ticket is scanned, as free text unless the event has gates, and which way."""

    model_config = with_example({"gate": "North entrance"})

    not_here: ClassVar[Sentences] = {
        **all_of(TicketAnswer, BY_SERVICE),
        "code": "The address names the ticket.",
    }

    gate: Name | None = None
    direction: Literal["in", "out"] = Field(
        "in", description="`out` where the event allows re-entry."
    )

    @property
    def kind(self) -> ScanKind:
        """The direction as a kind of scan."""
        return ScanKind(self.direction)


class CheckInCodeBody(CheckInBody):
    """A ticket code, as scanned or typed, or the signed token of a ticket's QR code."""

    model_config = with_example({"code": "TKT-20261120-8F3KQ2ZN", "gate": "North entrance"})

    not_here: ClassVar[Sentences] = all_of(TicketAnswer, BY_SERVICE)

    code: PresentedCode
    event_id: Id | None = Field(None, description="Whose door it is: others' tickets are refused.")
