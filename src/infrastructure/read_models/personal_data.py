"""Everything that is stored about one user, read for a download of theirs."""

from collections.abc import Mapping, Sequence

from src.infrastructure.database.orm import current_connection

# Each part selects an id and what is shown, of the user $1. Columns are named one by one, so that
# a new one is shown on purpose: no password, secret or hash ever is.
PARTS: Mapping[str, str] = {
    "profile": """
        SELECT id, name, full_name, email, phone, username, role, is_active, awaits_verification,
            language, unwanted_mails, external_issuer, external_id, created_at, updated_at
        FROM users WHERE id = $1""",
    "browser_sessions": """
        SELECT id, device, created_at, last_seen_at, expires_at FROM web_sessions
        WHERE user_id = $1""",
    "api_sessions": """
        SELECT id, created_at, used_at, revoked_at, expires_at FROM refresh_tokens
        WHERE user_id = $1""",
    "calendar_feeds": """
        SELECT user_id AS id, created_at FROM calendar_feeds WHERE user_id = $1""",
    "api_keys": """
        SELECT id, name, hint, scopes, created_at, last_used_at, expires_at FROM api_keys
        WHERE user_id = $1""",
    "cart": """
        SELECT cart_items.id, cart_items.event_id, events.title AS event,
            cart_items.ticket_type_id, ticket_types.name AS ticket_type, cart_items.quantity,
            cart_items.unit_price, cart_items.seat_ids, cart_items.created_at
        FROM cart_items JOIN events ON events.id = cart_items.event_id
        JOIN ticket_types ON ticket_types.event_id = cart_items.event_id
            AND ticket_types.id = cart_items.ticket_type_id
        WHERE cart_items.user_id = $1""",
    "cart_discount": """
        SELECT discounts.id, discounts.code FROM cart_discounts
        JOIN discounts ON discounts.id = cart_discounts.discount_id
        WHERE cart_discounts.user_id = $1""",
    "orders": """
        SELECT id, reference, status, currency, subtotal, discount_amount, discount_code,
            fee_amount, tax_amount, total_amount, buyer_name, contact_name, contact_email,
            contact_phone, notes, created_at, updated_at
        FROM orders WHERE user_id = $1""",
    "bookings": """
        SELECT bookings.id, bookings.reference, bookings.event_id, events.title AS event,
            bookings.order_id, bookings.quantity, bookings.total_amount, bookings.currency,
            bookings.status, bookings.complimentary_reason IS NOT NULL AS is_complimentary,
            bookings.booking_date, bookings.updated_at
        FROM bookings JOIN events ON events.id = bookings.event_id
        WHERE bookings.user_id = $1""",
    "tickets": """
        SELECT tickets.id, tickets.booking_id, tickets.event_id, events.title AS event,
            events.date_time, events.timezone, ticket_types.name AS ticket_type,
            tickets.ticket_code, tickets.price, bookings.currency, tickets.status,
            tickets.refunded_amount, tickets.kept_amount,
            seats.section, seats.row, seats.seat_number, tickets.used_at, tickets.gate,
            tickets.created_at
        FROM tickets JOIN events ON events.id = tickets.event_id
        JOIN bookings ON bookings.event_id = tickets.event_id
            AND bookings.id = tickets.booking_id
        JOIN ticket_types ON ticket_types.event_id = tickets.event_id
            AND ticket_types.id = tickets.ticket_type_id
        LEFT JOIN seats ON seats.id = tickets.seat_id
        WHERE tickets.user_id = $1""",
    "check_ins": """
        SELECT check_ins.id, check_ins.ticket_id, check_ins.event_id, events.title AS event,
            check_ins.kind, check_ins.at, check_ins.gate
        FROM check_ins JOIN tickets ON tickets.id = check_ins.ticket_id
            AND tickets.event_id = check_ins.event_id
        JOIN events ON events.id = check_ins.event_id
        WHERE tickets.user_id = $1""",
    "wallet_passes": """
        SELECT pass_devices.id, pass_devices.ticket_id, pass_devices.device,
            pass_devices.created_at
        FROM pass_devices JOIN tickets ON tickets.id = pass_devices.ticket_id
        WHERE tickets.user_id = $1""",
    "transfers": """
        SELECT transfers.id, transfers.ticket_id, transfers.event_id, events.title AS event,
            transfers.from_user_id = $1 AS is_given_by_you,
            CASE WHEN transfers.from_user_id = $1 OR transfers.to_user_id IS NULL
                THEN transfers.email END AS offered_to,
            transfers.status, transfers.created_at, transfers.closed_at
        FROM transfers JOIN events ON events.id = transfers.event_id
        WHERE transfers.from_user_id = $1 OR transfers.to_user_id = $1
            OR transfers.status = 'offered'
            AND transfers.email = (SELECT email FROM users WHERE id = $1)""",
    "payments": """
        SELECT money.id, money.order_id, money.kind, money.status, money.provider,
            money.payment_method, money.amount, money.currency, money.reason, money.failure,
            money.note, money.created_at, money.settled_at
        FROM transactions AS money JOIN orders ON orders.id = money.order_id
        WHERE orders.user_id = $1""",
    "billing": """
        SELECT order_billing.order_id AS id, name, street, postal_code, city, country, vat_id,
            email, order_billing.reference, wants_e_invoice
        FROM order_billing JOIN orders ON orders.id = order_billing.order_id
        WHERE orders.user_id = $1""",
    "invoices": """
        SELECT invoices.id, invoices.order_id, invoices.kind, invoices.name AS reference,
            invoices.issued_at, invoices.currency, invoices.gross_amount AS amount,
            invoices.content->'buyer'->>'name' AS name,
            invoices.content->'buyer'->'address'->>'street' AS street,
            invoices.content->'buyer'->'address'->>'postal_code' AS postal_code,
            invoices.content->'buyer'->'address'->>'city' AS city,
            invoices.content->'buyer'->'address'->>'country' AS country,
            invoices.content->'buyer'->>'vat_id' AS vat_id,
            invoices.content->'buyer'->>'email' AS email,
            invoices.content->>'buyer_reference' AS buyer_reference
        FROM invoices JOIN orders ON orders.id = invoices.order_id
        WHERE orders.user_id = $1""",
    "seller": """
        SELECT user_id AS id, name, street, postal_code, city, country, tax_number, vat_id,
            is_small_business, allows_reverse_charge, tax_rounding, invoice_prefix, timezone,
            email, always_e_invoices, created_at, updated_at
        FROM sellers WHERE user_id = $1""",
    "bank_account": """
        SELECT user_id AS id, holder, iban, other, created_at, updated_at
        FROM bank_accounts WHERE user_id = $1""",
    "settlement_terms": """
        SELECT id, currency, valid_from, keeps_fees, commission_percent, commission_per_ticket,
            receives_manual, hold_back_days, created_at
        FROM settlement_terms WHERE organizer_id = $1""",
    "payouts": """
        SELECT id, currency, amount, paid_on, reference, note, is_advance, reverses_id, recorded_at
        FROM organizer_payouts WHERE organizer_id = $1""",
    "mails": """
        SELECT mails.id, mails.kind, mails.status, mails.event_id, events.title AS event,
            mails.order_id, mails.ticket_id, mails.created_at, mails.sent_at
        FROM mails LEFT JOIN events ON events.id = mails.event_id
        WHERE mails.user_id = $1""",
    "events": """
        SELECT id, title, status, date_time, timezone, created_at FROM events
        WHERE organizer_id = $1 AND deleted_at IS NULL""",
    "venues": """
        SELECT id, name, location, created_at FROM venues
        WHERE owner_id = $1 AND deleted_at IS NULL""",
    "discount_codes": """
        SELECT id, code, created_at FROM discounts WHERE owner_id = $1 AND deleted_at IS NULL""",
    "webhooks": """
        SELECT id, url, events, is_active, created_at FROM webhook_endpoints
        WHERE owner_id = $1""",
    "scans_made": """
        SELECT check_ins.id, check_ins.event_id, events.title AS event, check_ins.ticket_id,
            check_ins.scanner_id, check_ins.scan_id, check_ins.kind, check_ins.at, check_ins.gate
        FROM check_ins JOIN events ON events.id = check_ins.event_id
        WHERE check_ins.user_id = $1""",
    "scanner_at": """
        SELECT event_scanners.id, event_scanners.event_id, events.title AS event
        FROM event_scanners JOIN events ON events.id = event_scanners.event_id
        WHERE event_scanners.user_id = $1""",
    "request_keys": """
        SELECT id, key, created_at FROM idempotency_keys WHERE user_id = $1""",
    "audit_entries": """
        SELECT id, at, action, actor_id = $1 AS is_by_you, before, after FROM audit_log
        WHERE subject = 'user' AND subject_id = $1""",
}

STEP = """
SELECT part.id, to_jsonb(part)::text AS text FROM ({part}) AS part
WHERE part.id > $2 ORDER BY part.id LIMIT $3
"""

NEWEST = """
SELECT to_jsonb(part)::text AS text FROM ({part}) AS part ORDER BY part.id DESC LIMIT $2
"""


class PostgresPersonalData:
    """Implements `PersonalData`."""

    parts: Sequence[str] = tuple(PARTS)

    async def read(
        self, part: str, user_id: int, *, after: int, limit: int
    ) -> list[tuple[int, str]]:
        statement = STEP.format(part=PARTS[part])
        rows = await current_connection().execute_query_dict(statement, [user_id, after, limit])
        return [(row["id"], row["text"]) for row in rows]

    async def newest(self, part: str, user_id: int, *, limit: int) -> list[str]:
        statement = NEWEST.format(part=PARTS[part])
        rows = await current_connection().execute_query_dict(statement, [user_id, limit])
        return [row["text"] for row in rows]
