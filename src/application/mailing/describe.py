"""What a mail says, from what it is about."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from src.application.dtos.dispute import ListedDispute
from src.application.dtos.mail import (
    MailContent,
    MailEvent,
    MailPolicy,
    MailTicket,
    TransferDetails,
)
from src.application.ports.payments import MANUAL
from src.domain.entities.booking import Booking
from src.domain.entities.dispute import DisputeStatus
from src.domain.entities.event import Event, Payment
from src.domain.entities.mail import Mail, MailKind
from src.domain.entities.order import LatePayment, LateRefusal, Order, OrderStatus
from src.domain.entities.settlement import OrganizerPayout
from src.domain.entities.ticket import ADMITTING, Ticket, TicketStatus
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import User
from src.domain.services.payment_terms import instructions_for

SHOWN = {
    MailKind.BOOKING_CONFIRMED: ADMITTING,
    MailKind.ORDER_CONFIRMED: ADMITTING,
    MailKind.EVENT_CHANGED: (TicketStatus.ACTIVE,),
    MailKind.TICKETS_CANCELLED: (TicketStatus.CANCELLED,),
    MailKind.REFUND: (TicketStatus.CANCELLED,),
    MailKind.TRANSFER_OFFERED: ADMITTING,
    MailKind.TICKET_GIVEN: ADMITTING,
    MailKind.TICKET_RECEIVED: ADMITTING,
}
"""Which tickets a mail lists. Of all others it names the events alone."""

LATE = {
    LateRefusal.OVER_LIMIT: "late_over_limit",
    LateRefusal.EVENT_CANCELLED: "late_cancelled",
    LateRefusal.EVENT_DELETED: "late_cancelled",
    LateRefusal.EVENT_OVER: "late_over",
    LateRefusal.CURRENCY_CHANGED: "late_currency",
}
"""The sentences that say why a late payment goes back; of others the tickets were gone."""

CONFIRMATIONS = (MailKind.BOOKING_CONFIRMED, MailKind.ORDER_CONFIRMED)
"""Which mails say until when tickets can be given back, and that they were given away."""

WITHOUT_CODES = (MailKind.TRANSFER_OFFERED, MailKind.TICKET_GIVEN)
"""The code is the admission: who does not hold the ticket does not learn it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a mail is about, as it is now. `tickets` are those of its recipient.

    `bank_details` are the service's own, for events that do not say where a bank transfer goes.
    """

    user: User | None
    users: Mapping[int, User]
    order: Order | None
    events: Mapping[int, Event]
    bookings: Sequence[Booking]
    tickets: Sequence[Ticket]
    ticket_types: Mapping[int, TicketType]
    transaction: Transaction | None
    transfer: TransferDetails | None
    payout: OrganizerPayout | None = None
    dispute: ListedDispute | None = None
    bank_details: str = ""


def describe(
    mail: Mail, facts: Facts, *, name: str, link: str | None, now: datetime
) -> MailContent:
    """Return the content of the mail."""
    amount, currency = _money(facts)
    return MailContent(
        kind=mail.kind,
        language=_language(facts),
        name=name,
        events=_events(mail, facts, now),
        reference=_reference(facts),
        amount=amount,
        currency=currency,
        deadline=_deadline(facts),
        instructions=_instructions(facts),
        reason=_reason(mail, facts),
        other_name=_other_name(mail, facts),
        link=link,
        flags=_flags(mail, facts),
    )


def _money(facts: Facts) -> tuple[Decimal | None, str | None]:
    """The amount that a mail names, and its currency."""
    named = facts.payout or facts.dispute or facts.transaction
    if named is not None:
        return named.amount, named.currency
    order = facts.order
    return (order.total_amount, order.currency) if order is not None else (None, None)


def _language(facts: Facts) -> str:
    """The event's language; of a mail about an account, the one that its user has chosen."""
    languages = [event.language for event in facts.events.values()]
    if facts.user is not None and facts.user.language is not None:
        languages.append(facts.user.language)
    return languages[0].value if languages else "en"


def _events(mail: Mail, facts: Facts, now: datetime) -> tuple[MailEvent, ...]:
    shown = SHOWN.get(mail.kind, ())
    return tuple(
        MailEvent(
            title=event.title,
            venue=event.venue,
            starts_at=event.date_time,
            timezone=event.timezone,
            give_back=_give_back(event, now) if mail.kind in CONFIRMATIONS else None,
            tickets=tuple(
                _ticket(mail, ticket, facts)
                for ticket in facts.tickets
                if ticket.admits and ticket.event_id == event.id and ticket.status in shown
            ),
            add_ons=_add_ons(mail, event, facts),
        )
        for event in sorted(facts.events.values(), key=lambda event: (event.date_time, event.id))
    )


def _add_ons(mail: Mail, event: Event, facts: Facts) -> tuple[tuple[int, str], ...]:
    counts = Counter(
        facts.ticket_types[piece.ticket_type_id].name
        for piece in facts.tickets
        if not piece.admits
        and piece.event_id == event.id
        and piece.status in SHOWN.get(mail.kind, ())
    )
    return tuple((number, name) for name, number in counts.items())


def _give_back(event: Event, now: datetime) -> MailPolicy | None:
    policy = event.cancellation_policy
    if policy is None or not event.takes_tickets_back(now):
        return None
    return MailPolicy(
        until=policy.deadline(event.date_time),
        kept_percent=policy.kept_percent,
        kept_fixed=policy.kept_fixed,
        currency=event.currency,
    )


def _ticket(mail: Mail, ticket: Ticket, facts: Facts) -> MailTicket:
    seat = ticket.seat
    return MailTicket(
        type_name=facts.ticket_types[ticket.ticket_type_id].name,
        seat=(seat.section, seat.row, seat.seat_number) if seat else None,
        code=None if mail.kind in WITHOUT_CODES else ticket.ticket_code,
    )


def _reference(facts: Facts) -> str | None:
    if facts.payout is not None:
        return facts.payout.reference
    if facts.dispute is not None:
        return facts.dispute.order_reference
    if facts.order is not None:
        return facts.order.reference
    return facts.bookings[0].reference if facts.bookings else None


def _deadline(facts: Facts) -> datetime | None:
    if facts.transfer is not None:
        return facts.transfer.expires_at
    if facts.dispute is not None:
        return facts.dispute.evidence_due_by
    return facts.order.expires_at if facts.order is not None else None


def _other_name(mail: Mail, facts: Facts) -> str | None:
    """The name of who gave the ticket; in the giver's mail, of who received it."""
    if facts.transfer is None:
        return _organizer(facts) if _is_gift(mail, facts) else None
    is_givers = mail.kind is MailKind.TICKET_GIVEN
    other_id = facts.transfer.to_user_id if is_givers else facts.transfer.from_user_id
    other = facts.users.get(other_id) if other_id is not None else None
    return other.name if other else None


def _is_gift(mail: Mail, facts: Facts) -> bool:
    """Whether the tickets that it confirms were given away by their organizer."""
    is_confirmation = mail.kind in CONFIRMATIONS and bool(facts.bookings)
    return is_confirmation and all(booking.is_complimentary for booking in facts.bookings)


def _organizer(facts: Facts) -> str | None:
    """The name of who organizes the first event."""
    organizers = (facts.users.get(event.organizer_id) for event in facts.events.values())
    return next((user.name for user in organizers if user is not None), None)


def _instructions(facts: Facts) -> str | None:
    """Where the awaited bank transfer goes, if there is one."""
    money = facts.transaction
    is_awaited = money is not None and money.status is TransactionStatus.PENDING
    if money is None or not (is_awaited and money.is_payment and money.provider == MANUAL):
        return None
    return instructions_for(list(facts.events.values()), facts.bank_details) or None


def _reason(mail: Mail, facts: Facts) -> str | None:
    """The name of the sentence that says why a payment goes back."""
    order, money = facts.order, facts.transaction
    if mail.kind is not MailKind.PAYMENT_RETURNED or order is None:
        return None
    if money is not None and money.requested_amount is not None:
        return "other_amount"
    if order.late_payment is not LatePayment.REFUNDED:
        return None
    return LATE.get(order.late_refusal, "late") if order.late_refusal else "late"


def _flags(mail: Mail, facts: Facts) -> dict[str, bool]:
    order = facts.order
    late = order.late_payment if order is not None else None
    is_returned = mail.kind is MailKind.PAYMENT_RETURNED
    return {
        "late": late is (LatePayment.REFUNDED if is_returned else LatePayment.HONOURED),
        "by_hand": facts.transaction is not None and facts.transaction.provider == MANUAL,
        "rest": order is not None
        and facts.transaction is not None
        and facts.transaction.amount < order.total_amount,
        "can_try_again": order is not None and order.status is OrderStatus.PENDING,
        "gift": _is_gift(mail, facts) and _organizer(facts) is not None,
        "add_ons_alone": bool(facts.tickets) and not any(known.admits for known in facts.tickets),
        "only_asks": facts.dispute is not None and facts.dispute.status is DisputeStatus.WARNING,
        "tickets_valid": facts.dispute is not None and facts.dispute.has_valid_tickets,
        "paid_online": any(event.payment is Payment.ONLINE for event in facts.events.values()),
    }
