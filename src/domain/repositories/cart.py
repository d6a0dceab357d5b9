"""The repository of carts."""

from collections.abc import Collection
from typing import Protocol

from src.domain.entities.cart import CartItem


class CartRepository(Protocol):
    """Carts, each with at most one item per ticket type and at most one discount code."""

    async def get(self, item_id: int) -> CartItem:
        """Return the item. Raises NotFound."""

    async def of_user(self, user_id: int) -> list[CartItem]:
        """Return the items in the order they were added, without those of deleted ticket types."""

    async def lock(
        self, user_ids: Collection[int], *, skip_locked: bool = False
    ) -> dict[int, list[CartItem]]:
        """The items of these users, locked: nobody checks out the same cart meanwhile.

        With `skip_locked` a cart that somebody else has locked is left out instead of waited for.
        """

    async def put(self, item: CartItem) -> None:
        """Store the item, replacing the one of the same ticket type, and set its id."""

    async def remove(self, item_id: int) -> None: ...

    async def empty(self, user_ids: Collection[int]) -> int:
        """Remove all items and discount codes of these users; the number of items removed."""

    async def discount_id(self, user_id: int) -> int | None:
        """Return the id of the discount code on the cart."""

    async def set_discount(self, user_id: int, discount_id: int | None) -> None: ...
