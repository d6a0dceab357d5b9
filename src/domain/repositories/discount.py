"""The repository of discount codes."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from src.domain.entities.discount import Discount
from src.domain.repositories.page import Page, PageRequest


class DiscountRepository(Protocol):
    """Discount codes, without deleted ones unless stated."""

    async def get(self, discount_id: int) -> Discount:
        """Return the discount. Raises NotFound."""

    async def named(self, code: str, event_ids: Collection[int]) -> list[Discount]:
        """The codes of this name that cover something of these events, oldest first.

        Case and blanks around it do not matter. Where there is none, one of this name that covers
        something else, or else one that was deleted, says why; none if the name is unknown.
        """

    async def like(self, discount_id: int, event_ids: Collection[int]) -> list[Discount]:
        """As `named`, with the name of this code, which may be deleted."""

    async def without_lapsed(self, discounts: Sequence[Discount], now: datetime) -> None:
        """Take the uses of pending orders whose deadline has passed off the counts of these."""

    async def search(self, *, owner_id: int | None, page: PageRequest) -> Page[Discount]:
        """Return a page of all codes, or of those of one owner."""

    async def count(self, *, owner_id: int | None) -> int:
        """The number of all codes, or of those of one owner."""

    async def add(self, discount: Discount) -> None:
        """Store the discount and set its id. Raises Duplicate."""

    async def add_many(self, terms: Discount, codes: Sequence[str]) -> list[int]:
        """Store codes of these terms in one statement; their ids in order. Raises Duplicate."""

    async def taken(self, owner_id: int | None, codes: Collection[str]) -> set[str]:
        """Those of these names that the owner has codes of."""

    async def save(self, discount: Discount) -> None:
        """Store its edits. Raises Duplicate."""

    async def lock(self, discount_ids: Collection[int]) -> dict[int, Discount]:
        """Lock these codes in id order, including deleted ones; the codes by id."""

    async def uses_by_user(
        self, discount_ids: Collection[int], user_ids: Collection[int], now: datetime
    ) -> Mapping[tuple[int, int], int]:
        """Count, by (discount id, user id), the orders of the user with the code.

        Pending ones count until their deadline.
        """

    async def lapsed_uses(self, discount_ids: Collection[int], now: datetime) -> list[int]:
        """The ids of pending orders past their deadline that still count as uses of these codes."""

    async def end_uses(self, order_ids: Collection[int], now: datetime) -> None:
        """These orders, which are locked, no longer count, where they are lapsed still."""
