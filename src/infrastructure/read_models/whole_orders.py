"""Orders with their items, bookings and tickets, read by one statement."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from src.domain.entities.discount_terms import DiscountKind, DiscountTerms
from src.domain.entities.order import Order, OrderItem
from src.infrastructure.database.orm import current_connection
from src.infrastructure.database.records import AMONG, Records
from src.infrastructure.read_models.whole_bookings import OF_BOOKING, booking_of

ORDERS = Records(Order, "orders", but=("items", "bookings", "discount_terms"))
ITEMS = Records(OrderItem, "order_items", but=("cancelled_quantity",))

SELECT = f"""
SELECT ROW({ORDERS.columns}) AS "order", orders.discount_terms::text AS terms,
    ARRAY(
        SELECT ROW({ITEMS.columns}) FROM order_items
        WHERE order_items.order_id = orders.id ORDER BY order_items.id
    ) AS items,
    ARRAY(
        SELECT {OF_BOOKING} FROM bookings
        WHERE bookings.order_id = orders.id ORDER BY bookings.id
    ) AS bookings
FROM orders WHERE orders.id {AMONG.format(ids="$1")}
"""  # noqa: S608 - only names of columns


async def whole_orders(order_ids: Sequence[int]) -> list[Order]:
    """The orders that exist, in this order."""
    rows = await current_connection().execute_query_dict(SELECT, [list(order_ids)])
    orders = {order.id: order for order in map(_order, rows)}
    return [orders[order_id] for order_id in order_ids if order_id in orders]


def _order(row: dict[str, Any]) -> Order:
    return ORDERS.entity(
        row["order"],
        items=[ITEMS.entity(item) for item in row["items"]],
        bookings=[booking_of(booking) for booking in row["bookings"]],
        discount_terms=_terms(row["terms"]),
    )


def _terms(stored: str | None) -> DiscountTerms | None:
    if stored is None:
        return None
    terms = json.loads(stored)
    amounts = ("value", "max_discount")
    exact = {name: Decimal(terms[name]) for name in amounts if terms[name] is not None}
    return DiscountTerms(**{**terms, **exact, "kind": DiscountKind(terms["kind"])})
