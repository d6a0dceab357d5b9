"""Plan the mails that a change leads to."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import uuid4

from src.application.ports.database import UnitOfWork
from src.application.ports.mail_subjects import (
    DisputeSubject,
    Mailings,
    MailSubjects,
    MoneySubject,
    Subject,
)
from src.application.ports.outbox import OutboxMessage
from src.application.ports.payments import MANUAL
from src.domain.entities.dispute import DisputeStatus
from src.domain.entities.mail import CAN_BE_LEFT_OUT, Mail, MailKind

DISPUTES = {
    DisputeStatus.WARNING: MailKind.DISPUTE_OPENED,
    DisputeStatus.NEEDS_RESPONSE: MailKind.DISPUTE_OPENED,
    DisputeStatus.WON: MailKind.DISPUTE_WON,
    DisputeStatus.CLOSED: MailKind.DISPUTE_WON,
    DisputeStatus.LOST: MailKind.DISPUTE_LOST,
}
"""What a dispute has to become for its organizers to hear of it."""

ABOUT_DISPUTES = tuple(f"dispute.{status}" for status in DISPUTES)
BY_ENTRY = ("event.updated", "ticket.transferred", *ABOUT_DISPUTES)


class PlanMails:
    """Implements `MessageHandler`: stores a mail for each person who has to hear of a change.

    Only that it is to be sent, and about what: it is written when it is sent. A cause is named
    after the thing that changed, so that a change which is relayed twice leads to one mail.
    """

    def __init__(self, subjects: MailSubjects, mailings: Mailings) -> None:
        self._subjects = subjects
        self._mailings = mailings

    async def handle(self, uow: UnitOfWork, messages: Sequence[OutboxMessage]) -> None:
        ids: dict[str, list[int]] = defaultdict(list)
        for message in messages:
            # Of these the entry in the audit log says more.
            by_entry = message.action in BY_ENTRY
            ids[message.action].append(message.id if by_entry else message.subject_id)
        subjects = self._subjects
        mails = [
            *await _bookings(subjects, ids["booking.confirmed"]),
            *await _cancelled(subjects, ids["booking.called_off"]),
            *await _tickets_cancelled(subjects, ids),
            *await _tickets_given_back(subjects, ids),
            *await _orders(subjects, ids["order.confirmed"]),
            *await _payments(subjects, ids),
            *await _payouts(subjects, ids["organizer_payout.recorded"]),
            *await _disputes(subjects, [id_ for name in ABOUT_DISPUTES for id_ in ids[name]]),
            *await _transfers(subjects, messages, ids["ticket.transferred"]),
        ]
        await uow.mails.add(await _wanted(uow, mails))
        for audit_id, event_id in await subjects.changed_events(ids["event.updated"]):
            cause = f"event.changed:{audit_id}"
            await self._mailings.begin(cause, MailKind.EVENT_CHANGED, event_id)


async def _wanted(uow: UnitOfWork, mails: Sequence[Mail]) -> list[Mail]:
    """Without those that their recipients go without."""
    optional = {mail.user_id for mail in mails if mail.kind in CAN_BE_LEFT_OUT and mail.user_id}
    users = await uow.users.by_ids(optional) if optional else {}
    return [
        mail
        for mail in mails
        if mail.user_id not in users or mail.kind not in users[mail.user_id].unwanted_mails
    ]


async def _bookings(subjects: MailSubjects, ids: Sequence[int]) -> list[Mail]:
    """Bookings of an order are confirmed by the order's mail."""
    return [
        new_mail(MailKind.BOOKING_CONFIRMED, f"booking.confirmed:{booking.id}", booking)
        for booking in await subjects.bookings(ids)
        if booking.order_id is None
    ]


async def _cancelled(subjects: MailSubjects, ids: Sequence[int]) -> list[Mail]:
    """Everybody hears once that an event is cancelled: buyers, and who was given a ticket."""
    affected = [*await subjects.bookings(ids), *await subjects.holders(ids)]
    return [
        Mail(
            kind=MailKind.EVENT_CANCELLED,
            cause=f"event.cancelled:{booking.event_id}",
            user_id=booking.user_id,
            event_id=booking.event_id,
            message_id=uuid4(),
        )
        for booking in affected
    ]


async def _tickets_cancelled(subjects: MailSubjects, ids: dict[str, list[int]]) -> list[Mail]:
    """Holders hear that their tickets are dead; a buyer whose money goes back hears of that."""
    refunded = ids["booking.refunded"]
    bookings = {
        booking.id: booking
        for booking in await subjects.bookings([*ids["booking.cancelled"], *refunded])
    }
    return [
        Mail(
            kind=MailKind.TICKETS_CANCELLED,
            cause=f"tickets.cancelled:{holder.id}",
            user_id=holder.user_id,
            event_id=holder.event_id,
            message_id=uuid4(),
        )
        for holder in await subjects.holders(bookings)
        if holder.user_id != bookings[holder.id].user_id
        or holder.id not in refunded
        or bookings[holder.id].order_id is None
    ]


async def _tickets_given_back(subjects: MailSubjects, ids: dict[str, list[int]]) -> list[Mail]:
    """Holders hear that a ticket alone is dead; a buyer whose money goes back hears of that."""
    refunded = frozenset(ids["ticket.refunded"])
    return [
        Mail(
            kind=MailKind.TICKETS_CANCELLED,
            cause=f"ticket.cancelled:{ticket.id}",
            user_id=ticket.holder_id,
            event_id=ticket.event_id,
            booking_id=ticket.booking_id,
            ticket_id=ticket.id,
            message_id=uuid4(),
        )
        for ticket in await subjects.ended_tickets([*ids["ticket.cancelled"], *refunded])
        if ticket.id not in refunded or not ticket.is_with_buyer or not ticket.has_order
    ]


async def _orders(subjects: MailSubjects, ids: Sequence[int]) -> list[Mail]:
    return [
        new_mail(MailKind.ORDER_CONFIRMED, f"order.confirmed:{order.id}", order)
        for order in await subjects.orders(ids)
    ]


async def _payments(subjects: MailSubjects, ids: dict[str, list[int]]) -> list[Mail]:
    started = await subjects.money(ids["payment.started"])
    awaited = [payment for payment in started if payment.provider == MANUAL]
    paid = await subjects.money(ids["payment.success"])
    returned = [payment for payment in paid if payment.bought_nothing]
    failed = await subjects.money(ids["payment.failed"])
    refunded = await subjects.money(ids["refund.success"])
    came_back = await subjects.money(ids["refund.failed"])
    return [
        *_money(MailKind.PAYMENT_AWAITED, awaited),
        *_money(MailKind.PAYMENT_RETURNED, returned),
        *_money(MailKind.PAYMENT_FAILED, failed),
        *_money(MailKind.REFUND, refunded),
        *_money(MailKind.REFUND_FAILED, came_back),
    ]


def _money(kind: MailKind, transactions: Iterable[MoneySubject]) -> list[Mail]:
    return [new_mail(kind, f"{kind}:{money.id}", money) for money in transactions]


async def _payouts(subjects: MailSubjects, ids: Sequence[int]) -> list[Mail]:
    return [
        Mail(
            kind=MailKind.PAYOUT,
            cause=f"organizer_payout.recorded:{payout.id}",
            user_id=payout.user_id,
            payout_id=payout.id,
            message_id=uuid4(),
        )
        for payout in await subjects.payouts(ids)
    ]


async def _disputes(subjects: MailSubjects, audit_ids: Sequence[int]) -> list[Mail]:
    """Each organizer of the order hears once of each thing that a dispute becomes."""
    return [
        dispute_mail(DISPUTES[dispute.status], f"dispute.{dispute.status}", dispute)
        for dispute in await subjects.disputes(audit_ids)
    ]


def dispute_mail(kind: MailKind, cause: str, about: DisputeSubject) -> Mail:
    """Return a mail about a dispute to one of its organizers."""
    return Mail(
        kind=kind,
        cause=f"{cause}:{about.id}",
        user_id=about.user_id,
        event_id=about.event_id,
        dispute_id=about.id,
        message_id=uuid4(),
    )


async def _transfers(
    subjects: MailSubjects, messages: Sequence[OutboxMessage], audit_ids: Sequence[int]
) -> list[Mail]:
    offers = [
        Mail(
            kind=MailKind.TRANSFER_OFFERED,
            cause=f"transfer.offered:{message.subject_id}",
            user_id=None,
            event_id=message.event_id,
            transfer_id=message.subject_id,
            message_id=uuid4(),
        )
        for message in messages
        if message.action == "transfer.offered"
    ]
    handed_over = [
        Mail(
            kind=kind,
            cause=f"ticket.transferred:{over.transfer_id}",
            user_id=user_id,
            event_id=over.event_id,
            ticket_id=over.ticket_id,
            transfer_id=over.transfer_id,
            message_id=uuid4(),
        )
        for over in await subjects.hand_overs(audit_ids)
        for kind, user_id in (
            (MailKind.TICKET_GIVEN, over.giver_id),
            (MailKind.TICKET_RECEIVED, over.receiver_id),
        )
    ]
    return offers + handed_over


def new_mail(kind: MailKind, cause: str, about: Subject) -> Mail:
    """Return a mail to the user whom this belongs to."""
    is_money = isinstance(about, MoneySubject)
    is_booking = kind is MailKind.BOOKING_CONFIRMED
    return Mail(
        kind=kind,
        cause=cause,
        user_id=about.user_id,
        event_id=about.event_id,
        booking_id=about.id if is_booking else None,
        order_id=about.order_id,
        transaction_id=about.id if is_money else None,
        message_id=uuid4(),
    )
