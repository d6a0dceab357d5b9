"""Sell tickets of one event to everybody who waits in its lane, in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from src.application.access import require_may_buy
from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.retry_on_code_collision import draw_until_new
from src.application.ports.database import Clock, UnitOfWork, UnitOfWorkFactory
from src.application.selling.purchase import Sale, Sold
from src.application.selling.read_stock import read_discount_uses, read_stock
from src.application.selling.release_lapsed_holds import release_run_out_holds
from src.application.selling.store_sold import store_sold
from src.domain.entities.booking import Booking
from src.domain.entities.cart import require_same_cart
from src.domain.entities.discount import Discount
from src.domain.entities.event import Event, Payment
from src.domain.entities.ticket import Place
from src.domain.errors import CodeCollision, IdempotencyInProgress, InUse, TicketingError
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.services.allocation import allocate
from src.domain.services.checkout import Picked, make_order
from src.domain.shared.codes import RandomCode

Answer = Outcome[Sold] | Exception
Recalled = Mapping[IdempotentRequest, Sold | TicketingError]


class SellTickets:
    """What a lane runs: decides a batch of sales of one event and stores it."""

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

    async def execute(self, event_id: int, sales: Sequence[Sale]) -> list[Answer]:
        """An outcome or a refusal for each sale, in order.

        When the transaction of several fails, each is tried by itself: one that cannot be
        stored must not fail its neighbours. Raises what refuses them all, such as NotFound.
        """
        try:
            return await self._sell(event_id, sales)
        except (CodeCollision, IdempotencyInProgress):
            pass
        except TicketingError:
            raise
        except Exception:
            if len(sales) == 1:
                raise
        return [await self._sell_alone(event_id, sale) for sale in sales]

    async def _sell_alone(self, event_id: int, sale: Sale) -> Answer:
        async def attempt() -> Answer:
            (answer,) = await self._sell(event_id, [sale])
            return answer

        try:
            return await draw_until_new(attempt)
        except Exception as error:
            return error

    async def _sell(self, event_id: int, sales: Sequence[Sale]) -> list[Answer]:
        async with self._unit_of_work() as uow:
            # Before the event's lock is waited for: who repeats a request that still runs in
            # another process is told at once.
            recalled = await _recall(uow, sales)
            event, ticket_types = await uow.events.lock_for_sale(event_id)
            # The wait for the lock may be what makes a sale too late.
            now = self._clock()
            has_released = event.tickets_held and await release_run_out_holds(uow, event_id, now)
            if has_released:
                event, ticket_types = await uow.events.read_for_sale(event_id)
            answers = await _answer_at_once(uow, event, sales, recalled)
            deciding = [(i, sale) for i, sale in enumerate(sales) if i not in answers]
            wanted = [sale.requests(event) for _, sale in deciding]
            codes = [(one.order.discount_id, one.buyer_id) for _, one in deciding if one.order]
            uses = await read_discount_uses(uow, codes) if codes else None
            stock = await read_stock(uow, event, ticket_types, wanted, uses)
            sold: list[tuple[Sale, Sold]] = []
            for (i, sale), places in zip(deciding, allocate(stock, wanted, now), strict=True):
                if isinstance(places, TicketingError):
                    answers[i] = places
                else:
                    discount = uses.get(sale.order.discount_id) if uses and sale.order else None
                    made = self._make(event, sale, places, discount, now)
                    answers[i] = Outcome(made)
                    sold.append((sale, made))
            if sold:
                await _store(uow, sold)
            if sold or has_released:
                await uow.commit()
        return [answers[i] for i in range(len(sales))]

    def _make(
        self,
        event: Event,
        sale: Sale,
        places: Sequence[Place],
        discount: Discount | None,
        now: datetime,
    ) -> Sold:
        if not sale.makes_order(event):
            booking = Booking.of_places(
                event,
                places,
                user_id=sale.buyer_id,
                hold_for=self._hold_for,
                now=now,
                random_code=self._random_code,
            )
            if not sale.command.is_reservation:
                booking.confirm(now=now, random_code=self._random_code)
            return Sold(booking)
        order = make_order(
            [Picked(event, places)],
            user_id=sale.buyer_id,
            hold_for=self._hold_for,
            now=now,
            random_code=self._random_code,
            discount=discount,
            contact=sale.order.contact if sale.order else None,
        )
        is_paid = event.payment is Payment.NONE or not order.total_amount
        if is_paid and not sale.command.is_reservation:
            order.confirm(now=now, random_code=self._random_code)
        return Sold(order.bookings[0], order)


async def _recall(uow: UnitOfWork, sales: Sequence[Sale]) -> Recalled:
    keys = {key for sale in sales if (key := sale.command.idempotency) is not None}
    return await uow.idempotency_keys.recall(list(keys), Sold) if keys else {}


async def _answer_at_once(
    uow: UnitOfWork, event: Event, sales: Sequence[Sale], recalled: Recalled
) -> dict[int, Answer]:
    """The answers that need no stock: replays, keys in use, and whom the house refuses."""
    named = {sale.command.user_id for sale in sales if sale.command.user_id != sale.actor.id}
    users = await uow.users.by_ids([one for one in named if one]) if named - {None} else {}
    buyers = {sale.buyer_id for sale in sales if sale.order and sale.order.cart is not None}
    carts = await uow.carts.lock(buyers) if buyers else {}
    answers: dict[int, Answer] = {}
    seen: set[tuple[int, str]] = set()
    for i, sale in enumerate(sales):
        if (key := sale.command.idempotency) is not None:
            if (key.caller_id, key.key) in seen:
                answers[i] = IdempotencyInProgress()
                continue
            seen.add((key.caller_id, key.key))
            match recalled.get(key):
                case Sold() as earlier:
                    answers[i] = Outcome(earlier, is_replayed=True)
                    continue
                case TicketingError() as refusal:
                    answers[i] = refusal
                    continue
        try:
            require_may_buy(event, sale.actor, sale.command.user_id, users)
            if sale.order is not None and sale.order.cart is not None:
                if sale.buyer_id not in carts:
                    raise InUse("This cart is being checked out already.")
                require_same_cart(sale.order.cart, carts.pop(sale.buyer_id))
        except TicketingError as refusal:
            answers[i] = refusal
    return answers


async def _store(uow: UnitOfWork, sold: Sequence[tuple[Sale, Sold]]) -> None:
    await store_sold(uow, [(sale.actor, [one.booking], one.order) for sale, one in sold])
    carts = [sale.buyer_id for sale, _ in sold if sale.order and sale.order.cart is not None]
    if carts:
        await uow.carts.empty(carts)
    answers = {
        sale.command.idempotency: one for sale, one in sold if sale.command.idempotency is not None
    }
    if answers:
        await uow.idempotency_keys.remember(answers)
