"""Bookings."""

from collections import defaultdict
from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from src.application.dtos.booking import BookingDetails
from src.application.dtos.sold import SoldSearch
from src.application.selling.change_booking import ChangeBooking
from src.application.selling.purchase import EventTickets, Purchase
from src.application.use_cases.booking.book_tickets import BookTickets
from src.application.use_cases.booking.cancel_booking import CancelBooking
from src.application.use_cases.booking.confirm_booking import ConfirmBooking
from src.application.use_cases.booking.get_booking import GetBooking
from src.application.use_cases.booking.list_bookings import (
    ListBookings,
    ListEventBookings,
    ListUserBookings,
)
from src.application.use_cases.booking.refund_booking import RefundBooking
from src.application.use_cases.sales.export_sold import ExportBookings
from src.domain.entities.booking import BookingStatus
from src.domain.entities.user import Actor
from src.domain.errors import ValidationFailed
from src.domain.repositories.page import Page, PageRequest
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
from src.presentation.dependencies.sold_search import (
    Format,
    ListFormat,
    booking_search,
    event_booking_search,
)
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.booking import (
    BookEventBody,
    BookingAnswer,
    BookingDetailsAnswer,
    BookingStatusBody,
    BookTicketsBody,
    EventBookingsAnswer,
)
from src.presentation.schemas.event import EventAnswer
from src.presentation.schemas.fields import PathId
from src.presentation.utils.client import disconnect_probe
from src.presentation.utils.csv_stream import stream_responses
from src.presentation.utils.csv_table import CsvResponse
from src.presentation.utils.responses import created, location, paginated, resource
from src.presentation.utils.sold_csv import BOOKING_EXAMPLE, bookings_csv

router = APIRouter(tags=["Bookings"], route_class=StrictRoute)

Book = Annotated[BookTickets, provided("book_tickets")]
Confirm = Annotated[ConfirmBooking, provided("confirm_booking")]
Cancel = Annotated[CancelBooking, provided("cancel_booking")]
Refund = Annotated[RefundBooking, provided("refund_booking")]
Export = Annotated[ExportBookings, provided("export_bookings")]
Wanted = Annotated[SoldSearch, Depends(booking_search)]
LIST_REFUSES = ("forbidden", "not_found")


@router.post(
    "/bookings",
    status_code=201,
    response_model=BookingAnswer,
    **operation(BookTickets, "Book tickets", *REFUSES_SALE),
)
async def book_tickets(
    request: Request,
    body: BookTicketsBody,
    actor: CurrentActor,
    use_case: Book,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    return await _book(request, use_case, actor, body.event_id, body, idempotency_key)


@router.post(
    "/events/{event_id}/bookings",
    status_code=201,
    response_model=BookingAnswer,
    **operation(BookTickets, "Book tickets of an event", *REFUSES_SALE),
)
async def book_event_tickets(
    request: Request,
    event_id: PathId,
    body: BookEventBody,
    actor: CurrentActor,
    use_case: Book,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    return await _book(request, use_case, actor, event_id, body, idempotency_key)


@router.get(
    "/bookings",
    response_model=list[BookingAnswer],
    **operation(ListBookings, "List bookings", *LIST_REFUSES),
)
async def list_bookings(
    request: Request,
    actor: CurrentActor,
    use_case: Annotated[ListBookings, provided("list_bookings")],
    export: Export,
    wanted: Wanted,
    page: Annotated[PageRequest, Depends(newest_sold)],
    list_format: Format = ListFormat.JSON,
) -> Response:
    if list_format is ListFormat.CSV:
        return bookings_csv(await export.execute(actor, wanted))
    found = await use_case.execute(actor, wanted, page)
    return paginated(request, found, BookingAnswer.model_validate)


@router.get(
    "/bookings.csv",
    status_code=200,
    response_class=CsvResponse,
    responses=stream_responses(BOOKING_EXAMPLE),
    **operation(ExportBookings, "Get bookings (CSV)", *LIST_REFUSES, "unavailable"),
)
async def export_bookings(actor: CurrentActor, use_case: Export, wanted: Wanted) -> Response:
    return bookings_csv(await use_case.execute(actor, wanted))


@router.get(
    "/bookings/user/{user_id}",
    response_model=list[BookingDetailsAnswer],
    **operation(ListUserBookings, "List a user's bookings", "forbidden", "not_found"),
)
async def list_user_bookings(
    request: Request,
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListUserBookings, provided("list_user_bookings")],
    page: Annotated[PageRequest, Depends(newest_first)],
    # Generated clients cannot read an answer of two shapes; in the document it has its own path.
    group_by: Annotated[Literal["event"] | None, Query(include_in_schema=False)] = None,
) -> Response:
    found = await use_case.execute(actor, user_id, page)
    if group_by is None:
        return paginated(request, BookingDetailsAnswer.of_page(found), lambda answer: answer)
    return _by_event(request, found)


@router.get(
    "/bookings/user/{user_id}/by-event",
    response_model=list[EventBookingsAnswer],
    **operation(ListUserBookings, "List a user's bookings by event", "forbidden", "not_found"),
)
async def list_user_bookings_by_event(
    request: Request,
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListUserBookings, provided("list_user_bookings")],
    page: Annotated[PageRequest, Depends(newest_first)],
) -> Response:
    return _by_event(request, await use_case.execute(actor, user_id, page))


def _by_event(request: Request, found: Page[BookingDetails]) -> Response:
    """The bookings of the page below their events."""
    return paginated(request, Page(_grouped(found.items), found.next), lambda group: group)


@router.get(
    "/bookings/event/{event_id}",
    response_model=list[BookingAnswer],
    **operation(ListEventBookings, "List an event's bookings", "forbidden", "not_found"),
)
async def list_event_bookings(
    request: Request,
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListEventBookings, provided("list_event_bookings")],
    wanted: Annotated[SoldSearch, Depends(event_booking_search)],
    page: Annotated[PageRequest, Depends(newest_sold)],
) -> Response:
    found = await use_case.execute(actor, event_id, wanted, page)
    return paginated(request, found, BookingAnswer.model_validate)


@router.get(
    "/bookings/{booking_id}",
    response_model=BookingAnswer,
    **operation(GetBooking, "Get a booking", "not_found", has_etag=True),
)
async def get_booking(
    request: Request,
    booking_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetBooking, provided("get_booking")],
) -> Response:
    booking = await use_case.execute(actor, booking_id)
    return resource(request, BookingAnswer.model_validate(booking), version=booking.version)


@router.put(
    "/bookings/{booking_id}/confirm",
    response_model=BookingAnswer,
    **operation(
        ConfirmBooking, "Confirm a booking", *REFUSES_CHANGE, "hold_expired", has_etag=True
    ),
)
async def confirm_booking(command: Change, actor: CurrentActor, use_case: Confirm) -> Response:
    return changed_booking(await use_case.execute(actor, command))


@router.put(
    "/bookings/{booking_id}/cancel",
    response_model=BookingAnswer,
    **operation(CancelBooking, "Cancel a booking", *REFUSES_CHANGE, has_etag=True),
)
async def cancel_booking(command: Change, actor: CurrentActor, use_case: Cancel) -> Response:
    return changed_booking(await use_case.execute(actor, command))


@router.put(
    "/bookings/{booking_id}/refund",
    response_model=BookingAnswer,
    **operation(RefundBooking, "Refund a booking", *REFUSES_CHANGE, has_etag=True),
)
async def refund_booking(command: Change, actor: CurrentActor, use_case: Refund) -> Response:
    return changed_booking(await use_case.execute(actor, command))


@router.delete(
    "/bookings/{booking_id}",
    response_model=BookingAnswer,
    **operation(CancelBooking, "Cancel a booking (DELETE)", *REFUSES_CHANGE, has_etag=True),
)
async def delete_booking(command: Change, actor: CurrentActor, use_case: Cancel) -> Response:
    return changed_booking(await use_case.execute(actor, command))


@router.put(
    "/bookings/{booking_id}/status",
    # The name is the published operation id, which must not change with the function's name.
    response_model=BookingAnswer,
    **operation(
        ChangeBooking, "Change a booking's status", *REFUSES_CHANGE, "hold_expired", has_etag=True
    ),
)
async def set_booking_status(
    request: Request,
    body: BookingStatusBody,
    command: Change,
    actor: CurrentActor,
    confirm: Confirm,
    cancel: Cancel,
    refund: Refund,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    known = idempotent(request, actor, idempotency_key, body)
    command = replace(command, idempotency=known)
    match body.status:
        case BookingStatus.CONFIRMED:
            return changed_booking(await confirm.execute(actor, command))
        case BookingStatus.CANCELLED:
            return changed_booking(await cancel.execute(actor, command))
        case BookingStatus.REFUNDED:
            return changed_booking(await refund.execute(actor, command))
    message = "A booking's status can be changed to confirmed, cancelled or refunded."
    raise ValidationFailed("body.status", message)


async def _book(
    request: Request,
    use_case: BookTickets,
    actor: Actor,
    event_id: int,
    body: BookEventBody,
    key: str | None,
) -> Response:
    purchase = Purchase(
        actor=actor,
        wanted=EventTickets(event_id=event_id, tickets=body.tickets()),
        user_id=body.user_id,
        idempotency=idempotent(request, actor, key, body),
    )
    outcome = await use_case.execute(purchase, disconnect_probe(request))
    return created(
        BookingAnswer.model_validate(outcome.result),
        location("bookings", outcome.result.id),
        headers=replay_header(is_replayed=outcome.is_replayed),
    )


def _grouped(items: list[BookingDetails]) -> list[EventBookingsAnswer]:
    by_event: dict[int, list[BookingDetails]] = defaultdict(list)
    for details in items:
        by_event[details.event.id].append(details)
    return [
        EventBookingsAnswer(
            event=EventAnswer.model_validate(group[0].event),
            bookings=[BookingAnswer.model_validate(details.booking) for details in group],
        )
        for group in by_event.values()
    ]
