"""Selling a batch gives what selling one by one gives, for any stock and any requests."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from src.domain.entities.event import Event, Seating
from src.domain.entities.ticket_type import TicketType, TicketTypeStatus
from src.domain.entities.venue import Seat
from src.domain.errors import NotFound, TicketingError, TicketLimitExceeded
from src.domain.services.allocation import Place, SaleRequest, Stock, allocate

NOW = datetime(2030, 1, 1, tzinfo=UTC)
SEATS = tuple(
    Seat(number, section, row, str(place))
    for number, (section, row, place) in enumerate(
        ((section, row, place) for section in "AB" for row in "12" for place in range(1, 6)), 1
    )
)

requests = st.builds(
    SaleRequest,
    buyer_id=st.integers(1, 3),
    quantity=st.integers(1, 4),
    is_hold=st.booleans(),
    ticket_type_id=st.none() | st.integers(1, 3),
)
seat_requests = st.one_of(
    st.lists(st.integers(1, len(SEATS) + 1), min_size=1, max_size=4, unique=True).flatmap(
        lambda ids: st.builds(
            SaleRequest,
            buyer_id=st.integers(1, 3),
            quantity=st.just(len(ids)),
            seat_ids=st.just(tuple(ids)),
        )
    ),
    st.builds(
        SaleRequest,
        buyer_id=st.integers(1, 3),
        quantity=st.integers(1, 6),
        is_best_available=st.just(True),
        section=st.none() | st.sampled_from("ABC"),
        ticket_type_id=st.none() | st.integers(1, 3),
    ),
)


def make_event(seating: Seating, capacity: int, limit: int | None) -> Event:
    return Event(
        id=1,
        title="Any",
        date_time=NOW + timedelta(days=1),
        ends_at=NOW + timedelta(days=2),
        capacity=capacity,
        price=Decimal("10.00"),
        seating=seating,
        max_tickets_per_user=limit,
        organizer_id=9,
    )


def make_type(number: int, capacity: int, section: str | None = None) -> TicketType:
    return TicketType(
        id=number, event_id=1, name=f"T{number}", price=Decimal("10.00"), capacity=capacity,
        section=section,
    )  # fmt: skip


class Ledger:
    """What a database would say between sales that happen one by one."""

    def __init__(self, event: Event, types: list[TicketType]) -> None:
        self.event = event
        self.types = types
        self.tickets: Counter[int] = Counter()
        self.holds: Counter[int] = Counter()
        self.taken: set[int] = set()

    def stock(self) -> Stock:
        return Stock(
            self.event,
            self.types,
            held_by_buyer=self.tickets,
            holds_by_buyer=self.holds,
            seats=SEATS,
            taken_seat_ids=self.taken,
        )

    def sell(self, request: SaleRequest) -> list[Place] | TicketingError:
        (outcome,) = allocate(self.stock(), [request], NOW)
        if isinstance(outcome, TicketingError):
            return outcome
        sold = Counter(place.ticket_type.id for place in outcome)
        self.event = replace(
            self.event, total_tickets_sold=self.event.total_tickets_sold + len(outcome)
        )
        self.types = [replace(one, sold=one.sold + sold[one.id]) for one in self.types]
        self.tickets[request.buyer_id] += len(outcome)
        self.holds[request.buyer_id] += request.is_hold
        self.taken.update(place.seat.id for place in outcome if place.seat)
        return outcome


def readable(outcome: list[Place] | TicketingError) -> object:
    if isinstance(outcome, TicketingError):
        return type(outcome).__name__, outcome.detail, outcome.facts
    return [(place.ticket_type.id, place.seat) for place in outcome]


@settings(max_examples=300, derandomize=True, deadline=None)
@given(
    capacity=st.integers(0, 12),
    type_capacities=st.lists(st.integers(0, 8), min_size=1, max_size=3),
    limit=st.none() | st.integers(1, 5),
    batch=st.lists(requests, max_size=12),
)
def test_batch_equals_one_by_one_in_general_seating(
    capacity: int, type_capacities: list[int], limit: int | None, batch: list[SaleRequest]
) -> None:
    event = make_event(Seating.GENERAL, capacity, limit)
    types = [make_type(number, size) for number, size in enumerate(type_capacities, 1)]
    ledger = Ledger(event, types)
    one_by_one = [readable(ledger.sell(request)) for request in batch]
    together = allocate(Ledger(event, types).stock(), batch, NOW)
    assert [readable(outcome) for outcome in together] == one_by_one
    assert ledger.event.total_tickets_sold <= capacity
    assert all(one.sold <= one.capacity for one in ledger.types)
    assert limit is None or all(count <= limit for count in ledger.tickets.values())


@settings(max_examples=300, derandomize=True, deadline=None)
@given(
    has_rest_type=st.booleans(),
    limit=st.none() | st.integers(1, 8),
    batch=st.lists(seat_requests, max_size=12),
)
def test_batch_equals_one_by_one_with_seats(
    has_rest_type: bool, limit: int | None, batch: list[SaleRequest]
) -> None:
    event = make_event(Seating.RESERVED, len(SEATS), limit)
    types = [make_type(1, 10, "A"), make_type(2, 10, None if has_rest_type else "B")]
    ledger = Ledger(event, types)
    one_by_one = [readable(ledger.sell(request)) for request in batch]
    together = allocate(Ledger(event, types).stock(), batch, NOW)
    assert [readable(outcome) for outcome in together] == one_by_one
    assert len(ledger.taken) == ledger.event.total_tickets_sold


def test_refusal_takes_nothing() -> None:
    stock = Ledger(make_event(Seating.GENERAL, 3, None), [make_type(1, 3)]).stock()
    batch = [SaleRequest(1, 2), SaleRequest(2, 2), SaleRequest(3, 1)]
    first, refused, last = allocate(stock, batch, NOW)
    assert not isinstance(first, TicketingError)
    assert isinstance(refused, TicketingError)
    assert refused.facts == {"requested": 2, "available": 1}
    assert not isinstance(last, TicketingError)


def test_paused_type_refuses_alone() -> None:
    paused = replace(make_type(1, 5), status=TicketTypeStatus.PAUSED)
    stock = Ledger(make_event(Seating.GENERAL, 10, None), [paused, make_type(2, 5)]).stock()
    refused, sold = allocate(
        stock, [SaleRequest(1, 1, ticket_type_id=1), SaleRequest(1, 1, ticket_type_id=2)], NOW
    )
    assert isinstance(refused, TicketingError)
    assert refused.code == "sales_closed"
    assert not isinstance(sold, TicketingError)


def test_user_has_five_holds_on_an_event_at_most() -> None:
    stock = Ledger(make_event(Seating.GENERAL, 20, None), [make_type(1, 20)]).stock()
    hold = SaleRequest(1, 1, is_hold=True)
    *held, refused, sold, of_another = allocate(
        stock, [hold] * 6 + [SaleRequest(1, 1), replace(hold, buyer_id=2)], NOW
    )
    assert [len(seat_ids(outcome)) for outcome in held] == [1] * 5
    assert isinstance(refused, TicketLimitExceeded)
    assert refused.facts == {"limit": 5, "held": 5}
    assert len(seat_ids(sold)) == len(seat_ids(of_another)) == 1


def seated(*types: TicketType) -> Stock:
    """Ten seats in each of the sections A and B, ids 1 to 10 and 11 to 20."""
    return Ledger(make_event(Seating.RESERVED, len(SEATS), None), list(types)).stock()


def seat_ids(outcome: list[Place] | TicketingError) -> list[int | None]:
    assert not isinstance(outcome, TicketingError)
    return [place.seat.id if place.seat else None for place in outcome]


def best_of(section: str | None, quantity: int, **fields: Any) -> SaleRequest:
    return SaleRequest(1, quantity, is_best_available=True, section=section, **fields)


def test_best_seats_are_in_the_section_asked_for_where_a_type_sells_several() -> None:
    wanted = [best_of("B", 3), best_of("B", 8), best_of("B", 7), best_of(None, 2)]
    in_b, refused, rest_of_b, anywhere = allocate(seated(make_type(1, 20)), wanted, NOW)
    assert seat_ids(in_b) == [11, 12, 13]
    assert isinstance(refused, TicketingError)
    assert refused.facts == {"requested": 8, "available": 7}
    assert set(seat_ids(rest_of_b)) == set(range(14, 21))
    assert seat_ids(anywhere) == [1, 2]


def test_section_that_the_type_does_not_sell_is_not_found_and_nothing_is_taken() -> None:
    types = make_type(1, 10, "A"), make_type(2, 10, "B")
    wanted = [
        best_of("B", 2, ticket_type_id=1),
        best_of("C", 2),
        best_of("B", 10, ticket_type_id=2),
        best_of("A", 10),
    ]
    other_type, unknown, in_b, in_a = allocate(seated(*types), wanted, NOW)
    assert isinstance(other_type, NotFound)
    assert isinstance(unknown, NotFound)
    assert set(seat_ids(in_b)) == set(range(11, 21))
    assert set(seat_ids(in_a)) == set(range(1, 11))


@pytest.mark.parametrize("seat_id", [11, 21], ids=["a section that nobody sells", "no such seat"])
def test_seat_that_is_not_for_sale_is_not_found_and_nothing_is_taken(seat_id: int) -> None:
    wanted = [SaleRequest(1, 2, seat_ids=(1, seat_id)), SaleRequest(1, 1, seat_ids=(1,))]
    refused, sold = allocate(seated(make_type(1, 10, "A")), wanted, NOW)
    assert isinstance(refused, NotFound)
    assert refused.detail == f"There is no seat {seat_id}."
    assert seat_ids(sold) == [1]
