"""Refunds of bookings whose event was cancelled."""

from contextlib import suppress

from src.application.ports.database import AuditEntry, UnitOfWork, UnitOfWorkFactory
from src.application.settling.refund_intent import ticket_refunds
from src.domain.entities.order import Order
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.transaction import Transaction
from src.domain.errors import Unavailable
from src.domain.repositories.booking import BookingRepository

BOOKINGS_PER_STEP = 200


class RefundCancelledEvents:
    """Begins the refund of every paid booking whose event was cancelled.

    A job that is safe to run at any time and concurrently. Each booking is a transaction; due
    refunds are recorded in the database, so that a restarted job continues where it stopped.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, bookings: BookingRepository) -> None:
        self._unit_of_work = unit_of_work
        self._bookings = bookings

    async def execute(self) -> int:
        """Begin all due refunds; the number of refunds begun."""
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
                    subject="transaction",
                    subject_id=refund.id,
                    event_id=refund.event_id,
                    after={"status": refund.status, "amount": refund.amount},
                    by=None,
                )
                for refund in refunds
            ]
            await uow.audit.record(entries)
            await uow.commit()
        return len(refunds)

    async def _intents(self, uow: UnitOfWork, order: Order, booking_id: int) -> list[Transaction]:
        booking = next(booking for booking in order.bookings if booking.id == booking_id)
        cancelled = [
            ticket for ticket in booking.tickets if ticket.status is TicketStatus.CANCELLED
        ]
        return await ticket_refunds(
            uow, order, booking, cancelled, reason="The event was cancelled."
        )
