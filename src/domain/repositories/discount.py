"""What the domain asks about discount codes."""

from collections.abc import Collection, Mapping
from typing import Protocol

from src.domain.entities.discount import Discount
from src.domain.repositories.page import Page, PageRequest


class DiscountRepository(Protocol):
    """Discount codes, deleted ones left out."""

    async def get(self, discount_id: int) -> Discount:
        """Raises NotFound."""

    async def find_by_code(self, code: str, *, with_deleted: bool = False) -> Discount | None:
        """By its code, in whatever case it is written."""

    async def search(self, *, owner_id: int | None, page: PageRequest) -> Page[Discount]:
        """All codes, or those of one owner."""

    async def add(self, discount: Discount) -> None:
        """Store it and give it its id. Raises Duplicate."""

    async def save(self, discount: Discount) -> None:
        """Store its edits. Raises Duplicate."""

    async def lock(self, discount_ids: Collection[int]) -> dict[int, Discount]:
        """These codes, deleted ones too, locked in id order: whoever uses one waits for it."""

    async def uses_by_user(
        self, discount_ids: Collection[int], user_ids: Collection[int]
    ) -> Mapping[tuple[int, int], int]:
        """(discount id, user id) → orders of that user with that code that are not given up."""
