"""Add tickets to a pending order."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
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
from src.application.selling.reverse_charge import apply_reverse_charge
from src.application.selling.sell_across_events import allocate_event, lock_events
from src.application.selling.store_sales import booking_entry
from src.domain.entities.booking import BookingStatus
from src.domain.entities.discount_terms import DiscountKind, DiscountTerms
from src.domain.entities.event import Event
from src.domain.entities.order import Order
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
from src.domain.services.part_payments import why_unchangeable
from src.domain.services.reprice import retax_order
from src.domain.shared.codes import RandomCode
from src.domain.shared.tax import TaxRounding


@dataclass(frozen=True, slots=True)
class AddOrderItemsCommand:
    """The tickets to add to an order."""

    order_id: int
    items: Sequence[OrderItemRequest]
    idempotency: IdempotentRequest | None = None


class AddOrderItems:
    """Add tickets to a pending order, all of them or none; its deadline does not change.

    Authorization: its buyer and admins. Refused like an order, with `hold_expired` after the
    deadline, and with `invalid_state` while a payment is pending or a part of the money is kept. A
    percentage that the order was given also applies to the new tickets that it covers, as it was
    given and up to its cap, whatever became of the code; a fixed amount does not. Refused with
    `discount_invalid` where the code is good for fewer tickets than that.
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
        order = await self._lock(uow, command.order_id)
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
                request = replace(
                    wanted.request(event, order.user_id, is_hold=is_new),
                    sees_hidden=event.is_managed_by(actor),
                    opened=frozenset(_opened(order)),
                )
                allocated.append(await allocate_event(uow, event, ticket_types, request, now))
        events = {event.id: event for event, _ in locked}
        await self._extend(uow, order, allocated, now, events)
        await save_order(uow, order, before, actor)
        return order

    async def _lock(self, uow: UnitOfWork, order_id: int) -> Order:
        """Lock the order, and with it those whose uses of its code have ended."""
        known = await uow.orders.get(order_id)
        codes = [] if known.discount_id is None else [known.discount_id]
        lapsed = await uow.discounts.lapsed_uses(codes, self._clock()) if codes else []
        await uow.orders.lock([order_id, *lapsed])
        if lapsed:
            await uow.discounts.end_uses(lapsed, self._clock())
        return await uow.orders.get(order_id)

    async def _require_open(
        self, uow: UnitOfWork, actor: Actor, order: Order, now: datetime
    ) -> None:
        require_own_order(actor, order)
        order.require_payable(now)
        if why := why_unchangeable(await uow.transactions.of_order(order.id)):
            raise InvalidState("order", order.status.value, order.status.value, why)

    async def _extend(
        self,
        uow: UnitOfWork,
        order: Order,
        allocated: Sequence[AllocatedPlaces],
        now: datetime,
        events: Mapping[int, Event],
    ) -> None:
        """Merge the items and bookings of an order of these places into this order."""
        assert order.expires_at is not None
        terms = _left_of(order)
        more = make_order(
            allocated,
            user_id=order.user_id,
            hold_for=order.expires_at - now,
            now=now,
            random_code=self._random_code,
            terms=terms,
        )
        if terms is not None:
            await _use_for(uow, order, more.discount_tickets)
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
        is_taxed_anew = any(item.tax_rounding is TaxRounding.DOCUMENT for item in order.items)
        if is_taxed_anew:
            retax_order(order, events)
        is_taxed_anew |= await apply_reverse_charge(
            uow, order, events, await uow.billing.get(order.id)
        )
        if is_taxed_anew:
            await uow.orders.save_items(order.items)


def _opened(order: Order) -> set[int]:
    """The ticket type that the order's terms name, and so open if it is hidden."""
    named = order.discount_terms.ticket_type_id if order.discount_terms else None
    return set() if named is None else {named}


def _left_of(order: Order) -> DiscountTerms | None:
    """What the order's terms still give to tickets that are added.

    A fixed amount was given already, a percentage up to what is left of its cap.
    """
    terms = order.discount_terms
    if terms is None or terms.kind is DiscountKind.FIXED:
        return None
    if terms.max_discount is None:
        return terms
    return replace(terms, max_discount=terms.max_discount - order.discount_amount)


async def _use_for(uow: UnitOfWork, order: Order, tickets: int) -> None:
    """Count tickets that are added to an order with a code. Raises DiscountInvalid."""
    if order.discount_id is not None and tickets:
        discount = (await uow.discounts.lock([order.discount_id]))[order.discount_id]
        discount.require_room(tickets)
        order.discount_tickets += tickets
