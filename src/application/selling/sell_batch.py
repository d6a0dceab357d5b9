"""Sales of tickets of one event to all purchases waiting in its lane, in one transaction."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from src.application.concurrency.idempotency import Outcome, retry_on_code_collision
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
from src.domain.entities.event import Event
from src.domain.errors import (
    CodeCollision,
    IdempotencyInProgress,
    InUse,
    TicketingError,
    Unavailable,
)
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.services.allocation import allocate
from src.domain.services.checkout import AllocatedPlaces
from src.domain.shared.codes import RandomCode

Answer = Outcome[Sale] | Exception
Recalled = Mapping[IdempotentRequest, Sale | TicketingError]


@dataclass(slots=True)
class _Progress:
    """How far a transaction has come, which decides what its failure means."""

    has_event: bool = False
    is_committing: bool = False


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

        Raises what refuses them all: the event is not there, or cannot be reached. Whatever
        fails after that is one purchase's own, and must not fail its neighbours: when the
        transaction of several fails, each is tried by itself.
        """
        progress = _Progress()
        try:
            return await self._sell(event_id, purchases, progress)
        except (CodeCollision, IdempotencyInProgress):
            pass
        except Exception as error:
            if len(purchases) == 1 or _is_about_all(error, progress):
                raise
        return await self._sell_one_by_one(event_id, purchases)

    async def _sell_one_by_one(self, event_id: int, purchases: Sequence[Purchase]) -> list[Answer]:
        answers: list[Answer] = []
        for purchase in purchases:
            progress = _Progress()
            try:
                answers.append(await self._sell_alone(event_id, purchase, progress))
            except Exception as error:
                if _is_about_all(error, progress):
                    # Nobody waits again for what has just turned out to be away.
                    return answers + [error] * (len(purchases) - len(answers))
                answers.append(error)
        return answers

    async def _sell_alone(self, event_id: int, purchase: Purchase, progress: _Progress) -> Answer:
        async def attempt() -> Answer:
            (answer,) = await self._sell(event_id, [purchase], progress)
            return answer

        return await retry_on_code_collision(attempt)

    async def _sell(
        self, event_id: int, purchases: Sequence[Purchase], progress: _Progress
    ) -> list[Answer]:
        progress.has_event = progress.is_committing = False
        buyer_ids = {purchase.buyer_id for purchase in purchases}
        async with self._unit_of_work(touches=Touches(event_ids=[event_id])) as uow:
            # Before waiting for the event's lock: the repetition of a request that still runs in
            # another process is refused immediately.
            recalled = await _recall(uow, purchases)
            locked = await uow.events.lock_for_sale(event_id, buyer_ids)
            progress.has_event = True
            event, ticket_types = locked.event, locked.ticket_types
            # The wait for the lock may be what makes a sale too late.
            now = self._clock()
            has_holds = event.has_holds(ticket_types)
            has_released = has_holds and await release_lapsed_holds(uow, event_id, now)
            if has_released:
                event, ticket_types = await uow.events.read_for_sale(event_id)
            # Before carts and codes, by the order of locks.
            await end_lapsed_uses(uow, _codes(purchases), now)
            answers = await _answer_at_once(uow, event, purchases, recalled, locked.buyer_ids)
            deciding = [(i, purchase) for i, purchase in enumerate(purchases) if i not in answers]
            requests = [purchase.request(event) for _, purchase in deciding]
            buyers = {request.buyer_id for request in requests}
            uses = await read_discount_uses(uow, _codes(p for _, p in deciding), buyers, now)
            stock = await read_stock(uow, event, ticket_types, requests, uses)
            sold: list[tuple[Purchase, Sale]] = []
            decided = zip(deciding, requests, allocate(stock, requests, now), strict=True)
            for (i, purchase), request, places in decided:
                if isinstance(places, TicketingError):
                    answers[i] = places
                    continue
                sale = make_sale(
                    purchase,
                    [AllocatedPlaces(event, places)],
                    discount=uses.given_to(request) if uses else None,
                    hold_for=self._hold_for,
                    now=now,
                    random_code=self._random_code,
                )
                answers[i] = Outcome(sale)
                sold.append((purchase, sale))
            if sold:
                await _store(uow, sold)
            if sold or has_released:
                progress.is_committing = True
                await uow.commit()
        return [answers[i] for i in range(len(purchases))]


def _codes(purchases: Iterable[Purchase]) -> set[int]:
    return {discount_id for purchase in purchases for discount_id in purchase.discount_ids}


def _is_about_all(error: Exception, progress: _Progress) -> bool:
    """Whether it is the event's own refusal, or an outage, and no single purchase's fault.

    Before the event's lock is held nothing is anybody's own; and while it commits an outage
    leaves open what was done, so that nothing may be tried again.
    """
    if not progress.has_event:
        return True
    return progress.is_committing and isinstance(error, Unavailable)


async def _recall(uow: UnitOfWork, purchases: Sequence[Purchase]) -> Recalled:
    keys = {key for purchase in purchases if (key := purchase.idempotency) is not None}
    return await uow.idempotency_keys.recall(list(keys), Sale) if keys else {}


async def _answer_at_once(
    uow: UnitOfWork,
    event: Event,
    purchases: Sequence[Purchase],
    recalled: Recalled,
    held_buyers: Collection[int],
) -> dict[int, Answer]:
    """The answers that need no stock: replays, keys in use, purchases that are not authorized."""
    not_held = {purchase.buyer_id for purchase in purchases} - set(held_buyers)
    named = {purchase.user_id for purchase in purchases if purchase.buyer_id != purchase.actor.id}
    looked_up = [user_id for user_id in named | not_held if user_id]
    users = await uow.users.by_ids(looked_up) if looked_up else {}
    buyers = {purchase.buyer_id for purchase in purchases if purchase.cart is not None}
    # Somebody's own cart, held up by themselves, holds up nobody else.
    carts = await uow.carts.lock(buyers, skip_locked=True) if buyers else {}
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
            if purchase.buyer_id in not_held:
                raise why_not_held(purchase.buyer_id, users)
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
