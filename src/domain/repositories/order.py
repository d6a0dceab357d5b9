"""The repository of orders."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from src.domain.entities.order import Order, OrderItem, OrderStatus
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """A filter of orders; `created_at` is in [`date_from`, `date_to`)."""

    user_id: int | None = None
    status: OrderStatus | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None


class OrderRepository(Protocol):
    """Orders, always loaded with their items and bookings."""

    async def get(self, order_id: int) -> Order:
        """Return the order. Raises NotFound."""

    async def get_any(self, order_id: int) -> Order:
        """Like `get`, including deleted orders, whose payments still have to be settled."""

    async def lock(self, order_ids: Sequence[int]) -> None:
        """Lock the orders, in id order, until the transaction ends; events are locked first."""

    async def search(self, wanted: OrderFilter, page: PageRequest) -> Page[Order]: ...

    async def add(self, orders: Sequence[Order]) -> None:
        """Store the orders without items and bookings, with one statement, and set their ids.

        Raises CodeCollision.
        """

    async def add_items(self, items: Sequence[OrderItem]) -> None:
        """Store items whose order and booking are stored, and set their ids."""

    async def save_items(self, items: Sequence[OrderItem]) -> None:
        """Store the quantities, amounts and booking ids of stored items."""

    async def save(self, order: Order) -> None:
        """Store the order itself, without items and bookings."""

    async def was_confirmed(self, order_id: int) -> bool:
        """Whether one of its bookings was ever confirmed, or a payment of it succeeded."""

    async def was_placed_by_buyer(self, order_id: int) -> bool:
        """Whether the buyer placed the order, and not an organizer or admin for the buyer."""

    async def due(self, now: datetime, *, limit: int, but: Collection[int] = ()) -> list[int]:
        """Return the ids of pending orders that have lapsed or lost a booking, without `but`."""

    async def over(self, now: datetime, *, limit: int, but: Collection[int] = ()) -> list[int]:
        """Return the ids of confirmed orders whose events are all over, without `but`."""

    async def cancel_without_bookings(self, order_ids: Collection[int]) -> list[int]:
        """Cancel those of these confirmed orders that have no confirmed booking; their ids."""

    async def complete(self, event_id: int, now: datetime) -> list[int]:
        """Complete confirmed orders with this event whose events have all ended; their ids."""

    async def event_ids(self, order_ids: Collection[int]) -> list[int]:
        """Return the ids of all events of these orders, in order."""
