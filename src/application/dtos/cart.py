"""Carts as they are read: items with their events and ticket types, and totals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from src.domain.entities.cart import CartItem
from src.domain.entities.discount import Discount
from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType
from src.domain.services.pricing import Amounts


@dataclass(frozen=True, slots=True)
class CartLine:
    """A cart item with its event and its ticket type."""

    item: CartItem
    event: Event
    ticket_type: TicketType

    @property
    def subtotal(self) -> Decimal:
        """The current price of the tickets, before discount, fee and tax."""
        return self.ticket_type.price * self.item.quantity


@dataclass(frozen=True, slots=True)
class CartDiscount:
    """The name of the code on a cart: the codes of it, and the uses of each by the cart's user."""

    candidates: Sequence[Discount]
    used_by_user: Mapping[int, int]

    @property
    def name(self) -> str:
        """The code as it is typed."""
        return self.candidates[0].code


@dataclass(frozen=True, slots=True, kw_only=True)
class CartTotal:
    """The total of a cart: `items` counts lines, `quantity` tickets.

    An empty cart has no currency. `discount_problem` explains why the code on the cart is not
    applied.
    """

    user_id: int
    items: int
    quantity: int
    amounts: Amounts
    currency: str | None
    discount_code: str | None
    discount_problem: str | None
