"""Refund what was paid for events that were cancelled."""

from collections import Counter
from contextlib import suppress
from decimal import Decimal

from src.application.access import require_event_collection
from src.application.ports import AuditEntry, UnitOfWork, UnitOfWorkFactory
from src.application.use_cases.payment.refund_intent import refund_intent
from src.domain.entities.order import Order
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor
from src.domain.errors import NotFound, Unavailable
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.transaction import RefundProgress, TransactionRepository
from src.domain.services.money import ZERO, rounded

BOOKINGS_PER_STEP = 200


class RefundCancelledEvents:
    """Begin the refund of every booking whose event was cancelled after it was paid.

    A job, safe to run at any time and twice at once, one booking and one transaction at a time:
    what is still to do stands in the database, so that a restart goes on where it stopped.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, bookings: BookingRepository) -> None:
        self._unit_of_work = unit_of_work
        self._bookings = bookings

    async def execute(self) -> int:
        """How many refunds were begun."""
        begun, after_id = 0, 0
        while due := await self._bookings.refund_due(after_id=after_id, limit=BOOKINGS_PER_STEP):
            for booking_id, order_id in due:
                with suppress(Unavailable):
                    begun += await self._begin(booking_id, order_id)
            after_id = due[-1][0]
        return begun

    async def _begin(self, booking_id: int, order_id: int) -> int:
        async with self._unit_of_work() as uow:
            await uow.orders.lock([order_id])
            if not await uow.bookings.begin_refund(booking_id):
                return 0
            order = await uow.orders.get_any(order_id)
            refunds = await self._intents(uow, order, booking_id)
            if refunds:
                await uow.transactions.add(refunds)
            entries = [
                AuditEntry(
                    "refund.started",
                    "transaction",
                    refund.id,
                    refund.event_id,
                    after={"status": refund.status, "amount": refund.amount},
                )
                for refund in refunds
            ]
            await uow.audit.record(None, entries)
            await uow.commit()
        return len(refunds)

    async def _intents(self, uow: UnitOfWork, order: Order, booking_id: int) -> list[Transaction]:
        (booking,) = (one for one in order.bookings if one.id == booking_id)
        paid = _paid_for_void_tickets(order, booking_id)
        refunds = []
        for payment in await uow.transactions.of_order(order.id):
            amount = min(paid, payment.refundable)
            if amount > 0:
                reason = "The event was cancelled."
                refunds.append(refund_intent(payment, amount, reason=reason, booking=booking))
                paid -= amount
        return refunds


class GetRefundProgress:
    """How far the refunds of an event are. Its organizer and admins."""

    def __init__(self, transactions: TransactionRepository, events: EventRepository) -> None:
        self._transactions = transactions
        self._events = events

    async def execute(self, actor: Actor, event_id: int) -> RefundProgress:
        found = await self._events.by_ids([event_id])
        if event_id not in found:
            raise NotFound("event", event_id)
        require_event_collection(actor, found[event_id])
        return await self._transactions.refund_progress(event_id)


def _paid_for_void_tickets(order: Order, booking_id: int) -> Decimal:
    """What was paid, fees and taxes included, for those of its tickets that nobody has used."""
    (booking,) = (one for one in order.bookings if one.id == booking_id)
    void = Counter(
        ticket.ticket_type_id
        for ticket in booking.tickets
        if ticket.status is not TicketStatus.USED
    )
    amount = ZERO
    for item in order.items:
        if item.booking_id == booking_id:
            number = min(void[item.ticket_type_id], item.quantity)
            void[item.ticket_type_id] -= number
            amount += rounded(item.total_amount * number / item.quantity)
    return amount
