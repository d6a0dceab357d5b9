"""Refunds of a booking that is part of an order."""

from contextlib import suppress
from copy import deepcopy

from src.application.access import require_party
from src.application.concurrency.idempotency import Outcome, once
from src.application.ports.database import Touches, UnitOfWorkFactory
from src.application.selling.order_for_update import (
    lock_order,
    save_order,
)
from src.application.settling.record_refund import SettleRefund
from src.application.settling.refund_intent import (
    add_refunds,
    refund_entry,
    require_not_held,
    ticket_refunds,
)
from src.domain.entities.booking import Booking
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor
from src.domain.errors import (
    Forbidden,
    ProviderFailed,
    Unavailable,
)
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.shared.transitions import require_version


class RefundOrderedBooking:
    """Refunds what was paid for a booking of an order, and cancels its tickets."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, settle_refund: SettleRefund) -> None:
        self._unit_of_work = unit_of_work
        self._settle_refund = settle_refund

    async def execute(
        self,
        actor: Actor,
        booking_id: int,
        order_id: int,
        expected_version: int | None,
        idempotency: IdempotentRequest | None,
    ) -> Outcome[Booking]:
        """Refund the booking. Raises NotFound, Forbidden, InvalidState, StaleVersion."""
        refunds: list[Transaction] = []

        async def effect() -> Booking:
            locked = await lock_order(uow, order_id)
            order, before = locked.order, deepcopy(locked.order)
            booking = next(booking for booking in order.bookings if booking.id == booking_id)
            event = locked.events[booking.event_id]
            require_party(actor, booking, event)
            if not event.is_managed_by(actor):
                raise Forbidden("Only the event's organizer or an administrator can refund.")
            require_version(booking.version, expected_version)
            await require_not_held(uow, order, "booking")
            active = [ticket for ticket in booking.tickets if ticket.status is TicketStatus.ACTIVE]
            refunds.extend(await ticket_refunds(uow, order, booking, active, reason=None))
            if refunds:
                await add_refunds(uow, refunds)
            booking.refund()
            order.sync_status()
            await save_order(uow, order, before, actor)
            await uow.audit.record([refund_entry(refund, actor) for refund in refunds])
            return booking

        async with self._unit_of_work(touches=Touches(order_id=order_id)) as uow:
            outcome = await once(uow, idempotency, Booking, effect)
        for refund in refunds:
            with suppress(ProviderFailed, Unavailable):
                await self._settle_refund.execute(refund.id)
        return outcome
