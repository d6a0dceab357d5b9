"""A booking of an organizer's events, with its changes."""

from typing import Annotated, Any

from fastapi import APIRouter, Response

from src.application.selling.change_booking import ChangeBookingCommand
from src.application.use_cases.booking.cancel_booking import CancelBooking
from src.application.use_cases.booking.confirm_booking import ConfirmBooking
from src.application.use_cases.booking.refund_booking import RefundBooking
from src.application.use_cases.sales.read_sold_booking import ReadSoldBooking
from src.domain.entities.user import Role
from src.domain.errors import TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId
from src.presentation.web.forms import Form, NoFields
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/bookings")

Read = Annotated[ReadSoldBooking, provided("read_sold_booking")]


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
