"""What every machine of use cases has: a world, what was bought in it, and records that balance."""

from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant

from src.domain.entities import booking as entities
from tests.support.concurrency.use_cases import UseCases
from tests.support.concurrency.world import World, illegal_transitions

SALES = {
    *("book", "book_side_by_side", "hold", "book_seats_side_by_side"),
    *("book_seats", "book_best_seats", "hold_seats", "hold_best_seats"),
}

Result = TypeVar("Result")
Booking = tuple[int, int]
"""Its id and its buyer's number."""

# Samples, since integers would lean towards the smallest, and sell little.
CHOICES = st.sampled_from(range(6))
BUYERS = st.sampled_from(range(3))


class BaseMachine(RuleBasedStateMachine):
    """Runs use cases and recounts everything after each step; it has no rules of its own."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.use_cases = UseCases(world.container)
        world.begin()
        self.seen = world.look()
        self.may_have_changed = False
        self.steps = 0
        self.bookings: list[Booking] = []
        self.holds: list[Booking] = []

    def attempt(self, name: str, *efforts: Coroutine[Any, Any, Result]) -> list[Result]:
        had_lapsed = self.world.has_lapsed()
        results = self.world.attempt(name, *efforts)
        # A sale that is refused has still freed what it found lapsed.
        self.may_have_changed = bool(results) or (name in SALES and had_lapsed)
        return results

    def take(self, bookings: Sequence[entities.Booking]) -> None:
        numbers = {actor.id: number for number, actor in enumerate(self.world.buyers)}
        for booking in bookings:
            limit = self.world.limit_of(booking.event_id)
            live = self.world.live_tickets(booking.event_id, booking.user_id)
            assert limit is None or live <= limit
            known = (booking.id, numbers[booking.user_id])
            self.bookings.append(known)
            if booking.status is entities.BookingStatus.PENDING:
                self.holds.append(known)

    @invariant()
    def everything_is_in_order(self) -> None:
        self.steps += 1
        before, self.seen = self.seen, self.world.look()
        assert self.seen.wrong == []
        if not self.may_have_changed:
            assert self.seen.rows == before.rows
        self.may_have_changed = False
        assert illegal_transitions(before, self.seen) == []
