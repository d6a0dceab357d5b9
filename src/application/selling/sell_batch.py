"""Sales of tickets of one event to all purchases waiting in its lane, in one transaction."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from src.application.concurrency.idempotency import Outcome, retry_on_code_collision
from src.application.ports.database import Clock, Touches, UnitOfWorkFactory
from src.application.selling.batches import (
    Answer,
    Progress,
    answer_at_once,
    earlier_answers,
    is_about_all,
    store_sold,
)
from src.application.selling.purchase import Purchase, Sale, make_sale
from src.application.selling.read_stock import (
    end_lapsed_uses,
    read_discount_uses,
    read_stock,
    release_lapsed_holds,
)
from src.domain.errors import (
    CodeCollision,
    IdempotencyInProgress,
    TicketingError,
)
from src.domain.services.allocation import allocate
from src.domain.services.checkout import AllocatedPlaces
from src.domain.shared.codes import RandomCode


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
        progress = Progress()
        try:
            return await self._sell(event_id, purchases, progress)
        except (CodeCollision, IdempotencyInProgress):
            pass
        except Exception as error:
            if len(purchases) == 1 or is_about_all(error, progress):
                raise
        return await self._sell_one_by_one(event_id, purchases)

    async def _sell_one_by_one(self, event_id: int, purchases: Sequence[Purchase]) -> list[Answer]:
        answers: list[Answer] = []
        for purchase in purchases:
            progress = Progress()
            try:
                answers.append(await self._sell_alone(event_id, purchase, progress))
            except Exception as error:
                if is_about_all(error, progress):
                    # Nobody waits again for what has just turned out to be away.
                    return answers + [error] * (len(purchases) - len(answers))
                answers.append(error)
        return answers

    async def _sell_alone(self, event_id: int, purchase: Purchase, progress: Progress) -> Answer:
        async def attempt() -> Answer:
            (answer,) = await self._sell(event_id, [purchase], progress)
            return answer

        return await retry_on_code_collision(attempt)

    async def _sell(
        self, event_id: int, purchases: Sequence[Purchase], progress: Progress
    ) -> list[Answer]:
        progress.has_event = progress.is_committing = False
        buyer_ids = {purchase.buyer_id for purchase in purchases}
        async with self._unit_of_work(touches=Touches(event_ids=[event_id])) as uow:
            # Before waiting for the event's lock: the repetition of a request that still runs in
            # another process is refused immediately.
            recalled = await earlier_answers(uow, purchases)
            locked = await uow.events.lock_for_sale(event_id, buyer_ids)
            progress.has_event = True
            event, ticket_types = locked.event, locked.ticket_types
            # The wait for the lock may be what makes a sale too late.
            now = self._clock()
            has_holds = event.has_holds(ticket_types)
            has_released = has_holds and bool(await release_lapsed_holds(uow, [event_id], now))
            if has_released:
                event, ticket_types = await uow.events.read_for_sale(event_id)
            # Before carts and codes, by the order of locks.
            await end_lapsed_uses(uow, _codes(purchases), now)
            by_place = dict(enumerate(purchases))
            answers = await answer_at_once(
                uow, {event_id: event}, by_place, recalled, locked.buyer_ids
            )
            deciding = [(i, purchase) for i, purchase in by_place.items() if i not in answers]
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
                await store_sold(uow, sold)
            if sold or has_released:
                progress.is_committing = True
                await uow.commit()
        return [answers[i] for i in range(len(purchases))]


def _codes(purchases: Iterable[Purchase]) -> set[int]:
    return {discount_id for purchase in purchases for discount_id in purchase.discount_ids}
