"""The SQL of mails and mailings."""

# ruff: noqa: S608 - only names of columns and statuses are put in

COLUMNS = (
    *("cause", "kind", "user_id", "event_id", "booking_id", "order_id", "ticket_id"),
    *("transaction_id", "transfer_id", "message_id"),
)
NAMES = ", ".join(COLUMNS)
ALL = f"id, {NAMES}, status, attempts, next_at, last_error, created_at, sent_at"

INSERT = f"""
INSERT INTO mails ({NAMES})
SELECT {NAMES}
FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[],
    $7::bigint[], $8::bigint[], $9::bigint[], $10::uuid[]) AS new ({NAMES})
ON CONFLICT (cause, user_id) DO NOTHING
"""

LEASE = f"""
UPDATE mails SET next_at = $2, attempts = attempts + 1
WHERE id = ANY(ARRAY(
    SELECT id FROM mails WHERE status = 'waiting' AND next_at <= $1
    ORDER BY next_at LIMIT $3 FOR UPDATE SKIP LOCKED))
RETURNING {ALL}
"""

# The lease is the time until which it runs: whoever has another one has lost the mail.
BEGIN = """
UPDATE mails SET status = 'sending', next_at = $3
WHERE id = $1 AND status = 'waiting' AND next_at = $2
RETURNING id
"""

SETTLE = """
UPDATE mails SET status = $2, next_at = $3, last_error = $4, sent_at = $5
WHERE id = $1 AND status IN ('waiting', 'sending')
"""

LAPSED = f"""
SELECT {ALL} FROM mails WHERE status = 'sending' AND next_at <= $1
ORDER BY next_at LIMIT $2 FOR UPDATE SKIP LOCKED
"""

BOOKINGS = """
SELECT id, user_id, event_id, order_id FROM bookings WHERE id = ANY($1) ORDER BY id
"""

ORDERS = """
SELECT orders.id, orders.user_id,
    CASE WHEN count(DISTINCT bookings.event_id) = 1 THEN min(bookings.event_id) END AS event_id,
    orders.id AS order_id
FROM orders LEFT JOIN bookings ON bookings.order_id = orders.id
WHERE orders.id = ANY($1)
GROUP BY orders.id ORDER BY orders.id
"""

MONEY = """
SELECT moved.id, orders.user_id,
    CASE WHEN count(DISTINCT bookings.event_id) = 1 THEN min(bookings.event_id) END AS event_id,
    orders.id AS order_id, moved.kind::text AS kind, moved.provider,
    moved.kind = 'payment' AND EXISTS (
        SELECT FROM ledger_entries
        WHERE transaction_id = moved.id AND account = 'unapplied'
    ) AS bought_nothing
FROM transactions AS moved
JOIN orders ON orders.id = moved.order_id
LEFT JOIN bookings ON bookings.order_id = orders.id
WHERE moved.id = ANY($1)
GROUP BY moved.id, orders.id ORDER BY moved.id
"""

# An edit that names a place without changing it moves nothing.
MOVED = """
SELECT id, event_id FROM audit_log
WHERE id = ANY($1) AND event_id IS NOT NULL AND (
    before->'date_time' IS DISTINCT FROM after->'date_time'
    OR before->'venue_id' IS DISTINCT FROM after->'venue_id'
    OR before->'venue' IS DISTINCT FROM after->'venue')
ORDER BY id
"""

REMINDERS_DUE = """
SELECT orders.id, orders.user_id,
    CASE WHEN count(DISTINCT bookings.event_id) = 1 THEN min(bookings.event_id) END AS event_id,
    orders.id AS order_id
FROM orders JOIN bookings ON bookings.order_id = orders.id
WHERE orders.status = 'pending' AND orders.payment = 'online' AND orders.deleted_at IS NULL
    AND orders.expires_at > $1 AND orders.expires_at <= $1 + make_interval(secs => $2)
    AND orders.expires_at >= orders.created_at + make_interval(secs => $3)
    AND NOT EXISTS (
        SELECT FROM mails
        WHERE mails.cause = 'order.reminder:' || orders.id AND mails.user_id = orders.user_id
    )
GROUP BY orders.id ORDER BY orders.expires_at LIMIT $4
"""

# Of an event that has several, no mail says which: its order does.
OF_SEVERAL_EVENTS = """
SELECT mails.id FROM bookings
JOIN mails ON mails.order_id = bookings.order_id AND mails.event_id IS NULL
WHERE bookings.event_id = $1 AND bookings.order_id IN (
    SELECT order_id FROM mails WHERE event_id IS NULL AND order_id IS NOT NULL
)
"""

BELONGS_TO = """
SELECT FROM mails
WHERE mails.id = $1 AND EXISTS (
    SELECT FROM events
    WHERE events.organizer_id = $2 AND (
        events.id = mails.event_id
        OR mails.event_id IS NULL AND events.id IN (
            SELECT event_id FROM bookings WHERE bookings.order_id = mails.order_id
        )
    )
)
"""

BEGIN_MAILING = """
INSERT INTO mailings (cause, kind, event_id) VALUES ($1, $2, $3)
ON CONFLICT (cause) DO NOTHING
"""

NEXT_MAILING = """
SELECT id, cause, kind, event_id, after_ticket_id, created_at FROM mailings
WHERE done_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
"""

# A ticket that its event's cancellation has called off was valid when that began; others that
# are cancelled were so before.
CONTINUE_MAILING = """
WITH step AS (
    SELECT id, user_id, booking_id, status FROM tickets
    WHERE event_id = $3 AND id > $4 AND created_at <= $5 ORDER BY id LIMIT $6
), added AS (
    INSERT INTO mails (cause, kind, user_id, event_id, message_id)
    SELECT DISTINCT ON (user_id) $1, $2, user_id, $3::bigint, gen_random_uuid() FROM step
    WHERE status IN ('reserved', 'active', 'used') OR EXISTS (
        SELECT FROM audit_log
        WHERE subject = 'booking' AND subject_id = step.booking_id
            AND action = 'booking.called_off')
    ON CONFLICT (cause, user_id) DO NOTHING
)
SELECT max(id) AS last_id, count(*) AS tickets FROM step
"""

NOTE_STEP = """
UPDATE mailings SET after_ticket_id = coalesce($2, after_ticket_id),
    done_at = CASE WHEN $2::bigint IS NULL THEN now() END
WHERE id = $1
"""

FORGET = """
DELETE FROM mails WHERE id = ANY(ARRAY(
    SELECT id FROM mails
    WHERE created_at < $1 AND status NOT IN ('waiting', 'sending')
    ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED))
"""
