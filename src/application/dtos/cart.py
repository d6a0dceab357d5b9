"""Carts as they are read: items with their events and ticket types, and totals."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from src.domain.entities.cart import CartItem
from src.domain.entities.discount import Discount
from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType
from src.domain.services.pricing import Amounts
from src.domain.shared.money import ZERO


@dataclass(frozen=True, slots=True)
class CartLine:
    """A cart item with its event and its ticket type."""

    item: CartItem
    event: Event
    ticket_type: TicketType

    @property
    def prices(self) -> list[tuple[Decimal, int]]:
        """The current prices, each with the number of tickets that would be sold at it."""
        ticket_type = self.ticket_type
        counts = Counter(
            ticket_type.current_prices(
                self.item.quantity, ticket_type.nearest_unit_price(self.item.unit_price)
            )
        )
        return list(counts.items())

    @property
    def tax_rates(self) -> list[Decimal]:
        """The rates of its tickets and, if there may be one, of their fee."""
        rates = self.event.tax_rates(self.ticket_type)
        has_fee = self.event.service_fee_fixed or self.event.service_fee_percent
        return [rates.tickets, rates.fee] if has_fee else [rates.tickets]

    @property
    def subtotal(self) -> Decimal:
        """The current price of the tickets, before discount, fee and tax."""
        return sum((price * quantity for price, quantity in self.prices), ZERO)


@dataclass(frozen=True, slots=True)
class CartContents:
    """The lines of a cart, in the order they were added, and the code that was put on it."""

    lines: Sequence[CartLine]
    discount_id: int | None


@dataclass(frozen=True, slots=True)
class CartDiscount:
    """The name of the code on a cart: the codes of it, and the uses of each by the cart's user."""

    candidates: Sequence[Discount]
    used_by_user: Mapping[int, int]

    def opening(self, ticket_type_id: int) -> "CartDiscount":
        """Those of the codes that name this ticket type."""
        named = [
            code
            for code in self.candidates
            if code.ticket_type_id == ticket_type_id and code.deleted_at is None
        ]
        return CartDiscount(named, self.used_by_user)

    @property
    def name(self) -> str | None:
        """The code as it is typed; None if it was deleted."""
        return next((code.code for code in self.candidates if code.deleted_at is None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CartTotal:
    """The total of a cart: `items` counts lines, `quantity` tickets and add-ons.

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
