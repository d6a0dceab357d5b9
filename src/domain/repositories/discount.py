"""The repository of discount codes."""

from collections.abc import Collection, Mapping
from typing import Protocol

from src.domain.entities.discount import Discount
from src.domain.repositories.page import Page, PageRequest


class DiscountRepository(Protocol):
    """Discount codes, without deleted ones unless stated."""

    async def get(self, discount_id: int) -> Discount:
        """Return the discount. Raises NotFound."""

    async def find_by_code(self, code: str, *, with_deleted: bool = False) -> Discount | None:
        """Return the discount with this code, ignoring case."""

    async def search(self, *, owner_id: int | None, page: PageRequest) -> Page[Discount]:
        """Return a page of all codes, or of those of one owner."""

    async def add(self, discount: Discount) -> None:
        """Store the discount and set its id. Raises Duplicate."""

    async def save(self, discount: Discount) -> None:
        """Store its edits. Raises Duplicate."""

    async def lock(self, discount_ids: Collection[int]) -> dict[int, Discount]:
        """Lock these codes in id order, including deleted ones; the codes by id."""

    async def uses_by_user(
        self, discount_ids: Collection[int], user_ids: Collection[int]
    ) -> Mapping[tuple[int, int], int]:
        """Count, by (discount id, user id), the live orders of the user with the code."""
