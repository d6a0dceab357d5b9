"""Shared by the creation of ticket types: values that default to the event's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from src.domain.entities.price_tier import PriceTier
from src.domain.entities.ticket_type import TicketType
from src.domain.errors import ValidationFailed
from src.domain.shared.money import payable
from src.domain.shared.times import in_zone_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTicketType:
    """A ticket type to create. Price defaults to the event's; without a capacity it follows it.

    One that does not admit is an add-on, which has a price and a capacity of its own.

    Naive times are in the event's time zone. Where seating is reserved, the type sells the seats
    of `section`, and their number is its capacity.
    """

    name: str
    category: str | None = None
    section: str | None = None
    admits: bool = True
    price: Decimal | None = None
    price_tiers: Sequence[PriceTier] = ()
    is_price_open: bool = False
    tax_rate: Decimal | None = None
    capacity: int | None = None
    sales_start: datetime | None = None
    sales_end: datetime | None = None
    is_hidden: bool = False


def make_ticket_type(
    new: NewTicketType,
    *,
    capacity: int,
    price: Decimal | None,
    currency: str,
    timezone: str,
    now: datetime,
    path: str = "body",
) -> TicketType:
    """Return the unsaved ticket type; `capacity`, `price` and `currency` are the event's.

    `path` leads to its fields. Raises ValidationFailed.
    """
    if not new.admits and new.price is None:
        message = "An add-on has a price of its own: give its price."
        raise ValidationFailed(f"{path}.price", message, reason="missing")
    if new.price is not None:
        price = payable(new.price, currency, field=f"{path}.price")
    if price is None:
        message = "Give the event a price, or every ticket type one."
        raise ValidationFailed("body.price", message, reason="missing")
    ticket_type = TicketType(
        name=new.name,
        category=new.category,
        section=new.section,
        admits=new.admits,
        price=price,
        price_tiers=tiers_in_zone(new.price_tiers, timezone),
        is_price_open=new.is_price_open,
        tax_rate=new.tax_rate,
        capacity=new.capacity if new.capacity is not None else capacity,
        capacity_is_derived=new.capacity is None,
        sales_start=in_zone_or_none(new.sales_start, timezone),
        sales_end=in_zone_or_none(new.sales_end, timezone),
        is_hidden=new.is_hidden,
        event_left=capacity,
        read_at=now,
    )
    ticket_type.require_own_stock(path=path)
    ticket_type.require_prices(currency, path=path)
    return ticket_type


def tiers_in_zone(tiers: Sequence[PriceTier], timezone: str) -> tuple[PriceTier, ...]:
    """The price tiers with aware times: naive ones are in this time zone."""
    return tuple(replace(tier, until=in_zone_or_none(tier.until, timezone)) for tier in tiers)
