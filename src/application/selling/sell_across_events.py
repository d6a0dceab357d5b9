"""Sell an order over several events, in a transaction of its own, outside the lanes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from src.application.access import require_may_buy
from src.application.concurrency.idempotency import Outcome, once
from src.application.concurrency.retry_on_code_collision import draw_until_new
from src.application.ports.database import Clock, UnitOfWork, UnitOfWorkFactory
from src.application.selling.purchase import OrderLine, OrderWish, Sold, basket
from src.application.selling.read_stock import read_discount_uses, read_stock
from src.application.selling.release_lapsed_holds import release_run_out_holds
from src.application.selling.store_sold import store_sold
from src.domain.entities.cart import require_same_cart
from src.domain.entities.event import Event, Payment
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor, User
from src.domain.errors import CartEmpty
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.services.checkout import Picked, make_order, require_one_kind
from src.domain.shared.codes import RandomCode


@dataclass(frozen=True, slots=True, kw_only=True)
class SellOrderCommand:
    """`user_id` None means the caller."""

    user_id: int | None
    wish: OrderWish
    idempotency: IdempotentRequest | None = None


class SellOrder:
    """Locks the events one after the other, in id order, so that two orders never wait in a ring.

    Raises what refuses a line, after which none is sold.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        clock: Clock,
        random_code: RandomCode,
        hold_for: timedelta,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._random_code = random_code
        self._hold_for = hold_for

    async def execute(self, actor: Actor, command: SellOrderCommand) -> Outcome[Sold]:
        async def attempt() -> Outcome[Sold]:
            async with self._unit_of_work() as uow:
                return await once(
                    uow, command.idempotency, Sold, lambda: self._sell(uow, actor, command)
                )

        return await draw_until_new(attempt)

    async def _sell(self, uow: UnitOfWork, actor: Actor, command: SellOrderCommand) -> Sold:
        wish = command.wish
        if not wish.lines:
            raise CartEmpty()
        buyer_id = command.user_id or actor.id
        events = await lock_events(uow, {line.event_id for line in wish.lines}, self._clock)
        now = self._clock()
        users = await self._named(uow, actor, command.user_id)
        for event, _ in events:
            require_may_buy(event, actor, command.user_id, users)
        require_one_kind([event for event, _ in events])
        if wish.cart is not None:
            found = await uow.carts.lock([buyer_id])
            require_same_cart(wish.cart, found[buyer_id])
        uses = await read_discount_uses(uow, [(wish.discount_id, buyer_id)])
        discount = uses.require(wish.discount_id, buyer_id, now) if uses else None
        order = make_order(
            [
                await pick(
                    uow,
                    event,
                    ticket_types,
                    wish.lines,
                    buyer_id,
                    now,
                    is_hold=event.payment is Payment.ONLINE,
                )
                for event, ticket_types in events
            ],
            user_id=buyer_id,
            hold_for=self._hold_for,
            now=now,
            random_code=self._random_code,
            discount=discount,
            contact=wish.contact,
        )
        if order.payment is Payment.NONE or not order.total_amount:
            order.confirm(now=now, random_code=self._random_code)
        await store_sold(uow, [(actor, order.bookings, order)])
        if wish.cart is not None:
            await uow.carts.empty([buyer_id])
        return Sold(order.bookings[0], order)

    async def _named(self, uow: UnitOfWork, actor: Actor, user_id: int | None) -> dict[int, User]:
        if user_id is None or user_id == actor.id:
            return {}
        return dict(await uow.users.by_ids([user_id]))


async def lock_events(
    uow: UnitOfWork, event_ids: Collection[int], clock: Clock
) -> list[tuple[Event, Sequence[TicketType]]]:
    """These events with their ticket types, locked in id order, their run-out holds released."""
    events = []
    for event_id in sorted(event_ids):
        event, ticket_types = await uow.events.lock_for_sale(event_id)
        if event.tickets_held and await release_run_out_holds(uow, event_id, clock()):
            event, ticket_types = await uow.events.read_for_sale(event_id)
        events.append((event, ticket_types))
    return events


async def pick(
    uow: UnitOfWork,
    event: Event,
    ticket_types: Sequence[TicketType],
    lines: Sequence[OrderLine],
    buyer_id: int,
    now: datetime,
    *,
    is_hold: bool,
) -> Picked:
    """The places of those lines that are of this event, which is locked. Raises refusals."""
    own = tuple(line for line in lines if line.event_id == event.id)
    wanted = basket(event, own, buyer_id, None, is_hold=is_hold)
    stock = await read_stock(uow, event, ticket_types, [wanted])
    return Picked(event, stock.take_together(wanted, now))
