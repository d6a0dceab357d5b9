"""A ticket type: a priced part of an event's capacity."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypedDict

from src.domain.entities.sales_window import require_sales_window
from src.domain.errors import InUse, SalesClosed, ValidationFailed, count
from src.domain.shared.money import payable

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
    capacity: int | None
    sales_start: datetime | None
    sales_end: datetime | None
    is_hidden: bool


@dataclass(kw_only=True, slots=True)
class TicketType:
    """A ticket type. The database keeps `sold` and `held`; `lapsed` of the held tickets are free.

    `event_left` is the number of tickets that can be bought of the whole event. A capacity that
    was left out follows the event's (see `derive_capacities`), or is a number of seats. One that
    `is_hidden` exists only for its managers, and for who has a discount code that names it.
    """

    id: int = 0
    event_id: int = 0
    name: str
    category: str | None = None
    section: str | None = None
    price: Decimal
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
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def own_capacity(self) -> int | None:
        """The capacity that it was given."""
        return None if self.capacity_is_derived else self.capacity

    @property
    def available(self) -> int:
        """Tickets that can be bought, limited by the capacities of the type and the event."""
        left = self.capacity - self.sold - self.held + self.lapsed
        return max(0, min(left, self.event_left))

    def require_on_sale(self, now: datetime) -> None:
        """Raise SalesClosed unless the type is available and in its own sales window."""
        if self.status is not TicketTypeStatus.AVAILABLE:
            raise SalesClosed(f'Tickets of the type "{self.name}" are not on sale.')
        require_sales_window(f'"{self.name}"', self.sales_start, self.sales_end, now)

    def edit(self, changes: TicketTypeChanges, *, currency: str) -> None:
        """Apply `changes`, with a capacity only where seats are not numbered.

        A capacity of None follows the event's from now on; the caller sets it. Raises InUse
        (capacity below what is sold or held) and ValidationFailed (a capacity of zero, a price
        that `currency`, the event's, cannot pay). Whether its sales can open is for its event to
        say.
        """
        capacity = changes.get("capacity")
        if capacity is not None:
            require_some_capacity(capacity)
        for field, value in changes.items():
            if field != "capacity":
                setattr(self, field, value)
        if "price" in changes:
            self.price = payable(self.price, currency, field="body.price")
        if "capacity" in changes:
            self.capacity_is_derived = capacity is None
            self.capacity = self.capacity if capacity is None else capacity
        require_capacity(self.capacity, taken=self.sold + self.held)


def visible_types(ticket_types: Iterable[TicketType]) -> list[TicketType]:
    """Those that everybody sees."""
    return [ticket_type for ticket_type in ticket_types if not ticket_type.is_hidden]


def lowest_price(ticket_types: Sequence[TicketType]) -> Decimal:
    """The lowest price of those that everybody sees; of all, where everybody sees none."""
    return min(kind.price for kind in visible_types(ticket_types) or ticket_types)


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
