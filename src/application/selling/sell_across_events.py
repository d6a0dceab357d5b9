"""Sales of an order over several events, in a separate transaction outside the lanes."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from src.application.concurrency.idempotency import Outcome, once, retry_on_code_collision
from src.application.ports.database import Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.selling.purchase import Purchase, Sale, make_sale
from src.application.selling.read_stock import (
    end_lapsed_uses,
    read_discount_uses,
    read_stock,
    release_lapsed_holds,
    why_not_held,
)
from src.application.selling.store_sales import store_sales
from src.domain.entities.cart import require_unchanged_cart
from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountLine
from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import User
from src.domain.errors import CartEmpty, InUse
from src.domain.services.allocation import AllocationRequest, discount_lines, hidden_types
from src.domain.services.checkout import AllocatedPlaces, require_payable_together
from src.domain.services.discount_uses import DiscountUses
from src.domain.shared.codes import RandomCode


class SellAcrossEvents:
    """Sells an order over several events, locking them in id order to avoid deadlocks.

    Raises the refusal of any line, after which none is sold.
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

    async def execute(self, purchase: Purchase) -> Outcome[Sale]:
        async def attempt() -> Outcome[Sale]:
            async with self._unit_of_work(touches=Touches(event_ids=purchase.event_ids)) as uow:
                return await once(
                    uow, purchase.idempotency, Sale, lambda: self._sell(uow, purchase)
                )

        return await retry_on_code_collision(attempt)

    async def _sell(self, uow: UnitOfWork, purchase: Purchase) -> Sale:
        if not purchase.event_ids:
            raise CartEmpty()
        buyer_id = purchase.buyer_id
        locked = await lock_events(uow, purchase.event_ids, self._clock, buyer_id=buyer_id)
        now = self._clock()
        events = [event for event, _ in locked]
        users = await _other_buyer(uow, purchase)
        for event in events:
            event.require_buyer(purchase.actor, purchase.user_id, users)
        require_payable_together(events)
        await end_lapsed_uses(uow, purchase.discount_ids, now)
        if purchase.cart is not None:
            found = await uow.carts.lock([buyer_id], skip_locked=True)
            if buyer_id not in found:
                raise InUse("This cart is being checked out already.")
            require_unchanged_cart(purchase.cart, found[buyer_id])
        uses = await read_discount_uses(uow, purchase.discount_ids, [buyer_id], now)
        opened = uses.opened(purchase.discount_ids) if uses else set()
        requests = [_without_code(purchase.request(event), opened) for event in events]
        allocated = [
            await allocate_event(uow, event, ticket_types, request, now)
            for (event, ticket_types), request in zip(locked, requests, strict=True)
        ]
        discount = _choose(purchase, allocated, uses, now)
        sale = make_sale(
            purchase,
            allocated,
            discount=discount,
            hold_for=self._hold_for,
            now=now,
            random_code=self._random_code,
        )
        await store_sales(uow, [(purchase.actor, sale)])
        if purchase.cart is not None:
            await uow.carts.empty([buyer_id])
        return sale


def _without_code(request: AllocationRequest, opened: Collection[int]) -> AllocationRequest:
    """The request for one event: which code covers all events is decided for all of them."""
    return replace(request, discount_ids=(), opened=frozenset(opened))


def _choose(
    purchase: Purchase,
    allocated: Sequence[AllocatedPlaces],
    uses: DiscountUses | None,
    now: datetime,
) -> Discount | None:
    """The code that the order uses, if one was given. Raises DiscountInvalid."""
    if uses is None:
        return None
    opening: set[int] = set()
    lines: list[DiscountLine] = []
    for group in allocated:
        lines += discount_lines(group.event, group.places)
        opening |= hidden_types(purchase.request(group.event), group.places)
    return uses.use(purchase.discount_ids, purchase.buyer_id, lines, now, opening=opening)


async def _other_buyer(uow: UnitOfWork, purchase: Purchase) -> dict[int, User]:
    """The buyer by id, if it is not the actor."""
    if purchase.buyer_id == purchase.actor.id:
        return {}
    return dict(await uow.users.by_ids([purchase.buyer_id]))


async def lock_events(
    uow: UnitOfWork, event_ids: Collection[int], clock: Clock, *, buyer_id: int
) -> list[tuple[Event, Sequence[TicketType]]]:
    """These events with their ticket types, locked in id order, their lapsed holds released.

    Raises NotFound; Unavailable where somebody has locked the buyer's account, which the
    bookings need, and which must not be waited for under an event's lock.
    """
    events = []
    for event_id in sorted(event_ids):
        event, ticket_types, held = await uow.events.lock_for_sale(event_id, [buyer_id])
        if buyer_id not in held:
            raise why_not_held(buyer_id, await uow.users.by_ids([buyer_id]))
        if event.has_holds(ticket_types) and await release_lapsed_holds(uow, [event_id], clock()):
            event, ticket_types = await uow.events.read_for_sale(event_id)
        events.append((event, ticket_types))
    return events


async def allocate_event(
    uow: UnitOfWork,
    event: Event,
    ticket_types: Sequence[TicketType],
    request: AllocationRequest,
    now: datetime,
) -> AllocatedPlaces:
    """Allocate the request in this locked event. Raises its refusal."""
    stock = await read_stock(uow, event, ticket_types, [request])
    return AllocatedPlaces(event, stock.allocate(request, now))
