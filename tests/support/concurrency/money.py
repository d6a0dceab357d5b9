"""Whether money and tickets agree: what the provider has, what the ledger says, what is held."""

from collections import defaultdict
from decimal import Decimal

import asyncpg

from src.application.ports.payments import MANUAL, ProviderState
from src.domain.shared.currency import smallest_unit
from tests.support.payments import Kept, ScriptedProvider

# What is paid for the tickets of an order that still admit somebody. `loose` is by how many
# smallest units that may differ, where some tickets of a type went back and others did not: each
# is paid with whole units. `is_cut` is whether a part of what was paid for tickets went back that
# names no booking, `unapplied` what is here and has bought nothing, and `is_taken` whether a bank
# or somebody at the provider has taken of it: tickets that were used stay then, though nothing is
# left of their money.
ORDERS = """
WITH numbers AS (
    SELECT event_id, booking_id, ticket_type_id,
        sum(price) FILTER (WHERE status IN ('active', 'used')) / NULLIF(sum(price), 0) AS part,
        least(count(*) FILTER (WHERE status IN ('active', 'used')),
            count(*) FILTER (WHERE status NOT IN ('active', 'used'))) AS loose
    FROM tickets GROUP BY event_id, booking_id, ticket_type_id
), refunds AS (
    SELECT refund.order_id FROM transactions AS refund
    JOIN ledger_entries AS booked ON booked.transaction_id = refund.id
    WHERE refund.kind = 'refund' AND refund.booking_id IS NULL AND booked.account <> 'unapplied'
    GROUP BY refund.order_id, refund.id HAVING sum(booked.amount) <> 0
)
SELECT orders.id, orders.status::text, orders.total_amount, orders.currency,
    (SELECT sum(item.total_amount * COALESCE(part, 0)) FROM order_items AS item
        LEFT JOIN numbers USING (event_id, booking_id, ticket_type_id)
        WHERE order_id = orders.id) AS worth,
    (SELECT COALESCE(sum(kept_amount), 0) FROM bookings JOIN tickets
        ON tickets.event_id = bookings.event_id AND tickets.booking_id = bookings.id
        WHERE bookings.order_id = orders.id) AS kept,
    (SELECT COALESCE(sum(loose), 0) FROM bookings JOIN numbers
        ON numbers.event_id = bookings.event_id AND numbers.booking_id = bookings.id
        WHERE bookings.order_id = orders.id) AS loose,
    (SELECT COALESCE(sum(amount), 0) FROM ledger_entries
        WHERE order_id = orders.id AND account = 'unapplied') AS unapplied,
    EXISTS (SELECT FROM refunds WHERE order_id = orders.id) AS is_cut,
    EXISTS (SELECT FROM transactions WHERE order_id = orders.id AND (
        kind = 'dispute' AND status <> 'failed' OR reason = 'It was refunded at the provider.'
    )) AS is_taken,
    EXISTS (SELECT FROM bookings JOIN tickets
        ON tickets.event_id = bookings.event_id AND tickets.booking_id = bookings.id
        WHERE bookings.order_id = orders.id AND tickets.status = 'active') AS has_unused
FROM orders WHERE payment = 'online' ORDER BY id
"""

TRANSACTIONS = """
SELECT id, kind::text, status::text, provider, order_id, parent_id, amount, currency,
    refunded_amount, idempotency_key, provider_reference,
    COALESCE((SELECT sum(ledger_entries.amount) FROM ledger_entries
        WHERE transaction_id = transactions.id), 0) AS booked
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
        WHERE order_id = orders.id AND booking_id IS NULL AND kind IN ('refund', 'dispute'))
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
    known = {row["idempotency_key"] for row in rows} | {row["provider_reference"] for row in rows}
    stays: dict[int, Decimal] = defaultdict(Decimal)
    # What buyers have twice, by a refund and a dispute: nobody is paid for it.
    twice: dict[int, Decimal] = defaultdict(Decimal)
    wrong = [f"{names} is not in the ledger" for names in _took(provider) if not names & known]
    for row in rows:
        if row["kind"] == "dispute":
            taken = _taken(provider, row["provider_reference"])
            if row["booked"] != -taken:
                wrong.append(f"dispute {row['id']} is booked with {row['booked']}, not -{taken}")
            stays[row["order_id"]] -= taken
            continue
        kept = _of(provider, row)
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
        stays[row["order_id"]] += row["amount"] - back
        taken = _taken_of(provider, row["provider_reference"])
        twice[row["order_id"]] += max(back + taken - row["amount"], Decimal(0))
        moved = (row["amount"], row["currency"])
        if kept is not None and (kept.amount, kept.currency) != moved:
            wrong.append(f"payment {row['id']} is of {moved}, the provider's is {kept}")
    for order in await connection.fetch(ORDERS):
        if not _is_paid_for(order, stays[order["id"]], twice[order["id"]]):
            wrong.append(f"{stays[order['id']]} stays for {dict(order)}")
    return wrong


def _is_paid_for(order: asyncpg.Record, stays: Decimal, twice: Decimal) -> bool:
    """Whether exactly so much stays as its tickets are worth, and as was kept of others."""
    worth: Decimal = order["worth"]
    kept: Decimal = order["kept"]
    stays += twice
    if order["status"] == "pending":
        # Parts of what it costs, until the rest comes.
        return not worth and not kept and bool(stays == order["unapplied"])
    if order["unapplied"] != -twice:
        return False
    if order["is_taken"]:
        return (stays > 0 or not order["has_unused"]) and 0 <= stays <= worth + kept
    if order["is_cut"]:
        return (worth == 0 or stays > 0) and 0 <= stays <= worth + kept
    if order["status"] not in ("confirmed", "completed") and worth:
        return False
    loose: Decimal = order["loose"] * smallest_unit(order["currency"])
    return abs(stays - kept - worth) <= loose


def _took(provider: ScriptedProvider) -> list[set[str]]:
    """The names of what has succeeded there: its key, and its reference."""
    records = {**provider.payments, **provider.refunds}
    return [
        {key, record.reference}
        for key, record in records.items()
        if record.state is ProviderState.SUCCEEDED
    ]


def _taken(provider: ScriptedProvider, reference: str) -> Decimal:
    """What the bank has of a payment now."""
    report = provider.disputes[reference].report
    return report.amount if report.is_taken else Decimal(0)


def _taken_of(provider: ScriptedProvider, reference: str | None) -> Decimal:
    """What banks have of a payment now."""
    return sum(
        (
            _taken(provider, name)
            for name, dispute in provider.disputes.items()
            if dispute.payment_reference == reference
        ),
        Decimal(0),
    )


def _of(provider: ScriptedProvider, row: asyncpg.Record) -> Kept | None:
    """The provider's record; of a refund that was made in its dashboard, by its reference."""
    key, reference = row["idempotency_key"], row["provider_reference"]
    made_there = (
        kept
        for kept in provider.refunds.values()
        if kept.transaction_id is None and kept.reference == reference
    )
    return provider.payments.get(key) or provider.refunds.get(key) or next(made_there, None)


def _back(provider: ScriptedProvider, key: str) -> Decimal:
    done = [
        refund for refund in provider.refunds.values() if refund.state is ProviderState.SUCCEEDED
    ]
    return sum((refund.amount for refund in done if refund.parent == key), Decimal(0))
