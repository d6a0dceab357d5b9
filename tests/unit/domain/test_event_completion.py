"""When an event is over by itself."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from src.domain.entities.event import Event, EventStatus

ENDS = datetime(2030, 6, 1, 22, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)


def event(status: EventStatus = EventStatus.ACTIVE) -> Event:
    return Event(
        title="Show",
        date_time=ENDS - timedelta(hours=3),
        ends_at=ENDS,
        capacity=1,
        price=Decimal(5),
        status=status,
        organizer_id=1,
    )


def test_active_event_is_completed_at_its_end() -> None:
    show = event()
    assert show.complete_if_over(ENDS)
    assert show.status is EventStatus.COMPLETED


def test_active_event_stays_active_until_its_end() -> None:
    show = event()
    assert not show.complete_if_over(ENDS - INSTANT)
    assert show.status is EventStatus.ACTIVE


@pytest.mark.parametrize(
    "status", [EventStatus.DRAFT, EventStatus.CANCELLED, EventStatus.COMPLETED]
)
def test_event_that_is_not_active_stays_as_it_is(status: EventStatus) -> None:
    show = event(status)
    assert not show.complete_if_over(ENDS + INSTANT)
    assert show.status is status
