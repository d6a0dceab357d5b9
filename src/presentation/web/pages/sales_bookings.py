"""The bookings of an organizer's events: the list, and one booking with its changes."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.dtos.sold import SoldBooking, SoldSearch, SoldSort
from src.application.selling.change_booking import ChangeBookingCommand
from src.application.use_cases.booking.cancel_booking import CancelBooking
from src.application.use_cases.booking.confirm_booking import ConfirmBooking
from src.application.use_cases.booking.refund_booking import RefundBooking
from src.application.use_cases.sales.list_sold_bookings import ListSoldBookings
from src.application.use_cases.sales.read_sell_through import ReadSellThrough
from src.application.use_cases.sales.read_sold_booking import ReadSoldBooking
from src.domain.entities.booking import BookingStatus
from src.domain.entities.user import Role
from src.domain.errors import TicketingError
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Day, PathId, QueryId
from src.presentation.utils.csv_table import Cell, csv_response
from src.presentation.web.forms import Form, NoFields
from src.presentation.web.listing import (
    MOST_IN_A_TABLE,
    SearchWords,
    address_with,
    end_of,
    next_address,
    page_wanted,
    start_of,
    usual_zone,
)
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/bookings")

COLUMNS = (
    *("booking_id", "reference", "booking_date", "status", "name", "email", "event_id"),
    *("event_title", "quantity", "currency", "total_amount", "order_id"),
)
Read = Annotated[ReadSoldBooking, provided("read_sold_booking")]


class BookingsQuery(BaseModel):
    """The filters of the list."""

    q: SearchWords | None = None
    event_id: QueryId | None = None
    status: BookingStatus | None = None
    date_from: Day | None = None
    date_to: Day | None = None
    sort: SoldSort = SoldSort.NEWEST

    def wanted(self, zone: str) -> SoldSearch:
        """The search; days are those of the zone, the last one included."""
        return SoldSearch(
            event_id=self.event_id,
            q=self.q,
            status=self.status,
            date_from=start_of(self.date_from, zone),
            date_to=end_of(self.date_to, zone),
        )


@router.get("")
async def show_bookings(
    visit: CurrentVisit,
    list_bookings: Annotated[ListSoldBookings, provided("list_sold_bookings")],
    sell_through: Annotated[ReadSellThrough, provided("read_sell_through")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = visit.query(BookingsQuery)
    query = form.data or BookingsQuery()
    events = await sell_through.execute(actor)
    zone = usual_zone(event.timezone for event in events)
    page = page_wanted(visit.request, sort=query.sort)
    found = await list_bookings.execute(actor, query.wanted(zone), page)
    return visit.render(
        "sales/bookings.html",
        form=form,
        bookings=found.page.items,
        sums=found.sums,
        next_page=next_address(visit.request, found.page),
        table=address_with(visit.request, "/manage/bookings.csv"),
        events=events,
        zone=zone,
    )


@router.get(".csv")
async def export_bookings(
    visit: CurrentVisit,
    list_bookings: Annotated[ListSoldBookings, provided("list_sold_bookings")],
    sell_through: Annotated[ReadSellThrough, provided("read_sell_through")],
) -> Response:
    """The bookings that the list shows, all pages of it."""
    actor = visit.require_role(Role.ORGANIZER)
    query = visit.query(BookingsQuery).data or BookingsQuery()
    zone = usual_zone(event.timezone for event in await sell_through.execute(actor))
    everything = PageRequest(MOST_IN_A_TABLE, query.sort)
    found = await list_bookings.execute(actor, query.wanted(zone), everything)
    return csv_response("bookings", COLUMNS, _rows(found.page.items))


@router.get("/{booking_id}")
async def show_booking(visit: CurrentVisit, booking_id: PathId, read: Read) -> Response:
    return await _booking_page(visit, booking_id, read)


@router.post("/{booking_id}/confirm")
async def confirm_booking(
    visit: CurrentVisit,
    booking_id: PathId,
    read: Read,
    use_case: Annotated[ConfirmBooking, provided("confirm_booking")],
) -> Response:
    done = visit.gettext("The booking is confirmed.")
    return await _change(visit, booking_id, read, use_case, done)


@router.post("/{booking_id}/cancel")
async def cancel_booking(
    visit: CurrentVisit,
    booking_id: PathId,
    read: Read,
    use_case: Annotated[CancelBooking, provided("cancel_booking")],
) -> Response:
    done = visit.gettext("The booking is cancelled.")
    return await _change(visit, booking_id, read, use_case, done)


@router.post("/{booking_id}/refund")
async def refund_booking(
    visit: CurrentVisit,
    booking_id: PathId,
    read: Read,
    use_case: Annotated[RefundBooking, provided("refund_booking")],
) -> Response:
    done = visit.gettext("The booking is refunded.")
    return await _change(visit, booking_id, read, use_case, done)


async def _change(
    visit: Visit,
    booking_id: int,
    read: ReadSoldBooking,
    use_case: ConfirmBooking | CancelBooking | RefundBooking,
    done: str,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(NoFields)
    command = ChangeBookingCommand(booking_id, idempotency=visit.idempotent(form))
    try:
        await use_case.execute(actor, command)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return await _booking_page(visit, booking_id, read, form=form, status=409)
    return visit.redirect(f"/manage/bookings/{booking_id}", done)


async def _booking_page(
    visit: Visit,
    booking_id: int,
    read: ReadSoldBooking,
    *,
    form: Form[Any] | None = None,
    status: int = 200,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    found = await read.execute(actor, booking_id)
    form = form or Form.new({})
    return visit.render(
        "sales/booking.html", status=status, form=form, found=found, booking=found.booking
    )


def _rows(bookings: list[SoldBooking]) -> Iterator[Mapping[str, Cell]]:
    for booking in bookings:
        row = {column: getattr(booking, column, None) for column in COLUMNS}
        yield row | {"booking_id": booking.id}
