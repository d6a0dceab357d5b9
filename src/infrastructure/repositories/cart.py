"""Carts in PostgreSQL."""

from collections.abc import Collection, Mapping
from typing import Any

from src.domain.entities.cart import CartItem
from src.domain.errors import NotFound
from src.infrastructure.database.models import CartDiscountModel, CartItemModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping

# Deleted events and ticket types are in no cart any more.
ITEMS = """
SELECT item.id, item.user_id, item.event_id, item.ticket_type_id, item.quantity, item.seat_ids,
    item.unit_price, item.created_at, item.updated_at
FROM cart_items AS item
JOIN ticket_types ON ticket_types.event_id = item.event_id
    AND ticket_types.id = item.ticket_type_id
JOIN events ON events.id = item.event_id AND events.deleted_at IS NULL
WHERE item.user_id = ANY($1)
ORDER BY item.id
"""

# The user's row is locked for the cart, which may be empty. NO KEY: it must not block sales.
LOCK = "SELECT id FROM users WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE"

PUT = """
INSERT INTO cart_items (user_id, event_id, ticket_type_id, quantity, seat_ids, unit_price)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT ON CONSTRAINT cart_items_user_id_ticket_type_id_key
    DO UPDATE SET quantity = excluded.quantity, seat_ids = excluded.seat_ids,
        unit_price = excluded.unit_price
RETURNING id, created_at, updated_at
"""

SET_DISCOUNT = """
INSERT INTO cart_discounts (user_id, discount_id) VALUES ($1, $2)
ON CONFLICT (user_id) DO UPDATE SET discount_id = excluded.discount_id
"""


class TortoiseCartRepository:
    """Implements `CartRepository`."""

    async def get(self, item_id: int) -> CartItem:
        row = await CartItemModel.get_or_none(id=item_id)
        if row is None:
            raise NotFound("cart item", item_id)
        return mapping.to_entity(CartItem, row)

    async def of_user(self, user_id: int) -> list[CartItem]:
        rows = await current_connection().execute_query_dict(ITEMS, [[user_id]])
        return [_to_entity(row) for row in rows]

    async def lock(
        self, user_ids: Collection[int], *, skip_locked: bool = False
    ) -> dict[int, list[CartItem]]:
        connection = current_connection()
        query = f"{LOCK} SKIP LOCKED" if skip_locked else LOCK
        locked = [row["id"] for row in await connection.execute_query_dict(query, [list(user_ids)])]
        rows = await connection.execute_query_dict(ITEMS, [locked])
        # A user who was deleted meanwhile has no row to lock, and an empty cart.
        found = locked if skip_locked else user_ids
        carts: dict[int, list[CartItem]] = {user_id: [] for user_id in found}
        for item in map(_to_entity, rows):
            carts[item.user_id].append(item)
        return carts

    async def put(self, item: CartItem) -> None:
        values = [
            *(item.user_id, item.event_id, item.ticket_type_id),
            *(item.quantity, item.seat_ids, item.unit_price),
        ]
        (row,) = await current_connection().execute_query_dict(PUT, values)
        item.id, item.created_at, item.updated_at = row["id"], row["created_at"], row["updated_at"]

    async def remove(self, item_id: int) -> None:
        await CartItemModel.filter(id=item_id).delete()

    async def empty(self, user_ids: Collection[int]) -> int:
        await CartDiscountModel.filter(user_id__in=list(user_ids)).delete()
        return await CartItemModel.filter(user_id__in=list(user_ids)).delete()

    async def discount_id(self, user_id: int) -> int | None:
        row = await CartDiscountModel.get_or_none(user_id=user_id)
        return None if row is None else row.discount_id

    async def set_discount(self, user_id: int, discount_id: int | None) -> None:
        if discount_id is None:
            await CartDiscountModel.filter(user_id=user_id).delete()
        else:
            await current_connection().execute_query(SET_DISCOUNT, [user_id, discount_id])


def _to_entity(row: Mapping[str, Any]) -> CartItem:
    return CartItem(
        id=row["id"],
        user_id=row["user_id"],
        event_id=row["event_id"],
        ticket_type_id=row["ticket_type_id"],
        quantity=row["quantity"],
        seat_ids=list(row["seat_ids"]),
        unit_price=row["unit_price"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
    )
