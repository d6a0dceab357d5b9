"""Tickets to save: as documents, as pictures, in calendars and in the wallets of phones."""

from typing import Annotated

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from src.application.dtos.ticket_document import PageFormat
from src.application.use_cases.calendar.get_ticket_calendar import GetTicketCalendar
from src.application.use_cases.ticket.print_tickets import (
    DrawTicket,
    PrintBookingTickets,
    PrintTicket,
)
from src.application.use_cases.wallet.get_apple_pass import GetApplePass
from src.application.use_cases.wallet.get_google_link import GetGoogleLink
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId, PathText
from src.presentation.utils.files import ApplePassResponse, CalendarResponse
from src.presentation.utils.pdf import PdfResponse, PngResponse
from src.presentation.web.visit import CurrentVisit

router = APIRouter()


@router.get("/tickets/{code}.pdf")
async def print_ticket(
    visit: CurrentVisit, code: PathText, use_case: Annotated[PrintTicket, provided("print_ticket")]
) -> Response:
    document = await use_case.execute(visit.require_actor(), code.upper(), PageFormat.A4)
    return PdfResponse(document.content, document.name)


@router.get("/tickets/{code}.png")
async def draw_ticket(
    visit: CurrentVisit, code: PathText, use_case: Annotated[DrawTicket, provided("draw_ticket")]
) -> Response:
    document = await use_case.execute(visit.require_actor(), code.upper(), PageFormat.PHONE)
    return PngResponse(document.content, document.name)


@router.get("/tickets/{code}.ics")
async def get_calendar_file(
    visit: CurrentVisit,
    code: PathText,
    use_case: Annotated[GetTicketCalendar, provided("get_ticket_calendar")],
) -> Response:
    content = await use_case.execute(visit.require_actor(), code.upper())
    return CalendarResponse.named(content, f"{code.upper()}.ics")


@router.get("/tickets/{code}.pkpass")
async def get_apple_pass(
    visit: CurrentVisit,
    code: PathText,
    use_case: Annotated[GetApplePass, provided("get_apple_pass")],
) -> Response:
    content = await use_case.execute(visit.require_actor(), code.upper())
    return ApplePassResponse.named(content, f"{code.upper()}.pkpass")


@router.get("/tickets/{code}/google-wallet")
async def save_in_google_wallet(
    visit: CurrentVisit,
    code: PathText,
    use_case: Annotated[GetGoogleLink, provided("get_google_link")],
) -> Response:
    link = await use_case.execute(visit.require_actor(), code.upper())
    return RedirectResponse(link, 303, {"Cache-Control": "no-store"})


@router.get("/bookings/{booking_id}/tickets.pdf")
async def print_booking_tickets(
    visit: CurrentVisit,
    booking_id: PathId,
    use_case: Annotated[PrintBookingTickets, provided("print_booking_tickets")],
) -> Response:
    document = await use_case.execute(visit.require_actor(), booking_id, PageFormat.A4)
    return PdfResponse(document.content, f"tickets-{document.name}")
