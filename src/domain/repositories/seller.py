"""The repository of sellers, and of whom invoices are for."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from src.domain.entities.billing import Billing
from src.domain.entities.seller import Seller


class SellerRepository(Protocol):
    """Sellers, by the ids of the organizers that they are."""

    async def get(self, user_id: int) -> Seller:
        """Return the seller. Raises NotFound for an organizer who has not said who sells."""

    async def by_ids(self, user_ids: Collection[int]) -> dict[int, Seller]:
        """Return those of these sellers that exist."""

    async def all_ids(self) -> list[int]:
        """Return the ids of all sellers, in order."""

    async def lock(self, user_id: int) -> Seller | None:
        """Lock the seller until the transaction ends, before any order; None without one.

        Who holds it is the only one to give this seller's invoices their numbers.
        """

    async def add(self, seller: Seller) -> None:
        """Store a new seller. Raises Duplicate."""

    async def save(self, seller: Seller) -> None:
        """Store the edits of a seller."""

    async def set_invoiced_until(self, user_id: int, until: datetime) -> None:
        """Store how far the job has looked."""

    async def remove_unused(self, user_id: int) -> None:
        """Remove the seller, unless documents of theirs exist, or money that they are due for.

        The law wants those kept, and corrected by who issued them.
        """


class BillingRepository(Protocol):
    """Whom the invoices of orders are for, where the buyer said so."""

    async def get(self, order_id: int) -> Billing | None:
        """Return whom the invoice of this order is for."""

    async def by_orders(self, order_ids: Collection[int]) -> dict[int, Billing]:
        """Return what is known, by order."""

    async def put(self, billing: Billing) -> None:
        """Store it, in place of what is stored. The order is locked by the caller."""

    async def remove(self, order_id: int) -> None:
        """Remove it. The order is locked by the caller."""

    async def forget_user(self, user_id: int) -> None:
        """Remove it from all orders of this user: what was issued keeps what it says.

        A business that bought without tax, and owes it, stays: the seller has to name it.
        """
