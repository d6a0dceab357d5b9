"""Whether a mail would still be true: it is written some time after it was planned."""

from collections.abc import Callable, Mapping
from datetime import datetime

from src.application.mailing.describe import Facts
from src.domain.entities.booking import BookingStatus
from src.domain.entities.dispute import DisputeStatus
from src.domain.entities.event import EventStatus
from src.domain.entities.mail import TOO_OLD, Mail, MailKind
from src.domain.entities.order import OrderStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.transaction import TransactionStatus

Judge = Callable[[Facts, datetime], str | None]


def why_obsolete(mail: Mail, facts: Facts, now: datetime) -> str | None:
    """Return why the mail would not be true any more, None if it still is."""
    if mail.is_too_old(now):
        return TOO_OLD
    judge = JUDGES.get(mail.kind)
    return judge(facts, now) if judge is not None else None


def _booking_confirmed(facts: Facts, now: datetime) -> str | None:
    if facts.bookings[0].status is BookingStatus.CONFIRMED:
        return None
    return "The booking is not confirmed any more."


def _order_confirmed(facts: Facts, now: datetime) -> str | None:
    standing = (OrderStatus.CONFIRMED, OrderStatus.COMPLETED)
    if facts.order is not None and facts.order.status in standing:
        return None
    return "The order is not confirmed any more."


def _waits_for_payment(facts: Facts, now: datetime) -> str | None:
    order = facts.order
    if order is not None and order.status is OrderStatus.PENDING and not order.is_lapsed(now):
        return None
    return "The order does not wait for a payment any more."


def _payment_awaited(facts: Facts, now: datetime) -> str | None:
    if facts.transaction and facts.transaction.status is not TransactionStatus.PENDING:
        return "This transfer is not awaited any more."
    return _waits_for_payment(facts, now)


def _payment_failed(facts: Facts, now: datetime) -> str | None:
    unpaid = (OrderStatus.PENDING, OrderStatus.EXPIRED)
    if facts.order is None or facts.order.status not in unpaid:
        return "The order does not need this payment."
    if facts.transaction and facts.transaction.status is not TransactionStatus.FAILED:
        return "The payment has succeeded after all."
    if facts.transaction and facts.transaction.given_up:
        return "The buyer gave the payment up."
    return None


def _refund(facts: Facts, now: datetime) -> str | None:
    if facts.transaction and facts.transaction.status is not TransactionStatus.SUCCESS:
        return "The money has come back since."
    return None


def _refund_failed(facts: Facts, now: datetime) -> str | None:
    if facts.transaction and not facts.transaction.owed_amount:
        return "It was sent back otherwise since."
    return None


def _event_changed(facts: Facts, now: datetime) -> str | None:
    if any(event.status is EventStatus.CANCELLED for event in facts.events.values()):
        return "The event was cancelled since."
    if not any(ticket.status is TicketStatus.ACTIVE for ticket in facts.tickets):
        return "The recipient has no valid ticket."
    return None


def _transfer_offered(facts: Facts, now: datetime) -> str | None:
    is_open = facts.transfer is not None and facts.transfer.link is not None
    return None if is_open else "The offer is over."


def _ticket_received(facts: Facts, now: datetime) -> str | None:
    if any(ticket.status is not TicketStatus.CANCELLED for ticket in facts.tickets):
        return None
    return "The ticket is not valid any more."


def _find_tickets(facts: Facts, now: datetime) -> str | None:
    if facts.user is not None and facts.user.is_guest:
        return None
    return "The tickets are in an account by now."


def _verify_email(facts: Facts, now: datetime) -> str | None:
    if facts.user is not None and facts.user.awaits_verification:
        return None
    return "The address is confirmed already."


def _dispute_to_answer(facts: Facts, now: datetime) -> str | None:
    if facts.dispute is not None and facts.dispute.is_to_answer:
        return None
    return "The dispute need not be answered any more."


def _dispute_won(facts: Facts, now: datetime) -> str | None:
    ended = (DisputeStatus.WON, DisputeStatus.CLOSED)
    if facts.dispute is not None and facts.dispute.status in ended:
        return None
    return "The bank has decided otherwise since."


def _dispute_lost(facts: Facts, now: datetime) -> str | None:
    if facts.dispute is not None and facts.dispute.status is DisputeStatus.LOST:
        return None
    return "The bank has decided otherwise since."


JUDGES: Mapping[MailKind, Judge] = {
    MailKind.BOOKING_CONFIRMED: _booking_confirmed,
    MailKind.ORDER_CONFIRMED: _order_confirmed,
    MailKind.PAYMENT_REMINDER: _waits_for_payment,
    MailKind.PAYMENT_AWAITED: _payment_awaited,
    MailKind.PAYMENT_FAILED: _payment_failed,
    MailKind.REFUND: _refund,
    MailKind.REFUND_FAILED: _refund_failed,
    MailKind.DISPUTE_OPENED: _dispute_to_answer,
    MailKind.DISPUTE_DUE: _dispute_to_answer,
    MailKind.DISPUTE_WON: _dispute_won,
    MailKind.DISPUTE_LOST: _dispute_lost,
    MailKind.EVENT_CHANGED: _event_changed,
    MailKind.TRANSFER_OFFERED: _transfer_offered,
    MailKind.TICKET_RECEIVED: _ticket_received,
    MailKind.FIND_TICKETS: _find_tickets,
    MailKind.VERIFY_EMAIL: _verify_email,
}
