"""Comments on tables and columns: what psql, pgAdmin and docs/database.md show beside them.

Those of aerich and pgqueuer belong to these libraries and have none.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

KEPT_BY_TRIGGERS = "Kept by triggers."
EDITS = "Counts edits, of which sales are none; the ETag is made of it."

TABLES = {
    "users": "People who buy, organize events, check tickets in or administer.",
    "refresh_tokens": "Log-in sessions: refresh tokens as hashes, each valid once.",
    "venues": "Places that have seats.",
    "seats": "Numbered seats of a venue, sold anew at each event there.",
    "events": "What tickets are sold for. Each sale locks the row of its event.",
    "event_scanners": "Which users check tickets in at which events.",
    "ticket_types": "Kinds of ticket of one event, with price and capacity.",
    "discounts": "Discount codes.",
    "cart_items": "What a user means to buy. It takes no stock.",
    "cart_discounts": "The discount code that a user entered for the cart.",
    "bookings": "Tickets of one event for one user. A pending booking is a reservation.",
    "tickets": "Single admissions. Those reserved, active or used take stock.",
    "orders": "What is paid as one: a booking for each of its events, all or none.",
    "order_items": "Lines of an order: tickets of one type, with prices as they were.",
    "transactions": "Payments and refunds, stored before their provider is asked.",
    "payment_events": "Webhooks of payment providers, so that each takes effect once.",
    "ledger_entries": "Each movement of money by account. Append-only, without foreign keys.",
    "idempotency_keys": "Results of requests that had an Idempotency-Key, for 24 hours.",
    "audit_log": "Who changed what, and how. Append-only, without foreign keys.",
    "fake_payments": "The fake provider's own payments, in development and tests.",
    "fake_refunds": "The fake provider's own refunds, in development and tests.",
}

COLUMNS = {
    "users": {
        "email": "In lower case.",
        "role": "What the user may do.",
        "is_active": "While false, the user can neither log in nor use a token.",
        "password_hash": "Null for users who log in at an outside identity provider.",
        "external_issuer": "The outside identity provider.",
        "external_id": "Who the user is there.",
        "deleted_at": "Since then the row is anonymous: bookings and money refer to it.",
        "version": EDITS,
    },
    "refresh_tokens": {
        "family_id": "The session: a token used twice ends its whole family.",
        "token_hash": "The token itself is not stored.",
    },
    "venues": {"owner_id": "Who may edit it, besides admins.", "version": EDITS},
    "seats": {"section": "Ticket types may be for one section."},
    "events": {
        "venue": "The place in words, with or without a venue of ours.",
        "date_time": "When it starts.",
        "timezone": "In which times without an offset are read.",
        "capacity": "Most tickets sold and held together, over all ticket types.",
        "price": "The lowest price of its ticket types.",
        "seating": "general: sold by number; reserved: by seat of the venue.",
        "payment": "none: confirmed at once; online: confirmed when it is paid.",
        "max_tickets_per_user": "Null: no limit.",
        "total_bookings": KEPT_BY_TRIGGERS,
        "total_tickets_sold": KEPT_BY_TRIGGERS,
        "total_revenue": KEPT_BY_TRIGGERS,
        "tickets_held": "Tickets of pending bookings. Kept by triggers.",
        "service_fee_fixed": "A fee for each ticket.",
        "service_fee_percent": "A fee for each ticket, in per cent of its price.",
        "tax_rate": "In per cent of price and fees.",
        "tax_inclusive": "Whether price and fees contain the tax already.",
        "version": EDITS,
    },
    "ticket_types": {
        "capacity": "Most tickets of this type sold and held together.",
        "section": "The section of the venue whose seats are of this type.",
        "sold": KEPT_BY_TRIGGERS,
        "held": "Tickets of pending bookings. Kept by triggers.",
        "version": EDITS,
    },
    "discounts": {
        "owner_id": "Null: a code of the administrators, for events of everybody.",
        "value": "In per cent, or a sum in the currency.",
        "event_id": "Null: all events of the owner.",
        "ticket_type_id": "Null: all ticket types.",
        "max_uses": "Null: no limit.",
        "used": "Orders with this code that are pending, confirmed or completed.",
        "version": EDITS,
    },
    "cart_items": {
        "event_id": "Not a foreign key: carts keep nothing from being deleted.",
        "ticket_type_id": "Not a foreign key: carts keep nothing from being deleted.",
        "seat_ids": "Empty: no seats were chosen.",
    },
    "bookings": {
        "reference": "The code that buyers quote.",
        "order_id": "The order it is paid through; null when it is paid outside.",
        "expires_at": "Until when a pending booking holds its tickets.",
        "is_extended": "A reservation can be extended once.",
        "refund_due": "Its event was cancelled, and its refund is yet to be begun.",
        "version": EDITS,
    },
    "tickets": {
        "event_id": "As in its booking: counters and limits need no join.",
        "user_id": "The holder.",
        "ticket_code": "Null until the booking is confirmed.",
        "seat_id": "Null at events without seats.",
        "price": "The price of its type, less its share of a discount.",
        "used_at": "When it was checked in.",
        "used_by": "Who checked it in.",
        "gate": "Where it was checked in.",
    },
    "orders": {
        "reference": "The code that buyers quote.",
        "discount_code": "The code as it was when the order was made.",
        "total_amount": "subtotal - discount_amount + fee_amount + tax_amount - tax_included.",
        "tax_included": "The part of tax_amount that prices and fees contain already.",
        "late_payment": "What became of money that came after the deadline.",
        "expires_at": "Until when a pending order holds its tickets.",
        "version": EDITS,
    },
    "order_items": {
        "event_id": "As in its booking.",
        "total_amount": "subtotal - discount_amount + fee_amount + tax_amount - tax_included.",
    },
    "transactions": {
        "provider": "stripe, manual or fake.",
        "amount": "Positive for refunds too.",
        "refunded_amount": "Of a payment: its refunds that are pending or done.",
        "idempotency_key": "What the provider is sent, so that asking twice is asking once.",
        "provider_reference": "The id that the provider gave it.",
        "parent_id": "Of a refund: the payment that goes back.",
        "booking_id": "Of a refund: the booking it is for, if it is for one.",
        "settled_at": "When it was known to have succeeded or failed.",
        "version": EDITS,
    },
    "payment_events": {
        "provider_event_id": "The id that the provider gave the webhook.",
        "outcome": "What it led to.",
    },
    "ledger_entries": {
        "account": "tickets, fees, taxes, or unapplied: money that bought nothing.",
        "amount": "Positive for a payment, negative for a refund.",
    },
    "idempotency_keys": {
        "fingerprint": "A hash of method, path and body: another request is refused.",
        "answer": "The result, from which the answer is made again.",
    },
    "audit_log": {
        "actor_id": "Null: a job, or somebody not logged in yet.",
        "subject": "The kind of thing that changed.",
        "before": "The fields that changed, as they were.",
        "after": "The fields that changed, as they are since.",
        "correlation_id": "The request, as in the logs.",
    },
}


def _statements(*, is_undone: bool) -> str:
    comments = {f"TABLE {table}": text for table, text in TABLES.items()}
    for table, columns in COLUMNS.items():
        comments |= {f"COLUMN {table}.{column}": text for column, text in columns.items()}
    return "".join(
        f"COMMENT ON {what} IS {'NULL' if is_undone else _quoted(text)};\n"
        for what, text in comments.items()
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


async def upgrade(db: BaseDBAsyncClient) -> str:
    return _statements(is_undone=False)


async def downgrade(db: BaseDBAsyncClient) -> str:
    return _statements(is_undone=True)
