"""Refunds of bookings whose event was cancelled."""

from collections.abc import AsyncIterator
from operator import itemgetter

from src.application.concurrency.for_each import ForEach, in_steps
from src.application.ports.database import AuditEntry, UnitOfWork, UnitOfWorkFactory
from src.application.settling.refund_intent import add_refunds, is_held, ticket_refunds
from src.domain.entities.order import Order
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.transaction import Transaction
from src.domain.repositories.booking import BookingRepository

BOOKINGS_PER_STEP = 200


class RefundCancelledEvents:
    """Begins the refund of every paid booking whose event was cancelled.

    A job that is safe to run at any time and concurrently. Each booking is a transaction; due
    refunds are recorded in the database, so that a restarted job continues where it stopped. While
    a bank holds what was paid the refund stays due: it begins if the dispute is won.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        bookings: BookingRepository,
        for_each: ForEach[tuple[int, int]],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._bookings = bookings
        self._for_each = for_each

    async def execute(self) -> int:
        """Begin all due refunds; the number of refunds begun. Raises RowsFailed."""
        return await self._for_each.run(self._due(), self._begin)

    def _due(self) -> AsyncIterator[tuple[int, int]]:
        return in_steps(
            lambda after: self._bookings.refund_due(after_id=after, limit=BOOKINGS_PER_STEP),
            itemgetter(0),
        )

    async def _begin(self, ids: tuple[int, int]) -> int:
        booking_id, order_id = ids
        async with self._unit_of_work() as uow:
            await uow.orders.lock([order_id])
            order = await uow.orders.get_any(order_id)
            if await is_held(uow, order) or not await uow.bookings.begin_refund(booking_id):
                return 0
            refunds = await self._intents(uow, order, booking_id)
            if refunds:
                await add_refunds(uow, refunds)
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
            ticket
            for ticket in booking.tickets
            if ticket.status is TicketStatus.CANCELLED and not ticket.is_given_back
        ]
        return await ticket_refunds(
            uow, order, booking, cancelled, reason="The event was cancelled."
        )
