"""A booking on a page of its own, and what its buyer does with it."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.dtos.own_tickets import BookingView
from src.application.selling.change_booking import ChangeBookingCommand
from src.application.use_cases.booking.cancel_booking import CancelBooking
from src.application.use_cases.booking.confirm_booking import ConfirmBooking
from src.application.use_cases.booking.extend_booking import ExtendBooking
from src.application.use_cases.holder.show_booking import ShowBooking
from src.domain.errors import TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId
from src.presentation.web.forms import Form
from src.presentation.web.visit import CurrentVisit, Visit

PRIVATE = {"Cache-Control": "private, no-store"}

router = APIRouter()

Show = Annotated[ShowBooking, provided("show_booking")]


class Press(BaseModel):
    """A button alone: nothing is to be filled in."""


@router.get("/bookings/{booking_id}")
async def show_booking(visit: CurrentVisit, booking_id: PathId, use_case: Show) -> Response:
    seen = await use_case.execute(visit.require_actor(), booking_id)
    return _booking_page(visit, seen, Form.new({}))


@router.get("/bookings/{booking_id}/cancel")
async def show_cancellation(visit: CurrentVisit, booking_id: PathId, use_case: Show) -> Response:
    seen = await use_case.execute(visit.require_actor(), booking_id)
    return _cancellation_page(visit, seen, Form.new({}))


@router.post("/bookings/{booking_id}/cancel")
async def cancel_booking(
    visit: CurrentVisit,
    booking_id: PathId,
    show: Show,
    use_case: Annotated[CancelBooking, provided("cancel_booking")],
) -> Response:
    actor = visit.require_actor()
    form = await visit.form(Press)
    command = ChangeBookingCommand(booking_id, idempotency=visit.idempotent(form))
    try:
        await use_case.execute(actor, command)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        seen = await show.execute(actor, booking_id)
        return _cancellation_page(visit, seen, form, status=409)
    return visit.redirect(
        "/tickets", visit.gettext("The booking is cancelled, and its tickets are free again.")
    )


@router.post("/bookings/{booking_id}/extend")
async def extend_booking(
    visit: CurrentVisit,
    booking_id: PathId,
    show: Show,
    use_case: Annotated[ExtendBooking, provided("extend_booking")],
) -> Response:
    form = await visit.form(Press)
    command = ChangeBookingCommand(booking_id, idempotency=visit.idempotent(form))
    try:
        await use_case.execute(visit.require_actor(), command)
    except TicketingError as refusal:
        return await _refused(visit, booking_id, show, form, refusal)
    return visit.redirect("/tickets", visit.gettext("Your tickets are held for longer."))


@router.post("/bookings/{booking_id}/confirm")
async def confirm_booking(
    visit: CurrentVisit,
    booking_id: PathId,
    show: Show,
    use_case: Annotated[ConfirmBooking, provided("confirm_booking")],
) -> Response:
    form = await visit.form(Press)
    command = ChangeBookingCommand(booking_id, idempotency=visit.idempotent(form))
    try:
        await use_case.execute(visit.require_actor(), command)
    except TicketingError as refusal:
        return await _refused(visit, booking_id, show, form, refusal)
    return visit.redirect(f"/bookings/{booking_id}", visit.gettext("The tickets are yours."))


async def _refused(
    visit: Visit, booking_id: int, show: ShowBooking, form: Form[Press], refusal: TicketingError
) -> Response:
    """The booking as it is now, with what was refused on top. Raises NotFound to strangers."""
    visit.refuse(form, refusal)
    seen = await show.execute(visit.require_actor(), booking_id)
    return _booking_page(visit, seen, form, status=409)


def _booking_page(
    visit: Visit, seen: BookingView, form: Form[Press], *, status: int = 200
) -> Response:
    return visit.render(
        "tickets/booking.html",
        status=status,
        headers=PRIVATE,
        seen=seen,
        form=form,
        new_form=Form.new,
    )


def _cancellation_page(
    visit: Visit, seen: BookingView, form: Form[Press], *, status: int = 200
) -> Response:
    refusal = None if seen.refusal is None else visit.sentence(seen.refusal)
    return visit.render(
        "tickets/cancel.html",
        status=status,
        headers=PRIVATE,
        seen=seen,
        refusal=refusal,
        form=form,
    )
