"""Sales windows: one that could never open is refused when it is made, edited or moved."""

from datetime import UTC, datetime, timedelta

import pytest

from src.domain.entities.event import EventChanges
from src.domain.entities.ticket_type import TicketTypeChanges
from src.domain.errors import ValidationFailed
from tests.support.examples import MOMENT, NOW, make_event, make_type

STARTS = datetime(2036, 9, 1, 18, tzinfo=UTC)
MAY, JUNE = datetime(2036, 5, 1, 8, tzinfo=UTC), datetime(2036, 6, 1, 8, tzinfo=UTC)

IMPOSSIBLE_OF_EVENT = [
    ({"sales_start": STARTS}, "body.sales_start"),
    ({"sales_start": STARTS + MOMENT}, "body.sales_start"),
    ({"sales_start": JUNE, "sales_end": JUNE}, "body.sales_end"),
    ({"sales_start": JUNE, "sales_end": MAY}, "body.sales_end"),
]
IMPOSSIBLE_OF_TYPE = [
    ({}, {"sales_start": STARTS}, "body.sales_start"),
    ({}, {"sales_start": JUNE, "sales_end": JUNE}, "body.sales_end"),
    ({"sales_end": MAY}, {"sales_start": MAY}, "body.sales_start"),
    ({"sales_start": JUNE}, {"sales_end": JUNE}, "body.sales_end"),
]


@pytest.mark.parametrize(("fields", "field"), IMPOSSIBLE_OF_EVENT)
def test_event_that_could_never_be_sold_is_refused(fields: EventChanges, field: str) -> None:
    made = make_event(date_time=STARTS, **fields)
    with pytest.raises(ValidationFailed) as refusal:
        made.check_dates(NOW)
    assert refusal.value.field == field
    edited = make_event(date_time=STARTS)
    with pytest.raises(ValidationFailed) as refusal:
        edited.edit(fields, ticket_types=[], now=NOW)
    assert refusal.value.field == field


@pytest.mark.parametrize(("of_event", "fields", "field"), IMPOSSIBLE_OF_TYPE)
def test_type_that_could_never_be_sold_is_refused(
    of_event: EventChanges, fields: TicketTypeChanges, field: str
) -> None:
    event = make_event(date_time=STARTS, **of_event)
    with pytest.raises(ValidationFailed) as refusal:
        event.check_sales_of(make_type(**fields), changed=fields)
    assert refusal.value.field == field
    with pytest.raises(ValidationFailed) as refusal:
        event.check_sales_of(make_type(**fields), path="body.ticket_types.1")
    assert refusal.value.field.startswith("body.ticket_types.1.sales_")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"date_time": MAY}, "body.date_time"),
        ({"sales_end": MAY}, "body.sales_end"),
        ({"sales_start": JUNE}, "body.sales_start"),
    ],
)
def test_event_cannot_leave_its_types_without_a_time_to_sell(
    changes: EventChanges, field: str
) -> None:
    event = make_event(date_time=STARTS)
    fine = make_type(name="Fine")
    vip = make_type(name="VIP", sales_start=MAY + MOMENT, sales_end=JUNE)
    with pytest.raises(ValidationFailed) as refusal:
        event.edit(changes, ticket_types=[fine, vip], now=NOW)
    assert refusal.value.field == field
    assert '"VIP"' in refusal.value.detail


def test_event_cannot_move_before_its_own_sales() -> None:
    event = make_event(date_time=STARTS, sales_start=JUNE)
    with pytest.raises(ValidationFailed) as refusal:
        event.edit({"date_time": JUNE - timedelta(days=1)}, ticket_types=[], now=NOW)
    assert refusal.value.field == "body.date_time"


def test_refusal_has_both_times_by_the_clocks_of_the_event() -> None:
    event = make_event(date_time=STARTS, timezone="Europe/Berlin")
    with pytest.raises(ValidationFailed) as refusal:
        event.check_sales_of(make_type(name="VIP", sales_start=STARTS))
    assert refusal.value.detail == (
        'No ticket could be sold: sales of "VIP" start on 01 September 2036 at 20:00, '
        "but the event starts on 01 September 2036 at 20:00 (Europe/Berlin)."
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"sales_start": STARTS - MOMENT},
        {"sales_end": STARTS + timedelta(days=1)},
        {"sales_start": MAY, "sales_end": MAY + MOMENT},
        {"sales_end": MAY},
        {},
    ],
)
def test_window_that_opens_for_a_moment_is_accepted(fields: EventChanges) -> None:
    event = make_event(date_time=STARTS)
    event.edit(fields, ticket_types=[make_type()], now=NOW)
    event.check_dates(NOW)
    event.check_sales_of(make_type(**fields))


def test_what_was_stored_before_can_be_edited_in_all_else() -> None:
    event = make_event(date_time=STARTS, sales_start=STARTS)
    late = make_type(sales_start=STARTS)
    event.edit({"title": "Renamed"}, ticket_types=[late], now=NOW)
    event.check_sales_of(late, changed={"name": "Renamed"})
    assert event.title == "Renamed"


def test_draft_that_could_never_be_sold_is_not_published() -> None:
    event = make_event(date_time=STARTS, sales_start=STARTS, status="draft")
    with pytest.raises(ValidationFailed):
        event.activate(NOW)
