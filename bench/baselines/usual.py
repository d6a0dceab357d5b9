"""The usual implementation: one `SELECT FOR UPDATE` transaction per request, with an ORM."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from os import environ

from fastapi import FastAPI
from tortoise.transactions import in_transaction

from bench.baselines.shared import ROUTE, UserId, create_app
from src.domain.entities.booking import BookingStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.errors import InsufficientTickets, TicketLimitExceeded
from src.domain.shared.codes import booking_reference, ticket_code
from src.infrastructure.database.models import (
    BookingModel,
    EventModel,
    TicketModel,
    TicketTypeModel,
    UserModel,
)
from src.infrastructure.database.orm import Database, PoolSettings
from src.infrastructure.security.random_code import random_code
from src.presentation.schemas.booking import BookedTicket, BookEventBody, BookingAnswer
from src.presentation.schemas.fields import PathId

LIVE = [TicketStatus.RESERVED, TicketStatus.ACTIVE, TicketStatus.USED]


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    database = Database(PoolSettings())
    await database.open(environ["DATABASE_URL"])
    yield
    await database.close()


app = create_app(lifespan)


@app.post(ROUTE, status_code=201)
async def book(event_id: PathId, body: BookEventBody, user_id: UserId) -> BookingAnswer:
    quantity = body.quantity or 1
    user = await UserModel.get(id=user_id)
    async with in_transaction():
        event = await EventModel.select_for_update().get(id=event_id)
        ticket_type = await TicketTypeModel.get(event_id=event_id)
        await _require_stock(event, ticket_type, user, quantity)
        now = datetime.now(UTC)
        booking = await BookingModel.create(
            reference=booking_reference(random_code),
            user_id=user.id,
            event_id=event.id,
            quantity=quantity,
            total_amount=ticket_type.price * quantity,
            currency=event.currency,
            status=BookingStatus.CONFIRMED,
            booking_date=now,
        )
        tickets = [
            await TicketModel.create(
                booking_id=booking.id,
                event_id=event.id,
                ticket_type_id=ticket_type.id,
                user_id=user.id,
                ticket_code=ticket_code(now, random_code),
                price=ticket_type.price,
                status=TicketStatus.ACTIVE,
            )
            for _ in range(quantity)
        ]
    return _answer(booking, tickets)


async def _require_stock(
    event: EventModel, ticket_type: TicketTypeModel, user: UserModel, quantity: int
) -> None:
    available = ticket_type.capacity - ticket_type.sold - ticket_type.held
    if quantity > available:
        raise InsufficientTickets(requested=quantity, available=available)
    if event.max_tickets_per_user is not None:
        held = await TicketModel.filter(user_id=user.id, event_id=event.id, status__in=LIVE).count()
        if held + quantity > event.max_tickets_per_user:
            raise TicketLimitExceeded(limit=event.max_tickets_per_user, held=held)


def _answer(booking: BookingModel, tickets: list[TicketModel]) -> BookingAnswer:
    return BookingAnswer(
        id=booking.id,
        reference=booking.reference,
        user_id=booking.user_id,
        event_id=booking.event_id,
        quantity=booking.quantity,
        total_amount=booking.total_amount,
        currency=booking.currency,
        status=booking.status,
        booking_date=booking.booking_date,
        expires_at=booking.expires_at,
        order_id=None,
        is_complimentary=False,
        tickets=[
            BookedTicket(
                id=ticket.id,
                ticket_code=ticket.ticket_code,
                ticket_type_id=ticket.ticket_type_id,
                price=ticket.price,
                status=ticket.status,
                refunded_amount=None,
                kept_amount=None,
            )
            for ticket in tickets
        ],
        created_at=booking.created_at,
        updated_at=booking.updated_at,
    )
