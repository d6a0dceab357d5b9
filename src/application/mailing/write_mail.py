"""Write a mail: gather what it is about, decide whether it still holds, and render it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from src.application.dtos.analytics import Scope
from src.application.dtos.dispute import ListedDispute
from src.application.dtos.mail import Attachment, MailContent, TransferDetails
from src.application.mailing.addresses import Recipient, recipient_of
from src.application.mailing.describe import Facts, describe
from src.application.mailing.links import MailLinks
from src.application.mailing.obsolete import why_obsolete
from src.application.ports.database import Clock
from src.application.ports.mail import (
    MailAttachments,
    MailRenderer,
    OutgoingMail,
    TransferReader,
)
from src.application.ports.sold import DisputeReader
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.mail import Mail, MailKind
from src.domain.entities.order import Order
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.errors import NotFound
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.page import MAX_LIMIT, PageRequest
from src.domain.repositories.settlement import SettlementRepository
from src.domain.repositories.ticket import TicketFilter, TicketRepository
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.repositories.transaction import TransactionRepository
from src.domain.repositories.user import UserRepository

NOBODY = "There is no address to send it to."
WITH_TICKETS = (MailKind.BOOKING_CONFIRMED, MailKind.ORDER_CONFIRMED)


class MailObsolete(Exception):
    """The mail would say what is not true any more, or has nobody to go to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where the facts of mails come from."""

    users: UserRepository
    events: EventRepository
    ticket_types: TicketTypeRepository
    bookings: BookingRepository
    tickets: TicketRepository
    orders: OrderRepository
    transactions: TransactionRepository
    transfers: TransferReader
    settlement: SettlementRepository
    disputes: DisputeReader


class WriteMail:
    """Writes mails as they are when they are sent: with the address, the times and the tickets
    of that moment, so that none of it waits in a queue."""

    def __init__(
        self,
        sources: Sources,
        renderer: MailRenderer,
        attachments: MailAttachments,
        links: MailLinks,
        clock: Clock,
        bank_details: str = "",
    ) -> None:
        self._bank_details = bank_details
        self._sources = sources
        self._renderer = renderer
        self._attachments = attachments
        self._links = links
        self._clock = clock

    async def execute(self, mail: Mail) -> OutgoingMail:
        """Return the mail, ready to be handed over. Raises MailObsolete."""
        now = self._clock()
        facts = await self._gather(mail)
        recipient = recipient_of(mail, facts.user, await self._contact(mail, facts), facts.transfer)
        if recipient is None:
            raise MailObsolete(NOBODY)
        if (why := why_obsolete(mail, facts, now)) is not None:
            raise MailObsolete(why)
        attached = await self._attach(mail, facts)
        content = describe(mail, facts, name=recipient.name, link=self._link(mail, facts), now=now)
        if attached:
            content = replace(content, flags={**content.flags, "attached": True})
        return self._outgoing(mail, recipient, content, attached, facts)

    async def _gather(self, mail: Mail) -> Facts:
        sources = self._sources
        transfer = await sources.transfers.read(mail.transfer_id) if mail.transfer_id else None
        order = await self._order(mail)
        bookings = await self._bookings(mail, order, transfer)
        event_ids = {booking.event_id for booking in bookings}
        if mail.event_id is not None:
            event_ids.add(mail.event_id)
        events = await sources.events.by_ids(event_ids)
        people = {mail.user_id, *(event.organizer_id for event in events.values())}
        if transfer is not None:
            people |= {transfer.from_user_id, transfer.to_user_id}
        users = await sources.users.by_ids({user_id for user_id in people if user_id})
        tickets = [ticket for booking in bookings for ticket in booking.tickets]
        if mail.kind is MailKind.EVENT_CHANGED and mail.user_id and mail.event_id:
            wanted = TicketFilter(event_id=mail.event_id, user_id=mail.user_id)
            tickets = (await sources.tickets.search(wanted, PageRequest(MAX_LIMIT))).items
        if transfer is not None:
            tickets = [ticket for ticket in tickets if ticket.id == transfer.ticket_id]
        elif mail.user_id is not None:
            # Those that were given away are their new holder's.
            tickets = [ticket for ticket in tickets if ticket.user_id == mail.user_id]
        if mail.kind is MailKind.TICKETS_CANCELLED:
            tickets = [ticket for ticket in tickets if ticket.id == mail.ticket_id]
        if mail.kind is MailKind.REFUND and mail.transaction_id:
            returned = await sources.transactions.refunded_tickets(mail.transaction_id)
            tickets = [ticket for ticket in tickets if ticket.id in returned]
        return Facts(
            user=users.get(mail.user_id) if mail.user_id else None,
            users=users,
            order=order,
            events=events,
            bookings=bookings,
            tickets=tickets,
            ticket_types=await sources.ticket_types.by_ids(
                {ticket.ticket_type_id for ticket in tickets}
            ),
            transaction=await self._transaction(mail),
            transfer=transfer,
            payout=await sources.settlement.get_organizer_payout(mail.payout_id)
            if mail.payout_id
            else None,
            dispute=await self._dispute(mail),
            bank_details=self._bank_details,
        )

    async def _dispute(self, mail: Mail) -> ListedDispute | None:
        """The dispute as its recipient sees it: their part."""
        if mail.dispute_id is None:
            return None
        found = await self._sources.disputes.find(Scope(organizer_id=mail.user_id), mail.dispute_id)
        if found is None:
            raise MailObsolete("The dispute is not the recipient's.")
        return found

    async def _transaction(self, mail: Mail) -> Transaction | None:
        """What the mail is about; of a reminder, the payment that is awaited, if one is."""
        transactions = self._sources.transactions
        if mail.transaction_id is not None:
            return await transactions.get(mail.transaction_id)
        if mail.kind is not MailKind.PAYMENT_REMINDER or mail.order_id is None:
            return None
        known = await transactions.of_order(mail.order_id)
        pending = (money for money in known if money.status is TransactionStatus.PENDING)
        return next((money for money in pending if money.is_payment), None)

    async def _contact(self, mail: Mail, facts: Facts) -> Order | None:
        """The order whose contact gets the mail where the user has no address of their own."""
        needs_one = facts.user is not None and facts.user.email is None
        if facts.order is not None or not needs_one or mail.user_id is None:
            return facts.order
        if mail.event_id is None:
            return None
        return await self._sources.orders.contact_of(mail.user_id, mail.event_id)

    async def _order(self, mail: Mail) -> Order | None:
        if mail.order_id is None:
            return None
        try:
            return await self._sources.orders.get_any(mail.order_id)
        except NotFound:
            raise MailObsolete("Its order was deleted.") from None

    async def _bookings(
        self, mail: Mail, order: Order | None, transfer: TransferDetails | None
    ) -> list[Booking]:
        if order is not None:
            return order.current_bookings
        if mail.booking_id is None and mail.transfer_id is None:
            return []
        booking_id = mail.booking_id
        if mail.transfer_id is not None:
            if transfer is None:
                raise MailObsolete("The transfer is over.")
            booking_id = transfer.booking_id
        assert booking_id is not None
        return [await self._sources.bookings.get(booking_id)]

    async def _attach(self, mail: Mail, facts: Facts) -> Sequence[Attachment]:
        if mail.kind not in WITH_TICKETS:
            return ()
        made: list[Attachment] = []
        for booking in facts.bookings:
            own = [ticket for ticket in booking.tickets if ticket.user_id == mail.user_id]
            if own:
                event: Event = facts.events[booking.event_id]
                made += await self._attachments.of_booking(replace(booking, tickets=own), event)
        return made

    def _link(self, mail: Mail, facts: Facts) -> str | None:
        if mail.dispute_id is not None or mail.payout_id is not None:
            page = f"disputes/{mail.dispute_id}" if mail.dispute_id else "settlement"
            return self._links.page(f"/manage/{page}")
        match mail.kind:
            case MailKind.VERIFY_EMAIL if facts.user is not None:
                return self._links.verify_email(facts.user)
            case MailKind.RESET_PASSWORD if facts.user is not None:
                return self._links.reset_password(facts.user)
            case MailKind.ORDER_CONFIRMED | MailKind.FIND_TICKETS:
                return self._claim(facts)
            case MailKind.TRANSFER_OFFERED if facts.transfer is not None:
                return facts.transfer.link
        return None

    def _claim(self, facts: Facts) -> str | None:
        """The link by which a guest comes back to what they bought."""
        is_guests = facts.user is not None and facts.user.is_guest
        email = facts.order.contact_email if facts.order is not None and is_guests else None
        return self._links.claim(email) if email else None

    def _outgoing(
        self,
        mail: Mail,
        recipient: Recipient,
        content: MailContent,
        attached: Sequence[Attachment],
        facts: Facts,
    ) -> OutgoingMail:
        organizers = {event.organizer_id for event in facts.events.values()}
        reply_to = None
        if len(organizers) == 1:
            organizer = facts.users.get(organizers.pop())
            reply_to = organizer.email if organizer else None
        return OutgoingMail(
            message_id=mail.message_id,
            address=recipient.address,
            name=recipient.name,
            at=self._clock(),
            rendered=self._renderer.render(content),
            attachments=attached,
            reply_to=reply_to,
        )
