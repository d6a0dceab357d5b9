"""That a cart still is what its order was made from."""

from collections.abc import Sequence

from src.domain.entities.cart import CartItem
from src.domain.errors import CartEmpty, InUse


def require_same_cart(ordered: Sequence[CartItem], found: Sequence[CartItem]) -> None:
    """Raise CartEmpty or InUse when the cart was checked out or changed meanwhile."""
    if not found:
        raise CartEmpty()
    if _content(ordered) != _content(found):
        raise InUse("The cart was changed at the same moment. Look at it again, then order.")


def _content(items: Sequence[CartItem]) -> set[tuple[int, int, tuple[int, ...]]]:
    return {(item.ticket_type_id, item.quantity, tuple(item.seat_ids)) for item in items}
