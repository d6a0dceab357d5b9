"""Every column of the schema that can hold text, and whether it says something about a person.

A new column fails the tests until it is in one of these: think of what `DeleteUser` must remove,
and of what `PostgresPersonalData` must show.
"""

import asyncpg

CLEARED = {
    *(f"users.{name}" for name in ("name", "full_name", "email", "phone", "username")),
    *("users.name_folded", "users.email_folded"),
    *("users.external_issuer", "users.external_id", "users.password_hash", "users.unwanted_mails"),
    *("orders.contact_name", "orders.contact_email", "orders.contact_phone", "orders.notes"),
    *("orders.contact_name_folded", "orders.contact_email_folded", "orders.buyer_name"),
    *("transactions.reason", "transactions.note", "bookings.complimentary_reason"),
    *("transactions.client_secret", "transactions.redirect_url"),
    *("transfers.email", "web_sessions.device", "web_sessions.secret_hash"),
    *("pass_devices.device", "pass_devices.push_token", "calendar_feeds.secret_hash"),
    *("api_keys.name", "api_keys.scopes", "api_keys.hint"),
    *("api_keys.secret_hash", "api_keys.previous_secret_hash"),
    *("idempotency_keys.key", "idempotency_keys.answer", "idempotency_keys.fingerprint"),
    *("webhook_endpoints.url", "webhook_endpoints.events"),
    *("webhook_endpoints.secret", "webhook_endpoints.previous_secret"),
    *(f"sellers.{name}" for name in ("name", "street", "postal_code", "city", "country")),
    *(f"sellers.{name}" for name in ("tax_number", "vat_id", "invoice_prefix", "timezone")),
    "sellers.email",
    *(f"order_billing.{name}" for name in ("name", "street", "postal_code", "city", "country")),
    *(f"order_billing.{name}" for name in ("vat_id", "email", "reference")),
    *(f"bank_accounts.{name}" for name in ("holder", "iban", "other")),
    # With their endpoint. Payloads are made when they are sent, of ids.
    *("webhook_deliveries.type", "webhook_deliveries.subject", "webhook_deliveries.error"),
}
"""Removed when the person is deleted, or with a row that is."""

ABOUT_EVENTS = {
    *("events.title", "events.description", "events.venue", "events.timezone", "events.terms"),
    "events.payment_instructions",
    *("events.currency", "events.poster", "events.title_folded", "events.venue_folded"),
    *("event_posters.format", "event_posters.content"),
    *("order_items.event_title", "order_items.ticket_type_name"),
    *("ticket_types.name", "ticket_types.category", "ticket_types.section", "gates.name"),
    "ticket_types.price_tiers",
    *("venues.name", "venues.location", "venues.country", "venues.timezone"),
    *("events.country", "order_items.event_country"),
    *("venues.name_folded", "venues.location_folded"),
    *("venue_sections.section", "seats.section", "seats.row", "seats.seat_number", "seats.access"),
    *("seats.section_key", "seats.row_key", "seats.seat_number_key"),
    *("discounts.code", "discounts.currency", "orders.discount_code"),
    "activity_quarters.currency",
    "orders.discount_terms",
}
"""What is offered, and where."""

ABOUT_TICKETS = {
    *("orders.reference", "bookings.reference", "orders.currency", "bookings.currency"),
    *("tickets.ticket_code", "tickets.gate", "ticket_keys.public_key"),
    *("retired_ticket_codes.code", "transfers.token_hash"),
    *("check_ins.scanner_id", "check_ins.scan_id", "check_ins.kind"),
    *("check_ins.gate", "check_ins.refusal"),
}
"""Codes, and what devices at the door call themselves and their scans."""

ABOUT_MONEY = {
    *("transactions.provider", "transactions.payment_method", "transactions.currency"),
    *("transactions.idempotency_key", "transactions.provider_reference", "transactions.failure"),
    *("payment_events.provider", "payment_events.provider_event_id", "payment_events.outcome"),
    *("ledger_entries.currency", "sellers.taxes_by_country"),
    *(
        "organizer_payouts.currency",
        "organizer_payouts.reference",
        "organizer_payouts.note",
        "settlement_terms.currency",
    ),
    *(f"disputes.{name}" for name in ("provider", "provider_reference", "reason", "currency")),
    *(f"fake_disputes.{name}" for name in ("reference", "status", "reason", "currency")),
    *(f"payouts.{name}" for name in ("provider", "provider_reference", "currency", "failure")),
    *(f"provider_movements.{name}" for name in ("provider", "reference", "word", "currency")),
    *("provider_movements.source_reference", "provider_movements.paid_currency"),
    *(f"provider_balances.{name}" for name in ("provider", "currency")),
    *(f"fake_payouts.{name}" for name in ("reference", "currency")),
    *(f"fake_movements.{name}" for name in ("reference", "kind", "source_reference", "currency")),
    *(f"fake_payments.{name}" for name in ("reference", "idempotency_key", "order_reference")),
    *(f"fake_payments.{name}" for name in ("currency", "state", "failure", "return_url")),
    *(f"fake_refunds.{name}" for name in ("reference", "idempotency_key")),
    *(f"fake_refunds.{name}" for name in ("currency", "state", "failure")),
}
"""Which payment it was, how and why not: that stays, by law, with the order and without a name."""

ISSUED = {"invoices.name", "invoices.content", "invoices.currency"}
"""What was issued names seller and buyer: that stays as it is, by law."""

RECORDS = {
    # Entries name people by id, and fields of people without their values.
    *(f"audit_log.{name}" for name in ("action", "subject", "before", "after", "correlation_id")),
    *("outbox.action", "outbox.subject"),
    *("mails.cause", "mails.last_error", "mailings.cause"),
    "refresh_tokens.token_hash",
    *(f"provider_log_ins.{name}" for name in ("state_hash", "browser_hash", "nonce")),
    *(f"provider_log_ins.{name}" for name in ("verifier", "next_path")),
}
"""What the service writes itself. Log-ins that have only begun are of nobody yet."""

LIBRARIES = ("aerich", "pgqueuer")
"""Tables by their beginning: applied migrations, and jobs, which have no arguments."""

CLASSES = (CLEARED, ABOUT_EVENTS, ABOUT_TICKETS, ABOUT_MONEY, ISSUED, RECORDS)

COLUMNS = """
SELECT table_name || '.' || column_name FROM information_schema.columns
WHERE table_schema = 'public'
    AND data_type IN ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY', 'xml')
    AND udt_name NOT IN ('_int8', '_int4')
"""


async def text_columns(connection: asyncpg.Connection) -> set[str]:
    """All columns of all tables that can hold text, by `table.column`."""
    return {row[0] for row in await connection.fetch(COLUMNS)}


async def columns_with(connection: asyncpg.Connection, *marks: str) -> set[str]:
    """The columns in which one of these texts stands somewhere, in any case."""
    found = set()
    wanted = [mark.lower() for mark in marks]
    for name in await text_columns(connection):
        table, _, column = name.partition(".")
        value = f'place."{column}"'
        query = f"""
        SELECT EXISTS (
            SELECT FROM "{table}" AS place, unnest($1::text[]) AS mark
            WHERE strpos(lower({value}::text), mark) > 0
                OR strpos({value}::text, encode(convert_to(mark, 'UTF8'), 'hex')) > 0
        )
        """
        if await connection.fetchval(query, wanted):
            found.add(name)
    return found


NOT_SHOWN = {
    *("users.name_folded", "users.email_folded"),
    *("orders.contact_name_folded", "orders.contact_email_folded"),
    # Secrets, and hashes of secrets.
    *("users.password_hash", "web_sessions.secret_hash", "calendar_feeds.secret_hash"),
    *("api_keys.secret_hash", "api_keys.previous_secret_hash"),
    *("webhook_endpoints.secret", "webhook_endpoints.previous_secret"),
    *("transactions.client_secret", "transactions.redirect_url", "pass_devices.push_token"),
    # The giver's own words: the receiver sees that the tickets were given, on the page as well.
    "bookings.complimentary_reason",
    # A copy of what is shown where it belongs.
    *("idempotency_keys.answer", "idempotency_keys.fingerprint"),
    *("webhook_deliveries.type", "webhook_deliveries.subject", "webhook_deliveries.error"),
}
"""Of what is cleared, what a download of one's own data leaves out."""


async def words_with(connection: asyncpg.Connection, column: str, *marks: str) -> set[str]:
    """The values of a column of text in which one of these texts stands, in any case."""
    table, _, name = column.partition(".")
    query = f"""
    SELECT DISTINCT "{name}"::text FROM "{table}", unnest($1::text[]) AS mark
    WHERE strpos(lower("{name}"::text), mark) > 0
    """
    return {row[0] for row in await connection.fetch(query, [mark.lower() for mark in marks])}
