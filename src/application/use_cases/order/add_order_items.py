"""Add tickets to a pending order."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime

from src.application.access import require_own_order
from src.application.concurrency.idempotency import Outcome, once, retry_on_code_collision
from src.application.ports.database import Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.selling.order_for_update import save_order
from src.application.selling.purchase import (
    OrderItemRequest,
    OrderLine,
    OrderLines,
    read_order_lines,
)
from src.application.selling.sell_across_events import allocate_event, lock_events
from src.application.selling.store_sales import booking_entry
from src.domain.entities.booking import BookingStatus
from src.domain.entities.discount import Discount, DiscountKind
from src.domain.entities.order import Order
from src.domain.entities.transaction import TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.services.checkout import (
    AllocatedPlaces,
    make_order,
    recalculate_totals,
    require_payable_together,
)
from src.domain.shared.codes import RandomCode


@dataclass(frozen=True, slots=True)
class AddOrderItemsCommand:
    """The tickets to add to an order."""

    order_id: int
    items: Sequence[OrderItemRequest]
    idempotency: IdempotentRequest | None = None


class AddOrderItems:
    """Add tickets to a pending order, all of them or none; its deadline does not change.

    Authorization: its buyer and admins. Refused like an order, with `hold_expired` after the
    deadline, and with `invalid_state` while a payment is pending. A percentage discount of the
    order also applies to the new tickets, a fixed one does not.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        ticket_types: TicketTypeRepository,
        clock: Clock,
        random_code: RandomCode,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._ticket_types = ticket_types
        self._clock = clock
        self._random_code = random_code

    async def execute(self, actor: Actor, command: AddOrderItemsCommand) -> Outcome[Order]:
        lines = await read_order_lines(self._ticket_types, command.items)

        touches = Touches(order_id=command.order_id, event_ids={line.event_id for line in lines})

        async def attempt() -> Outcome[Order]:
            async with self._unit_of_work(touches=touches) as uow:
                return await once(
                    uow, command.idempotency, Order, lambda: self._add(uow, actor, command, lines)
                )

        return await retry_on_code_collision(attempt)

    async def _add(
        self,
        uow: UnitOfWork,
        actor: Actor,
        command: AddOrderItemsCommand,
        lines: tuple[OrderLine, ...],
    ) -> Order:
        known = await uow.orders.event_ids([command.order_id])
        added = {line.event_id for line in lines}
        buyer_id = (await uow.orders.get(command.order_id)).user_id
        locked = await lock_events(uow, {*known, *added}, self._clock, buyer_id=buyer_id)
        await uow.orders.lock([command.order_id])
        order = await uow.orders.get(command.order_id)
        before = deepcopy(order)
        now = self._clock()
        await self._require_open(uow, actor, order, now)
        require_payable_together([event for event, _ in locked])
        allocated: list[AllocatedPlaces] = []
        wanted = OrderLines(lines=lines)
        for event, ticket_types in locked:
            if event.id in added:
                event.require_buyer(actor, actor.id, {})
                is_new = event.id not in known
                request = wanted.request(event, order.user_id, is_hold=is_new)
                allocated.append(await allocate_event(uow, event, ticket_types, request, now))
        await self._extend(uow, order, allocated, now)
        await save_order(uow, order, before, actor)
        return order

    async def _require_open(
        self, uow: UnitOfWork, actor: Actor, order: Order, now: datetime
    ) -> None:
        require_own_order(actor, order)
        order.require_payable(now)
        for transaction in await uow.transactions.of_order(order.id):
            if transaction.is_payment and transaction.status is TransactionStatus.PENDING:
                why = "A payment of this order is under way: no tickets can be added."
                raise InvalidState("order", order.status.value, order.status.value, why)

    async def _extend(
        self, uow: UnitOfWork, order: Order, allocated: Sequence[AllocatedPlaces], now: datetime
    ) -> None:
        """Merge the items and bookings of an order of these places into this order."""
        assert order.expires_at is not None
        more = make_order(
            allocated,
            user_id=order.user_id,
            hold_for=order.expires_at - now,
            now=now,
            random_code=self._random_code,
            discount=await _percentage(uow, order, allocated),
        )
        held = {
            booking.event_id: booking
            for booking in order.bookings
            if booking.status is BookingStatus.PENDING
        }
        for booking in more.bookings:
            if (known := held.get(booking.event_id)) is not None:
                known.merge(booking)
                continue
            booking.order_id = order.id
            booking.expires_at = order.expires_at
            await uow.bookings.add([booking])
            await uow.audit.record([booking_entry(booking, None)])
            order.bookings.append(booking)
            held[booking.event_id] = booking
        for item in more.items:
            item.order_id = order.id
            item.booking_id = held[item.event_id].id
        await uow.orders.add_items(more.items)
        order.items += more.items
        recalculate_totals(order)


async def _percentage(
    uow: UnitOfWork, order: Order, allocated: Sequence[AllocatedPlaces]
) -> Discount | None:
    """The order's discount code, if it is a percentage that covers any of these places."""
    if order.discount_id is None:
        return None
    discount = (await uow.discounts.lock([order.discount_id]))[order.discount_id]
    covers = any(
        discount.covers(group.event, place.ticket_type.id)
        for group in allocated
        for place in group.places
    )
    return discount if covers and discount.kind is DiscountKind.PERCENT else None
