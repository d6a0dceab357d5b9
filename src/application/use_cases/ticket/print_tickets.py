"""Print tickets: one, or those of a booking."""

from src.application.access import require_party
from src.application.documents.read_ticket_sheet import ReadTicketSheet
from src.application.dtos.ticket_document import PageFormat, TicketDocument, TicketSheet
from src.application.ports.documents import TicketPrinter
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, NotFound
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.ticket import TicketRepository


class PrintTicket:
    """Print a ticket: a page with its QR code, for paper (`a4`) or a phone's display (`phone`).

    Authorization: its holder, the event's organizer and admins. Refused with `invalid_state` if
    the ticket admits nobody. For a ticket that an organizer booked for somebody else, the
    organizer's copy does not name them.
    """

    def __init__(
        self,
        tickets: TicketRepository,
        bookings: BookingRepository,
        read_sheet: ReadTicketSheet,
        printer: TicketPrinter,
    ) -> None:
        self._tickets = tickets
        self._bookings = bookings
        self._read_sheet = read_sheet
        self._printer = printer

    async def execute(
        self, actor: Actor, ticket_code: str, page_format: PageFormat
    ) -> TicketDocument:
        """Return the ticket as a PDF."""
        sheet = await self._sheet(actor, ticket_code)
        return TicketDocument(ticket_code, await self._printer.pdf(sheet, page_format))

    async def _sheet(self, actor: Actor, ticket_code: str) -> TicketSheet:
        ticket = await self._tickets.get_by_code(ticket_code)
        event = await self._read_sheet.event(ticket.event_id)
        if ticket.user_id != actor.id and not event.is_managed_by(actor):
            raise NotFound("ticket", ticket_code)
        ticket.require_admission("printed")
        if not ticket.is_valid:
            why = f"There is no document of this ticket: it is {ticket.status.value}."
            raise InvalidState("ticket", ticket.status.value, TicketStatus.ACTIVE.value, why)
        booking = await self._bookings.get(ticket.booking_id)
        return await self._read_sheet.execute(actor, event, booking, [ticket])


class DrawTicket(PrintTicket):
    """Draw a ticket as a picture (PNG), for paper (`a4`) or a phone's display (`phone`).

    Authorization: its holder, the event's organizer and admins. Refused with `invalid_state` if
    the ticket admits nobody.
    """

    async def execute(
        self, actor: Actor, ticket_code: str, page_format: PageFormat
    ) -> TicketDocument:
        """Return the ticket as a PNG."""
        sheet = await self._sheet(actor, ticket_code)
        return TicketDocument(ticket_code, await self._printer.png(sheet, page_format))


class PrintBookingTickets:
    """Print the tickets of a booking, one on each page, for paper (`a4`) or a phone (`phone`).

    Authorization: its customer, the event's organizer and admins. A customer gets those tickets
    that are still theirs. Refused with `invalid_state` if there is none that admits anybody.
    """

    def __init__(
        self, bookings: BookingRepository, read_sheet: ReadTicketSheet, printer: TicketPrinter
    ) -> None:
        self._bookings = bookings
        self._read_sheet = read_sheet
        self._printer = printer

    async def execute(
        self, actor: Actor, booking_id: int, page_format: PageFormat
    ) -> TicketDocument:
        """Return the tickets as a PDF."""
        booking = await self._bookings.get(booking_id)
        event = await self._read_sheet.event(booking.event_id)
        require_party(actor, booking, event)
        tickets = [
            ticket
            for ticket in booking.tickets
            if ticket.is_valid and (ticket.user_id == actor.id or event.is_managed_by(actor))
        ]
        if not tickets:
            why = "There is nothing to print: this booking has no valid tickets of yours."
            raise InvalidState("booking", booking.status.value, "confirmed", why)
        sheet = await self._read_sheet.execute(actor, event, booking, tickets)
        content = await self._printer.pdf(sheet, page_format)
        return TicketDocument(booking.reference, content)
