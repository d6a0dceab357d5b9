"""A request that cannot be sold is refused for one reason, and takes nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from src.domain.entities.event import EventStatus, Seating
from src.domain.entities.ticket_type import TicketType, TicketTypeStatus
from src.domain.errors import (
    InsufficientTickets,
    NotFound,
    SalesClosed,
    SeatTaken,
    TicketingError,
    TicketLimitExceeded,
    ValidationFailed,
)
from src.domain.services.allocation import AllocationRequest, Stock, allocate
from tests.support.allocation import NOW, SEATS, alone, make_event, make_type, tickets

TWO_TYPES = (make_type(1, 3), make_type(2, 4))
BY_SECTION = (make_type(1, 10, "A"), make_type(2, 10, "B"))
# Nobody sells section C.
WITH_C = (*SEATS, replace(SEATS[-1], id=21, section="C"))


def general(*types: TicketType, capacity: int = 6, **fields: Any) -> Stock:
    """Six tickets: three of type 1 and four of type 2, but for what a test says."""
    event = replace(make_event(Seating.GENERAL, capacity, None), **fields)
    return Stock(event, types or TWO_TYPES)


def reserved(*, limit: int | None = None, taken: tuple[int, ...] = ()) -> Stock:
    """Seats 1 to 10 in section A, of type 1, and 11 to 20 in section B, of type 2."""
    event = make_event(Seating.RESERVED, 20, limit)
    return Stock(event, BY_SECTION, seats=WITH_C, taken_seat_ids=taken)


def want(quantity: int = 1, *, is_hold: bool = False, **fields: Any) -> AllocationRequest:
    return alone(1, tickets(quantity, **fields), is_hold=is_hold)


def seats(*ids: int, **fields: Any) -> AllocationRequest:
    return want(len(ids), seat_ids=ids, **fields)


def best(quantity: int = 1, **fields: Any) -> AllocationRequest:
    return want(quantity, is_best_available=True, **fields)


def refused(
    stock: Stock, request: AllocationRequest, then: tuple[AllocationRequest, ...]
) -> TicketingError:
    """The refusal of this request. Of those that follow it every one is sold."""
    refusal, *sold = allocate(stock, [request, *then], NOW)
    assert isinstance(refusal, TicketingError)
    assert all(isinstance(outcome, list) for outcome in sold)
    return refusal


ALL_GENERAL = (want(3, ticket_type_id=1), want(3, ticket_type_id=2))
ALL_RESERVED = (best(10, section="A"), best(10, section="B"))
MISSING, WRONG = "missing", "value_error"


@pytest.mark.parametrize(
    ("request_", "field", "reason", "text"),
    [
        (seats(1), "body.seat_ids", WRONG, "no numbered seats"),
        (best(), "body.seat_ids", WRONG, "no numbered seats"),
        (want(), "body.ticket_type_id", MISSING, "several ticket types"),
    ],
)
def test_field_that_does_not_fit_an_event_without_seats_is_named(
    request_: AllocationRequest, field: str, reason: str, text: str
) -> None:
    refusal = refused(general(), request_, ALL_GENERAL)
    assert isinstance(refusal, ValidationFailed)
    assert (refusal.field, refusal.reason) == (field, reason)
    assert text in refusal.detail


@pytest.mark.parametrize(
    ("request_", "field", "reason", "text"),
    [
        (want(), "body.seat_ids", MISSING, "give seat_ids, or best_available"),
        (best(), "body.ticket_type_id", MISSING, "several ticket types"),
        (seats(1, 11, ticket_type_id=1), "body.ticket_type_id", WRONG, 'Seat 11 is sold as "T2"'),
    ],
)
def test_field_that_does_not_fit_an_event_with_seats_is_named(
    request_: AllocationRequest, field: str, reason: str, text: str
) -> None:
    refusal = refused(reserved(), request_, ALL_RESERVED)
    assert isinstance(refusal, ValidationFailed)
    assert (refusal.field, refusal.reason) == (field, reason)
    assert text in refusal.detail


@pytest.mark.parametrize(
    ("make_stock", "request_", "then", "missing"),
    [
        (general, want(ticket_type_id=3), ALL_GENERAL, "ticket type 3"),
        (partial(general, make_type(1, 6)), want(ticket_type_id=3), (want(6),), "ticket type 3"),
        (reserved, best(ticket_type_id=3), ALL_RESERVED, "ticket type 3"),
        (reserved, best(section="C"), ALL_RESERVED, "section C"),
        (reserved, best(section="B", ticket_type_id=1), ALL_RESERVED, "section B"),
        (reserved, seats(1, 21), ALL_RESERVED, "seat 21"),
        (reserved, seats(1, 22), ALL_RESERVED, "seat 22"),
    ],
)
def test_what_is_not_sold_here_is_not_found(
    make_stock: Callable[[], Stock],
    request_: AllocationRequest,
    then: tuple[AllocationRequest, ...],
    missing: str,
) -> None:
    refusal = refused(make_stock(), request_, then)
    assert isinstance(refusal, NotFound)
    assert refusal.detail == f"There is no {missing}."


def test_seats_that_are_taken_are_named_and_the_others_stay_free() -> None:
    refusal = refused(reserved(taken=(2, 4)), seats(1, 2, 3, 4), (seats(1, 3),))
    assert isinstance(refusal, SeatTaken)
    assert refusal.facts == {"seat_ids": [2, 4]}


@pytest.mark.parametrize(
    ("make_stock", "request_", "then", "available"),
    [
        (general, want(4, ticket_type_id=1), ALL_GENERAL, 3),
        (partial(general, capacity=2), want(3, ticket_type_id=1), (want(2, ticket_type_id=1),), 2),
        (partial(general, make_type(1, 0)), want(), (), 0),
        (partial(general, replace(make_type(1, 6), sold=1, held=2)), want(4), (want(3),), 3),
        (reserved, best(11, section="A"), ALL_RESERVED, 10),
        (partial(reserved, taken=(1, 3)), best(9, ticket_type_id=1), (best(8, section="A"),), 8),
    ],
)
def test_request_for_more_than_is_left_names_how_many_are(
    make_stock: Callable[[], Stock],
    request_: AllocationRequest,
    then: tuple[AllocationRequest, ...],
    available: int,
) -> None:
    refusal = refused(make_stock(), request_, then)
    assert isinstance(refusal, InsufficientTickets)
    counted = {name: refusal.facts[name] for name in ("requested", "available")}
    assert counted == {"requested": request_.items[0].quantity, "available": available}


def test_seats_of_two_types_are_refused_when_the_event_has_fewer_tickets_left() -> None:
    event = replace(make_event(Seating.RESERVED, 20, None), total_tickets_sold=17)
    stock = Stock(event, BY_SECTION, seats=SEATS)
    refusal = refused(stock, seats(1, 2, 11, 12), (seats(1, 2, 11),))
    assert isinstance(refusal, InsufficientTickets)
    assert refusal.facts == {"requested": 4, "available": 3}


@pytest.mark.parametrize(
    ("make_stock", "request_", "then"),
    [
        (
            partial(general, max_tickets_per_user=2),
            want(3, ticket_type_id=1),
            (want(2, ticket_type_id=1),),
        ),
        (partial(reserved, limit=2), seats(1, 2, 3), (seats(1, 3),)),
        (partial(reserved, limit=2), best(3, section="A"), (best(2, section="A"),)),
    ],
)
def test_request_beyond_the_limit_of_one_person_is_refused(
    make_stock: Callable[[], Stock],
    request_: AllocationRequest,
    then: tuple[AllocationRequest, ...],
) -> None:
    refusal = refused(make_stock(), request_, then)
    assert isinstance(refusal, TicketLimitExceeded)
    assert refusal.facts == {"limit": 2, "held": 0}
    assert refusal.detail == "This event allows 2 tickets per person; you already have 0."


def test_holds_beyond_those_of_one_person_are_refused_and_a_sale_is_not() -> None:
    stock = Stock(make_event(Seating.GENERAL, 6, None), TWO_TYPES, holds_by_buyer={1: 5, 2: 4})
    hold = want(ticket_type_id=1, is_hold=True)
    refusal = refused(stock, hold, (replace(hold, buyer_id=2), replace(hold, is_hold=False)))
    assert isinstance(refusal, TicketLimitExceeded)
    assert refusal.facts == {"limit": 5, "held": 5}
    assert refusal.detail == "This event allows 5 open reservations per person; you already have 5."


PAUSED = replace(make_type(1, 3), status=TicketTypeStatus.PAUSED)
LATER = replace(make_type(1, 3), sales_start=NOW + timedelta(microseconds=1))


@pytest.mark.parametrize(
    ("make_stock", "why"),
    [
        (partial(general, status=EventStatus.CANCELLED), "This event is cancelled"),
        (partial(general, date_time=NOW), "already started"),
        (partial(general, sales_end=NOW - timedelta(days=1)), "sales for this event ended"),
        (partial(general, PAUSED), '"T1" are not on sale'),
        (partial(general, LATER), 'sales for "T1" start'),
    ],
)
def test_nothing_is_sold_while_sales_are_closed(make_stock: Callable[[], Stock], why: str) -> None:
    refusal = refused(make_stock(), want(ticket_type_id=1), ())
    assert isinstance(refusal, SalesClosed)
    assert why in refusal.detail


def test_seats_of_a_type_that_is_paused_are_refused_beside_others() -> None:
    types = replace(BY_SECTION[0], status=TicketTypeStatus.PAUSED), BY_SECTION[1]
    stock = Stock(make_event(Seating.RESERVED, 20, None), types, seats=SEATS)
    assert isinstance(refused(stock, seats(11, 1), (seats(11),)), SalesClosed)
