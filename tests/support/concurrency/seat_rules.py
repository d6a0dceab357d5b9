"""Rules about numbered seats: by their ids or chosen by the system, booked or held."""

from collections.abc import Coroutine
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.support.concurrency.base_machine import BUYERS, CHOICES, BaseMachine
from tests.support.purchases import buying

SEATS = st.lists(CHOICES, min_size=1, max_size=2, unique=True)
CLAIMS = st.lists(st.tuples(BUYERS, SEATS), min_size=2, max_size=4)


class SeatRules(BaseMachine):
    """An event in a hall of six seats, beside whatever else there is."""

    def open_hall(self) -> None:
        """Put an event with reserved seating on sale; it is what these rules sell."""
        self.hall, self.seat_ids = self.world.open_hall()
        self.may_have_changed = True
        self.everything_is_in_order()

    @rule(buyer=BUYERS, seats=SEATS, is_best=st.booleans(), is_held=st.booleans())
    def claim_seats(self, buyer: int, seats: list[int], is_best: bool, is_held: bool) -> None:
        wanted = {"is_best_available": True} if is_best else {"seat_ids": self.named(seats)}
        name = "best_seats" if is_best else "seats"
        sale = self.claim(buyer, len(seats), is_held=is_held, **wanted)
        for outcome in self.attempt(f"{'hold' if is_held else 'book'}_{name}", sale):
            claimed = seats_of(outcome.result)
            assert len(set(claimed) & set(self.seat_ids)) == len(seats)
            assert is_best or tuple(claimed) == self.named(seats)
            self.take([outcome.result])

    @rule(claims=CLAIMS, best=BUYERS)
    def claim_seats_side_by_side(self, claims: list[tuple[int, list[int]]], best: int) -> None:
        sales = [
            self.claim(buyer, len(seats), is_held=False, seat_ids=self.named(seats))
            for buyer, seats in claims
        ]
        sales.append(self.claim(best, 1, is_held=True, is_best_available=True))
        outcomes = self.attempt("book_seats_side_by_side", *sales)
        self.take([outcome.result for outcome in outcomes])

    def claim(
        self, buyer: int, quantity: int, *, is_held: bool, **wanted: Any
    ) -> Coroutine[Any, Any, Any]:
        purchase = buying(self.world.buyers[buyer], self.hall, quantity, **wanted)
        use_case = self.use_cases.reserve_tickets if is_held else self.use_cases.book_tickets
        sale: Coroutine[Any, Any, Any] = use_case().execute(purchase)
        return sale

    def named(self, numbers: list[int]) -> tuple[int, ...]:
        return tuple(self.seat_ids[number] for number in numbers)


def seats_of(booking: Any) -> list[int]:
    """The ids of the booking's seats, one for each ticket."""
    return [ticket.seat.id for ticket in booking.tickets]
