"""Request and response bodies of ticket types."""

from typing import Annotated, Any, ClassVar

from pydantic import Field
from pydantic.config import JsonDict

from src.application.catalogue.new_ticket_type import NewTicketType
from src.domain.entities.price_tier import MAX_TIERS, PriceTier
from src.domain.entities.ticket_type import TicketTypeStatus
from src.presentation.schemas.body import BY_SERVICE, Body, Sentences, all_of
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    Answer,
    Capacity,
    Moment,
    Name,
    Percent,
    Price,
    Rate,
    StoredMoney,
    When,
    omittable,
    with_example,
)
from src.presentation.schemas.venue import SeatText

ADD_ON_EXAMPLE: JsonDict = {"name": "T-shirt", "admits": False, "price": "25.00", "capacity": 50}
TIER_EXAMPLE: JsonDict = {
    "name": "Early bird",
    "price": "3900.00",
    "until": "2036-05-01T00:00:00Z",
    "up_to": 50,
}
EXAMPLE: JsonDict = {"name": "VIP", "category": "VIP", "price": "4500.00", "capacity": 100}


class PriceTierAnswer(Answer):
    """A price until a time, for the first tickets of a type up to a number, or both."""

    model_config = with_example(TIER_EXAMPLE)

    name: str
    price: StoredMoney
    until: Moment | None
    up_to: int | None


class TicketTypeAnswer(Answer):
    """A ticket type or an add-on, with what is sold, held and available of it.

    `price` is what a ticket costs once all `price_tiers` are over; `current_price` is what the
    next ticket costs. With `is_price_open` both are the least that a buyer may give.
    """

    model_config = with_example(
        {
            "id": 2,
            "event_id": 1,
            **EXAMPLE,
            "admits": True,
            "price_tiers": [],
            "is_price_open": False,
            "tax_rate": None,
            "current_price": "4500.00",
            "current_tier": None,
            "next_price_at": None,
            "left_at_price": None,
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
    admits: bool = Field(description="False for an add-on: it takes no place of the event.")
    price: StoredMoney = Field(description="What a ticket costs once all price tiers are over.")
    price_tiers: list[PriceTierAnswer]
    is_price_open: bool = Field(description="Whether buyers may give more than the price.")
    tax_rate: Rate | None = Field(
        description="Its own tax in per cent, where it is not that of the event."
    )
    current_price: StoredMoney = Field(description="What the next ticket costs.")
    current_tier: str | None = Field(description="The name of the price tier in force, if any.")
    next_price_at: Moment | None = Field(
        description="When the price in force ends at the latest, if it ends at a time."
    )
    left_at_price: int | None = Field(
        description="How many more tickets have this price, if it ends after a number of them."
    )
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


class PriceTierBody(Body):
    """A price that ends at a time (`until`), after a number of tickets (`up_to`), or at either.

    `up_to` counts the tickets of the type that are sold or held, of earlier tiers too.
    """

    model_config = with_example(TIER_EXAMPLE)

    name: Name
    price: Price
    until: When | None = None
    up_to: Capacity | None = None

    def tier(self) -> PriceTier:
        return PriceTier(name=self.name, price=self.price, until=self.until, up_to=self.up_to)


PriceTiers = Annotated[
    list[PriceTierBody],
    Field(
        max_length=MAX_TIERS,
        fail_fast=True,
        description="Prices before `price`, in order: the first that is not over is in force.",
    ),
]


class NewTicketTypeBody(Body):
    """A new ticket type, whose price defaults to the event's, or a new add-on."""

    model_config = with_example(EXAMPLE, ADD_ON_EXAMPLE)

    not_here: ClassVar[Sentences] = {**all_of(TicketTypeAnswer, BY_SERVICE), "status": STATUS_HINT}

    name: Name
    category: Name | None = None
    section: SeatText | None = Field(
        None, description="With reserved seating: its seats; by default all that no other type has."
    )
    admits: bool = Field(
        True, description="False for an add-on, such as a T-shirt: it needs a price and a capacity."
    )
    price: Price | None = None
    price_tiers: PriceTiers = []
    is_price_open: bool = Field(False, description="Whether buyers may give more than `price`.")
    tax_rate: Percent | None = Field(
        None, description="Per cent of the price, where it is not the event's."
    )
    capacity: Capacity | None = Field(None, description="By default the event's, which it follows.")
    sales_start: When | None = None
    sales_end: When | None = None
    is_hidden: bool = Field(False, description="Sold only with a discount code that names it.")

    def command(self) -> NewTicketType:
        tiers = [tier.tier() for tier in self.price_tiers]
        return NewTicketType(**{**self.model_dump(), "price_tiers": tiers})


class UpdateTicketTypeBody(Body):
    """The fields to change."""

    model_config = with_example({"price": "4200.00"})

    not_here: ClassVar[Sentences] = {
        **all_of(TicketTypeAnswer, BY_SERVICE),
        "status": STATUS_HINT,
        "admits": "It stays what it was created as.",
    }

    name: Name = omittable()
    category: Name | None = None
    section: SeatText | None = None
    price: Price = omittable()
    price_tiers: PriceTiers = omittable()
    is_price_open: bool = omittable()
    tax_rate: Percent | None = None
    capacity: Capacity | None = Field(None, description="Null follows the event's from now on.")
    sales_start: When | None = None
    sales_end: When | None = None
    is_hidden: bool = omittable()

    def changes(self) -> Any:
        """The `TicketTypeChanges` that the body has."""
        changes = self.model_dump(exclude_unset=True)
        if "price_tiers" in changes:
            changes["price_tiers"] = tuple(tier.tier() for tier in self.price_tiers)
        return changes


class TicketTypeStatusBody(Body):
    """The new status, which decides whether tickets are on sale."""

    model_config = with_example({"status": "paused"})

    not_here: ClassVar[Sentences] = {
        **all_of(TicketTypeAnswer, BY_SERVICE),
        **all_of(UpdateTicketTypeBody, "`PUT /ticket-types/{id}` changes it."),
    }

    status: TicketTypeStatus
