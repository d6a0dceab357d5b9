"""Events: what they sell and when, their capacity, their price."""

from copy import deepcopy
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from src.domain.entities.event import EventChanges, EventStatus, Seating
from src.domain.entities.ticket_type import TicketTypeStatus
from src.domain.errors import (
    InsufficientTickets,
    InUse,
    SalesClosed,
    TicketLimitExceeded,
    ValidationFailed,
)
from src.domain.services.allocation import AllocationRequest, Stock, TicketRequest
from tests.support.examples import BUYER, MOMENT, NOW, make_event, make_type

DAY = timedelta(days=1)
TWO_TYPES = [make_type(id=20, price=Decimal("25.00")), make_type(id=21, price=Decimal("99.00"))]


def request(quantity: int) -> AllocationRequest:
    """So many tickets of the only type."""
    return AllocationRequest(buyer_id=BUYER.id, items=(TicketRequest(quantity=quantity),))


def sell(quantity: int = 1, *, held: int = 0, left: int = 100, **event: Any) -> None:
    """Ask for a sale of the only ticket type, of which there are 100."""
    show = make_event(capacity=left, **event)
    stock = Stock(show, [make_type()], held_by_buyer={BUYER.id: held})
    stock.allocate(request(quantity), NOW)


@pytest.mark.parametrize(
    "window",
    [
        {},
        {"sales_start": NOW},
        {"sales_end": NOW + MOMENT},
        {"sales_start": NOW, "sales_end": NOW + MOMENT},
        {"date_time": NOW + MOMENT},
    ],
)
def test_tickets_sell_to_the_last_moment_of_the_window_and_before_the_start(
    window: dict[str, Any],
) -> None:
    make_event(**window).require_on_sale(NOW)
    sell(**window)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"sales_start": NOW + MOMENT}, "start on 01 June 2026 at 12:00 UTC"),
        ({"sales_end": NOW}, "ended on 01 June 2026 at 12:00 UTC"),
        ({"date_time": NOW}, "already started"),
        ({"date_time": NOW - DAY, "sales_end": NOW + DAY}, "already started"),
        ({"status": EventStatus.DRAFT}, "draft"),
        ({"status": EventStatus.COMPLETED}, "completed"),
        ({"status": EventStatus.CANCELLED}, "cancelled"),
    ],
)
def test_sales_are_closed_outside_the_window_or_when_not_active(
    changes: dict[str, Any], reason: str
) -> None:
    with pytest.raises(SalesClosed, match=reason):
        make_event(**changes).require_on_sale(NOW)
    with pytest.raises(SalesClosed, match=reason):
        sell(**changes)


def test_sales_are_closed_when_the_ticket_type_is_not_on_sale() -> None:
    paused = make_type(status=TicketTypeStatus.PAUSED)
    with pytest.raises(SalesClosed):
        Stock(make_event(), [paused]).allocate(request(1), NOW)


@pytest.mark.parametrize(("held", "quantity"), [(0, 4), (3, 1), (2, 2)])
def test_a_buyer_may_reach_the_limit(held: int, quantity: int) -> None:
    make_event(max_tickets_per_user=4).require_limit(quantity, held=held)
    sell(quantity, held=held, max_tickets_per_user=4)


def test_without_a_limit_a_buyer_may_have_any_number() -> None:
    make_event(max_tickets_per_user=None).require_limit(1000, held=1000)


@pytest.mark.parametrize(("held", "quantity"), [(0, 5), (4, 1), (3, 2), (7, 1)])
def test_a_buyer_may_not_pass_the_limit(held: int, quantity: int) -> None:
    with pytest.raises(TicketLimitExceeded) as refusal:
        make_event(max_tickets_per_user=4).require_limit(quantity, held=held)
    assert refusal.value.facts == {"limit": 4, "held": held}
    with pytest.raises(TicketLimitExceeded):
        sell(quantity, held=held, max_tickets_per_user=4)


def test_the_last_tickets_are_sold() -> None:
    sell(3, left=3)


@pytest.mark.parametrize(("quantity", "left"), [(4, 3), (1, 0), (101, 200)])
def test_more_tickets_than_are_left_are_refused(quantity: int, left: int) -> None:
    with pytest.raises(InsufficientTickets) as refusal:
        sell(quantity, left=left)
    assert refusal.value.facts == {"requested": quantity, "available": min(left, 100)}


def test_a_closed_sale_is_named_before_the_limit_and_the_limit_before_the_stock() -> None:
    with pytest.raises(SalesClosed):
        sell(5, left=0, max_tickets_per_user=1, sales_end=NOW)
    with pytest.raises(TicketLimitExceeded):
        sell(5, left=0, max_tickets_per_user=1)


def test_what_is_available_is_what_is_neither_sold_nor_held() -> None:
    assert make_event(total_tickets_sold=12, tickets_held=2).tickets_available == 86


def test_what_holds_that_have_lapsed_keep_is_available_but_not_yet_left() -> None:
    event = make_event(total_tickets_sold=12, tickets_held=5, tickets_lapsed=3)
    assert (event.tickets_available, event.tickets_left) == (86, 83)


@pytest.mark.parametrize("capacity", [14, 15])
def test_a_capacity_may_shrink_to_what_is_sold_and_held(capacity: int) -> None:
    event = make_event(total_tickets_sold=12, tickets_held=2)
    event.edit({"capacity": capacity}, ticket_types=TWO_TYPES, now=NOW)
    assert event.capacity == capacity


@pytest.mark.parametrize(("sold", "held"), [(14, 0), (0, 14), (12, 2)])
def test_a_capacity_below_what_is_sold_or_held_is_refused(sold: int, held: int) -> None:
    event = make_event(total_tickets_sold=sold, tickets_held=held)
    with pytest.raises(InUse, match="cannot be 13: 14 tickets sold or held already"):
        event.edit({"capacity": 13}, ticket_types=TWO_TYPES, now=NOW)


@pytest.mark.parametrize("sold", [0, 12])
def test_a_capacity_of_zero_is_refused_whatever_is_sold(sold: int) -> None:
    event, only = make_event(total_tickets_sold=sold), make_type(sold=sold)
    with pytest.raises(ValidationFailed) as refusal:
        event.edit({"title": "Renamed", "capacity": 0}, ticket_types=[only], now=NOW)
    assert refusal.value.field == "body.capacity"
    assert (event, only) == (make_event(total_tickets_sold=sold), make_type(sold=sold))


def test_an_event_that_was_stored_without_capacity_is_edited_and_given_one() -> None:
    event, only = make_event(capacity=0), make_type(capacity=0)
    event.edit({"title": "Renamed"}, ticket_types=[only], now=NOW)
    assert (event.title, event.capacity, only.capacity) == ("Renamed", 0, 0)
    event.edit({"capacity": 1}, ticket_types=[only], now=NOW)
    assert (event.capacity, only.capacity) == (1, 1)


def test_a_seated_event_whose_seats_are_gone_may_be_sent_back_whole() -> None:
    event, only = make_event(seating=Seating.RESERVED, capacity=0), make_type(capacity=0)
    event.edit({"title": "Renamed", "capacity": 0}, ticket_types=[only], now=NOW)
    assert (event.title, event.capacity, only.capacity) == ("Renamed", 0, 0)


def test_price_and_capacity_change_an_only_ticket_type_too() -> None:
    event, only = make_event(), make_type()
    event.edit({"price": Decimal("30.00"), "capacity": 7}, ticket_types=[only], now=NOW)
    assert (event.price, event.capacity) == (Decimal("30.00"), 7)
    assert only == make_type(price=Decimal("30.00"), capacity=7)


def test_other_changes_leave_an_only_ticket_type_alone() -> None:
    event, only = make_event(capacity=200), make_type()
    event.edit({"title": "Renamed"}, ticket_types=[only], now=NOW)
    assert only == make_type()


def test_a_capacity_leaves_several_ticket_types_alone() -> None:
    event, ticket_types = make_event(), deepcopy(TWO_TYPES)
    event.edit({"capacity": 7}, ticket_types=ticket_types, now=NOW)
    assert ticket_types == TWO_TYPES


def test_a_price_is_refused_when_there_are_several_ticket_types() -> None:
    event, ticket_types = make_event(), deepcopy(TWO_TYPES)
    with pytest.raises(ValidationFailed, match="several ticket types") as refusal:
        event.edit({"price": Decimal("30.00")}, ticket_types=ticket_types, now=NOW)
    assert refusal.value.field == "body.price"
    assert (event, ticket_types) == (make_event(), TWO_TYPES)


def test_the_same_price_is_no_change_of_it() -> None:
    event = make_event()
    changes: EventChanges = {"title": "Renamed", "price": Decimal("25.00")}
    event.edit(changes, ticket_types=TWO_TYPES, now=NOW)
    assert event == make_event(title="Renamed")


def test_the_price_of_an_event_is_its_lowest_type_price() -> None:
    event = make_event(price=Decimal("99.00"))
    event.reprice(list(reversed(TWO_TYPES)))
    assert event.price == Decimal("25.00")


@pytest.mark.parametrize("counters", [{"sold": 1}, {"held": 1}, {"held": 1, "admits": False}])
def test_the_currency_is_refused_once_tickets_are_sold_or_held(counters: dict[str, int]) -> None:
    event = make_event()
    with pytest.raises(InUse, match="currency"):
        event.edit({"currency": "THB"}, ticket_types=[*TWO_TYPES, make_type(**counters)], now=NOW)
    assert event == make_event()


def test_the_currency_may_change_before_anything_is_sold() -> None:
    event = make_event()
    event.edit({"currency": "THB"}, ticket_types=TWO_TYPES, now=NOW)
    assert event.currency == "THB"
