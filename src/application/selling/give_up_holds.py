"""Giving up what a user holds and has not paid."""

from copy import deepcopy

from src.application.ports.database import Clock, Touches, UnitOfWorkFactory
from src.application.selling.booking_entry import booking_entry
from src.application.selling.order_for_update import lock_order, save_order
from src.domain.entities.booking import BookingStatus
from src.domain.entities.order import OrderStatus
from src.domain.entities.user import Actor


class GiveUpHolds:
    """Cancels the pending orders and reservations of a user, each in a transaction of its own.

    Their tickets are free at once. A payment that is under way is cancelled at its provider by the
    job that settles payments, as for every order that has ended; if it is paid by then, it goes
    back.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, user_id: int, *, by: Actor) -> None:
        async with self._unit_of_work() as uow:
            order_ids = await uow.orders.pending_of(user_id)
            booking_ids = await uow.bookings.held_by(user_id)
        for order_id in order_ids:
            await self._cancel_order(order_id, user_id, by)
        for booking_id in booking_ids:
            await self._cancel_booking(booking_id, by)

    async def _cancel_order(self, order_id: int, user_id: int, by: Actor) -> None:
        async with self._unit_of_work(touches=Touches(order_id=order_id)) as uow:
            locked = await lock_order(uow, order_id)
            order, before = locked.order, deepcopy(locked.order)
            # Paid, or claimed by somebody else, while we waited.
            if order.status is not OrderStatus.PENDING or order.user_id != user_id:
                return
            if not order.end_if_lost(self._clock()):
                order.cancel_pending()
            await save_order(uow, order, before, by)
            await uow.commit()

    async def _cancel_booking(self, booking_id: int, by: Actor) -> None:
        async with self._unit_of_work(touches=Touches(booking_id=booking_id)) as uow:
            booking = await uow.bookings.get(booking_id)
            await uow.events.lock(booking.event_id, with_deleted=True)
            booking = await uow.bookings.get(booking_id)
            if booking.status is not BookingStatus.PENDING:
                return
            booking.cancel_hold()
            await uow.bookings.save(booking)
            entry = booking_entry(booking, BookingStatus.PENDING, by)
            await uow.audit.record([entry])
            await uow.commit()
