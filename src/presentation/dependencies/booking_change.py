"""Shared by the controllers of bookings and reservations, which change the same entity."""

from typing import Annotated

from fastapi import Depends, Request, Response

from src.application.concurrency.idempotency import Outcome
from src.application.selling.change_booking import ChangeBookingCommand
from src.domain.entities.booking import Booking
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.idempotency import IdempotencyKey, idempotent, replay_header
from src.presentation.dependencies.preconditions import expected_version
from src.presentation.schemas.booking import BookingAnswer
from src.presentation.schemas.fields import PathId
from src.presentation.utils.responses import updated

REFUSES_SALE = (
    "forbidden",
    "not_found",
    "sales_closed",
    "ticket_limit_exceeded",
    "insufficient_tickets",
    "seat_taken",
)
REFUSES_CHANGE = ("not_found", "forbidden", "invalid_state")


def change_command(
    request: Request,
    booking_id: PathId,
    actor: CurrentActor,
    version: Annotated[int | None, Depends(expected_version)],
    idempotency_key: IdempotencyKey = None,
) -> ChangeBookingCommand:
    """The booking to change, with the conditions from the headers."""
    return ChangeBookingCommand(booking_id, version, idempotent(request, actor, idempotency_key))


Change = Annotated[ChangeBookingCommand, Depends(change_command)]


def changed_booking(outcome: Outcome[Booking]) -> Response:
    """200 with the booking after its change."""
    return updated(
        BookingAnswer.model_validate(outcome.result),
        version=outcome.result.version,
        headers=replay_header(is_replayed=outcome.is_replayed),
    )
