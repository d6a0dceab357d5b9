"""Orders in PostgreSQL, always with their items and bookings."""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from src.domain.entities.order import Order, OrderItem
from src.domain.errors import NotFound
from src.domain.repositories.order import GuestOrder
from src.infrastructure.database.models import OrderItemModel, OrderModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.database.records import AMONG
from src.infrastructure.read_models.whole_orders import whole_orders
from src.infrastructure.repositories import mapping

AMOUNTS = (
    "subtotal",
    "discount_amount",
    "fee_amount",
    "tax_amount",
    "tax_included",
    "total_amount",
)
PERSONAL = ("buyer_name", "contact_name", "contact_email", "contact_phone", "notes")
CONTACT = ("contact_name", "contact_email", "contact_phone", "notes")

EDITED_COLUMNS = (
    *("status", *AMOUNTS, *CONTACT, "late_payment", "expires_at", "deleted_at"),
    *("discount_id", "discount_code", "late_refusal"),
    *("discount_terms", "discount_tickets", "counts_use"),
)
ORDER_COLUMNS = (
    *("status", "payment", "reference", "user_id", "currency"),
    *AMOUNTS,
    *("discount_id", "discount_code"),
    *CONTACT,
    "expires_at",
    *("discount_tickets", "discount_terms"),
)
ITEM_COLUMNS = (
    *("order_id", "event_id", "ticket_type_id", "booking_id", "quantity", "unit_price"),
    *AMOUNTS,
    *("tax_rate", "fee_tax_rate", "fee_tax_amount", "event_country", "tax_inclusive"),
    *("relieved_tax_rate", "relieved_fee_tax_rate", "tax_relief", "tax_rounding"),
)
NAMES = ("event_title", "ticket_type_name")

INSERT_ORDERS = f"""
INSERT INTO orders ({", ".join(ORDER_COLUMNS)}, buyer_name)
SELECT status::order_status, payment::event_payment, {", ".join(ORDER_COLUMNS[2:-1])},
    discount_terms::jsonb, (SELECT name FROM users WHERE users.id = new.user_id)
FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[],
    $6::numeric[], $7::numeric[], $8::numeric[], $9::numeric[], $10::numeric[], $11::numeric[],
    $12::bigint[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[],
    $18::timestamptz[], $19::integer[], $20::text[])
    AS new ({", ".join(ORDER_COLUMNS)})
RETURNING id, created_at
"""  # noqa: S608 - only names of columns

INSERT_ITEMS = f"""
INSERT INTO order_items ({", ".join(ITEM_COLUMNS)}, event_title, ticket_type_name)
SELECT {", ".join(ITEM_COLUMNS[:-2])}, tax_relief::tax_relief, tax_rounding::tax_rounding,
    event_title, ticket_type_name
FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::integer[], $6::numeric[],
    $7::numeric[], $8::numeric[], $9::numeric[], $10::numeric[], $11::numeric[], $12::numeric[],
    $13::numeric[], $14::numeric[], $15::numeric[], $16::text[], $17::boolean[], $18::numeric[],
    $19::numeric[], $20::text[], $21::text[], $22::text[], $23::text[])
    AS new ({", ".join(ITEM_COLUMNS)}, event_title, ticket_type_name)
RETURNING id
"""  # noqa: S608 - only names of columns

CHANGES = ", ".join(
    f"{column} = new.{column}" + ("::jsonb" if column == "discount_terms" else "")
    for column in EDITED_COLUMNS
)
UPDATE = f"""
UPDATE orders SET {CHANGES}
FROM unnest($1::bigint[], $2::text[]::order_status[], $3::numeric[], $4::numeric[], $5::numeric[],
    $6::numeric[], $7::numeric[], $8::numeric[], $9::text[], $10::text[], $11::text[], $12::text[],
    $13::text[]::late_payment[], $14::timestamptz[], $15::timestamptz[], $16::bigint[], $17::text[],
    $18::text[]::late_refusal[], $19::text[], $20::integer[], $21::boolean[])
    AS new (id, {", ".join(EDITED_COLUMNS)})
WHERE orders.id = new.id
RETURNING orders.id, orders.version, orders.updated_at
"""  # noqa: S608 - only names of columns

LOCK = "SELECT id FROM orders WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE"
LOCK_FREE = f"{LOCK} SKIP LOCKED"

DUE = """
SELECT id FROM orders WHERE status = 'pending' AND expires_at <= $1 AND id <> ALL($3)
UNION
SELECT orders.id FROM orders JOIN order_items ON order_items.order_id = orders.id
JOIN bookings ON bookings.event_id = order_items.event_id AND bookings.id = order_items.booking_id
WHERE orders.status = 'pending' AND bookings.status NOT IN ('pending', 'confirmed')
    AND orders.id <> ALL($3)
UNION
SELECT orders.id FROM transactions AS payment JOIN orders ON orders.id = payment.order_id
WHERE payment.requested_amount IS NOT NULL AND payment.status = 'success'
    AND payment.amount < payment.requested_amount AND payment.currency = orders.currency
    AND orders.status IN ('cancelled', 'expired') AND orders.id <> ALL($3)
    AND payment.amount - payment.refunded_amount > (
        SELECT coalesce(sum(owed_amount), 0) FROM transactions AS refund
        WHERE refund.parent_id = payment.id
    )
    AND NOT EXISTS (
        SELECT 1 FROM ledger_entries
        WHERE transaction_id = payment.id AND account <> 'unapplied'
    )
ORDER BY id LIMIT $2
"""

# Of two events that end concurrently, each transaction would still see the other event as active.
# Only orders with items of another event need the lock.
LOCK_SHARED = """
SELECT id FROM orders
WHERE status = 'confirmed' AND id IN (SELECT order_id FROM order_items WHERE event_id = $1)
    AND EXISTS (
        SELECT 1 FROM order_items
        WHERE order_items.order_id = orders.id AND order_items.event_id <> $1
    )
ORDER BY id FOR NO KEY UPDATE
"""

SHARED_EVENTS = """
SELECT DISTINCT event_id FROM order_items
WHERE order_id IN (SELECT order_id FROM order_items WHERE event_id = $1)
"""
OPEN_OF = """
SELECT id FROM events
WHERE id = ANY($2) AND ends_at > $1 AND status NOT IN ('completed', 'cancelled')
"""

# A cancelled event does not delay the completion of an order until its end.
COMPLETE = """
UPDATE orders SET status = 'completed'
WHERE status = 'confirmed' AND id IN (SELECT order_id FROM order_items WHERE event_id = $1)
    AND NOT EXISTS (
        SELECT 1 FROM order_items
        WHERE order_items.order_id = orders.id AND order_items.event_id = ANY($2)
    )
RETURNING id
"""

OPEN = "SELECT id FROM events WHERE ends_at > $1 AND status NOT IN ('completed', 'cancelled')"
OVER = """
SELECT id FROM orders
WHERE status = 'confirmed' AND id <> ALL($3) AND NOT EXISTS (
    SELECT 1 FROM order_items
    WHERE order_items.order_id = orders.id AND event_id IN (SELECT unnest($1::bigint[]))
)
ORDER BY id LIMIT $2
"""

# A ticket gets its code when it is confirmed.
WAS_CONFIRMED = """
SELECT EXISTS (
    SELECT 1 FROM bookings JOIN tickets ON tickets.event_id = bookings.event_id
        AND tickets.booking_id = bookings.id
    WHERE bookings.event_id IN (SELECT event_id FROM order_items WHERE order_id = $1)
        AND bookings.order_id = $1 AND tickets.ticket_code IS NOT NULL
) OR EXISTS (
    SELECT 1 FROM transactions WHERE order_id = $1 AND status IN ('success', 'refunded')
) AS was_confirmed
"""

CAN_BRING_MONEY = """
SELECT EXISTS (
    SELECT 1 FROM order_items JOIN orders ON orders.id = order_items.order_id
    WHERE order_items.event_id = $1 AND (
        orders.status IN ('pending', 'confirmed', 'completed')
        OR EXISTS (
            SELECT 1 FROM transactions
            WHERE transactions.order_id = orders.id AND transactions.kind = 'payment'
        )
    )
) AS can_bring_money
"""

PLACED_BY_BUYERS = f"""
SELECT orders.id FROM orders CROSS JOIN LATERAL (
    SELECT actor_id FROM audit_log
    WHERE audit_log.subject = 'order' AND audit_log.subject_id = orders.id
    ORDER BY audit_log.id LIMIT 1
) AS placed
WHERE orders.id {AMONG.format(ids="$1")} AND placed.actor_id IN (orders.user_id, (
    SELECT (claimed.before->>'user_id')::bigint FROM audit_log AS claimed
    WHERE claimed.subject = 'order' AND claimed.subject_id = orders.id
        AND claimed.action = 'order.claimed'
    ORDER BY claimed.id LIMIT 1
))
"""  # noqa: S608 - no values

OF_GUESTS = """
SELECT orders.id, orders.user_id, orders.contact_email
FROM orders JOIN users ON users.id = orders.user_id AND users.is_guest
WHERE orders.contact_email = $1 AND orders.deleted_at IS NULL ORDER BY orders.id
"""

OF_GUEST = """
SELECT orders.id, orders.user_id, orders.contact_email
FROM orders JOIN users ON users.id = orders.user_id AND users.is_guest
WHERE orders.user_id = $1 ORDER BY orders.id
"""

OF_USER = "SELECT id FROM orders WHERE user_id = $1 ORDER BY id"

PENDING_OF = "SELECT id FROM orders WHERE user_id = $1 AND status = 'pending' ORDER BY id"

FORGET_BUYER = f"""
UPDATE orders SET {", ".join(f"{column} = NULL" for column in PERSONAL)}
WHERE user_id = $1 AND COALESCE({", ".join(PERSONAL)}) IS NOT NULL
"""  # noqa: S608 - only names of columns

# Offers first: they belong to the tickets as these still are.
REASSIGN = (
    """
    UPDATE transfers SET from_user_id = $2
    FROM tickets JOIN bookings
        ON bookings.event_id = tickets.event_id AND bookings.id = tickets.booking_id
    WHERE bookings.event_id = ANY($3) AND bookings.order_id = ANY($1)
        AND tickets.user_id = bookings.user_id AND transfers.event_id = tickets.event_id
        AND transfers.ticket_id = tickets.id AND transfers.status = 'offered'
    """,
    """
    UPDATE tickets SET user_id = $2
    FROM bookings
    WHERE bookings.event_id = ANY($3) AND bookings.order_id = ANY($1)
        AND tickets.event_id = bookings.event_id AND tickets.booking_id = bookings.id
        AND tickets.user_id = bookings.user_id
    """,
    "UPDATE bookings SET user_id = $2 WHERE event_id = ANY($3) AND order_id = ANY($1)",
)
REASSIGN_ORDERS = "UPDATE orders SET user_id = $2 WHERE id = ANY($1)"

CONTACT_OF = """
SELECT orders.id FROM orders JOIN order_items ON order_items.order_id = orders.id
WHERE orders.user_id = $1 AND order_items.event_id = $2 AND orders.contact_email IS NOT NULL
ORDER BY orders.id DESC LIMIT 1
"""

# Two events that are cancelled at once would each still see the other's booking confirmed.
LOCK_CONFIRMED = """
SELECT id FROM orders WHERE id = ANY($1) AND status = 'confirmed' ORDER BY id FOR NO KEY UPDATE
"""

WITH_BOOKINGS = """
SELECT DISTINCT order_id FROM bookings
WHERE event_id = ANY($2) AND order_id = ANY($1) AND status = 'confirmed'
"""

CANCEL_WITHOUT_BOOKINGS = """
UPDATE orders SET status = 'cancelled' WHERE status = 'confirmed' AND id = ANY($1) RETURNING id
"""

EVENT_IDS = """
SELECT DISTINCT event_id FROM order_items WHERE order_id = ANY($1) ORDER BY event_id
"""


class TortoiseOrderRepository:
    """Implements `OrderRepository`.

    `changed_ids` are the orders that were locked or changed, themselves or their transactions:
    nothing of an order that exists changes otherwise.
    """

    def __init__(self) -> None:
        self.changed_ids: set[int] = set()

    async def get(self, order_id: int) -> Order:
        order = await self.get_any(order_id)
        if order.deleted_at is not None:
            raise NotFound("order", order_id)
        return order

    async def get_any(self, order_id: int) -> Order:
        found = await whole_orders([order_id])
        if not found:
            raise NotFound("order", order_id)
        return found[0]

    async def id_of(self, reference: str) -> int:
        row = await OrderModel.get_or_none(reference=reference)
        if row is None:
            raise NotFound("order", reference)
        return int(row.id)

    async def of_guests(self, contact_email: str) -> list[GuestOrder]:
        rows = await current_connection().execute_query_dict(OF_GUESTS, [contact_email])
        return [GuestOrder(**row) for row in rows]

    async def of_guest(self, user_id: int) -> list[GuestOrder]:
        rows = await current_connection().execute_query_dict(OF_GUEST, [user_id])
        return [GuestOrder(**row) for row in rows]

    async def of_user(self, user_id: int) -> list[int]:
        return await _ids(OF_USER, [user_id], "id")

    async def pending_of(self, user_id: int) -> list[int]:
        return await _ids(PENDING_OF, [user_id], "id")

    async def forget_buyer(self, user_id: int) -> None:
        await current_connection().execute_query_dict(FORGET_BUYER, [user_id])

    async def reassign(self, order_ids: Collection[int], *, to: int) -> None:
        connection, ids = current_connection(), list(order_ids)
        event_ids = await self.event_ids(ids)
        for statement in REASSIGN:
            await connection.execute_query_dict(statement, [ids, to, event_ids])
        await connection.execute_query_dict(REASSIGN_ORDERS, [ids, to])

    async def contact_of(self, user_id: int, event_id: int) -> Order | None:
        found = await _ids(CONTACT_OF, [user_id, event_id], "id")
        return await self.get_any(found[0]) if found else None

    async def lock(self, order_ids: Sequence[int]) -> None:
        await current_connection().execute_query_dict(LOCK, [list(order_ids)])
        self.changed_ids.update(order_ids)

    async def lock_free(self, order_ids: Collection[int]) -> set[int]:
        locked = set(await _ids(LOCK_FREE, [list(order_ids)], "id"))
        self.changed_ids |= locked
        return locked

    async def by_ids(self, order_ids: Sequence[int]) -> list[Order]:
        return await whole_orders(order_ids)

    async def add(self, orders: Sequence[Order]) -> None:
        rows = await current_connection().execute_query_dict(
            INSERT_ORDERS, [*_arrays(orders, ORDER_COLUMNS[:-1]), list(map(_terms, orders))]
        )
        for order, row in zip(orders, rows, strict=True):
            order.id = row["id"]
            order.created_at = order.updated_at = row["created_at"]

    async def add_items(self, items: Sequence[OrderItem]) -> None:
        rows = await current_connection().execute_query_dict(
            INSERT_ITEMS, _arrays(items, (*ITEM_COLUMNS, *NAMES))
        )
        for item, row in zip(items, rows, strict=True):
            item.id = row["id"]

    async def save_items(self, items: Sequence[OrderItem]) -> None:
        for item in items:
            await OrderItemModel.filter(id=item.id).update(**mapping.to_row(item, ITEM_COLUMNS))

    async def save(self, *orders: Order) -> None:
        columns = [[order.id for order in orders], *_arrays(orders, EDITED_COLUMNS)]
        columns[1 + EDITED_COLUMNS.index("discount_terms")] = list(map(_terms, orders))
        rows = await current_connection().execute_query_dict(UPDATE, columns)
        saved = {row["id"]: row for row in rows}
        for order in orders:
            row = saved[order.id]
            order.version, order.updated_at = row["version"], row["updated_at"]
            self.changed_ids.add(order.id)

    async def was_confirmed(self, order_id: int) -> bool:
        (row,) = await current_connection().execute_query_dict(WAS_CONFIRMED, [order_id])
        return bool(row["was_confirmed"])

    async def can_bring_money(self, event_id: int) -> bool:
        (row,) = await current_connection().execute_query_dict(CAN_BRING_MONEY, [event_id])
        return bool(row["can_bring_money"])

    async def placed_by_buyers(self, order_ids: Collection[int]) -> set[int]:
        return set(await _ids(PLACED_BY_BUYERS, [list(order_ids)], "id"))

    async def due(self, now: datetime, *, limit: int, but: Collection[int] = ()) -> list[int]:
        return await _ids(DUE, [now, limit, list(but)], "id")

    async def over(self, now: datetime, *, limit: int, but: Collection[int] = ()) -> list[int]:
        still_open = await _ids(OPEN, [now], "id")
        return await _ids(OVER, [still_open, limit, list(but)], "id")

    async def cancel_without_bookings(self, order_ids: Collection[int]) -> list[int]:
        if not order_ids:
            return []
        locked = await _ids(LOCK_CONFIRMED, [list(order_ids)], "id")
        values = [locked, await self.event_ids(locked)]
        kept = set(await _ids(WITH_BOOKINGS, values, "order_id"))
        rest = [order_id for order_id in locked if order_id not in kept]
        return await self._changed(CANCEL_WITHOUT_BOOKINGS, [rest])

    async def complete(self, event_id: int, now: datetime) -> list[int]:
        await _ids(LOCK_SHARED, [event_id], "id")
        event_ids = await _ids(SHARED_EVENTS, [event_id], "event_id")
        still_open = await _ids(OPEN_OF, [now, event_ids], "id")
        return await self._changed(COMPLETE, [event_id, still_open])

    async def event_ids(self, order_ids: Collection[int]) -> list[int]:
        return await _ids(EVENT_IDS, [list(order_ids)], "event_id")

    async def _changed(self, statement: str, values: Sequence[object]) -> list[int]:
        """The ids of the orders that the statement has changed."""
        order_ids = await _ids(statement, values, "id")
        self.changed_ids.update(order_ids)
        return order_ids


def _arrays(entities: Sequence[Order] | Sequence[OrderItem], columns: tuple[str, ...]) -> list[Any]:
    return [[getattr(entity, column) for entity in entities] for column in columns]


async def _ids(query: str, values: Sequence[object], column: str) -> list[int]:
    rows = await current_connection().execute_query_dict(query, list(values))
    return [row[column] for row in rows]


def _terms(order: Order) -> str | None:
    """The terms as they are stored; amounts as text, which keeps their decimals."""
    terms = order.discount_terms
    return None if terms is None else json.dumps(asdict(terms), default=str)
