"""A cart as it is read: its items with what they are for, and what they cost."""

from dataclasses import dataclass
from decimal import Decimal

from src.domain.entities.cart import CartItem
from src.domain.entities.discount import Discount
from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType
from src.domain.services.pricing import Amounts


@dataclass(frozen=True, slots=True)
class CartLine:
    """An item, its event, and its ticket type with what is left of it."""

    item: CartItem
    event: Event
    ticket_type: TicketType

    @property
    def subtotal(self) -> Decimal:
        """At the price in force now, before discount, fee and tax."""
        return self.ticket_type.price * self.item.quantity


@dataclass(frozen=True, slots=True)
class CartDiscount:
    """A code on a cart, and how often the cart's user has used it; None if it was deleted."""

    discount: Discount | None
    used_by_user: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CartTotal:
    """`items` counts lines, `quantity` tickets; an empty cart has no currency.

    `discount_problem` is the sentence that says why the code on the cart takes nothing off.
    """

    user_id: int
    items: int
    quantity: int
    amounts: Amounts
    currency: str | None
    discount_code: str | None
    discount_problem: str | None
