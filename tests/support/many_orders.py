"""Orders in numbers, as rows: what a test of large lists looks through."""

from typing import Any

import asyncpg

ORDERS = """
INSERT INTO orders (reference, user_id, status, payment, currency, subtotal, total_amount,
    contact_name, contact_email, created_at)
SELECT 'ORD-' || lpad(number::text, 8, '0'), $1, 'confirmed', 'online', 'USD', 25, 25,
    'Buyer ' || number, 'buyer' || number || '@example.com', now() - number * interval '1 second'
FROM generate_series($2::bigint, $3::bigint) AS number
RETURNING id
"""

BOOKINGS = """
INSERT INTO bookings (event_id, reference, user_id, quantity, total_amount, currency, status,
    booking_date, order_id)
SELECT $1, 'BKG' || substr(reference, 4), user_id, 1, 25, 'USD', 'confirmed', created_at, id
FROM orders WHERE id BETWEEN $2 AND $3
"""

ITEMS = """
INSERT INTO order_items (order_id, event_id, ticket_type_id, booking_id, quantity, unit_price,
    subtotal, total_amount, event_title, ticket_type_name)
SELECT order_id, event_id, $1, id, 1, 25, 25, 25, 'Many', 'General admission'
FROM bookings WHERE event_id = $2 AND order_id BETWEEN $3 AND $4
"""

PAYMENTS = """
INSERT INTO transactions (order_id, kind, status, provider, amount, currency, idempotency_key,
    provider_reference, settled_at, created_at)
SELECT id, 'payment', 'success', 'stripe', 25, 'USD', 'many-' || reference, 'pi_' || reference,
    created_at, created_at
FROM orders WHERE id BETWEEN $1 AND $2
"""

STEP = 50_000
TABLES = ("orders", "bookings", "order_items", "transactions", "users", "events")


async def add_orders(
    connection: asyncpg.Connection,
    event: dict[str, Any],
    user_id: int,
    number: int,
    *,
    first: int = 1,
) -> None:
    """Add so many paid orders of one booking without tickets, numbered from `first` on."""
    type_id = await connection.fetchval(
        "SELECT id FROM ticket_types WHERE event_id = $1", event["id"]
    )
    for start in range(first, first + number, STEP):
        end = min(start + STEP, first + number) - 1
        rows = await connection.fetch(ORDERS, user_id, start, end)
        least, most = rows[0]["id"], rows[-1]["id"]
        await connection.execute(BOOKINGS, event["id"], least, most)
        await connection.execute(ITEMS, type_id, event["id"], least, most)
        await connection.execute(PAYMENTS, least, most)
    for table in TABLES:
        await connection.execute(f"ANALYZE {table}")
