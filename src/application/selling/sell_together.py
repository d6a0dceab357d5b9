"""Sales of tickets of many events to all purchases waiting for them, in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import Lanes
from src.application.ports.database import Clock, UnitOfWork, UnitOfWorkFactory
from src.application.selling.batches import (
    Answer,
    Progress,
    answer_at_once,
    earlier_answers,
    is_about_all,
    store_sold,
)
from src.application.selling.purchase import Purchase, Sale, make_sale
from src.application.selling.read_stock import Asked, read_stocks, release_lapsed_holds
from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType
from src.domain.errors import TicketingError, Unavailable
from src.domain.services.allocation import AllocationRequest, Stock, allocate_together
from src.domain.services.checkout import AllocatedPlaces
from src.domain.shared.codes import RandomCode

Events = Mapping[int, tuple[Event, Sequence[TicketType]]]


@dataclass(frozen=True, slots=True)
class Left:
    """Nothing was decided: the purchase has to be sold by itself, or in the lane of its event."""


JointLanes = Lanes[None, Purchase, Outcome[Sale] | Left]
"""The one lane of the events that few people buy tickets of at a time."""


class SellTogether:
    """The batch function of the joint lane: it waits for no event that somebody else has locked.

    Each purchase names one or more events, and no code: codes are locked last, and in order.
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

    async def execute(self, _: None, purchases: Sequence[Purchase]) -> list[Answer | Left]:
        """Return an outcome, a refusal, or `Left` for each purchase, in order.

        Raises Unavailable for all during an outage: nothing is tried again then.
        """
        progress = Progress()
        try:
            answers = await self._sell(purchases, progress)
        except Exception as error:
            if isinstance(error, Unavailable) and is_about_all(error, progress):
                raise
            # Nothing was stored. A fault that one purchase has must not fail its neighbours.
            answers = {}
        return [answers.get(place, Left()) for place in range(len(purchases))]

    async def _sell(self, purchases: Sequence[Purchase], progress: Progress) -> dict[int, Answer]:
        """The answers by the place of their purchases."""
        async with self._unit_of_work() as uow:
            recalled = await earlier_answers(uow, purchases)
            free, buyer_ids = await uow.events.lock_free_for_sale(
                {event_id for purchase in purchases for event_id in purchase.event_ids},
                {purchase.buyer_id for purchase in purchases},
            )
            progress.has_event = True
            now = self._clock()
            events, has_released = await _with_lapsed_released(uow, free, now)
            here = {place: p for place, p in enumerate(purchases) if p.event_ids <= events.keys()}
            known = {event_id: event for event_id, (event, _) in events.items()}
            answers = await answer_at_once(uow, known, here, recalled, buyer_ids)
            wanted = {
                place: _Wanted.of(purchase, known)
                for place, purchase in here.items()
                if place not in answers
            }
            stocks = await _read_stocks(uow, events, wanted.values())
            sold: list[tuple[Purchase, Sale]] = []
            for place, each in wanted.items():
                try:
                    allocated = each.allocate(stocks, now)
                except TicketingError as refusal:
                    answers[place] = refusal
                    continue
                sale = make_sale(
                    each.purchase,
                    allocated,
                    discount=None,
                    hold_for=self._hold_for,
                    now=now,
                    random_code=self._random_code,
                )
                answers[place] = Outcome(sale)
                sold.append((each.purchase, sale))
            if sold:
                await store_sold(uow, sold)
            if sold or has_released:
                progress.is_committing = True
                await uow.commit()
        return answers


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A purchase with its events, by id, and what it asks for of each."""

    purchase: Purchase
    of_events: list[tuple[Event, AllocationRequest]]

    @classmethod
    def of(cls, purchase: Purchase, known: Mapping[int, Event]) -> "_Wanted":
        events = [known[event_id] for event_id in sorted(purchase.event_ids)]
        return cls(purchase, [(event, purchase.request(event)) for event in events])

    def allocate(self, stocks: Mapping[int, Stock], now: datetime) -> list[AllocatedPlaces]:
        """Take all of it out of the stocks, or nothing. Raises its refusal."""
        places = allocate_together(
            [(stocks[event.id], request) for event, request in self.of_events], now
        )
        return [
            AllocatedPlaces(event, taken)
            for (event, _), taken in zip(self.of_events, places, strict=True)
        ]


async def _with_lapsed_released(
    uow: UnitOfWork, events: Events, now: datetime
) -> tuple[Events, bool]:
    """The events after their lapsed holds were released, and whether there were any."""
    holding = [event.id for event, types in events.values() if event.has_holds(types)]
    lapsed = await release_lapsed_holds(uow, holding, now) if holding else []
    changed = {event_id for event_id, _ in lapsed}
    again = {event_id: await uow.events.read_for_sale(event_id) for event_id in changed}
    return {**events, **again}, bool(lapsed)


async def _read_stocks(
    uow: UnitOfWork, events: Events, wanted: Iterable[_Wanted]
) -> dict[int, Stock]:
    """The stocks of the events that are asked for."""
    requests: dict[int, list[AllocationRequest]] = {}
    for each in wanted:
        for event, request in each.of_events:
            requests.setdefault(event.id, []).append(request)
    return await read_stocks(uow, [Asked(*events[e], asking) for e, asking in requests.items()])
