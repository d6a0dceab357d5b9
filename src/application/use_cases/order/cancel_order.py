"""Cancel an order, or confirm one that was paid outside."""

from src.application.idempotency import Outcome
from src.application.ports import Clock, UnitOfWork
from src.application.use_cases.booking.draw_until_new import draw_until_new
from src.application.use_cases.order.change_order import ChangeOrder, ChangeOrderCommand
from src.application.use_cases.order.locked_order import LockedOrder, manages_all, require_unpaid
from src.domain.entities.booking import BookingStatus
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden
from src.domain.shared.codes import RandomCode


class CancelOrder:
    """Cancel an order: everything it holds is free for others at once.

    Its buyer while nothing was paid for it, and for tickets that are confirmed until their
    event starts; organizers who own every line and admins later too. What was paid is not
    cancelled but refunded, and the refund does the cancelling. Refused with `invalid_state`.
    """

    def __init__(self, change_order: ChangeOrder, clock: Clock) -> None:
        self._change_order = change_order
        self._clock = clock

    async def execute(
        self, actor: Actor, command: ChangeOrderCommand, *, is_staff_only: bool = False
    ) -> Outcome[Order]:
        """`is_staff_only` leaves it to admins and organizers who own every line."""

        async def cancel(uow: UnitOfWork, locked: LockedOrder) -> None:
            order = locked.order
            if is_staff_only and not manages_all(actor, list(locked.events.values())):
                raise Forbidden("The status is set by organizers; cancel the order itself instead.")
            require_unpaid(order, await uow.transactions.of_order(order.id))
            if order.status is not OrderStatus.CONFIRMED:
                order.cancel_pending()
                return
            is_staff = manages_all(actor, list(locked.events.values()))
            for booking in order.bookings:
                if booking.status is BookingStatus.CONFIRMED:
                    event = locked.events[booking.event_id]
                    booking.cancel(event=event, is_staff=is_staff, now=self._clock())
            order.follow_bookings()

        return await self._change_order.execute(actor, command, cancel)


class ConfirmOrder:
    """Confirm a pending order that was paid outside.

    Organizers who own every line and admins. Refused with `hold_expired` when its time has run
    out, `invalid_state` when it is not pending.
    """

    def __init__(self, change_order: ChangeOrder, clock: Clock, random_code: RandomCode) -> None:
        self._change_order = change_order
        self._clock = clock
        self._random_code = random_code

    async def execute(self, actor: Actor, command: ChangeOrderCommand) -> Outcome[Order]:
        async def confirm(_: UnitOfWork, locked: LockedOrder) -> None:
            if not manages_all(actor, list(locked.events.values())):
                raise Forbidden("A payment confirms this order.")
            locked.order.confirm(now=self._clock(), random_code=self._random_code)

        return await draw_until_new(lambda: self._change_order.execute(actor, command, confirm))
