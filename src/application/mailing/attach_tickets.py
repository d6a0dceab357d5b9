"""What is attached to the confirmation of a booking: its tickets, and the event for a calendar."""

from collections.abc import Sequence

from src.application.documents.read_ticket_sheet import ReadTicketSheet
from src.application.dtos.calendar import CalendarEntry
from src.application.dtos.mail import Attachment
from src.application.dtos.ticket_document import PageFormat
from src.application.ports.calendars import CalendarWriter
from src.application.ports.documents import TicketPrinter
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.user import Actor, Role

MAX_PRINTED = 100
"""Tickets that are attached: with more, a mail would be too large for many servers."""


class AttachTickets:
    """Implements `MailAttachments`. Raises Unavailable when too much is being printed."""

    def __init__(
        self, read_sheet: ReadTicketSheet, printer: TicketPrinter, calendars: CalendarWriter
    ) -> None:
        self._read_sheet = read_sheet
        self._printer = printer
        self._calendars = calendars

    async def of_booking(self, booking: Booking, event: Event) -> Sequence[Attachment]:
        entry = CalendarEntry(event=event, tickets=tuple(booking.tickets))
        if not entry.admitting:
            return ()
        calendar = Attachment(
            filename=f"{booking.reference}.ics",
            content_type=f"text/calendar; charset=utf-8; method={entry.method.value}",
            content=self._calendars.event(entry, method=entry.method),
        )
        if len(entry.admitting) > MAX_PRINTED:
            return (calendar,)
        holder = Actor(id=entry.admitting[0].user_id, role=Role.CUSTOMER)
        sheet = await self._read_sheet.execute(holder, event, booking, entry.admitting)
        tickets = Attachment(
            filename=f"{booking.reference}.pdf",
            content_type="application/pdf",
            content=await self._printer.pdf(sheet, PageFormat.A4),
        )
        return (tickets, calendar)
