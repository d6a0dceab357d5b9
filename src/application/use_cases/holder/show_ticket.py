"""Show a ticket on its own page."""

from dataclasses import replace

from src.application.access import is_event_staff
from src.application.documents.read_ticket_sheet import ReadTicketSheet
from src.application.dtos.own_tickets import QrCode, TicketView
from src.application.dtos.transfer import TicketTransfer
from src.application.ports.database import Clock
from src.application.ports.documents import QrCodes
from src.application.ports.wallets import AppleWallet, GoogleWallet
from src.domain.entities.event import Event, EventStatus
from src.domain.entities.ticket import ADMITTING, Ticket, TicketStatus
from src.domain.entities.transfer import TransferStatus, is_transferable
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.ticket import TicketRepository
from src.domain.repositories.transfer import TransferRepository


class ShowTicket:
    """Show a ticket, what stands on it, and what its viewer may do with it.

    Authorization: its holder, the event's organizer and assigned scanners, and admins. Its QR
    code and its offer are for the holder alone.
    """

    def __init__(
        self,
        tickets: TicketRepository,
        bookings: BookingRepository,
        events: EventRepository,
        transfers: TransferRepository,
        read_sheet: ReadTicketSheet,
        qr_codes: QrCodes,
        apple_wallet: AppleWallet,
        google_wallet: GoogleWallet,
        clock: Clock,
    ) -> None:
        self._tickets = tickets
        self._bookings = bookings
        self._events = events
        self._transfers = transfers
        self._read_sheet = read_sheet
        self._qr_codes = qr_codes
        self._apple_wallet = apple_wallet
        self._google_wallet = google_wallet
        self._clock = clock

    async def execute(self, actor: Actor, ticket_code: str) -> TicketView:
        """Raises NotFound; CodeRetired for a code that the ticket had before."""
        ticket = await self._tickets.get_by_code(ticket_code)
        event = await self._read_sheet.event(ticket.event_id)
        is_holder = ticket.user_id == actor.id
        if not is_holder and not await is_event_staff(actor, event, self._events):
            raise NotFound("ticket", ticket_code)
        booking = await self._bookings.get(ticket.booking_id)
        sheet = await self._read_sheet.execute(actor, event, booking, [ticket])
        is_admitting = ticket.status in ADMITTING
        is_buyer = booking.user_id == actor.id
        now = self._clock()
        seen = TicketView(
            ticket=ticket,
            event=event,
            sheet=sheet,
            is_holder=is_holder,
            is_buyer=is_buyer,
            may_print=is_admitting and (is_holder or event.is_managed_by(actor)),
            may_cancel=is_buyer and booking.is_cancellable_by_buyer(event, now),
        )
        return await self._for_holder(seen) if is_holder else seen

    async def _for_holder(self, seen: TicketView) -> TicketView:
        ticket, event, now = seen.ticket, seen.event, self._clock()
        transfer = await self._transfer(ticket)
        is_offered = transfer is not None and transfer.status is TransferStatus.OFFERED
        may_change = ticket.status is TicketStatus.ACTIVE
        may_give_back = seen.is_buyer and may_change and event.takes_tickets_back(now)
        return replace(
            seen,
            qr=self._qr(ticket, event, seen.sheet.tickets[0].token),
            transfer=transfer,
            may_transfer=not is_offered and is_transferable(ticket, event, now),
            may_give_back=may_give_back,
            may_reissue=may_change and not event.is_over(now),
            has_apple_pass=seen.may_print and self._apple_wallet.is_enabled,
            has_google_pass=seen.may_print and self._google_wallet.is_enabled,
        )

    async def _transfer(self, ticket: Ticket) -> TicketTransfer | None:
        found = await self._transfers.latest(ticket.id, issue=ticket.issue)
        return None if found is None else TicketTransfer.of(found, ticket, self._clock())

    def _qr(self, ticket: Ticket, event: Event, token: str) -> QrCode | None:
        """Return the code of a ticket that can be let in: once, or again where the event allows."""
        is_waiting = ticket.status is TicketStatus.ACTIVE
        is_returning = ticket.status is TicketStatus.USED and event.allows_reentry
        if event.status is EventStatus.CANCELLED or not (is_waiting or is_returning):
            return None
        return self._qr_codes.draw(token)
