"""Selling a batch gives what selling one by one gives, for any stock and any requests."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from src.domain.entities.event import Seating
from src.domain.entities.ticket_type import TicketTypeStatus
from src.domain.errors import TicketingError
from src.domain.services.allocation import AllocationRequest, allocate
from tests.support.allocation import (
    NOW,
    SEATS,
    Ledger,
    alone,
    make_event,
    make_type,
    readable,
    requests,
    seat_requests,
    tickets,
)


@settings(max_examples=300, derandomize=True, deadline=None)
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


@settings(max_examples=300, derandomize=True, deadline=None)
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
