"""Use a discount code on an order that is not paid yet, or take it off."""

from copy import deepcopy
from dataclasses import dataclass

from src.application.access import require_own_order
from src.application.ports.database import Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.selling.order_for_update import LockedOrder, lock_order, save_order
from src.domain.entities.discount import Discount
from src.domain.entities.order import Order
from src.domain.entities.transaction import TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import DiscountInvalid, InvalidState
from src.domain.services.reprice import reprice_order


@dataclass(frozen=True, slots=True)
class SetOrderDiscountCommand:
    """The order, and the code to use; None takes the code off."""

    order_id: int
    code: str | None


class SetOrderDiscount:
    """Use a discount code on a pending order instead of any other, or take it off.

    Authorization: its buyer and admins. Refused with `discount_invalid` and a `reason`, with
    `hold_expired` after the deadline, and with `invalid_state` while a payment is pending. The
    tickets keep the list prices that they were held at; fees and taxes follow the new price.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, command: SetOrderDiscountCommand) -> Order:
        async with self._unit_of_work(touches=Touches(order_id=command.order_id)) as uow:
            locked = await lock_order(uow, command.order_id)
            order = locked.order
            require_own_order(actor, order)
            order.require_payable(self._clock())
            await _require_no_payment(uow, order)
            discount = await self._usable(uow, locked, command.code)
            before = deepcopy(order)
            reprice_order(order, locked.events, discount)
            for booking in order.current_bookings:
                await uow.bookings.reprice(booking)
            await uow.orders.save_items(order.items)
            await save_order(uow, order, before, actor)
            await uow.commit()
        return order

    async def _usable(
        self, uow: UnitOfWork, locked: LockedOrder, code: str | None
    ) -> Discount | None:
        """Return the code, locked, if it can be used for this order."""
        if code is None:
            return None
        known = await uow.discounts.find_by_code(code)
        if known is None:
            raise DiscountInvalid("unknown", "There is no such discount code.")
        order = locked.order
        discount = (await uow.discounts.lock([known.id]))[known.id]
        uses = await uow.discounts.uses_by_user([known.id], [order.user_id])
        used_by_user = uses.get((known.id, order.user_id), 0)
        if order.discount_id == known.id:
            # Its own use is no other's.
            discount.used -= 1
            used_by_user -= 1
        discount.require_usable(used_by_user=used_by_user, now=self._clock())
        return discount


async def _require_no_payment(uow: UnitOfWork, order: Order) -> None:
    for transaction in await uow.transactions.of_order(order.id):
        if transaction.is_payment and transaction.status is TransactionStatus.PENDING:
            why = "A payment of this order is under way: its price cannot change now."
            raise InvalidState("order", order.status.value, order.status.value, why)
