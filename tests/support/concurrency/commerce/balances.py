"""What no moment may show in the world of commerce, whatever was interrupted."""

import asyncpg

# An account of an item out of which more went than came in; what banks hold has its own account,
# and what buyers have twice, by refunds and disputes, is below zero on that of no item.
OVERDRAWN = """
SELECT order_id AS id FROM ledger_entries WHERE account <> 'disputed'
GROUP BY order_id, order_item_id, account, currency
HAVING sum(amount) < CASE WHEN account = 'unapplied' THEN (
    SELECT -coalesce(sum(greatest(refunded_amount + lost_amount - amount, 0)), 0)
    FROM transactions WHERE order_id = ledger_entries.order_id AND kind = 'payment'
) ELSE 0 END
"""

# What bought tickets is in the order's currency, and what is booked in its transaction's.
MIXED = """
SELECT orders.id FROM ledger_entries AS booked
JOIN transactions ON transactions.id = booked.transaction_id
JOIN orders ON orders.id = booked.order_id
WHERE booked.currency <> transactions.currency
    OR (booked.account <> 'unapplied' AND booked.currency <> orders.currency)
UNION
SELECT orders.id FROM bookings JOIN orders ON orders.id = bookings.order_id
WHERE bookings.currency <> orders.currency
"""

# Parts of a smallest unit. A ticket's price is what is left of its line's, in whole units too.
TOO_FINE = """
WITH amounts AS (
    SELECT order_id AS id, amount, currency FROM transactions
    UNION ALL SELECT order_id, owed_amount, currency FROM transactions
    UNION ALL SELECT order_id, amount, currency FROM ledger_entries
    UNION ALL SELECT id, unnest(ARRAY[subtotal, discount_amount, fee_amount, tax_amount,
        tax_included, total_amount]), currency FROM orders
    UNION ALL SELECT orders.id, unnest(ARRAY[item.unit_price, item.discount_amount,
        item.fee_amount, item.tax_amount, item.total_amount]), currency
        FROM order_items AS item JOIN orders ON orders.id = item.order_id
    UNION ALL SELECT bookings.order_id, unnest(ARRAY[price, kept_amount]), currency
        FROM tickets JOIN bookings
            ON bookings.event_id = tickets.event_id AND bookings.id = tickets.booking_id
)
SELECT DISTINCT id FROM amounts
WHERE scale(trim_scale(amount)) > CASE currency WHEN 'JPY' THEN 0 WHEN 'KWD' THEN 3 ELSE 2 END
"""

# More tickets than one buyer may have.
OVER_LIMIT = """
SELECT events.id FROM events JOIN tickets ON tickets.event_id = events.id
WHERE tickets.status <> 'cancelled' AND tickets.admits
GROUP BY events.id, tickets.user_id, max_tickets_per_user
HAVING count(*) > max_tickets_per_user
"""

# Codes: their limits, also those that have no counter, and the tickets that they count.
OVERUSED = """
SELECT discounts.id FROM discounts JOIN (
    SELECT discount_id, user_id, count(*) AS number FROM orders
    WHERE discount_id IS NOT NULL AND counts_use
        AND status IN ('pending', 'confirmed', 'completed')
    GROUP BY discount_id, user_id
) AS uses ON uses.discount_id = discounts.id
WHERE uses.number > max_uses_per_user
UNION
SELECT id FROM discounts WHERE used > max_uses OR used_tickets > max_tickets
UNION
SELECT id FROM discounts WHERE used_tickets <> (
    SELECT COALESCE(sum(discount_tickets), 0) FROM orders
    WHERE discount_id = discounts.id AND status IN ('pending', 'confirmed', 'completed')
        AND counts_use
)
"""

# A code that takes off what its own terms do not cover, or more than they give.
TOO_CHEAP = """
SELECT orders.id FROM orders JOIN discounts ON discounts.id = orders.discount_id
WHERE orders.discount_amount > discounts.max_discount
    OR (discounts.kind = 'fixed' AND orders.discount_amount > discounts.value)
    OR discounts.currency <> orders.currency
UNION
SELECT orders.id FROM orders JOIN discounts ON discounts.id = orders.discount_id
JOIN order_items ON order_items.order_id = orders.id
JOIN events ON events.id = order_items.event_id
WHERE discounts.owner_id <> events.organizer_id AND order_items.discount_amount > 0
"""

# The states of an order, of its bookings, and of what is paid for them fit together.
AT_ODDS = """
SELECT orders.id FROM orders JOIN bookings ON bookings.order_id = orders.id
WHERE (orders.status IN ('confirmed', 'completed') AND bookings.status = 'pending')
    OR (orders.status IN ('cancelled', 'expired') AND bookings.status IN ('pending', 'confirmed'))
    OR (orders.status = 'pending' AND bookings.status = 'confirmed')
UNION
SELECT id FROM orders WHERE (status = 'pending') <> (expires_at IS NOT NULL)
UNION
SELECT orders.id FROM orders WHERE status IN ('confirmed', 'completed') AND payment = 'online'
    AND total_amount > 0 AND NOT EXISTS (
        SELECT FROM ledger_entries WHERE order_id = orders.id AND account <> 'unapplied'
    )
"""

# Money owed that nobody can return, refunds beyond their payment, tickets kept for more than paid.
OWED = """
SELECT payment.id FROM transactions AS payment
LEFT JOIN transactions AS refund ON refund.parent_id = payment.id AND refund.kind = 'refund'
WHERE payment.kind = 'payment'
GROUP BY payment.id
HAVING payment.refunded_amount > payment.amount OR payment.refunded_amount
    <> COALESCE(sum(refund.amount) FILTER (WHERE refund.status IN ('pending', 'success')), 0)
UNION
SELECT id FROM transactions WHERE amount <= 0 OR owed_amount < 0 OR owed_amount > amount
    OR (owed_amount > 0 AND (kind <> 'refund' OR status <> 'failed'))
"""

CHECKS = {
    "ledger account overdrawn": OVERDRAWN,
    "two currencies in one sum": MIXED,
    "part of a smallest unit": TOO_FINE,
    "limit of a buyer": OVER_LIMIT,
    "limits of code": OVERUSED,
    "discount of order": TOO_CHEAP,
    "order and its bookings": AT_ODDS,
    "refunds of payment": OWED,
}

QUERY = " UNION ALL ".join(
    f"SELECT '{what}' AS wrong, id FROM ({query}) AS found" for what, query in CHECKS.items()
)


async def wrong_balances(connection: asyncpg.Connection) -> list[tuple[str, int]]:
    """What is wrong, and the id of the order, event, code or payment that it is wrong with."""
    return [(row["wrong"], row["id"]) for row in await connection.fetch(QUERY)]
