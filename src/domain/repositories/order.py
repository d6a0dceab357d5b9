"""What the domain asks about orders."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from src.domain.entities.order import Order, OrderItem, OrderStatus
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """The dates bound `created_at`: from inclusive, to exclusive."""

    user_id: int | None = None
    status: OrderStatus | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None


class OrderRepository(Protocol):
    """Orders, always with their items and bookings."""

    async def get(self, order_id: int) -> Order:
        """Raises NotFound."""

    async def get_any(self, order_id: int) -> Order:
        """Like `get`, deleted ones too: for the books."""

    async def lock(self, order_ids: Sequence[int]) -> None:
        """Lock these until the transaction ends, in id order; events are locked before them."""

    async def search(self, wanted: OrderFilter, page: PageRequest) -> Page[Order]: ...

    async def add(self, orders: Sequence[Order]) -> None:
        """Store them without items and bookings, with one statement, and give them ids.

        Raises CodeCollision.
        """

    async def add_items(self, items: Sequence[OrderItem]) -> None:
        """Store items, whose order and booking are stored, and give them ids."""

    async def save_items(self, items: Sequence[OrderItem]) -> None:
        """Store quantities, amounts and bookings of stored items."""

    async def save(self, order: Order) -> None:
        """Store the order itself, without items and bookings."""

    async def was_confirmed(self, order_id: int) -> bool:
        """Whether a booking of it was ever confirmed, or money has arrived for it."""

    async def due(self, now: datetime, *, limit: int, but: Collection[int] = ()) -> list[int]:
        """Pending orders whose time is over, or with a booking that is no longer alive.

        Their ids in order, without those in `but`.
        """

    async def over(self, now: datetime, *, limit: int, but: Collection[int] = ()) -> list[int]:
        """Confirmed orders all of whose events have ended; their ids in order, without `but`."""

    async def sync_cancelled_events(self, event_id: int) -> list[int]:
        """Cancel confirmed orders that have lost their last booking with this event; their ids."""

    async def complete(self, event_id: int, now: datetime) -> list[int]:
        """Complete confirmed orders with this event all of whose events have ended; their ids."""

    async def event_ids(self, order_ids: Collection[int]) -> list[int]:
        """All events of these orders, in id order."""
