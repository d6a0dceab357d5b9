"""Use a discount code on an order that is not paid yet, or take it off."""

from collections.abc import Collection
from copy import deepcopy
from dataclasses import dataclass

from src.application.access import require_own_order
from src.application.ports.database import Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.selling.order_for_update import LockedOrder, lock_order, save_order
from src.domain.entities.discount import Discount
from src.domain.entities.order import Order
from src.domain.entities.user import Actor
from src.domain.errors import DiscountInvalid, InvalidState
from src.domain.services.discount_choice import choose_discount
from src.domain.services.part_payments import why_unchangeable
from src.domain.services.reprice import item_lines, reprice_order


@dataclass(frozen=True, slots=True)
class SetOrderDiscountCommand:
    """The order, and the code to use; None takes the code off."""

    order_id: int
    code: str | None


class SetOrderDiscount:
    """Use a discount code on a pending order instead of any other, or take it off.

    Authorization: its buyer and admins. Refused with `discount_invalid` and a `reason`, such as
    `needed` for taking off a code that opened a hidden ticket type; with
    `hold_expired` after the deadline, and with `invalid_state` while a payment is pending or a
    part of the money is kept. The tickets keep the list prices that they were held at; fees and
    taxes follow the new price.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, command: SetOrderDiscountCommand) -> Order:
        async with self._unit_of_work(touches=Touches(order_id=command.order_id)) as uow:
            candidates = await self._candidates(uow, command)
            lapsed = await uow.discounts.lapsed_uses(candidates, self._clock())
            locked = await lock_order(uow, command.order_id, others=lapsed)
            order = locked.order
            require_own_order(actor, order)
            order.require_payable(self._clock())
            await _require_no_payment(uow, order)
            discount = await self._usable(uow, locked, candidates, lapsed)
            before = deepcopy(order)
            reprice_order(order, locked.events, discount)
            for booking in order.current_bookings:
                await uow.bookings.reprice(booking)
            await uow.orders.save_items(order.items)
            await save_order(uow, order, before, actor)
            await uow.commit()
        return order

    async def _candidates(
        self, uow: UnitOfWork, command: SetOrderDiscountCommand
    ) -> tuple[int, ...]:
        """The codes of the name that is given."""
        if command.code is None:
            return ()
        event_ids = await uow.orders.event_ids([command.order_id])
        found = await uow.discounts.named(command.code, event_ids)
        if not found:
            raise DiscountInvalid("unknown", "There is no such discount code.")
        return tuple(discount.id for discount in found)

    async def _usable(
        self,
        uow: UnitOfWork,
        locked: LockedOrder,
        candidates: Collection[int],
        lapsed: Collection[int],
    ) -> Discount | None:
        """Return the code, locked, that the order uses. Raises DiscountInvalid."""
        order, now = locked.order, self._clock()
        opening = await _opened(uow, order)
        if not candidates and opening:
            raise DiscountInvalid("needed", "These tickets are sold with this code only.")
        # All codes that change, in id order: the one that the order has counts one use less.
        codes = {*candidates, *([order.discount_id] if order.discount_id else [])}
        await uow.discounts.lock(codes)
        await uow.discounts.end_uses(lapsed, now)
        discounts = await uow.discounts.lock(codes)
        uses = await uow.discounts.uses_by_user(candidates, [order.user_id], now)
        used = {discount_id: uses.get((discount_id, order.user_id), 0) for discount_id in discounts}
        if order.discount_id is not None and order.counts_use:
            # Its own use is no other's.
            discounts[order.discount_id].record_use(-order.discount_tickets, uses=-1)
            used[order.discount_id] -= 1
        if not candidates:
            return None
        return choose_discount(
            [discounts[discount_id] for discount_id in candidates],
            item_lines(order, locked.events),
            currency=order.currency,
            used_by_user=used,
            now=now,
            opening=opening,
        )


async def _opened(uow: UnitOfWork, order: Order) -> set[int]:
    """The hidden ticket type of the order that its code has opened."""
    named = order.discount_terms.ticket_type_id if order.discount_terms else None
    if named is None or named not in {item.ticket_type_id for item in order.items}:
        return set()
    ticket_type = (await uow.ticket_types.by_ids([named])).get(named)
    return {named} if ticket_type is not None and ticket_type.is_hidden else set()


async def _require_no_payment(uow: UnitOfWork, order: Order) -> None:
    if why := why_unchangeable(await uow.transactions.of_order(order.id)):
        raise InvalidState("order", order.status.value, order.status.value, why)
