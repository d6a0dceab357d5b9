"""Refund what was paid for events that were cancelled."""

from contextlib import suppress

from src.application.ports.database import AuditEntry, UnitOfWork, UnitOfWorkFactory
from src.application.settling.refund_intent import bookings_share
from src.domain.entities.order import Order
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.transaction import Transaction
from src.domain.errors import Unavailable
from src.domain.repositories.booking import BookingRepository

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
        (booking,) = (one for one in order.bookings if one.id == booking_id)
        void = [one for one in booking.tickets if one.status is TicketStatus.CANCELLED]
        return await bookings_share(uow, order, booking, void, reason="The event was cancelled.")
