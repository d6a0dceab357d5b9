"""What the domain asks about carts."""

from collections.abc import Collection
from typing import Protocol

from src.domain.entities.cart import CartItem


class CartRepository(Protocol):
    """Carts: at most one item for each ticket type, and at most one discount code."""

    async def get(self, item_id: int) -> CartItem:
        """Raises NotFound."""

    async def of_user(self, user_id: int) -> list[CartItem]:
        """In the order in which they were put in; items whose ticket type is gone left out."""

    async def lock(
        self, user_ids: Collection[int], *, skip_locked: bool = False
    ) -> dict[int, list[CartItem]]:
        """The items of these users, locked: nobody checks out the same cart meanwhile.

        With `skip_locked` a cart that somebody else has locked is left out instead of waited for.
        """

    async def put(self, item: CartItem) -> None:
        """Store it in place of the item of the same type, if there is one; gives it its id."""

    async def remove(self, item_id: int) -> None: ...

    async def empty(self, user_ids: Collection[int]) -> int:
        """Remove all items and discount codes of these users; how many items there were."""

    async def discount_id(self, user_id: int) -> int | None:
        """The discount code on the cart."""

    async def set_discount(self, user_id: int, discount_id: int | None) -> None: ...
