"""The SQL of the journal. In all: $1 the seller, $2 whether they hold the providers' accounts,
$3 the currency, from $4 until $5, after the id $6."""

# ruff: noqa: S608 - only names of columns and constants are put in

from src.application.ports.payments import MANUAL

CLASS = """CASE WHEN {entry}.account IN ('unapplied', 'disputed') THEN {entry}.account::text
    ELSE 'charged' END"""

# Each turn of a transaction is one booking for each organizer and purpose: at its first entry.
# What is of no item is the holder's, except what was paid by hand for one organizer's order.
LEDGER = f"""
SELECT head.id, head.at, head.currency, {CLASS.format(entry="head")} AS kind,
    head.kind::text AS moved_by, head.turn, moved.amount, head.transaction_id,
    whose.organizer_id, whose.organizer_id IS NOT DISTINCT FROM $1 AS is_own, till.is_platforms,
    transactions.provider, transactions.provider_reference AS reference,
    orders.reference AS order_reference, (
        SELECT invoices.name FROM invoice_movements AS covered
        JOIN invoices ON invoices.id = covered.invoice_id
        WHERE covered.transaction_id = head.transaction_id AND covered.turn = head.turn
            AND covered.seller_id = $1 AND head.account IN ('tickets', 'fees', 'taxes')
    ) AS document
FROM ledger_entries AS head
LEFT JOIN events ON events.id = head.event_id
LEFT JOIN transactions ON transactions.id = head.transaction_id
LEFT JOIN orders ON orders.id = head.order_id
CROSS JOIN LATERAL (
    SELECT CASE
        WHEN head.event_id IS NOT NULL OR transactions.provider IS DISTINCT FROM '{MANUAL}'
            THEN events.organizer_id
        ELSE (
            SELECT min(sold.organizer_id) FROM order_items
            JOIN events AS sold ON sold.id = order_items.event_id
            WHERE order_items.order_id = head.order_id
            HAVING min(sold.organizer_id) = max(sold.organizer_id)
        )
    END AS organizer_id
) AS whose
CROSS JOIN LATERAL (
    SELECT transactions.provider IS DISTINCT FROM '{MANUAL}' OR whose.organizer_id IS NULL
        OR COALESCE((
            SELECT receives_manual FROM settlement_terms
            WHERE organizer_id = whose.organizer_id AND currency = head.currency
                AND valid_from <= head.at
            ORDER BY valid_from DESC, id DESC LIMIT 1
        ), false) AS is_platforms
) AS till
CROSS JOIN LATERAL (
    SELECT sum(entry.amount) AS amount, min(entry.id) AS first_id
    FROM ledger_entries AS entry LEFT JOIN events AS of_entry ON of_entry.id = entry.event_id
    WHERE entry.transaction_id = head.transaction_id AND entry.turn = head.turn
        AND entry.currency = head.currency
        AND {CLASS.format(entry="entry")} = {CLASS.format(entry="head")}
        AND of_entry.organizer_id IS NOT DISTINCT FROM events.organizer_id
) AS moved
WHERE head.id > $6 AND head.at >= $4 AND head.at < $5 AND head.currency = $3
    AND ($2 OR events.organizer_id = $1 OR head.event_id IS NULL)
    AND head.id = moved.first_id AND moved.amount <> 0
    AND ($2 AND till.is_platforms OR whose.organizer_id = $1
        AND (head.event_id IS NOT NULL OR NOT till.is_platforms))
"""

# Up to three bookings of a movement. One of a transaction is in the ledger, but for its fee and,
# if it was exchanged, where it went. The id of a booking has its number in the last digit.
PROVIDERS = """
SELECT movement.id * 10 + part.number AS id, movement.id AS movement_id,
    movement.moved_at AS at, part.currency, part.kind, part.amount, movement.provider,
    movement.reference, movement.word, orders.reference AS order_reference
FROM provider_movements AS movement
LEFT JOIN transactions ON transactions.id = movement.transaction_id
LEFT JOIN orders ON orders.id = transactions.order_id
CROSS JOIN LATERAL (VALUES
    (1, 'exchanged', -movement.paid_amount, movement.paid_currency,
        movement.transaction_id IS NOT NULL AND movement.paid_currency <> movement.currency),
    (2, CASE
        WHEN movement.transaction_id IS NOT NULL THEN 'exchanged'
        WHEN movement.kind = 'payout' THEN 'paid_out'
        WHEN movement.kind = 'fee' THEN 'provider_fee'
        ELSE 'unexplained'
    END, movement.amount, movement.currency,
        movement.transaction_id IS NULL OR movement.paid_currency <> movement.currency),
    (3, 'provider_fee', -movement.fee, movement.currency, true)
) AS part (number, kind, amount, currency, is_booked)
-- Every statement has the same values; the holder's accounts have no seller.
WHERE $2 AND $1::bigint IS NOT DISTINCT FROM $1
    AND movement.id >= $6 / 10 AND movement.id * 10 + part.number > $6
    AND movement.moved_at >= $4 AND movement.moved_at < $5
    AND part.currency = $3 AND part.is_booked AND part.amount <> 0
"""

ORGANIZER_PAYOUTS = """
SELECT payout.id, payout.recorded_at AS at, payout.currency, 'organizer_payout' AS kind,
    payout.amount, payout.reference, payout.paid_on, payout.organizer_id, users.name AS organizer
FROM organizer_payouts AS payout JOIN users ON users.id = payout.organizer_id
WHERE payout.id > $6 AND payout.recorded_at >= $4 AND payout.recorded_at < $5
    AND payout.currency = $3
    AND CASE WHEN $2 THEN payout.organizer_id IS DISTINCT FROM $1
        ELSE payout.organizer_id = $1 END
"""

PAGE = "{rows} ORDER BY {order} LIMIT $7"
# Of what a file cannot have, nobody needs the number.
COUNT = "SELECT count(*) AS number FROM ({rows} LIMIT $7) AS booked"

# Whose sales somebody else holds money of, one after the other.
ORGANIZERS = """
SELECT id FROM users
WHERE id > $3 AND CASE WHEN $2 THEN id IS DISTINCT FROM $1 ELSE id = $1 END
    AND EXISTS (SELECT 1 FROM events WHERE organizer_id = users.id)
ORDER BY id LIMIT $4
"""
