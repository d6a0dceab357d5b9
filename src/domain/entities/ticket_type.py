"""A ticket type: a priced part of an event's capacity, or an add-on with a stock of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from typing import TypedDict

from src.domain.entities.price_tier import (
    PriceInForce,
    PriceTier,
    price_in_force,
    prices_in_force,
    require_price_tiers,
)
from src.domain.entities.sales_window import require_sales_window
from src.domain.errors import InUse, SalesClosed, ValidationFailed, count
from src.domain.shared.money import payable, written

GENERAL_ADMISSION = "General admission"


class TicketTypeStatus(StrEnum):
    """The status of a ticket type: only `available` sells; `paused` is temporary, `closed` not."""

    AVAILABLE = "available"
    PAUSED = "paused"
    CLOSED = "closed"


class TicketTypeChanges(TypedDict, total=False):
    """The editable fields of a ticket type; a missing field keeps its value."""

    name: str
    category: str | None
    section: str | None
    price: Decimal
    price_tiers: tuple[PriceTier, ...]
    is_price_open: bool
    tax_rate: Decimal | None
    capacity: int | None
    sales_start: datetime | None
    sales_end: datetime | None
    is_hidden: bool


@dataclass(kw_only=True, slots=True)
class TicketType:
    """A ticket type. The database keeps `sold` and `held`; `lapsed` of the held tickets are free.

    `price` is what a ticket costs once all `price_tiers` are over; with `is_price_open` it is the
    least that a ticket costs, and buyers may give more. `tax_rate` is its own, in per cent; without
    one it has the event's. `event_left` is the number of tickets that
    can be bought of the whole event. A capacity that was left out follows the event's (see
    `derive_capacities`), or is a number of seats. `read_at` is the time at which it was read to be
    shown; a sale has its own. One that `is_hidden` exists only for its managers, and for who has a
    discount code that names it.

    A type that does not admit is an add-on, such as a T-shirt: its capacity is its own stock, of
    which the event's knows nothing, and which has no seats. It stays what it is.
    """

    id: int = 0
    event_id: int = 0
    name: str
    category: str | None = None
    section: str | None = None
    admits: bool = True
    price: Decimal
    price_tiers: tuple[PriceTier, ...] = ()
    is_price_open: bool = False
    tax_rate: Decimal | None = None
    capacity: int
    capacity_is_derived: bool = False
    sales_start: datetime | None = None
    sales_end: datetime | None = None
    status: TicketTypeStatus = TicketTypeStatus.AVAILABLE
    is_hidden: bool = False
    sold: int = 0
    held: int = 0
    event_left: int = 0
    lapsed: int = 0
    # Not compared: what is read again a moment later is the same.
    read_at: datetime | None = field(default=None, compare=False)
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def own_capacity(self) -> int | None:
        """The capacity that it was given."""
        return None if self.capacity_is_derived else self.capacity

    @property
    def available(self) -> int:
        """What can be bought, limited by its own capacity and, if it admits, the event's."""
        left = self.capacity - self.sold - self.held + self.lapsed
        return max(0, min(left, self.event_left) if self.admits else left)

    @property
    def taken(self) -> int:
        """Tickets that are sold, or held by a hold that has not lapsed."""
        return self.sold + self.held - self.lapsed

    @property
    def in_force(self) -> PriceInForce:
        """The price of the next ticket, as of `read_at`."""
        if not self.price_tiers:
            return PriceInForce(self.price)
        assert self.read_at is not None
        return price_in_force(self.price, self.price_tiers, now=self.read_at, taken=self.taken)

    @property
    def current_price(self) -> Decimal:
        """What the next ticket costs; at least, where buyers may give more."""
        return self.in_force.price

    @property
    def current_tier(self) -> str | None:
        """The name of the price tier in force, if any."""
        return tier.name if (tier := self.in_force.tier) else None

    @property
    def next_price_at(self) -> datetime | None:
        """When the price in force ends at the latest, if it ends at a time."""
        return tier.until if (tier := self.in_force.tier) else None

    @property
    def next_price(self) -> Decimal | None:
        """The price after the one in force; None once there is no other to come."""
        tier = self.in_force.tier
        if tier is None or self.read_at is None:
            return None
        later = self.price_tiers[self.price_tiers.index(tier) + 1 :]
        ends = max(tier.until or self.read_at, self.read_at)
        taken = max(tier.up_to or self.taken, self.taken)
        return next((after.price for after in later if not after.is_over(ends, taken)), self.price)

    @property
    def left_at_price(self) -> int | None:
        """How many tickets the price in force is for, if it ends after a number of them."""
        tier = self.in_force.tier
        return tier.up_to - self.taken if tier and tier.up_to is not None else None

    def prices(self, quantity: int, *, now: datetime, taken: int) -> list[Decimal]:
        """The prices of the next tickets; they differ where a price tier ends between them.

        `taken` is the number of tickets that are sold or held.
        """
        if not self.price_tiers:
            return [self.price] * quantity
        prices = prices_in_force(self.price, self.price_tiers, now=now, taken=taken)
        return list(islice(prices, quantity))

    def current_prices(self, quantity: int, unit_price: Decimal | None = None) -> list[Decimal]:
        """The prices of the next tickets as of `read_at`; `unit_price` where the buyer gives it."""
        if unit_price is not None or not self.price_tiers:
            return [self.price if unit_price is None else unit_price] * quantity
        assert self.read_at is not None
        return self.prices(quantity, now=self.read_at, taken=self.taken)

    def require_unit_price(self, unit_price: Decimal, currency: str) -> Decimal:
        """Return what a buyer gives, with the decimals of its currency, that of the event.

        Raises ValidationFailed unless it is theirs to say, enough, and can be paid.
        """
        if not self.is_price_open:
            message = f'The price of "{self.name}" is fixed: leave the price out.'
            raise ValidationFailed("body.unit_price", message)
        if unit_price < self.price:
            message = f'A ticket of "{self.name}" costs at least {written(self.price, currency)}.'
            raise ValidationFailed("body.unit_price", message, reason="greater_than_equal")
        return payable(unit_price, currency, field="body.unit_price")

    def nearest_unit_price(self, unit_price: Decimal | None) -> Decimal | None:
        """What a buyer wanted to give, as the type allows it now: it may have changed since."""
        if unit_price is None or not self.is_price_open:
            return None
        return max(unit_price, self.price)

    def require_prices(self, currency: str, *, path: str = "body") -> None:
        """Give the prices of tiers the decimals of the currency.

        Raises ValidationFailed for one that it cannot pay, and for tiers that contradict each
        other, or an open price.
        """
        if self.is_price_open and self.price_tiers:
            message = "A price that buyers may raise has no tiers: choose one of the two."
            raise ValidationFailed(f"{path}.price_tiers", message)
        require_price_tiers(self.price_tiers, path=f"{path}.price_tiers")
        self.price_tiers = tuple(
            replace(
                tier,
                price=payable(tier.price, currency, field=f"{path}.price_tiers.{number}.price"),
            )
            for number, tier in enumerate(self.price_tiers)
        )

    def require_on_sale(self, now: datetime) -> None:
        """Raise SalesClosed unless the type is available and in its own sales window."""
        if self.status is not TicketTypeStatus.AVAILABLE:
            if not self.admits:
                raise SalesClosed(f'The add-on "{self.name}" is not on sale.')
            raise SalesClosed(f'Tickets of the type "{self.name}" are not on sale.')
        require_sales_window(f'"{self.name}"', self.sales_start, self.sales_end, now)

    def edit(self, changes: TicketTypeChanges, *, currency: str) -> None:
        """Apply `changes`, with a capacity only where seats are not numbered.

        A capacity of None follows the event's from now on; the caller sets it. Raises InUse
        (capacity below what is sold or held) and ValidationFailed (a capacity of zero; none, or
        a section, of an add-on; a price that `currency`, the event's, cannot pay; price tiers that
        contradict each other). Whether its sales can open is for its event to say.
        """
        capacity = changes.get("capacity")
        if capacity is not None:
            require_some_capacity(capacity)
        for name, value in changes.items():
            if name != "capacity":
                setattr(self, name, value)
        if "price" in changes:
            self.price = payable(self.price, currency, field="body.price")
        if changes.keys() & {"price_tiers", "is_price_open"}:
            self.require_prices(currency)
        if "capacity" in changes:
            self.capacity_is_derived = capacity is None
            self.capacity = self.capacity if capacity is None else capacity
        self.require_own_stock()
        require_capacity(self.capacity, taken=self.sold + self.held)

    def require_own_stock(self, *, path: str = "body") -> None:
        """Raise ValidationFailed for an add-on with a section, or without a capacity of its own."""
        if self.admits:
            return
        if self.section is not None:
            raise ValidationFailed(f"{path}.section", "An add-on has no seats: leave this out.")
        if self.capacity_is_derived:
            message = "An add-on has a stock of its own: give its capacity."
            raise ValidationFailed(f"{path}.capacity", message, reason="missing")
        require_some_capacity(self.capacity, field=f"{path}.capacity")


def admissions(ticket_types: Iterable[TicketType]) -> list[TicketType]:
    """The types that admit: those that share the event's capacity, seats and price."""
    return [ticket_type for ticket_type in ticket_types if ticket_type.admits]


def visible_types(ticket_types: Iterable[TicketType]) -> list[TicketType]:
    """Those that everybody sees."""
    return [ticket_type for ticket_type in ticket_types if not ticket_type.is_hidden]


def listed_types(ticket_types: Sequence[TicketType]) -> Sequence[TicketType]:
    """The tickets whose prices stand for the event: those that everybody sees, or else all."""
    admitting = admissions(ticket_types)
    return visible_types(admitting) or admitting


def lowest_price(ticket_types: Sequence[TicketType]) -> Decimal:
    """The lowest price of the tickets that everybody sees; of all, where everybody sees none."""
    return min(ticket_type.price for ticket_type in listed_types(ticket_types))


def require_some_capacity(capacity: int, *, field: str = "body.capacity") -> None:
    """Raise ValidationFailed for a capacity below one.

    Not for numbered seats: there the capacity is the number of seats, which may still be zero.
    """
    if capacity < 1:
        message = "The capacity must be at least 1."
        raise ValidationFailed(field, message, reason="greater_than_equal")


def require_capacity(capacity: int, *, taken: int) -> None:
    """Raise InUse when `capacity` is below the number of tickets sold or held."""
    if capacity < taken:
        tickets = count(taken, "ticket")
        raise InUse(f"The capacity cannot be {capacity}: {tickets} sold or held already.")
