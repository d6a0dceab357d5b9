"""The upper limit of the server itself: the booking route without a database."""

import os
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

from fastapi import Response

from bench.baselines.shared import ROUTE, UserId, create_app
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.ticket import Ticket, TicketStatus
from src.presentation.dependencies.idempotency import IdempotencyKey
from src.presentation.schemas.booking import BookEventBody, BookingAnswer
from src.presentation.schemas.fields import PathId
from src.presentation.utils.responses import JSON, created

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
PRICE = Decimal("25.00")
BOOKING = Booking(
    id=1,
    reference="BKG-7K2M9QXA",
    user_id=2,
    event_id=1,
    quantity=1,
    total_amount=PRICE,
    currency="USD",
    status=BookingStatus.CONFIRMED,
    booking_date=NOW,
    tickets=[
        Ticket(
            id=1,
            booking_id=1,
            event_id=1,
            ticket_type_id=1,
            user_id=2,
            ticket_code="TKT-20260101-8F3KQ2ZN",
            price=PRICE,
            status=TicketStatus.ACTIVE,
            created_at=NOW,
            updated_at=NOW,
        )
    ],
    created_at=NOW,
    updated_at=NOW,
)
STATIC = (
    b'{"event_id":1,"tickets_available":123456,"ticket_types":'
    b'[{"id":1,"name":"General admission","price":"25.00","tickets_available":123456}]}'
)

app = create_app()


@app.post(ROUTE, status_code=201, response_model=BookingAnswer)
async def book(
    event_id: PathId,
    body: BookEventBody,
    user_id: UserId,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    return created(BookingAnswer.model_validate(BOOKING), f"/api/v1/bookings/{BOOKING.id}")


@app.get("/api/v1/events/{event_id}/availability")
async def static_json(event_id: PathId) -> Response:
    return Response(STATIC, media_type=JSON)


@app.get("/api/v1/events/{event_id}/seats")
async def static_file(event_id: PathId) -> Response:
    return Response(_static_file(), media_type=JSON)


@cache
def _static_file() -> bytes:
    # The benchmark writes it once the size of a seat map is known.
    return Path(os.environ["STATIC_FILE"]).read_bytes()
