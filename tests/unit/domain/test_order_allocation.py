"""The lines of an order are allocated together or not at all, amid everybody else's."""

from collections import Counter
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from src.domain.entities.discount import Discount
from src.domain.entities.event import Event, Seating
from src.domain.entities.ticket import Place
from src.domain.entities.ticket_type import TicketType
from src.domain.errors import DiscountInvalid, TicketingError
from src.domain.services.allocation import (
    MAX_LIVE_HOLDS,
    AllocationRequest,
    Stock,
    TicketRequest,
    allocate,
)
from src.domain.services.discount_uses import DiscountUses
from tests.support.allocation import (
    NOW,
    SEATS,
    Ledger,
    Outcome,
    alone,
    make_event,
    make_type,
    numbers,
    places_of,
    readable,
    requests,
    seat_requests,
    seats,
    tickets,
    together,
)
from tests.support.discounts import make_discount


def orders(items: st.SearchStrategy[TicketRequest]) -> st.SearchStrategy[AllocationRequest]:
    """One to three lines of one buyer, perhaps with a code."""
    return st.builds(
        AllocationRequest,
        buyer_id=st.integers(1, 3),
        items=st.lists(items, min_size=1, max_size=3).map(tuple),
        is_hold=st.booleans(),
        discount_ids=st.sampled_from([(), (), (1,), (2,)]),
    )


@st.composite
def codes(draw: st.DrawFn) -> dict[int, Discount]:
    """Two codes of an admin that are used up soon, the second one for the first type alone."""
    few = st.none() | st.integers(0, 2)
    return {
        number: make_discount(
            id=number,
            code=f"CODE{number}",
            owner_id=None,
            ticket_type_id=None if number == 1 else 1,
            max_uses=draw(few),
            max_uses_per_user=draw(few),
        )
        for number in (1, 2)
    }


class Shop(Ledger):
    """Sells one by one, a order line by line, and starts over when a line is refused."""

    def __init__(
        self, event: Event, types: list[TicketType], discounts: Mapping[int, Discount]
    ) -> None:
        super().__init__(event, types)
        self.discounts = deepcopy(dict(discounts))
        self.used_by_user: Counter[tuple[int, int]] = Counter()

    def stock(self) -> Stock:
        return Stock(
            self.event,
            self.types,
            held_by_buyer=self.tickets,
            holds_by_buyer=self.holds,
            seats=SEATS,
            taken_seat_ids=self.taken,
            discount_uses=DiscountUses(deepcopy(self.discounts), self.used_by_user),
        )

    def sell_all(self, request: AllocationRequest) -> Outcome:
        before = deepcopy(vars(self))
        try:
            return self._sell_items(request)
        except TicketingError as refusal:
            vars(self).update(before)
            return refusal

    def _sell_items(self, request: AllocationRequest) -> list[Place]:
        places: list[Place] = []
        for number, item in enumerate(request.items):
            outcome = self.sell(
                alone(request.buyer_id, item, is_hold=request.is_hold and number == 0)
            )
            if isinstance(outcome, TicketingError):
                raise outcome
            places += outcome
        for discount_id in request.discount_ids:
            self._use_code(discount_id, request)
        return places

    def _use_code(self, discount_id: int, request: AllocationRequest) -> None:
        buyer_id = request.buyer_id
        discount = self.discounts[discount_id]
        used = self.used_by_user[discount_id, buyer_id]
        wanted = {item.ticket_type_id for item in request.items}
        if not any(discount.covers(self.event, type_id) for type_id in wanted if type_id):
            raise DiscountInvalid("not_applicable", "This discount code is not for these tickets.")
        discount.require_usable(used_by_user=used, now=NOW)
        discount.used += 1
        self.used_by_user[discount_id, buyer_id] += 1


def assert_equals_one_by_one(
    event: Event,
    types: list[TicketType],
    discounts: Mapping[int, Discount],
    batch: Sequence[AllocationRequest],
) -> Shop:
    """Selling together has the outcome of selling one by one; returns the shop after that."""
    shop = Shop(event, types, discounts)
    one_by_one = [readable(shop.sell_all(request)) for request in batch]
    at_once = allocate(Shop(event, types, discounts).stock(), batch, NOW)
    assert [readable(outcome) for outcome in at_once] == one_by_one
    return shop


@settings(derandomize=True)
@given(
    capacity=st.integers(0, 16),
    type_capacities=st.lists(st.integers(0, 8), min_size=1, max_size=3),
    limit=st.none() | st.integers(1, 6),
    discounts=codes(),
    batch=st.lists(requests | orders(numbers), max_size=10),
)
def test_batch_with_orders_equals_one_by_one_in_general_seating(
    capacity: int,
    type_capacities: list[int],
    limit: int | None,
    discounts: dict[int, Discount],
    batch: list[AllocationRequest],
) -> None:
    event = make_event(Seating.GENERAL, capacity, limit)
    types = [make_type(number, size) for number, size in enumerate(type_capacities, 1)]
    shop = assert_equals_one_by_one(event, types, discounts, batch)
    assert shop.event.total_tickets_sold <= capacity
    assert all(ticket_type.sold <= ticket_type.capacity for ticket_type in shop.types)
    assert limit is None or all(count <= limit for count in shop.tickets.values())


@settings(derandomize=True)
@given(
    has_rest_type=st.booleans(),
    limit=st.none() | st.integers(1, 10),
    discounts=codes(),
    batch=st.lists(seat_requests | orders(seats), max_size=10),
)
def test_batch_with_orders_equals_one_by_one_with_seats(
    has_rest_type: bool,
    limit: int | None,
    discounts: dict[int, Discount],
    batch: list[AllocationRequest],
) -> None:
    event = make_event(Seating.RESERVED, len(SEATS), limit)
    types = [make_type(1, 10, "A"), make_type(2, 10, None if has_rest_type else "B")]
    shop = assert_equals_one_by_one(event, types, discounts, batch)
    assert len(shop.taken) == shop.event.total_tickets_sold


def two_types(**discounts: Discount) -> Stock:
    """Three tickets of each of two types, of four in all."""
    event = make_event(Seating.GENERAL, 4, None)
    by_id = {discount.id: discount for discount in discounts.values()}
    return Shop(event, [make_type(1, 3), make_type(2, 3)], by_id).stock()


def seated(*taken: int) -> Stock:
    """Sections A and B with ten seats each."""
    shop = Shop(
        make_event(Seating.RESERVED, len(SEATS), None),
        [make_type(1, 10, "A"), make_type(2, 10, "B")],
        {},
    )
    shop.taken = set(taken)
    return shop.stock()


def refusal_of(outcome: Outcome) -> str:
    assert isinstance(outcome, TicketingError)
    return outcome.code


def test_order_has_the_places_of_all_its_lines_in_order() -> None:
    (outcome,) = allocate(two_types(), [together(tickets(1, 2), tickets(2, 1))], NOW)
    assert places_of(outcome) == [(2, None), (1, None), (1, None)]


def test_refused_order_leaves_everything_to_the_next() -> None:
    wanted = [together(tickets(3, 1), tickets(2, 2)), together(tickets(3, 1), tickets(1, 2))]
    refused, sold = allocate(two_types(), wanted, NOW)
    assert refusal_of(refused) == "insufficient_tickets"
    assert places_of(sold) == [(1, None)] * 3 + [(2, None)]


def test_refused_order_does_not_count_towards_the_limit_of_its_buyer() -> None:
    event = make_event(Seating.GENERAL, 10, 3)
    stock = Shop(event, [make_type(1, 10), make_type(2, 0)], {}).stock()
    refused, sold = allocate(
        stock, [together(tickets(3, 1), tickets(1, 2)), together(tickets(3, 1))], NOW
    )
    assert refusal_of(refused) == "ticket_limit_exceeded"
    assert len(places_of(sold)) == 3


def test_lines_of_an_order_count_together_towards_the_limit() -> None:
    event = make_event(Seating.GENERAL, 10, 3)
    stock = Shop(event, [make_type(1, 10), make_type(2, 10)], {}).stock()
    wanted = [together(tickets(2, 1), tickets(2, 2)), together(tickets(2, 1), tickets(1, 2))]
    refused, sold = allocate(stock, wanted, NOW)
    assert refusal_of(refused) == "ticket_limit_exceeded"
    assert len(places_of(sold)) == 3


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_order_is_one_hold_and_a_refused_one_is_none(lines: int) -> None:
    stock = Shop(make_event(Seating.GENERAL, 50, None), [make_type(1, 50)], {}).stock()
    held = together(*[tickets(1, 1)] * lines, is_hold=True)
    too_much = together(tickets(1, 1), tickets(60, 1), is_hold=True)
    outcomes = allocate(stock, [too_much] + [held] * (MAX_LIVE_HOLDS + 1), NOW)
    assert refusal_of(outcomes[0]) == "insufficient_tickets"
    assert [len(places_of(outcome)) for outcome in outcomes[1:-1]] == [lines] * MAX_LIVE_HOLDS
    assert refusal_of(outcomes[-1]) == "ticket_limit_exceeded"


def test_seats_of_a_refused_order_are_free_again() -> None:
    by_id = [tickets(1, 1, seat_ids=(seat_id,)) for seat_id in (3, 4)]
    taken = tickets(1, 1, seat_ids=(1,))
    outcomes = allocate(seated(1), [together(*by_id, taken), together(*by_id)], NOW)
    assert refusal_of(outcomes[0]) == "seat_taken"
    assert places_of(outcomes[1]) == [(1, 3), (1, 4)]


def test_seat_named_twice_in_an_order_refuses_it() -> None:
    twice = tickets(1, 1, seat_ids=(3,))
    refused, sold = allocate(seated(), [together(twice, twice), together(twice)], NOW)
    assert refusal_of(refused) == "seat_taken"
    assert places_of(sold) == [(1, 3)]


def test_seats_of_a_refused_order_are_chosen_again() -> None:
    best = tickets(2, 1, is_best_available=True)
    too_many = tickets(11, 2, is_best_available=True)
    both = together(best, tickets(1, 2, is_best_available=True))
    wanted = [together(best), together(best, too_many), both]
    first, refused, second = allocate(seated(), wanted, NOW)
    assert places_of(first) == [(1, 1), (1, 2)]
    assert refusal_of(refused) == "insufficient_tickets"
    # Seats 3 and 4 would leave a lone one.
    assert places_of(second) == [(1, 6), (1, 7), (2, 11)]


@pytest.mark.parametrize(
    ("limits", "buyers", "expected"),
    [
        ({"max_uses": 2}, [1, 2, 3], [None, None, "used_up"]),
        ({"max_uses": 2, "used": 1}, [1, 2], [None, "used_up"]),
        ({"max_uses_per_user": 1}, [1, 2, 1], [None, None, "used_up_by_you"]),
        ({"max_uses_per_user": 1, "max_uses": 1}, [1, 1, 2], [None, "used_up", "used_up"]),
    ],
)
def test_code_counts_as_often_as_it_may_within_a_batch(
    limits: dict[str, Any], buyers: list[int], expected: list[str | None]
) -> None:
    stock = two_types(code=make_discount(id=1, owner_id=None, **limits))
    wanted = [together(tickets(1, 1), buyer_id=buyer_id, discount_id=1) for buyer_id in buyers]
    outcomes = allocate(stock, wanted, NOW)
    assert [
        outcome.facts["reason"] if isinstance(outcome, DiscountInvalid) else None
        for outcome in outcomes
    ] == expected


def test_earlier_uses_of_the_buyer_count() -> None:
    code = make_discount(id=1, owner_id=None, max_uses_per_user=1)
    stock = Stock(
        make_event(Seating.GENERAL, 4, None),
        [make_type(1, 4)],
        discount_uses=DiscountUses({1: code}, {(1, 7): 1, (2, 8): 1}),
    )
    wanted = [together(tickets(1, 1), buyer_id=buyer_id, discount_id=1) for buyer_id in (7, 8)]
    refused, sold = allocate(stock, wanted, NOW)
    assert refusal_of(refused) == "discount_invalid"
    assert len(places_of(sold)) == 1


def test_refused_order_does_not_use_its_code_up() -> None:
    code = make_discount(id=1, owner_id=None, max_uses=1, max_uses_per_user=1)
    wanted = [
        together(tickets(1, 1), tickets(9, 2), discount_id=1),
        together(tickets(1, 1), discount_id=1),
    ]
    refused, sold = allocate(two_types(code=code), wanted, NOW)
    assert refusal_of(refused) == "insufficient_tickets"
    assert len(places_of(sold)) == 1


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"ticket_type_id": 2}, "not_applicable"),
        ({"event_id": 99}, "not_applicable"),
        ({"valid_until": NOW}, "expired"),
        ({"valid_from": NOW + timedelta(seconds=1)}, "not_started"),
        ({"deleted_at": NOW}, "unknown"),
    ],
)
def test_code_that_does_not_count_refuses_the_order_and_takes_nothing(
    fields: dict[str, Any], reason: str
) -> None:
    code = make_discount(id=1, **{"owner_id": None, **fields})
    refused, sold = allocate(
        two_types(code=code), [together(tickets(3, 1), discount_id=1), together(tickets(3, 1))], NOW
    )
    assert isinstance(refused, DiscountInvalid)
    assert refused.facts == {"reason": reason}
    assert len(places_of(sold)) == 3
