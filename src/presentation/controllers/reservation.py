"""Reservations: bookings that are still pending, under the name that users know."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from src.application.dtos.sold import SoldSearch
from src.application.selling.purchase import EventTickets, Purchase
from src.application.use_cases.booking.cancel_booking import CancelBooking
from src.application.use_cases.booking.confirm_booking import ConfirmBooking
from src.application.use_cases.booking.extend_booking import ExtendBooking
from src.application.use_cases.booking.get_booking import GetBooking
from src.application.use_cases.booking.list_bookings import ListEventBookings, ListUserBookings
from src.application.use_cases.booking.reserve_tickets import ReserveTickets
from src.domain.entities.booking import BookingStatus
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.booking_change import (
    REFUSES_CHANGE,
    REFUSES_SALE,
    Change,
    changed_booking,
)
from src.presentation.dependencies.idempotency import IdempotencyKey, idempotent, replay_header
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import newest_first, newest_sold
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.booking import BookingAnswer, BookingDetailsAnswer, ReserveBody
from src.presentation.schemas.fields import PathId
from src.presentation.utils.client import disconnect_probe
from src.presentation.utils.responses import created, location, paginated, resource

router = APIRouter(prefix="/reservations", tags=["Reservations"], route_class=StrictRoute)

NewestFirst = Annotated[PageRequest, Depends(newest_first)]
PENDING = SoldSearch(status=BookingStatus.PENDING)


@router.post(
    "/reserve",
    status_code=201,
    response_model=BookingAnswer,
    **operation(ReserveTickets, "Reserve tickets or seats", *REFUSES_SALE),
)
async def reserve_tickets(
    request: Request,
    body: ReserveBody,
    actor: CurrentActor,
    use_case: Annotated[ReserveTickets, provided("reserve_tickets")],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    purchase = Purchase(
        actor=actor,
        wanted=EventTickets(event_id=body.event_id, tickets=body.tickets()),
        user_id=body.user_id,
        idempotency=idempotent(request, actor, idempotency_key, body),
    )
    outcome = await use_case.execute(purchase, disconnect_probe(request))
    return created(
        BookingAnswer.model_validate(outcome.result),
        location("reservations", outcome.result.id),
        headers=replay_header(is_replayed=outcome.is_replayed),
    )


@router.get(
    "/user/{user_id}",
    response_model=list[BookingDetailsAnswer],
    **operation(ListUserBookings, "List a user's reservations", "forbidden", "not_found"),
)
async def list_user_reservations(
    request: Request,
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListUserBookings, provided("list_user_bookings")],
    page: NewestFirst,
) -> Response:
    found = await use_case.execute(actor, user_id, page, status=BookingStatus.PENDING)
    return paginated(request, BookingDetailsAnswer.of_page(found), lambda answer: answer)


@router.get(
    "/event/{event_id}",
    response_model=list[BookingAnswer],
    **operation(ListEventBookings, "List an event's reservations", "forbidden", "not_found"),
)
async def list_event_reservations(
    request: Request,
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListEventBookings, provided("list_event_bookings")],
    page: Annotated[PageRequest, Depends(newest_sold)],
) -> Response:
    found = await use_case.execute(actor, event_id, PENDING, page)
    return paginated(request, found, BookingAnswer.model_validate)


@router.get(
    "/{booking_id}",
    response_model=BookingAnswer,
    **operation(GetBooking, "Get a reservation", "not_found", has_etag=True),
)
async def get_reservation(
    request: Request,
    booking_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetBooking, provided("get_booking")],
) -> Response:
    booking = await use_case.execute(actor, booking_id)
    return resource(request, BookingAnswer.model_validate(booking), version=booking.version)


@router.post(
    "/{booking_id}/extend",
    response_model=BookingAnswer,
    **operation(
        ExtendBooking, "Extend a reservation", *REFUSES_CHANGE, "hold_expired", has_etag=True
    ),
)
async def extend_reservation(
    command: Change,
    actor: CurrentActor,
    use_case: Annotated[ExtendBooking, provided("extend_booking")],
) -> Response:
    return changed_booking(await use_case.execute(actor, command))


@router.post(
    "/{booking_id}/confirm",
    response_model=BookingAnswer,
    **operation(
        ConfirmBooking, "Confirm a reservation", *REFUSES_CHANGE, "hold_expired", has_etag=True
    ),
)
async def confirm_reservation(
    command: Change,
    actor: CurrentActor,
    use_case: Annotated[ConfirmBooking, provided("confirm_booking")],
) -> Response:
    return changed_booking(await use_case.execute(actor, command))


@router.delete(
    "/{booking_id}",
    response_model=BookingAnswer,
    **operation(CancelBooking, "Cancel a reservation", *REFUSES_CHANGE, has_etag=True),
)
async def cancel_reservation(
    command: Change,
    actor: CurrentActor,
    use_case: Annotated[CancelBooking, provided("cancel_booking")],
) -> Response:
    return changed_booking(await use_case.execute(actor, command))
