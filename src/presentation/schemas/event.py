"""Request and response bodies of events."""

from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, Field
from pydantic.config import JsonDict

from src.application.dtos.event import EventSnapshot
from src.application.use_cases.event.create_event import CreateEventCommand
from src.domain.entities.event import Event, EventKind, EventStatus, Payment, Seating
from src.domain.repositories.page import Page
from src.domain.services.payment_terms import MOST_DAYS
from src.domain.shared.language import Language
from src.domain.shared.money import with_decimals
from src.presentation.schemas.body import BY_SERVICE, ONCE_MADE, Body, Sentences, all_of
from src.presentation.schemas.cancellation_policy import POLICY_EXAMPLE, CancellationPolicyAnswer
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    Answer,
    Capacity,
    Currency,
    Id,
    Instructions,
    LongText,
    Moment,
    Money,
    Name,
    Percent,
    Price,
    Rate,
    StoredMoney,
    Timezone,
    When,
    omittable,
    with_example,
)
from src.presentation.schemas.seller import Country
from src.presentation.schemas.ticket_type import NewTicketTypeBody
from src.presentation.utils.encoding import EncodedOnce, as_json, as_json_list

PaymentDays = Annotated[int, Field(ge=1, le=MOST_DAYS, strict=True)]

EXAMPLE: JsonDict = {
    "title": "Rock Concert",
    "description": "Three bands, one night.",
    "venue": "Bangkok Arena",
    "country": "TH",
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
    "fee_tax_rate": None,
    "terms": "Doors open an hour before.",
    "language": "en",
    "allows_reentry": False,
    "allows_transfer": True,
    "allows_bank_transfer": True,
    "payment_days": 7,
    "payment_instructions": "Bangkok Arena Ltd., IBAN TH12 3456 7890.",
}

EVENT_ANSWER_EXAMPLE: JsonDict = {
    "id": 1,
    **EXAMPLE,
    "lowest_price": "1500.00",
    "venue_id": None,
    "date_time": "2036-12-25T12:00:00Z",
    "ends_at": "2036-12-25T15:00:00Z",
    "capacity_is_derived": False,
    "by_small_business": False,
    "cancellation_policy": POLICY_EXAMPLE,
    "poster": "9f86d081884c7d65-1600x1067",
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


STREAM_EXAMPLE = """retry: 4711
event: availability
data: {"event_id":1,"tickets_available":4986,"ticket_types":[]}

: ping - 2036-12-25 19:00:00+00:00

"""


class EventAnswer(Answer):
    """An event with its statistics, which database triggers maintain."""

    model_config = with_example(EVENT_ANSWER_EXAMPLE)

    id: int
    title: str
    description: str | None
    venue: str | None
    venue_id: int | None
    country: str | None = Field(description="By ISO 3166; null: not said.")
    kind: EventKind
    date_time: Moment
    ends_at: Moment
    timezone: str
    capacity: int
    capacity_is_derived: bool = Field(
        description="Whether it is the sum of its ticket types', or the number of its seats."
    )
    price: Money = Field(description="The lowest price of its ticket types, without price tiers.")
    lowest_price: Money = Field(
        description="The lowest price in force, which lists are filtered and sorted by: where "
        "ticket types have price tiers, as of a minute ago at most."
    )
    currency: str
    status: EventStatus
    seating: Seating
    payment: Payment
    max_tickets_per_user: int | None
    sales_start: Moment | None
    sales_end: Moment | None
    service_fee_fixed: Money
    service_fee_percent: Rate
    tax_rate: Rate
    tax_inclusive: bool
    fee_tax_rate: Rate | None = Field(description="Of service fees, where it is another one.")
    by_small_business: bool = Field(
        description="Whether its seller charges no tax, whatever the rates say."
    )
    terms: str | None
    language: Language
    allows_reentry: bool
    allows_transfer: bool
    allows_bank_transfer: bool
    payment_days: int | None
    payment_instructions: str | None
    cancellation_policy: CancellationPolicyAnswer | None = Field(
        description="Until when buyers may give tickets back by themselves, and what is kept; null "
        "if they may not."
    )
    poster: str | None = Field(
        description="The digest and size of its poster, of which the pictures are at "
        "`/pictures/{id}-{digest}-{width}.webp`; null if it has none."
    )
    organizer_id: int
    total_tickets_sold: int
    total_revenue: Money
    total_bookings: int
    tickets_held: int
    tickets_available: int
    created_at: Moment
    updated_at: Moment


POLICY_HINT = "`PUT /events/{id}/cancellation-policy` sets it."
POSTER_HINT = "`PUT /events/{id}/poster` sets it."
TYPES_HINT = (
    "`POST /events/{id}/ticket-types` adds one, `PUT /ticket-types/{id}` changes one, "
    "`DELETE /ticket-types/{id}` removes one."
)


class CreateEventBody(Body):
    """A new event. Times without an offset are in `timezone`, by default the venue's."""

    model_config = with_example(EXAMPLE)

    not_here: ClassVar[Sentences] = {
        **all_of(EventAnswer, BY_SERVICE),
        "poster": POSTER_HINT,
        "cancellation_policy": POLICY_HINT,
    }

    title: Name
    description: LongText | None = None
    venue: Name | None = Field(None, description="By default the name of the venue.")
    venue_id: Id | None = None
    country: Country | None = Field(
        None, description="By ISO 3166, such as `DE`; by default the venue's."
    )
    kind: EventKind = EventKind.OTHER
    date_time: When
    ends_at: When | None = Field(None, description="By default three hours after the start.")
    timezone: Timezone | None = Field(None, description="By default the venue's, else UTC.")
    capacity: Capacity | None = Field(
        None,
        description="By default the sum of its ticket types', which it follows. Omit it with "
        "reserved seating: it is the number of seats.",
    )
    price: Price | None = None
    currency: Currency = "USD"
    status: EventStatus = EventStatus.ACTIVE
    seating: Seating = Seating.GENERAL
    payment: Payment = Payment.NONE
    max_tickets_per_user: int | None = Field(None, ge=1, le=1000, strict=True)
    sales_start: When | None = None
    sales_end: When | None = None
    service_fee_fixed: Price = Field(Decimal("0.00"), description="Per ticket.")
    service_fee_percent: Percent = Field(
        Decimal("0.00"), description="Per cent of the ticket's price."
    )
    tax_rate: Percent = omittable(
        "Per cent of price and fee. Without this and `fee_tax_rate`, the event starts with its "
        "organizer's rates for its country, else with 0."
    )
    tax_inclusive: bool = omittable("Whether price and fee contain the tax.")
    fee_tax_rate: Percent | None = Field(
        None, description="Per cent of the fee, where that has another tax."
    )
    terms: LongText | None = Field(None, description="Printed on tickets.")
    language: Language = Field(Language.EN, description="Of its tickets and mails.")
    allows_reentry: bool = Field(
        False, description="Whether people may leave and come in again with the same ticket."
    )
    allows_transfer: bool = Field(
        True, description="Whether holders may transfer tickets to other people."
    )
    allows_bank_transfer: bool = Field(
        True, description="Whether buyers may pay by the provider `manual`."
    )
    payment_days: PaymentDays | None = Field(
        None,
        description="How many days tickets are held for a bank transfer, or for money that a "
        "provider says is on its way. Null: as long as any other hold.",
    )
    payment_instructions: Instructions | None = Field(
        None, description="Where a bank transfer goes, by default the service's own details."
    )
    ticket_types: list[NewTicketTypeBody] = Field(default=[], max_length=50, fail_fast=True)

    def command(self) -> CreateEventCommand:
        ticket_types = [new.command() for new in self.ticket_types]
        return CreateEventCommand(
            **self.model_dump(exclude={"ticket_types"}), ticket_types=ticket_types
        )


class UpdateEventBody(Body):
    """The fields to change; `status` changes the event's status."""

    model_config = with_example({"capacity": 5200})

    not_here: ClassVar[Sentences] = {
        **all_of(EventAnswer, BY_SERVICE),
        **all_of(CreateEventBody, ONCE_MADE),
        "poster": POSTER_HINT,
        "cancellation_policy": POLICY_HINT,
        "ticket_types": TYPES_HINT,
    }

    title: Name = omittable()
    description: LongText | None = None
    venue: Name | None = None
    venue_id: Id | None = None
    country: Country | None = None
    kind: EventKind = omittable()
    date_time: When = omittable()
    ends_at: When = omittable()
    timezone: Timezone = omittable()
    capacity: Capacity | None = Field(
        None, description="Null follows the sum of its ticket types' from now on."
    )
    price: Price = omittable()
    currency: Currency = omittable()
    status: EventStatus = omittable()
    max_tickets_per_user: int | None = Field(None, ge=1, le=1000, strict=True)
    sales_start: When | None = None
    sales_end: When | None = None
    service_fee_fixed: Price = omittable()
    service_fee_percent: Percent = omittable()
    tax_rate: Percent = omittable()
    tax_inclusive: bool = omittable()
    fee_tax_rate: Percent | None = None
    terms: LongText | None = None
    language: Language = omittable()
    allows_reentry: bool = omittable()
    allows_transfer: bool = omittable()
    allows_bank_transfer: bool = omittable()
    payment_days: PaymentDays | None = None
    payment_instructions: Instructions | None = None

    def changes(self) -> Any:
        """The `EventChanges` that the body has."""
        return self.model_dump(exclude_unset=True, exclude={"status"})


class TypeAvailability(Answer):
    """Tickets left of one ticket type, or pieces of an add-on.

    `current_price` is what the next one costs.
    """

    id: int
    name: str
    admits: bool = Field(description="False for an add-on.")
    price: StoredMoney
    current_price: StoredMoney
    left_at_price: int | None
    tickets_available: int


class AvailabilityAnswer(BaseModel):
    """Tickets left of an event, of each of its ticket types and of its add-ons."""

    model_config = with_example(
        {
            "event_id": 1,
            "tickets_available": 4986,
            "ticket_types": [
                {
                    "id": 2,
                    "name": "VIP",
                    "admits": True,
                    "price": "4500.00",
                    "current_price": "3900.00",
                    "left_at_price": 12,
                    "tickets_available": 97,
                }
            ],
        }
    )

    event_id: int
    tickets_available: int
    ticket_types: list[TypeAvailability]

    @classmethod
    def of(cls, snapshot: EventSnapshot) -> "AvailabilityAnswer":
        return cls(
            event_id=snapshot.event.id,
            tickets_available=snapshot.tickets_available,
            ticket_types=[
                TypeAvailability(
                    id=ticket_type.id,
                    name=ticket_type.name,
                    admits=ticket_type.admits,
                    price=with_decimals(ticket_type.price, snapshot.event.currency),
                    current_price=with_decimals(ticket_type.current_price, snapshot.event.currency),
                    left_at_price=ticket_type.left_at_price,
                    tickets_available=ticket_type.available,
                )
                for ticket_type in snapshot.visible_types
            ],
        )


class AvailableCountAnswer(BaseModel):
    """The number of tickets left of an event."""

    model_config = with_example({"event_id": 1, "available": 4986})

    event_id: int
    available: int


class ScannersBody(Body):
    """All users that are assigned to check in tickets of an event."""

    model_config = with_example({"user_ids": [6, 7]})

    user_ids: list[Id] = Field(max_length=200, fail_fast=True)


EVENT = EncodedOnce[EventSnapshot](
    lambda snapshot: as_json(EventAnswer.model_validate(snapshot.event))
)
EVENTS = EncodedOnce[Page[Event]](
    lambda page: as_json_list(EventAnswer.model_validate(event) for event in page.items)
)
AVAILABILITY = EncodedOnce[EventSnapshot](lambda snapshot: as_json(AvailabilityAnswer.of(snapshot)))
