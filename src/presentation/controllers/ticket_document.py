"""Tickets as documents."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from src.application.dtos.ticket_document import PageFormat
from src.application.use_cases.ticket.print_tickets import (
    DrawTicket,
    PrintBookingTickets,
    PrintTicket,
)
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.openapi import operation
from src.presentation.schemas.fields import CodePath, PathId
from src.presentation.utils.pdf import (
    PDF_RESPONSES,
    PNG_RESPONSES,
    PdfResponse,
    PngResponse,
)

router = APIRouter(tags=["Tickets"])

Format = Annotated[
    PageFormat, Query(alias="format", description="The page: paper, or a phone's display.")
]
REFUSES = ("not_found", "invalid_state")


@router.get(
    "/tickets/{ticket_code}.pdf",
    status_code=200,
    response_class=PdfResponse,
    responses=PDF_RESPONSES,
    **operation(PrintTicket, "Get a ticket as a document (PDF)", *REFUSES),
)
async def get_ticket_pdf(
    ticket_code: CodePath,
    actor: CurrentActor,
    use_case: Annotated[PrintTicket, provided("print_ticket")],
    page_format: Format = PageFormat.A4,
) -> Response:
    document = await use_case.execute(actor, ticket_code.upper(), page_format)
    return PdfResponse(document.content, document.name)


@router.get(
    "/tickets/{ticket_code}.png",
    status_code=200,
    response_class=PngResponse,
    responses=PNG_RESPONSES,
    **operation(DrawTicket, "Get a ticket as a picture (PNG)", *REFUSES),
)
async def get_ticket_png(
    ticket_code: CodePath,
    actor: CurrentActor,
    use_case: Annotated[DrawTicket, provided("draw_ticket")],
    page_format: Format = PageFormat.A4,
) -> Response:
    document = await use_case.execute(actor, ticket_code.upper(), page_format)
    return PngResponse(document.content, document.name)


@router.get(
    "/bookings/{booking_id}/tickets.pdf",
    status_code=200,
    response_class=PdfResponse,
    responses=PDF_RESPONSES,
    **operation(PrintBookingTickets, "Get a booking's tickets as a document (PDF)", *REFUSES),
)
async def get_booking_tickets_pdf(
    booking_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[PrintBookingTickets, provided("print_booking_tickets")],
    page_format: Format = PageFormat.A4,
) -> Response:
    document = await use_case.execute(actor, booking_id, page_format)
    return PdfResponse(document.content, f"tickets-{document.name}")
