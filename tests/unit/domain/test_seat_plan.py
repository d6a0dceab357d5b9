"""Which type sells which seats, and the capacities that follow from it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from src.domain.entities.event import Event, EventChanges, Seating
from src.domain.entities.seat_plan import (
    reassigned_sections,
    require_no_sections,
    require_seat_count,
    require_sections,
    types_by_section,
)
from src.domain.entities.ticket_type import TicketType
from src.domain.errors import InUse, NotFound, ValidationFailed

NOW = datetime(2030, 1, 1, tzinfo=UTC)
SEATS = {"Stalls": 100, "Circle": 40, "Box": 4}


def _type(
    number: int, section: str | None, *, sold: int = 0, held: int = 0, capacity: int = 0
) -> TicketType:
    return TicketType(
        id=number,
        name=f"Type {number}",
        section=section,
        price=Decimal("10.00"),
        capacity=capacity,
        sold=sold,
        held=held,
    )


def _event(
    *, sold: int = 0, held: int = 0, capacity: int = 0, seating: Seating = Seating.RESERVED
) -> Event:
    return Event(
        title="Any",
        date_time=NOW + timedelta(days=1),
        ends_at=NOW + timedelta(days=2),
        capacity=capacity,
        price=Decimal("10.00"),
        seating=seating,
        venue_id=1,
        organizer_id=1,
        total_tickets_sold=sold,
        tickets_held=held,
    )


def _sellers(ticket_types: Sequence[TicketType]) -> dict[str, int]:
    return {
        section: ticket_type.id
        for section, ticket_type in types_by_section(ticket_types, SEATS).items()
    }


def test_type_sells_the_section_it_names_and_one_without_sells_the_rest() -> None:
    assert _sellers([_type(1, "Stalls"), _type(2, None)]) == {"Stalls": 1, "Circle": 2, "Box": 2}


def test_section_that_nobody_names_is_not_sold_without_a_type_for_the_rest() -> None:
    assert _sellers([_type(1, "Stalls"), _type(2, "Box")]) == {"Stalls": 1, "Box": 2}


def test_capacities_are_numbers_of_seats() -> None:
    event, types = _event(), [_type(1, "Stalls"), _type(2, None), _type(3, "Gone")]
    assert event.sync_capacity(types, SEATS) == types[:2]
    assert [ticket_type.capacity for ticket_type in types] == [100, 44, 0]
    assert (event.capacity, event.tickets_available) == (144, 144)
    assert [ticket_type.available for ticket_type in types] == [100, 44, 0]


def test_types_whose_seats_stayed_are_not_changed() -> None:
    event, types = _event(), [_type(1, "Stalls"), _type(2, "Circle")]
    event.sync_capacity(types, SEATS)
    assert event.sync_capacity(types, {**SEATS, "Circle": 41}) == [types[1]]
    assert event.capacity == 141


@pytest.mark.parametrize("taken", [{"sold": 4}, {"held": 4}, {"sold": 1, "held": 3}])
def test_capacity_is_refused_below_what_a_type_has_sold_or_holds(taken: dict[str, Any]) -> None:
    event, types = _event(**taken), [_type(1, "Box", capacity=4, **taken), _type(2, None)]
    with pytest.raises(InUse, match="cannot be 3: 4 tickets"):
        event.sync_capacity(types, {**SEATS, "Box": 3})
    assert types[0].capacity == 4


@pytest.mark.parametrize("taken", [{"sold": 5}, {"held": 5}, {"sold": 2, "held": 3}])
def test_capacity_is_refused_below_what_the_event_has_sold_or_holds(taken: dict[str, Any]) -> None:
    # Of a type that is deleted since: only the event still counts it.
    with pytest.raises(InUse, match="cannot be 4: 5 tickets"):
        _event(**taken).sync_capacity([_type(1, "Box")], SEATS)


@pytest.mark.parametrize(
    ("before", "after", "reassigned"),
    [
        ([(1, None)], [(1, None), (2, "Box")], {"Box"}),
        ([(1, "Box")], [(1, "Box"), (2, None)], set()),
        ([(1, "Box"), (2, None)], [(1, "Circle"), (2, None)], {"Box", "Circle"}),
        ([(1, "Box")], [(1, "Circle")], {"Box"}),
        ([(1, "Box"), (2, None)], [(2, None)], {"Box"}),
    ],
)
def test_reassigned_sections_are_those_with_another_seller(
    before: list[tuple[int, str | None]], after: list[tuple[int, str | None]], reassigned: set[str]
) -> None:
    types_before = [_type(*fields) for fields in before]
    assert (
        reassigned_sections(types_before, [_type(*fields) for fields in after], SEATS) == reassigned
    )


def test_sections_must_be_at_the_venue() -> None:
    require_sections([_type(1, "Box"), _type(2, None)], SEATS)
    with pytest.raises(NotFound, match="section Gallery"):
        require_sections([_type(1, "Gallery")], SEATS)


def test_only_one_type_may_be_without_a_section() -> None:
    with pytest.raises(ValidationFailed, match="Only one ticket type") as refusal:
        require_sections([_type(1, None), _type(2, None)], SEATS)
    assert refusal.value.field == "body.section"


def test_sections_belong_to_reserved_seating() -> None:
    require_no_sections([_type(1, None), _type(2, None)])
    with pytest.raises(ValidationFailed, match="reserved seating") as refusal:
        require_no_sections([_type(1, None), _type(2, "Box")])
    assert refusal.value.field == "body.section"


def test_capacity_given_must_be_the_number_of_seats() -> None:
    require_seat_count(None, 4, what="this type")
    require_seat_count(4, 4, what="this type")
    with pytest.raises(ValidationFailed, match="number of its seats, 4"):
        require_seat_count(5, 4, what="this type")


@pytest.mark.parametrize(
    ("changes", "field", "why"),
    [
        (EventChanges(venue_id=2), "body.venue_id", "reserved seating cannot change"),
        (EventChanges(capacity=5), "body.capacity", "number of its seats, 4"),
    ],
)
def test_seated_event_keeps_venue_and_capacity(changes: EventChanges, field: str, why: str) -> None:
    event = _event(capacity=4)
    with pytest.raises(ValidationFailed, match=why) as refusal:
        event.edit(changes, ticket_types=[_type(1, "Box", capacity=4)], now=NOW)
    assert refusal.value.field == field
    assert (event.venue_id, event.capacity) == (1, 4)


@pytest.mark.parametrize("changes", [{}, {"venue_id": 1}, {"capacity": 4}])
def test_seated_event_is_edited_where_venue_and_capacity_stay(changes: EventChanges) -> None:
    event = _event(capacity=4)
    types = [_type(1, "Box", capacity=4)]
    event.edit({"title": "Renamed", **changes}, ticket_types=types, now=NOW)
    assert (event.title, event.venue_id, event.capacity) == ("Renamed", 1, 4)


def test_event_with_general_admission_may_change_venue_and_grow() -> None:
    event, only = _event(capacity=4, seating=Seating.GENERAL), _type(1, None, capacity=4)
    event.edit(EventChanges(venue_id=2, capacity=5), ticket_types=[only], now=NOW)
    assert (event.venue_id, event.capacity, only.capacity) == (2, 5, 5)
