"""Selling a batch gives what selling one by one gives, for any stock and any requests."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from src.domain.entities.event import Seating
from src.domain.entities.ticket_type import TicketType, TicketTypeStatus
from src.domain.errors import NotFound, TicketingError, TicketLimitExceeded
from src.domain.services.allocation import AllocationRequest, Stock, allocate
from tests.support.allocation import (
    NOW,
    SEATS,
    Ledger,
    Outcome,
    alone,
    make_event,
    make_type,
    readable,
    requests,
    seat_requests,
    tickets,
)


@settings(derandomize=True)
@given(
    capacity=st.integers(0, 12),
    type_capacities=st.lists(st.integers(0, 8), min_size=1, max_size=3),
    limit=st.none() | st.integers(1, 5),
    batch=st.lists(requests, max_size=12),
)
def test_batch_equals_one_by_one_in_general_seating(
    capacity: int, type_capacities: list[int], limit: int | None, batch: list[AllocationRequest]
) -> None:
    event = make_event(Seating.GENERAL, capacity, limit)
    types = [make_type(number, size) for number, size in enumerate(type_capacities, 1)]
    ledger = Ledger(event, types)
    one_by_one = [readable(ledger.sell(request)) for request in batch]
    together = allocate(Ledger(event, types).stock(), batch, NOW)
    assert [readable(outcome) for outcome in together] == one_by_one
    assert ledger.event.total_tickets_sold <= capacity
    assert all(ticket_type.sold <= ticket_type.capacity for ticket_type in ledger.types)
    assert limit is None or all(count <= limit for count in ledger.tickets.values())


@settings(derandomize=True)
@given(
    has_rest_type=st.booleans(),
    limit=st.none() | st.integers(1, 8),
    batch=st.lists(seat_requests, max_size=12),
)
def test_batch_equals_one_by_one_with_seats(
    has_rest_type: bool, limit: int | None, batch: list[AllocationRequest]
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
    batch = [alone(1, tickets(2)), alone(2, tickets(2)), alone(3, tickets(1))]
    first, refused, last = allocate(stock, batch, NOW)
    assert not isinstance(first, TicketingError)
    assert isinstance(refused, TicketingError)
    assert refused.facts == {"requested": 2, "available": 1}
    assert not isinstance(last, TicketingError)


def test_paused_type_refuses_alone() -> None:
    paused = replace(make_type(1, 5), status=TicketTypeStatus.PAUSED)
    stock = Ledger(make_event(Seating.GENERAL, 10, None), [paused, make_type(2, 5)]).stock()
    refused, sold = allocate(stock, [alone(1, tickets(1, 1)), alone(1, tickets(1, 2))], NOW)
    assert isinstance(refused, TicketingError)
    assert refused.code == "sales_closed"
    assert not isinstance(sold, TicketingError)


def test_user_has_five_holds_on_an_event_at_most() -> None:
    stock = Ledger(make_event(Seating.GENERAL, 20, None), [make_type(1, 20)]).stock()
    hold = alone(1, tickets(1), is_hold=True)
    *held, refused, sold, of_another = allocate(
        stock, [hold] * 6 + [replace(hold, is_hold=False), replace(hold, buyer_id=2)], NOW
    )
    assert [len(seat_ids(outcome)) for outcome in held] == [1] * 5
    assert isinstance(refused, TicketLimitExceeded)
    assert refused.facts == {"limit": 5, "held": 5}
    assert len(seat_ids(sold)) == len(seat_ids(of_another)) == 1


def seated(*types: TicketType) -> Stock:
    """Ten seats in each of the sections A and B, ids 1 to 10 and 11 to 20."""
    return Ledger(make_event(Seating.RESERVED, len(SEATS), None), list(types)).stock()


def seat_ids(outcome: Outcome) -> list[int | None]:
    assert not isinstance(outcome, TicketingError)
    return [place.seat.id if place.seat else None for place in outcome]


def best_of(section: str | None, quantity: int, **fields: Any) -> AllocationRequest:
    return alone(1, tickets(quantity, is_best_available=True, section=section, **fields))


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
    wanted = [alone(1, tickets(len(ids), seat_ids=ids)) for ids in ((1, seat_id), (1,))]
    refused, sold = allocate(seated(make_type(1, 10, "A")), wanted, NOW)
    assert isinstance(refused, NotFound)
    assert refused.detail == f"There is no seat {seat_id}."
    assert seat_ids(sold) == [1]
