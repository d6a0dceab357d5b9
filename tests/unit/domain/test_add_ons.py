"""Add-ons: a stock of their own, no place of the event, and never without a ticket."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from src.domain.entities.event import Seating
from src.domain.entities.seat_plan import require_sections, types_by_section
from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.transfer import is_transferable
from src.domain.errors import (
    InsufficientTickets,
    InUse,
    InvalidState,
    NotFound,
    TicketingError,
    ValidationFailed,
)
from src.domain.services.allocation import AllocationRequest, allocate
from src.domain.services.capacities import derive_capacities
from tests.support.allocation import (
    NOW,
    SEATS,
    Ledger,
    alone,
    make_event,
    make_type,
    readable,
    tickets,
    together,
)

SHIRT = 9


def shirts(capacity: int = 5) -> TicketType:
    return replace(make_type(SHIRT, capacity), name="T-shirt", admits=False)


def ledger(
    capacity: int = 10, *, limit: int | None = None, stock: int = 5, held: int = 0
) -> Ledger:
    event = make_event(Seating.GENERAL, capacity, limit)
    made = Ledger(event, [make_type(1, capacity), shirts(stock)])
    made.tickets[1] = held
    return made


items = st.builds(tickets, st.integers(1, 4), st.sampled_from([None, 1, 2, SHIRT]))
orders = st.builds(
    lambda buyer_id, wanted: together(*wanted, buyer_id=buyer_id),
    st.integers(1, 3),
    st.lists(items, min_size=1, max_size=3),
)


@settings(derandomize=True)
@given(
    capacity=st.integers(0, 12),
    stock=st.integers(0, 8),
    limit=st.none() | st.integers(1, 5),
    batch=st.lists(orders, max_size=12),
)
def test_batch_equals_one_by_one_and_each_stock_holds(
    capacity: int, stock: int, limit: int | None, batch: list[AllocationRequest]
) -> None:
    event = make_event(Seating.GENERAL, capacity, limit)
    types = [make_type(1, 6), make_type(2, 6), shirts(stock)]
    one_by_one = Ledger(event, types)
    outcomes = [readable(one_by_one.sell(request)) for request in batch]
    at_once = allocate(Ledger(event, types).stock(), batch, NOW)
    assert [readable(outcome) for outcome in at_once] == outcomes
    assert one_by_one.event.total_tickets_sold <= capacity
    assert all(kind.sold <= kind.capacity for kind in one_by_one.types)
    admitted = sum(kind.sold for kind in one_by_one.types if kind.admits)
    assert one_by_one.event.total_tickets_sold == admitted
    assert limit is None or all(count <= limit for count in one_by_one.tickets.values())
    for request, outcome in zip(batch, at_once, strict=True):
        if not isinstance(outcome, TicketingError) and not any(
            place.ticket_type.admits for place in outcome
        ):
            assert one_by_one.tickets[request.buyer_id] > 0


def test_add_on_goes_with_a_ticket_of_the_same_request() -> None:
    places = ledger().sell(together(tickets(1, 1), tickets(2, SHIRT)))
    assert not isinstance(places, TicketingError)
    assert [place.ticket_type.admits for place in places] == [True, False, False]


def test_add_on_alone_is_refused_and_takes_nothing() -> None:
    stock = ledger(stock=1).stock()
    refused, order = allocate(
        stock, [alone(1, tickets(1, SHIRT)), together(tickets(1, 1), tickets(1, SHIRT))], NOW
    )
    assert isinstance(refused, ValidationFailed)
    assert (refused.reason, refused.field) == ("add_on_alone", "body.ticket_type_id")
    assert not isinstance(order, TicketingError)


def test_who_has_a_ticket_buys_an_add_on_alone_even_when_all_tickets_are_sold() -> None:
    full = ledger(capacity=0, held=1)
    assert not isinstance(full.sell(alone(1, tickets(1, SHIRT))), TicketingError)
    assert isinstance(full.sell(alone(2, tickets(1, SHIRT))), ValidationFailed)


def test_what_was_paid_for_needs_no_ticket_any_more() -> None:
    request = replace(alone(1, tickets(1, SHIRT)), is_late=True)
    assert not isinstance(ledger().sell(request), TicketingError)


def test_add_ons_are_not_counted_against_the_limit_or_the_event() -> None:
    one = ledger(capacity=1, limit=1)
    assert not isinstance(one.sell(together(tickets(1, 1), tickets(4, SHIRT))), TicketingError)
    assert one.event.tickets_available == 0
    refused = one.sell(alone(1, tickets(2, SHIRT)))
    assert isinstance(refused, InsufficientTickets)
    assert refused.facts == {"requested": 2, "available": 1, "ticket_type_id": SHIRT}
    assert str(refused) == 'Only 1 of "T-shirt" is left; you asked for 2.'
    assert not isinstance(one.sell(alone(1, tickets(1, SHIRT))), TicketingError)
    sold_out = one.sell(alone(1, tickets(1, SHIRT)))
    assert str(sold_out) == '"T-shirt" is sold out.'


def test_order_gets_its_tickets_only_with_its_add_ons() -> None:
    stock = ledger(capacity=1, stock=1).stock()
    refused, other = allocate(
        stock, [together(tickets(1, 1), tickets(2, SHIRT)), alone(2, tickets(1))], NOW
    )
    assert isinstance(refused, InsufficientTickets)
    assert not isinstance(other, TicketingError)


def test_booking_without_a_type_means_the_only_one_that_admits() -> None:
    places = ledger().sell(alone(1, tickets(1)))
    assert not isinstance(places, TicketingError)
    assert places[0].ticket_type.id == 1


def test_add_on_of_a_seated_event_has_no_seats() -> None:
    event = make_event(Seating.RESERVED, len(SEATS), None)
    hall = Ledger(event, [make_type(1, len(SEATS)), shirts()])
    wanted = together(tickets(1, seat_ids=(1,)), tickets(2, SHIRT, is_best_available=True))
    places = hall.sell(wanted)
    assert not isinstance(places, TicketingError)
    assert [place.seat for place in places] == [SEATS[0], None, None]
    refused = hall.sell(alone(1, tickets(1, SHIRT, seat_ids=(2,))))
    assert isinstance(refused, ValidationFailed)


def test_sections_are_sold_by_types_that_admit() -> None:
    types = [make_type(1, 5), shirts()]
    require_sections(types, {"A": 5})
    assert types_by_section(types, ["A"]) == {"A": types[0]}


def test_derived_capacities_and_the_price_leave_add_ons_out() -> None:
    event = make_event(Seating.GENERAL, 1, None)
    event.capacity_is_derived = True
    cheap = replace(shirts(500), price=Decimal("1.00"))
    assert derive_capacities(event, [make_type(1, 20), cheap]) == []
    event.reprice([make_type(1, 20), cheap])
    assert (event.capacity, event.price, cheap.capacity) == (20, Decimal("10.00"), 500)


def test_edits_of_an_event_reach_the_only_type_that_admits() -> None:
    event = make_event(Seating.GENERAL, 10, None)
    types = [make_type(1, 10), shirts()]
    event.edit({"price": Decimal("12.00"), "capacity": 8}, ticket_types=types, now=NOW)
    assert [(kind.price, kind.capacity) for kind in types] == [
        (Decimal("12.00"), 8),
        (Decimal("10.00"), 5),
    ]


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"capacity": None}, "body.capacity"), ({"section": "A"}, "body.section")],
)
def test_add_on_keeps_a_stock_of_its_own_and_no_seats(changes: dict[str, None], field: str) -> None:
    with pytest.raises(ValidationFailed) as refused:
        shirts().edit(changes, currency="USD")  # type: ignore[arg-type]
    assert refused.value.field == field


def test_add_on_is_available_by_its_own_stock_alone() -> None:
    kind = replace(shirts(5), sold=2, held=1, lapsed=1, event_left=0)
    assert kind.available == 3


def test_piece_of_an_add_on_admits_nobody() -> None:
    piece = Ticket(
        event_id=1,
        ticket_type_id=SHIRT,
        user_id=1,
        admits=False,
        ticket_code="TKT-20300101-BBBBBBBB",
        price=Decimal("10.00"),
        status=TicketStatus.ACTIVE,
    )
    before = replace(piece)
    at = datetime(2030, 1, 1, tzinfo=UTC)
    with pytest.raises(InvalidState) as refused:
        piece.require_admissible()
    assert refused.value.facts["reason"] == "add_on"
    with pytest.raises(InvalidState):
        piece.use(by=1, gate=None, at=at, is_inside=True)
    with pytest.raises(InvalidState):
        piece.transfer(to=2, code="TKT-20300101-AAAAAAAA", now=at)
    with pytest.raises(InvalidState):
        piece.reissue(code="TKT-20300101-AAAAAAAA", now=at)
    assert not piece.is_valid
    assert not is_transferable(piece, make_event(Seating.GENERAL, 1, None), NOW)
    assert piece == before


def test_the_currency_is_refused_while_an_add_on_alone_is_sold() -> None:
    event = make_event(Seating.GENERAL, 10, None)
    types = [make_type(1, 10), replace(shirts(), sold=1)]
    with pytest.raises(InUse, match="currency"):
        event.edit({"currency": "THB"}, ticket_types=types, now=NOW)


def test_unknown_type_is_still_not_found() -> None:
    assert isinstance(ledger().sell(alone(1, tickets(1, 77))), NotFound)
