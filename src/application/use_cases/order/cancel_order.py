"""Cancel an order."""

from collections.abc import Sequence

from src.application.concurrency.idempotency import Outcome
from src.application.ports.database import Clock, UnitOfWork
from src.application.ports.payments import MANUAL
from src.application.selling.change_order import ChangeOrder, ChangeOrderCommand
from src.application.selling.order_for_update import LockedOrder, manages_all, require_unpaid
from src.application.settling.refund_intent import (
    add_refunds,
    only_event_of,
    refund_entry,
    refund_intent,
)
from src.domain.entities.booking import BookingStatus
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden


class CancelOrder:
    """Cancel an order; its tickets become available to others.

    Authorization: its buyer, for confirmed tickets until their event starts; organizers who own
    every line and admins at any time. Refused with `invalid_state` if the order is paid: a refund
    cancels it instead. Money that was taken by hand is no obstacle to organizers and admins: it is
    to be paid back by hand, as a refund through `manual` that is `pending`.
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
            transactions = await uow.transactions.of_order(order.id)
            is_staff = manages_all(actor, list(locked.events.values()))
            by_hand = _taken_by_hand(transactions) if is_staff else []
            require_unpaid(order, [known for known in transactions if known not in by_hand])
            if order.status is not OrderStatus.CONFIRMED:
                order.cancel_pending()
                return
            for booking in order.bookings:
                if booking.status is BookingStatus.CONFIRMED:
                    event = locked.events[booking.event_id]
                    booking.cancel(event=event, is_staff=is_staff, now=self._clock())
            order.sync_status()
            await _return_by_hand(uow, order, by_hand, actor)

        return await self._change_order.execute(actor, command, cancel)


def _taken_by_hand(transactions: Sequence[Transaction]) -> list[Transaction]:
    return [known for known in transactions if known.refundable and known.provider == MANUAL]


async def _return_by_hand(
    uow: UnitOfWork, order: Order, payments: Sequence[Transaction], actor: Actor
) -> None:
    refunds = [
        refund_intent(payment, payment.refundable, reason=None, event_id=only_event_of(order))
        for payment in payments
    ]
    if refunds:
        await add_refunds(uow, refunds)
        await uow.audit.record([refund_entry(refund, actor) for refund in refunds])
