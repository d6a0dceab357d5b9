"""Sales of tickets of one event to all purchases waiting in its lane, in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.retry_on_code_collision import retry_on_code_collision
from src.application.ports.database import Clock, UnitOfWork, UnitOfWorkFactory
from src.application.selling.purchase import Purchase, Sale, make_sale
from src.application.selling.read_stock import read_discount_uses, read_stock
from src.application.selling.release_lapsed_holds import release_lapsed_holds
from src.application.selling.store_sales import store_sales
from src.domain.entities.cart import require_unchanged_cart
from src.domain.entities.event import Event
from src.domain.errors import CodeCollision, IdempotencyInProgress, InUse, TicketingError
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.services.allocation import allocate
from src.domain.services.checkout import AllocatedPlaces
from src.domain.shared.codes import RandomCode

Answer = Outcome[Sale] | Exception
Recalled = Mapping[IdempotentRequest, Sale | TicketingError]


class SellBatch:
    """The batch function of a sales lane: decides purchases of one event and stores the sales."""

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

    async def execute(self, event_id: int, purchases: Sequence[Purchase]) -> list[Answer]:
        """Return an outcome or a refusal for each purchase, in order.

        When the transaction of several purchases fails, each is tried alone, so that one that
        cannot be stored does not fail the others. Raises what refuses all, such as NotFound.
        """
        try:
            return await self._sell(event_id, purchases)
        except (CodeCollision, IdempotencyInProgress):
            pass
        except TicketingError:
            raise
        except Exception:
            if len(purchases) == 1:
                raise
        return [await self._sell_alone(event_id, purchase) for purchase in purchases]

    async def _sell_alone(self, event_id: int, purchase: Purchase) -> Answer:
        async def attempt() -> Answer:
            (answer,) = await self._sell(event_id, [purchase])
            return answer

        try:
            return await retry_on_code_collision(attempt)
        except Exception as error:
            return error

    async def _sell(self, event_id: int, purchases: Sequence[Purchase]) -> list[Answer]:
        async with self._unit_of_work() as uow:
            # Before waiting for the event's lock: the repetition of a request that still runs in
            # another process is refused immediately.
            recalled = await _recall(uow, purchases)
            event, ticket_types = await uow.events.lock_for_sale(event_id)
            # Read after the wait for the lock, during which sales may have closed.
            now = self._clock()
            has_released = event.tickets_held and await release_lapsed_holds(uow, event_id, now)
            if has_released:
                event, ticket_types = await uow.events.read_for_sale(event_id)
            answers = await _answer_without_stock(uow, event, purchases, recalled)
            deciding = [(i, purchase) for i, purchase in enumerate(purchases) if i not in answers]
            requests = [purchase.request(event) for _, purchase in deciding]
            codes = [(request.discount_id, request.buyer_id) for request in requests]
            uses = await read_discount_uses(uow, codes)
            stock = await read_stock(uow, event, ticket_types, requests, uses)
            sold: list[tuple[Purchase, Sale]] = []
            for (i, purchase), places in zip(deciding, allocate(stock, requests, now), strict=True):
                if isinstance(places, TicketingError):
                    answers[i] = places
                    continue
                sale = make_sale(
                    purchase,
                    [AllocatedPlaces(event, places)],
                    discount=uses.get(purchase.discount_id) if uses else None,
                    hold_for=self._hold_for,
                    now=now,
                    random_code=self._random_code,
                )
                answers[i] = Outcome(sale)
                sold.append((purchase, sale))
            if sold:
                await _store(uow, sold)
            if sold or has_released:
                await uow.commit()
        return [answers[i] for i in range(len(purchases))]


async def _recall(uow: UnitOfWork, purchases: Sequence[Purchase]) -> Recalled:
    keys = {key for purchase in purchases if (key := purchase.idempotency) is not None}
    return await uow.idempotency_keys.recall(list(keys), Sale) if keys else {}


async def _answer_without_stock(
    uow: UnitOfWork, event: Event, purchases: Sequence[Purchase], recalled: Recalled
) -> dict[int, Answer]:
    """The answers that do not depend on stock: replays, keys in use, and refused buyers."""
    other_ids = {
        purchase.user_id for purchase in purchases if purchase.buyer_id != purchase.actor.id
    }
    users = (
        await uow.users.by_ids([user_id for user_id in other_ids if user_id]) if other_ids else {}
    )
    buyers = {purchase.buyer_id for purchase in purchases if purchase.cart is not None}
    carts = await uow.carts.lock(buyers) if buyers else {}
    answers: dict[int, Answer] = {}
    seen: set[tuple[int, str]] = set()
    for i, purchase in enumerate(purchases):
        if (key := purchase.idempotency) is not None:
            if (key.caller_id, key.key) in seen:
                answers[i] = IdempotencyInProgress()
                continue
            seen.add((key.caller_id, key.key))
            match recalled.get(key):
                case Sale() as earlier:
                    answers[i] = Outcome(earlier, is_replayed=True)
                    continue
                case TicketingError() as refusal:
                    answers[i] = refusal
                    continue
        try:
            event.require_buyer(purchase.actor, purchase.user_id, users)
            if purchase.cart is not None:
                if purchase.buyer_id not in carts:
                    raise InUse("This cart is being checked out already.")
                require_unchanged_cart(purchase.cart, carts.pop(purchase.buyer_id))
        except TicketingError as refusal:
            answers[i] = refusal
    return answers


async def _store(uow: UnitOfWork, sold: Sequence[tuple[Purchase, Sale]]) -> None:
    await store_sales(uow, [(purchase.actor, sale) for purchase, sale in sold])
    carts = [purchase.buyer_id for purchase, _ in sold if purchase.cart is not None]
    if carts:
        await uow.carts.empty(carts)
    answers = {
        purchase.idempotency: sale for purchase, sale in sold if purchase.idempotency is not None
    }
    if answers:
        await uow.idempotency_keys.remember(answers)
