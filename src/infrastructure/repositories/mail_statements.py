"""The SQL of mails."""

# ruff: noqa: S608 - only names of columns and statuses are put in

COLUMNS = (
    *("cause", "kind", "user_id", "event_id", "booking_id", "order_id", "ticket_id"),
    *("transaction_id", "transfer_id", "payout_id", "dispute_id", "message_id"),
)
NAMES = ", ".join(COLUMNS)
ALL = f"id, {NAMES}, status, attempts, next_at, last_error, created_at, sent_at"

INSERT = f"""
INSERT INTO mails ({NAMES})
SELECT cause, kind::mail_kind, {", ".join(COLUMNS[2:])}
FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[],
    $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::uuid[])
    AS new ({NAMES})
ON CONFLICT (cause, user_id) DO NOTHING
"""

LEASE = f"""
UPDATE mails SET next_at = $2, attempts = attempts + 1
WHERE id = ANY(ARRAY(
    SELECT id FROM mails WHERE status = 'waiting' AND next_at <= $1
    ORDER BY next_at LIMIT $3 FOR UPDATE SKIP LOCKED))
RETURNING {ALL}
"""

# The lease is the time until which it runs: who has another one has lost the mail.
BEGIN = """
UPDATE mails SET status = 'sending', next_at = $3
WHERE id = $1 AND status = 'waiting' AND next_at = $2
RETURNING id
"""

SETTLE = """
UPDATE mails SET status = $2::text::mail_status, next_at = $3, last_error = $4,
    sent_at = $5, attempts = $6
WHERE id = $1 AND status IN ('waiting', 'sending')
"""

LAPSED = f"""
SELECT {ALL} FROM mails WHERE status = 'sending' AND next_at <= $1
ORDER BY next_at LIMIT $2 FOR UPDATE SKIP LOCKED
"""

# Of an event that has several, no mail says which: its order does.
HAS_SHARED_ORDERS = """
SELECT 1 FROM mails WHERE event_id IS NULL AND order_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM order_items AS item WHERE item.order_id = mails.order_id AND item.event_id = $1
) LIMIT 1
"""

FORGET = """
DELETE FROM mails WHERE id = ANY(ARRAY(
    SELECT id FROM mails
    WHERE created_at < $1 AND status NOT IN ('waiting', 'sending')
    ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED))
"""
