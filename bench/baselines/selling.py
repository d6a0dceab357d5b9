"""One booking as in the product, written directly with asyncpg in one transaction."""

import json
from datetime import UTC, datetime
from typing import Any

from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.errors import (
    IdempotencyInProgress,
    InsufficientTickets,
    NotFound,
    TicketLimitExceeded,
)
from src.domain.shared.codes import booking_reference, ticket_code
from src.infrastructure.security.random_code import random_code
from src.presentation.schemas.booking import BookingAnswer

KEY = """
SELECT pg_try_advisory_xact_lock(hashtextextended($2, $1)) AS is_locked,
    EXISTS (SELECT FROM idempotency_keys WHERE user_id = $1 AND key = $2) AS is_known
"""
LOCK = """
SELECT currency, max_tickets_per_user FROM events
WHERE id = $1 AND status = 'active' AND date_time > now() AND deleted_at IS NULL
FOR NO KEY UPDATE
"""
STOCK = """
SELECT id, price, capacity - sold - held AS available, (
    SELECT count(*) FROM tickets
    WHERE user_id = $2 AND event_id = $1 AND status IN ('reserved', 'active', 'used')
) AS held_by_user
FROM ticket_types WHERE event_id = $1 AND status = 'available'
"""
INSERT_BOOKING = """
INSERT INTO bookings (reference, user_id, event_id, quantity, total_amount, currency, status,
    booking_date)
VALUES ($1, $2, $3, $4, $5, $6, 'confirmed', $7)
RETURNING id, created_at, updated_at
"""
INSERT_TICKETS = """
INSERT INTO tickets (booking_id, event_id, ticket_type_id, user_id, ticket_code, price, status)
SELECT $1, $2, $3, $4, code, $6, 'active' FROM unnest($5::text[]) AS new (code)
RETURNING id
"""
AUDIT = """
INSERT INTO audit_log (actor_id, action, subject, subject_id, event_id, after)
VALUES ($1, 'booking.confirmed', 'booking', $2, $3, $4)
"""
REMEMBER = """
INSERT INTO idempotency_keys (user_id, key, fingerprint, answer) VALUES ($1, $2, $3, $4)
"""


async def sell(
    connection: Any, event_id: int, quantity: int, *, user_id: int, key: str, fingerprint: bytes
) -> Booking:
    """Book in one transaction, with the same checks, audit and idempotency as the product."""
    async with connection.transaction():
        known = await connection.fetchrow(KEY, user_id, key)
        if known["is_known"] or not known["is_locked"]:
            raise IdempotencyInProgress()
        event = await connection.fetchrow(LOCK, event_id)
        if event is None:
            raise NotFound("event", event_id)
        stock = await connection.fetchrow(STOCK, event_id, user_id)
        _require_stock(event, stock, quantity)
        now = datetime.now(UTC)
        booking = Booking(
            reference=booking_reference(random_code),
            user_id=user_id,
            event_id=event_id,
            quantity=quantity,
            total_amount=stock["price"] * quantity,
            currency=event["currency"],
            status=BookingStatus.CONFIRMED,
            booking_date=now,
        )
        await _insert(connection, booking, stock, now)
        after = json.dumps({"status": "confirmed", "user_id": user_id, "quantity": quantity})
        await connection.execute(AUDIT, user_id, booking.id, event_id, after)
        answer = BookingAnswer.model_validate(booking).model_dump_json()
        await connection.execute(REMEMBER, user_id, key, fingerprint, answer)
    return booking


def _require_stock(event: Any, stock: Any, quantity: int) -> None:
    limit, held = event["max_tickets_per_user"], stock["held_by_user"]
    if limit is not None and held + quantity > limit:
        raise TicketLimitExceeded(limit=limit, held=held)
    if quantity > stock["available"]:
        raise InsufficientTickets(requested=quantity, available=stock["available"])


async def _insert(connection: Any, booking: Booking, stock: Any, now: datetime) -> None:
    row = await connection.fetchrow(
        INSERT_BOOKING,
        booking.reference,
        booking.user_id,
        booking.event_id,
        booking.quantity,
        booking.total_amount,
        booking.currency,
        now,
    )
    booking.id, booking.created_at, booking.updated_at = row
    codes = [ticket_code(now, random_code) for _ in range(booking.quantity)]
    owner = (booking.id, booking.event_id, stock["id"], booking.user_id)
    rows = await connection.fetch(INSERT_TICKETS, *owner, codes, stock["price"])
    booking.tickets = [
        Ticket(
            id=row["id"],
            booking_id=booking.id,
            event_id=booking.event_id,
            ticket_type_id=stock["id"],
            user_id=booking.user_id,
            ticket_code=code,
            price=stock["price"],
            status=TicketStatus.ACTIVE,
        )
        for row, code in zip(rows, codes, strict=True)
    ]
