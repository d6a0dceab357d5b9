"""Shared by changes of a booking: lock, load, decide, store and audit."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

from src.application.access import require_party
from src.application.concurrency.idempotency import Outcome, once
from src.application.ports.database import Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.selling.booking_entry import booking_entry
from src.application.selling.order_for_update import (
    LockedOrder,
    lock_order,
    manages_all,
    require_unpaid,
    save_order,
)
from src.application.selling.take_by_hand import take_by_hand
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Event
from src.domain.entities.order import OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.shared.transitions import require_version


@dataclass(frozen=True, slots=True)
class ChangeBookingCommand:
    """The booking to change, and the version that the caller expects, if any."""

    booking_id: int
    expected_version: int | None = None
    idempotency: IdempotentRequest | None = None


class ChangeBooking:
    """Change a booking's status, by the name of the wanted status.

    Authorization and refusals are those of confirming, cancelling or refunding it.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(
        self,
        actor: Actor,
        command: ChangeBookingCommand,
        decide: Callable[[Booking, Event], None],
    ) -> Outcome[Booking]:
        """Change the booking by `decide(booking, event)`, which may raise to refuse it.

        Raises NotFound unless the actor is a party to the booking, and what `decide` raises.
        """
        async with self._unit_of_work(touches=Touches(booking_id=command.booking_id)) as uow:
            return await once(
                uow,
                command.idempotency,
                Booking,
                lambda: self._change(uow, actor, command, decide),
            )

    async def _change(
        self,
        uow: UnitOfWork,
        actor: Actor,
        command: ChangeBookingCommand,
        decide: Callable[[Booking, Event], None],
    ) -> Booking:
        unlocked = await uow.bookings.get(command.booking_id)
        if unlocked.order_id is not None:
            return await self._change_ordered(uow, actor, command, unlocked.order_id, decide)
        event = await uow.events.lock(unlocked.event_id, with_deleted=True)
        # Read again: it may have changed while waiting for the lock.
        booking = await uow.bookings.get(command.booking_id)
        require_party(actor, booking, event)
        require_version(booking.version, command.expected_version)
        before = booking.status
        decide(booking, event)
        await uow.bookings.save(booking)
        await uow.audit.record([booking_entry(booking, before, actor)])
        return booking

    async def _change_ordered(
        self,
        uow: UnitOfWork,
        actor: Actor,
        command: ChangeBookingCommand,
        order_id: int,
        decide: Callable[[Booking, Event], None],
    ) -> Booking:
        """Change a booking of an order; all pending bookings of the order change together."""
        locked = await lock_order(uow, order_id)
        order, before = locked.order, deepcopy(locked.order)
        booking = next(booking for booking in order.bookings if booking.id == command.booking_id)
        require_party(actor, booking, locked.events[booking.event_id])
        require_version(booking.version, command.expected_version)
        is_pending = booking.status is BookingStatus.PENDING
        if is_pending:
            _require_whole_order(actor, locked)
        held = [booking for booking in order.bookings if booking.status is BookingStatus.PENDING]
        for changing in held if is_pending else [booking]:
            decide(changing, locked.events[changing.event_id])
        if is_pending and booking.status is not BookingStatus.CANCELLED:
            order.require_whole()
        if not is_pending and booking.status is not BookingStatus.CONFIRMED:
            require_unpaid(order, await uow.transactions.of_order(order.id))
        order.sync_status()
        if order.status is OrderStatus.CONFIRMED and before.status is OrderStatus.PENDING:
            await take_by_hand(uow, order, actor, self._clock())
        await save_order(uow, order, before, actor)
        return booking


def _require_whole_order(actor: Actor, locked: LockedOrder) -> None:
    # All pending bookings of an order change together, those of other organizers too.
    if actor.id != locked.order.user_id and not manages_all(actor, list(locked.events.values())):
        raise Forbidden("This booking belongs to an order with events of other organizers.")
