"""Whether money and tickets agree: what the provider has, what the ledger says, what is held."""

from collections import defaultdict
from decimal import Decimal

import asyncpg

from src.application.ports.payments import MANUAL, ProviderState
from tests.support.payments import Kept, ScriptedProvider

# What is paid for the tickets of an order that still admit somebody; `is_split` is whether an item
# has both such tickets and others, so that a cent of it may stay on either side, `is_bought`
# whether a payment was booked for it, `is_cut` whether a part went back that names no booking.
ORDERS = """
WITH live AS (
    SELECT order_items.order_id, order_items.total_amount, COALESCE((
        SELECT sum(price) FILTER (WHERE status IN ('active', 'used')) / NULLIF(sum(price), 0)
        FROM tickets
        WHERE tickets.event_id = order_items.event_id
            AND tickets.booking_id = order_items.booking_id
            AND tickets.ticket_type_id = order_items.ticket_type_id
    ), 0) AS part
    FROM order_items
)
SELECT orders.id, orders.status::text, orders.total_amount,
    (SELECT sum(live.total_amount * part) FROM live WHERE order_id = orders.id) AS worth,
    (SELECT COALESCE(sum(kept_amount), 0) FROM bookings JOIN tickets
        ON tickets.booking_id = bookings.id
        WHERE bookings.order_id = orders.id) AS kept,
    (SELECT bool_or(part > 0 AND part < 1) FROM live WHERE order_id = orders.id) AS is_split,
    EXISTS (SELECT FROM ledger_entries
        WHERE order_id = orders.id AND account <> 'unapplied') AS is_bought,
    EXISTS (SELECT FROM transactions AS refund JOIN ledger_entries AS booked
        ON booked.transaction_id = refund.parent_id AND booked.account <> 'unapplied'
        WHERE refund.order_id = orders.id AND refund.booking_id IS NULL
        AND refund.status IN ('pending', 'success')) AS is_cut
FROM orders WHERE payment = 'online' ORDER BY id
"""

TRANSACTIONS = """
SELECT id, kind::text, status::text, provider, order_id, parent_id, amount, refunded_amount,
    idempotency_key,
    COALESCE((SELECT sum(ledger_entries.amount) FROM ledger_entries
        WHERE transaction_id = transactions.id), 0) AS booked,
    COALESCE((SELECT sum(ledger_entries.amount) FROM ledger_entries
        WHERE transaction_id = transactions.id AND account = 'unapplied'), 0) AS unapplied
FROM transactions ORDER BY id
"""

WRONG_CODES = """
SELECT id FROM discounts WHERE used <> (
    SELECT count(*) FROM orders
    WHERE discount_id = discounts.id AND status IN ('pending', 'confirmed', 'completed')
        AND counts_use
)
"""

# Of bookings that were paid online and from which no part has gone back.
WRONG_REVENUE = """
SELECT bookings.id FROM bookings JOIN orders ON orders.id = bookings.order_id
JOIN events ON events.id = bookings.event_id
WHERE bookings.status = 'confirmed' AND orders.payment = 'online' AND events.status <> 'cancelled'
    AND NOT EXISTS (SELECT FROM tickets
        WHERE booking_id = bookings.id AND kept_amount IS NOT NULL)
    AND NOT EXISTS (SELECT FROM transactions
        WHERE order_id = orders.id AND kind = 'refund' AND booking_id IS NULL)
    AND EXISTS (SELECT FROM ledger_entries
        WHERE order_id = orders.id AND account <> 'unapplied')
    AND bookings.total_amount <> COALESCE((SELECT sum(amount) FROM ledger_entries
        WHERE booking_id = bookings.id AND account = 'tickets'), 0)
"""

# The parts of an order are the sums of those of its items, and its tickets cost their items' net.
WRONG_SUMS = """
SELECT orders.id FROM orders JOIN order_items AS item ON item.order_id = orders.id
GROUP BY orders.id
HAVING (orders.subtotal, orders.discount_amount, orders.fee_amount, orders.tax_amount,
        orders.total_amount)
    <> (sum(item.subtotal), sum(item.discount_amount), sum(item.fee_amount),
        sum(item.tax_amount), sum(item.total_amount))
UNION
SELECT bookings.order_id FROM bookings JOIN order_items AS item ON item.booking_id = bookings.id
GROUP BY bookings.event_id, bookings.id
HAVING bookings.total_amount <> sum(item.subtotal - item.discount_amount)
    AND NOT EXISTS (
        SELECT FROM tickets WHERE booking_id = bookings.id AND kept_amount IS NOT NULL
    )
"""


CENT = Decimal("0.01")
DONE = ("success", "refunded")


async def wrong_counts(connection: asyncpg.Connection) -> list[tuple[str, int]]:
    """What no moment may show: a code or a booking whose sums no recount confirms."""
    checks = {
        "uses of code": WRONG_CODES,
        "ledger of booking": WRONG_REVENUE,
        "sums of order": WRONG_SUMS,
    }
    return [
        (what, row["id"]) for what, query in checks.items() for row in await connection.fetch(query)
    ]


async def money_discrepancies(
    connection: asyncpg.Connection, provider: ScriptedProvider
) -> list[str]:
    """Where provider, ledger and tickets differ, once everything is decided and reconciled.

    What goes by hand (`manual`) no provider knows: it is what is recorded here.
    """
    rows = await connection.fetch(TRANSACTIONS)
    known = {row["idempotency_key"]: row for row in rows}
    stays: dict[int, Decimal] = defaultdict(Decimal)
    wrong = [f"{key} is not in the ledger" for key in _took(provider) if key not in known]
    for row in rows:
        kept = _of(provider, row["idempotency_key"])
        has_settled = kept is not None and kept.state is ProviderState.SUCCEEDED
        if row["provider"] == MANUAL:
            has_settled = row["status"] in DONE
        sign = 1 if row["kind"] == "payment" else -1
        if (row["status"] in DONE) is not has_settled:
            wrong.append(f"{row['kind']} {row['id']} is {row['status']}, the provider's is {kept}")
        if row["booked"] != (sign * row["amount"] if has_settled else 0):
            wrong.append(f"{row['kind']} {row['id']} is booked with {row['booked']}")
        if sign < 0 or not has_settled:
            continue
        back = _back(provider, row["idempotency_key"])
        back += sum(
            other["amount"]
            for other in rows
            if (other["parent_id"], other["provider"]) == (row["id"], MANUAL)
            and other["status"] in DONE
        )
        if back > row["amount"] or back != row["refunded_amount"]:
            wrong.append(f"payment {row['id']} gave back {back}, not {row['refunded_amount']}")
        if (row["status"] == "refunded") is not (back == row["amount"]):
            wrong.append(f"payment {row['id']} is {row['status']} and gave back {back}")
        if back < row["unapplied"]:
            wrong.append(f"{row['unapplied']} of {row['id']} bought nothing; {back} went back")
        stays[row["order_id"]] += row["amount"] - back
    for order in await connection.fetch(ORDERS):
        left, worth = stays[order["id"]] - order["kept"], order["worth"]
        is_right = abs(left - worth) <= (CENT if order["is_split"] else 0)
        is_right = is_right or (order["is_cut"] and 0 < left <= worth)
        if order["status"] not in ("confirmed", "completed"):
            is_right = left == 0 and worth == 0
        if not is_right:
            wrong.append(f"order {order['id']} is {order['status']}: {left} for {worth}")
    return wrong


def _took(provider: ScriptedProvider) -> list[str]:
    records = {**provider.payments, **provider.refunds}
    return [key for key, record in records.items() if record.state is ProviderState.SUCCEEDED]


def _of(provider: ScriptedProvider, key: str) -> Kept | None:
    return provider.payments.get(key) or provider.refunds.get(key)


def _back(provider: ScriptedProvider, key: str) -> Decimal:
    done = [
        refund for refund in provider.refunds.values() if refund.state is ProviderState.SUCCEEDED
    ]
    return sum((refund.amount for refund in done if refund.parent == key), Decimal(0))
