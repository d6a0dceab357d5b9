"""The repository of orders."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from src.domain.entities.order import Order, OrderItem


@dataclass(frozen=True, slots=True)
class GuestOrder:
    """An order of somebody without an account, and the address they gave, if any."""

    id: int
    user_id: int
    contact_email: str | None


class OrderRepository(Protocol):
    """Orders, always loaded with their items and bookings."""

    async def get(self, order_id: int) -> Order:
        """Return the order. Raises NotFound."""

    async def get_any(self, order_id: int) -> Order:
        """Like `get`, including deleted orders, whose payments still have to be settled."""

    async def id_of(self, reference: str) -> int:
        """Return the id of the order with this reference. Raises NotFound."""

    async def of_guests(self, contact_email: str) -> list[GuestOrder]:
        """Return the orders that guests made with this address as their contact, in order."""

    async def of_guest(self, user_id: int) -> list[GuestOrder]:
        """Return the orders of this guest, in order; none of somebody who has an account."""

    async def of_user(self, user_id: int) -> list[int]:
        """Return the ids of all orders of this user, deleted ones too, in order."""

    async def pending_of(self, user_id: int) -> list[int]:
        """Return the ids of the pending orders of this user, in order."""

    async def forget_buyer(self, user_id: int) -> None:
        """Remove the name, the contact and the notes from all orders of this user."""

    async def reassign(self, order_ids: Collection[int], *, to: int) -> None:
        """Give the orders to another user, with their bookings, and their tickets and offers.

        The caller holds the locks of their events and of the orders. A ticket that was given to
        somebody else stays with them.
        """

    async def contact_of(self, user_id: int, event_id: int) -> Order | None:
        """Return the user's latest order of the event that names an address, if any."""

    async def lock(self, order_ids: Sequence[int]) -> None:
        """Lock the orders, in id order, until the transaction ends; events are locked first."""

    async def lock_free(self, order_ids: Collection[int]) -> set[int]:
        """Like `lock`, without waiting: those that nobody else has locked; their ids."""

    async def by_ids(self, order_ids: Sequence[int]) -> list[Order]:
        """Return these orders in this order, without those that do not exist."""

    async def add(self, orders: Sequence[Order]) -> None:
        """Store the orders without items and bookings, with one statement, and set their ids.

        Raises CodeCollision.
        """

    async def add_items(self, items: Sequence[OrderItem]) -> None:
        """Store items whose order and booking are stored, and set their ids."""

    async def save_items(self, items: Sequence[OrderItem]) -> None:
        """Store the quantities, amounts and booking ids of stored items."""

    async def save(self, *orders: Order) -> None:
        """Store the orders themselves, without items and bookings, with one statement."""

    async def was_confirmed(self, order_id: int) -> bool:
        """Whether one of its bookings was ever confirmed, or a payment of it succeeded."""

    async def can_bring_money(self, event_id: int) -> bool:
        """Whether an order of this event is paid or can still be, deleted ones too.

        An order that has ended can be, once a payment of it was started: the money may come late.
        """

    async def placed_by_buyers(self, order_ids: Collection[int]) -> set[int]:
        """Return those of these orders that no organizer or admin has placed for the buyer."""

    async def due(self, now: datetime, *, limit: int, but: Collection[int] = ()) -> list[int]:
        """Return the ids of orders to be settled, without `but`.

        Those that are pending and have lapsed or lost a booking, and those that have ended with a
        part of their money kept for them.
        """

    async def over(self, now: datetime, *, limit: int, but: Collection[int] = ()) -> list[int]:
        """Return the ids of confirmed orders whose events are all over, without `but`."""

    async def cancel_without_bookings(self, order_ids: Collection[int]) -> list[int]:
        """Cancel those of these confirmed orders that have no confirmed booking; their ids."""

    async def complete(self, event_id: int, now: datetime) -> list[int]:
        """Complete confirmed orders with this event whose events have all ended; their ids."""

    async def event_ids(self, order_ids: Collection[int]) -> list[int]:
        """Return the ids of all events of these orders, in order."""
