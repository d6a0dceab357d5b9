"""Cancel an order."""

from src.application.concurrency.idempotency import Outcome
from src.application.ports.database import Clock, UnitOfWork
from src.application.selling.change_order import ChangeOrder, ChangeOrderCommand
from src.application.selling.order_for_update import LockedOrder, manages_all, require_unpaid
from src.domain.entities.booking import BookingStatus
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden


class CancelOrder:
    """Cancel an order; its tickets become available to others.

    Authorization: its buyer, for confirmed tickets until their event starts; organizers who own
    every line and admins at any time. Refused with `invalid_state` if the order is paid: a refund
    cancels it instead.
    """

    def __init__(self, change_order: ChangeOrder, clock: Clock) -> None:
        self._change_order = change_order
        self._clock = clock

    async def execute(
        self, actor: Actor, command: ChangeOrderCommand, *, is_staff_only: bool = False
    ) -> Outcome[Order]:
        """Cancel the order; `is_staff_only` refuses the buyer.

        Raises NotFound, Forbidden, InvalidState, StaleVersion.
        """

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
            order.sync_status()

        return await self._change_order.execute(actor, command, cancel)
