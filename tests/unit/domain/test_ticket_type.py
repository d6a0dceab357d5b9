"""Ticket types: what is left of them, when they sell, what an edit may not do."""

from datetime import datetime, timedelta

import pytest

from src.domain.entities.ticket_type import TicketTypeStatus
from src.domain.errors import InUse, SalesClosed, ValidationFailed
from tests.support.examples import MOMENT, NOW, make_type

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("capacity", "sold", "held", "event_left", "available"),
    [
        (10, 0, 0, 100, 10),
        (10, 3, 2, 100, 5),
        (10, 3, 2, 4, 4),
        (10, 3, 7, 100, 0),
        (10, 0, 0, 0, 0),
        (10, 0, 0, -1, 0),
        (0, 0, 0, 100, 0),
    ],
)
def test_what_is_available_is_bound_by_the_type_and_by_the_event(
    capacity: int, sold: int, held: int, event_left: int, available: int
) -> None:
    ticket_type = make_type(capacity=capacity, sold=sold, held=held, event_left=event_left)
    assert ticket_type.available == available


@pytest.mark.parametrize(
    ("held", "lapsed", "event_left", "available"),
    [(4, 4, 100, 7), (4, 1, 100, 4), (4, 4, 5, 5), (4, 4, 0, 0)],
)
def test_what_holds_that_have_lapsed_keep_is_available(
    held: int, lapsed: int, event_left: int, available: int
) -> None:
    ticket_type = make_type(capacity=10, sold=3, held=held, lapsed=lapsed, event_left=event_left)
    assert ticket_type.available == available


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (None, None),
        (NOW, None),
        (None, NOW + MOMENT),
        (NOW, NOW + MOMENT),
        (NOW - DAY, NOW + DAY),
    ],
)
def test_a_type_sells_from_its_start_to_the_moment_before_its_end(
    start: datetime | None, end: datetime | None
) -> None:
    make_type(sales_start=start, sales_end=end).require_on_sale(NOW)


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        (NOW + MOMENT, None, "start on 01 June 2026 at 12:00 UTC"),
        (None, NOW, "ended on 01 June 2026 at 12:00 UTC"),
        (NOW - DAY, NOW, "ended"),
        (NOW + MOMENT, NOW + DAY, "start"),
    ],
)
def test_a_type_is_closed_when_now_is_outside_its_window(
    start: datetime | None, end: datetime | None, reason: str
) -> None:
    with pytest.raises(SalesClosed, match=reason):
        make_type(sales_start=start, sales_end=end).require_on_sale(NOW)


@pytest.mark.parametrize("status", [TicketTypeStatus.PAUSED, TicketTypeStatus.CLOSED])
def test_a_type_is_closed_when_it_is_not_available(status: TicketTypeStatus) -> None:
    with pytest.raises(SalesClosed, match='"Standard"'):
        make_type(status=status).require_on_sale(NOW)


def test_an_edit_changes_the_fields_given_and_no_other() -> None:
    ticket_type = make_type(category="Floor", sales_end=NOW)
    ticket_type.edit({"category": None, "capacity": 7}, currency="EUR")
    assert ticket_type == make_type(category=None, sales_end=NOW, capacity=7)


@pytest.mark.parametrize("capacity", [5, 6])
def test_a_capacity_may_shrink_to_what_is_sold_and_held(capacity: int) -> None:
    ticket_type = make_type(sold=3, held=2)
    ticket_type.edit({"capacity": capacity}, currency="EUR")
    assert ticket_type.capacity == capacity


@pytest.mark.parametrize(("sold", "held"), [(5, 0), (0, 5), (3, 2)])
def test_a_capacity_below_what_is_sold_or_held_is_refused(sold: int, held: int) -> None:
    with pytest.raises(InUse, match="cannot be 4: 5 tickets"):
        make_type(sold=sold, held=held).edit({"capacity": 4}, currency="EUR")


@pytest.mark.parametrize("sold", [0, 5])
def test_a_capacity_of_zero_is_refused_whatever_is_sold(sold: int) -> None:
    ticket_type = make_type(sold=sold)
    with pytest.raises(ValidationFailed) as refusal:
        ticket_type.edit({"name": "Renamed", "capacity": 0}, currency="EUR")
    assert refusal.value.field == "body.capacity"
    assert ticket_type == make_type(sold=sold)


def test_a_type_that_was_stored_without_capacity_is_edited_and_given_one() -> None:
    ticket_type = make_type(capacity=0)
    ticket_type.edit({"name": "Renamed"}, currency="EUR")
    assert (ticket_type.name, ticket_type.capacity) == ("Renamed", 0)
    ticket_type.edit({"capacity": 1}, currency="EUR")
    assert ticket_type.capacity == 1
