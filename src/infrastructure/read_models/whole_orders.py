"""Orders with their items, bookings and tickets, read by one statement."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any

from src.domain.entities.booking import Booking
from src.domain.entities.discount_terms import DiscountKind, DiscountTerms
from src.domain.entities.order import Order, OrderItem
from src.infrastructure.database.orm import current_connection
from src.infrastructure.database.records import AMONG, Records, values_of
from src.infrastructure.read_models.whole_bookings import OF_BOOKING, booking_of

ORDERS = Records(Order, "orders", but=("items", "bookings", "discount_terms"))
ITEMS = Records(OrderItem, "order_items", but=("cancelled_quantity",))

ASKED = AMONG.format(ids="$1")
SELECT = f"""
SELECT json_build_array({ORDERS.columns}) AS "order", orders.discount_terms::text AS terms,
    ARRAY(
        SELECT json_build_array({ITEMS.columns}) FROM order_items
        WHERE order_items.order_id = orders.id ORDER BY order_items.id
    ) AS items, NULL::bigint AS order_id, NULL::json AS booking
FROM orders WHERE orders.id {ASKED}
UNION ALL
SELECT NULL::json, NULL::text, NULL::json[], bookings.order_id, {OF_BOOKING}
FROM bookings WHERE bookings.order_id {ASKED}
"""  # noqa: S608 - only names of columns


async def whole_orders(order_ids: Sequence[int]) -> list[Order]:
    """The orders that exist, in this order."""
    rows = await current_connection().execute_query_dict(SELECT, [list(order_ids)])
    bookings: dict[int, list[Booking]] = defaultdict(list)
    for row in rows:
        if row["booking"] is not None:
            bookings[row["order_id"]].append(booking_of(values_of(row["booking"])))
    found = (_order(row, bookings) for row in rows if row["order"] is not None)
    orders = {order.id: order for order in found}
    return [orders[order_id] for order_id in order_ids if order_id in orders]


def _order(row: dict[str, Any], bookings: Mapping[int, list[Booking]]) -> Order:
    values = values_of(row["order"])
    return ORDERS.entity(
        values,
        items=[ITEMS.entity(values_of(item)) for item in row["items"]],
        # Rows of a UNION have no order, least of all from several nodes.
        bookings=sorted(bookings.get(values[0], ()), key=attrgetter("id")),
        discount_terms=_terms(row["terms"]),
    )


def _terms(stored: str | None) -> DiscountTerms | None:
    if stored is None:
        return None
    terms = json.loads(stored)
    amounts = ("value", "max_discount")
    exact = {name: Decimal(terms[name]) for name in amounts if terms[name] is not None}
    return DiscountTerms(**{**terms, **exact, "kind": DiscountKind(terms["kind"])})
