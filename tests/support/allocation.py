"""A small stock, requests for it, and who gets what."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from src.domain.entities.event import Event, Seating
from src.domain.entities.ticket import Place
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.venue import Seat
from src.domain.errors import TicketingError
from src.domain.services.allocation import AllocationRequest, Stock, TicketRequest, allocate

Outcome = list[Place] | TicketingError

NOW = datetime(2030, 1, 1, tzinfo=UTC)


SEATS = tuple(
    Seat(number, section, row, str(place))
    for number, (section, row, place) in enumerate(
        ((section, row, place) for section in "AB" for row in "12" for place in range(1, 6)), 1
    )
)


def alone(buyer_id: int, item: TicketRequest, *, is_hold: bool = False) -> AllocationRequest:
    """What a booking asks for."""
    return AllocationRequest(buyer_id=buyer_id, items=(item,), is_hold=is_hold)


def together(
    *items: TicketRequest, buyer_id: int = 1, is_hold: bool = False, discount_id: int | None = None
) -> AllocationRequest:
    """What an order asks for."""
    discount_ids = () if discount_id is None else (discount_id,)
    return AllocationRequest(
        buyer_id=buyer_id, items=items, is_hold=is_hold, discount_ids=discount_ids
    )


def tickets(quantity: int, ticket_type_id: int | None = None, **fields: Any) -> TicketRequest:
    return TicketRequest(quantity=quantity, ticket_type_id=ticket_type_id, **fields)


numbers = st.builds(tickets, st.integers(1, 4), st.none() | st.integers(1, 3))
seats = st.one_of(
    st.lists(st.integers(1, len(SEATS) + 1), min_size=1, max_size=4, unique=True).map(
        lambda ids: tickets(len(ids), seat_ids=tuple(ids))
    ),
    st.builds(
        tickets,
        st.integers(1, 6),
        st.none() | st.integers(1, 3),
        is_best_available=st.just(True),
        section=st.none() | st.sampled_from("ABC"),
    ),
)
requests = st.builds(alone, st.integers(1, 3), numbers, is_hold=st.booleans())
seat_requests = st.builds(alone, st.integers(1, 3), seats)


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

    def sell(self, request: AllocationRequest) -> Outcome:
        (outcome,) = allocate(self.stock(), [request], NOW)
        if isinstance(outcome, TicketingError):
            return outcome
        sold = Counter(place.ticket_type.id for place in outcome)
        admitted = sum(place.ticket_type.admits for place in outcome)
        self.event = replace(
            self.event, total_tickets_sold=self.event.total_tickets_sold + admitted
        )
        self.types = [
            replace(ticket_type, sold=ticket_type.sold + sold[ticket_type.id])
            for ticket_type in self.types
        ]
        self.tickets[request.buyer_id] += admitted
        self.holds[request.buyer_id] += request.is_hold
        self.taken.update(place.seat.id for place in outcome if place.seat)
        return outcome


def readable(outcome: Outcome) -> object:
    if isinstance(outcome, TicketingError):
        return type(outcome).__name__, outcome.detail, outcome.facts
    return [(place.ticket_type.id, place.seat) for place in outcome]


def places_of(outcome: Outcome) -> list[tuple[int, int | None]]:
    assert not isinstance(outcome, TicketingError)
    return [(place.ticket_type.id, place.seat.id if place.seat else None) for place in outcome]
