"""One hot event sold by many processes: a simulation of batches, locks, allotments and a queue.

Time is in seconds. What a batch costs is given, not derived: measure it where it is to run. Nothing
here is random but the buyers, who come from a seed.
"""

import random
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

MAX_BATCH = 100


@dataclass(frozen=True, slots=True)
class Costs:
    """What a batch takes: of its process alone, and of the stock that it locks."""

    cpu_each: float = 0.0006
    lock: float = 0.004
    lock_each: float = 0.00008
    move: float = 0.02
    """Tickets moved from another region: a transaction over two rows, far from each other."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the event is sold.

    `allotments` are rows of stock, each sold by an equal part of the `processes`. One that cannot
    serve its next buyer takes a part of the largest other, if `gives_back`. A queue in front admits
    `admitted_per_second` buyers, in the order in which they came.
    """

    processes: int
    allotments: int = 1
    gives_back: bool = True
    admitted_per_second: float | None = None
    waits_for_leases: bool = False
    """Nobody is refused while what they want may be in an allotment that is away."""


@dataclass(frozen=True, slots=True)
class Outage:
    """An allotment whose processes are away; what is left of it comes back when its lease ends."""

    allotment: int
    begins: float
    lease: float


@dataclass(slots=True)
class Buyer:
    """Wants some tickets, and stays where they came in."""

    arrives: float
    wants: int
    allotment: int
    admitted: float = 0.0
    answered: float | None = None
    has_tickets: bool = False


@dataclass(slots=True)
class Result:
    """What came of it."""

    buyers: Sequence[Buyer]
    stock: int
    sold: int = 0
    sold_out: float | None = None
    refused_too_early: int = 0
    """Buyers who were refused although, somewhere, what they wanted was left."""
    moves: int = 0
    sales: list[tuple[float, int]] = field(default_factory=list)

    def waits(self) -> list[float]:
        """Seconds between admission and answer, of those who were answered, in order."""
        return sorted(
            buyer.answered - buyer.admitted for buyer in self.buyers if buyer.answered is not None
        )

    def most_inside(self) -> int:
        """The most buyers at a time who were admitted and not yet answered: open connections."""
        steps = [(buyer.admitted, 1) for buyer in self.buyers]
        steps += [(buyer.answered, -1) for buyer in self.buyers if buyer.answered is not None]
        inside = most = 0
        for _, step in sorted(steps):
            inside += step
            most = max(most, inside)
        return most

    def overtaken(self, by: float) -> int:
        """Buyers without tickets who came so many seconds before somebody who has some."""
        last = max((buyer.arrives for buyer in self.buyers if buyer.has_tickets), default=0.0)
        return sum(
            not buyer.has_tickets and buyer.arrives + by < last
            for buyer in self.buyers
            if buyer.answered is not None
        )


def crowd(number: int, *, allotments: int, skew: float = 0.0, seed: int = 1) -> list[Buyer]:
    """So many buyers, half of them in the first twenty seconds; with a skew more in region 0."""
    chance = random.Random(seed)  # noqa: S311 - a simulation
    weights = [1 + skew * (allotments - 1)] + [1 - skew] * (allotments - 1)
    buyers = [
        Buyer(
            arrives=chance.expovariate(0.6931 / 20),
            wants=chance.choices((1, 2, 3, 4), (20, 55, 10, 15))[0],
            allotment=chance.choices(range(allotments), weights)[0],
        )
        for _ in range(number)
    ]
    return sorted(buyers, key=lambda buyer: buyer.arrives)


def simulate(
    buyers: Sequence[Buyer],
    stock: int,
    plan: Plan,
    costs: Costs | None = None,
    outage: Outage | None = None,
) -> Result:
    """Sell the stock to the buyers. Raises AssertionError if a ticket were sold twice."""
    result = Result(buyers, stock)
    shop = _Shop(stock, plan, costs or Costs(), result, outage)
    shop.run(_admitted(buyers, plan.admitted_per_second))
    assert result.sold + sum(shop.left) == stock
    assert all(left >= 0 for left in shop.left)
    return result


def _admitted(buyers: Iterable[Buyer], rate: float | None) -> Iterator[Buyer]:
    """They enter in the order in which they came."""
    enters = 0.0
    for buyer in buyers:
        enters = buyer.arrives if rate is None else max(buyer.arrives, enters + 1 / rate)
        buyer.admitted = enters
        yield buyer


class _Shop:
    """Processes that take batches of waiting buyers, and rows of stock that each of them locks."""

    def __init__(
        self, stock: int, plan: Plan, costs: Costs, result: Result, outage: Outage | None
    ) -> None:
        self._plan = plan
        self._costs = costs
        self._result = result
        self._outage = outage
        share, rest = divmod(stock, plan.allotments)
        self.left = [share + (number < rest) for number in range(plan.allotments)]
        self._waiting: list[deque[Buyer]] = [deque() for _ in range(plan.allotments)]
        self._free = [plan.processes // plan.allotments] * plan.allotments
        self._unlocked = [0.0] * plan.allotments
        self._parked: list[deque[Buyer]] = [deque() for _ in range(plan.allotments)]
        self._events: list[tuple[float, int, int, list[Buyer] | None]] = []
        self._number = 0

    def run(self, admitted: Iterator[Buyer]) -> None:
        buyer = next(admitted, None)
        while buyer is not None or self._events:
            if buyer is not None and (not self._events or buyer.admitted <= self._events[0][0]):
                place = self._place_of(buyer)
                self._waiting[place].append(buyer)
                self._begin(place, buyer.admitted)
                buyer = next(admitted, None)
                continue
            now, _, place, batch = heappop(self._events)
            if batch is not None:
                self._end(place, batch, now)
            if self._parked[place] and not self._is_away(now):
                # They come before those who came later.
                self._waiting[place].extendleft(reversed(self._parked[place]))
                self._parked[place].clear()
            self._begin(place, now)

    def _place_of(self, buyer: Buyer) -> int:
        """Where they are served: elsewhere while their region is away."""
        if self._is_locked_away(buyer.allotment, buyer.admitted):
            return (buyer.allotment + 1) % self._plan.allotments
        return buyer.allotment

    def _is_away(self, now: float) -> bool:
        outage = self._outage
        return outage is not None and outage.begins <= now < outage.begins + outage.lease

    def _is_locked_away(self, place: int, now: float) -> bool:
        return self._outage is not None and place == self._outage.allotment and self._is_away(now)

    def _begin(self, place: int, now: float) -> None:
        waiting = self._waiting[place]
        if not waiting or not self._free[place]:
            return
        if self._outage and self._is_locked_away(place, now):
            # Who waits there asks again when the lease has ended.
            self._later(self._outage.begins + self._outage.lease, place, None)
            return
        self._free[place] -= 1
        batch = [waiting.popleft() for _ in range(min(len(waiting), MAX_BATCH))]
        costs = self._costs
        asks = now + costs.cpu_each * len(batch)
        locked = max(asks, self._unlocked[place])
        self._unlocked[place] = locked + costs.lock + costs.lock_each * len(batch)
        self._later(self._unlocked[place], place, batch)

    def _end(self, place: int, batch: list[Buyer], now: float) -> None:
        sold = 0
        for buyer in batch:
            if self.left[place] < buyer.wants and self._plan.gives_back:
                now = self._move(place, buyer.wants, now)
            if self._must_wait(buyer, place, now):
                self._parked[place].append(buyer)
                continue
            buyer.answered = now
            if self.left[place] >= buyer.wants:
                self.left[place] -= buyer.wants
                buyer.has_tickets = True
                sold += buyer.wants
            elif sum(self.left) >= buyer.wants:
                self._result.refused_too_early += 1
        if sold:
            self._result.sold += sold
            self._result.sales.append((now, sold))
            if self._result.sold == self._result.stock:
                self._result.sold_out = now
        self._unlocked[place] = max(self._unlocked[place], now)
        self._free[place] += 1

    def _must_wait(self, buyer: Buyer, place: int, now: float) -> bool:
        outage = self._outage
        if not (self._plan.waits_for_leases and outage and self._is_away(now)):
            return False
        if self.left[place] >= buyer.wants or not self.left[outage.allotment]:
            return False
        if not self._parked[place]:
            self._later(outage.begins + outage.lease, place, None)
        return True

    def _move(self, place: int, wanted: int, now: float) -> float:
        """Half of what the largest other has, and at least what is wanted; when it is done."""
        others = [
            number
            for number in range(self._plan.allotments)
            if number != place and not self._is_locked_away(number, now)
        ]
        while self.left[place] < wanted and others:
            giver = max(others, key=self.left.__getitem__)
            if not self.left[giver]:
                break
            amount = min(self.left[giver], max(wanted - self.left[place], self.left[giver] // 2))
            self.left[giver] -= amount
            self.left[place] += amount
            self._result.moves += 1
            now = max(now, self._unlocked[giver]) + self._costs.move
            self._unlocked[giver] = now
        return now

    def _later(self, when: float, place: int, batch: list[Buyer] | None) -> None:
        self._number += 1
        heappush(self._events, (when, self._number, place, batch))
