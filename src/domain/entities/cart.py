"""A cart: the tickets that a user intends to buy. It takes no stock."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from src.domain.errors import CartEmpty, InUse, ValidationFailed

MAX_ITEMS = 50
MAX_QUANTITY = 1000


@dataclass(kw_only=True, slots=True)
class CartItem:
    """Tickets of one type; where the buyer chose seats, `seat_ids` has `quantity` of them.

    `unit_price` is what the buyer wants to give for each, where that is theirs to say.
    """

    id: int = 0
    user_id: int
    event_id: int
    ticket_type_id: int
    quantity: int
    seat_ids: list[int] = field(default_factory=list)
    unit_price: Decimal | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def add(self, quantity: int, seat_ids: Sequence[int] = ()) -> None:
        """Add `quantity` tickets, in these seats if any. Raises ValidationFailed."""
        if self.quantity and bool(seat_ids) != bool(self.seat_ids):
            message = "Choose the seats of all tickets of this type, or of none."
            raise ValidationFailed("body.seat_ids", message)
        if set(seat_ids) & set(self.seat_ids):
            raise ValidationFailed("body.seat_ids", "One of these seats is in the cart already.")
        self._set(self.quantity + quantity, [*self.seat_ids, *seat_ids])

    def change(self, quantity: int | None, seat_ids: Sequence[int] | None) -> None:
        """Change the quantity or the seats; None keeps the value. Raises ValidationFailed.

        New seats set the quantity; empty `seat_ids` keep it, and the seats are chosen
        automatically.
        """
        seats = self.seat_ids if seat_ids is None else list(seat_ids)
        self._set(quantity or len(seats) or self.quantity, seats)

    def _set(self, quantity: int, seat_ids: list[int]) -> None:
        if seat_ids and len(seat_ids) != quantity:
            raise ValidationFailed("body.seat_ids", f"Choose {quantity} seats, or none.")
        if quantity > MAX_QUANTITY:
            message = f"At most {MAX_QUANTITY} tickets of one type fit into a cart."
            raise ValidationFailed("body.quantity", message)
        self.quantity, self.seat_ids = quantity, seat_ids


def require_unchanged_cart(ordered: Sequence[CartItem], current: Sequence[CartItem]) -> None:
    """Raise CartEmpty or InUse when the cart was checked out or changed concurrently."""
    if not current:
        raise CartEmpty()
    if _content(ordered) != _content(current):
        raise InUse("The cart was changed at the same moment. Look at it again, then order.")


def _content(items: Sequence[CartItem]) -> set[tuple[object, ...]]:
    return {
        (item.ticket_type_id, item.quantity, tuple(item.seat_ids), item.unit_price)
        for item in items
    }
