"""Events: every transition of the table, their dates, who manages and sees them, deleting them."""

from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta

import pytest

from src.domain.entities.event import Event, EventChanges, EventStatus
from src.domain.entities.user import Actor, Role
from src.domain.errors import InUse, InvalidState, NotFound, ValidationFailed
from tests.support.examples import ADMIN, BUYER, MOMENT, NOW, ORGANIZER, RIVAL, SCANNER, make_event

DRAFT, ACTIVE = EventStatus.DRAFT, EventStatus.ACTIVE
COMPLETED, CANCELLED = EventStatus.COMPLETED, EventStatus.CANCELLED
HOUR = timedelta(hours=1)

TRANSITIONS: dict[EventStatus, Callable[[Event], None]] = {
    ACTIVE: lambda event: event.activate(NOW),
    COMPLETED: lambda event: event.complete(),
    CANCELLED: lambda event: event.cancel(),
}
ALLOWED = [(DRAFT, ACTIVE), (ACTIVE, COMPLETED), (ACTIVE, CANCELLED)]
REFUSED = [(status, wanted) for status in EventStatus for wanted in TRANSITIONS]
REFUSED = [pair for pair in REFUSED if pair not in ALLOWED]


@pytest.mark.parametrize(("status", "wanted"), ALLOWED)
def test_an_event_changes_when_the_table_has_the_transition(
    status: EventStatus, wanted: EventStatus
) -> None:
    event = make_event(status=status)
    TRANSITIONS[wanted](event)
    assert event == make_event(status=wanted)


@pytest.mark.parametrize(("status", "wanted"), REFUSED)
def test_an_event_stays_when_the_table_has_no_such_transition(
    status: EventStatus, wanted: EventStatus
) -> None:
    event = make_event(status=status)
    with pytest.raises(InvalidState) as refusal:
        TRANSITIONS[wanted](event)
    assert refusal.value.facts == {"from": status, "to": wanted}
    assert refusal.value.detail.startswith("This event is ")
    assert event == make_event(status=status)


@pytest.mark.parametrize("date_time", [NOW, NOW - HOUR])
def test_a_draft_cannot_be_published_when_it_would_be_in_the_past(date_time: object) -> None:
    with pytest.raises(ValidationFailed) as refusal:
        make_event(status=DRAFT, date_time=date_time).activate(NOW)
    assert refusal.value.field == "body.date_time"


def test_an_event_that_starts_a_moment_from_now_is_in_the_future() -> None:
    make_event(date_time=NOW + MOMENT).check_dates(NOW)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"date_time": NOW}, "body.date_time"),
        ({"date_time": NOW - HOUR}, "body.date_time"),
        ({"date_time": NOW + HOUR, "ends_at": NOW + HOUR}, "body.ends_at"),
        ({"sales_start": NOW, "sales_end": NOW}, "body.sales_end"),
        ({"sales_start": NOW, "sales_end": NOW - MOMENT}, "body.sales_end"),
    ],
)
def test_dates_out_of_order_are_refused(changes: dict[str, object], field: str) -> None:
    with pytest.raises(ValidationFailed) as refusal:
        make_event(**changes).check_dates(NOW)
    assert refusal.value.field == field


def test_a_rescheduled_event_keeps_its_duration_when_no_end_is_given() -> None:
    event = make_event(date_time=NOW + HOUR, ends_at=NOW + 6 * HOUR)
    event.edit({"date_time": NOW + 24 * HOUR}, ticket_types=[], now=NOW)
    assert event.ends_at == NOW + 29 * HOUR


def test_a_rescheduled_event_takes_the_end_that_is_given() -> None:
    event = make_event()
    event.edit({"date_time": NOW + HOUR, "ends_at": NOW + 2 * HOUR}, ticket_types=[], now=NOW)
    assert (event.date_time, event.ends_at) == (NOW + HOUR, NOW + 2 * HOUR)


@pytest.mark.parametrize("date_time", [NOW, NOW - HOUR])
def test_an_event_cannot_be_rescheduled_into_the_past(date_time: object) -> None:
    with pytest.raises(ValidationFailed) as refusal:
        make_event().edit({"date_time": date_time}, ticket_types=[], now=NOW)  # type: ignore[typeddict-item]
    assert refusal.value.field == "body.date_time"


@pytest.mark.parametrize("given", [{}, {"date_time": NOW - HOUR}])
def test_a_past_event_can_be_edited_when_its_time_stays(given: EventChanges) -> None:
    event = make_event(date_time=NOW - HOUR)
    event.edit({"title": "Renamed", **given}, ticket_types=[], now=NOW)
    assert event == make_event(date_time=NOW - HOUR, title="Renamed")


def test_an_end_before_the_start_is_refused_when_only_the_end_is_edited() -> None:
    event = make_event()
    with pytest.raises(ValidationFailed) as refusal:
        event.edit({"ends_at": event.date_time}, ticket_types=[], now=NOW)
    assert refusal.value.field == "body.ends_at"


@pytest.mark.parametrize(
    ("actor", "is_manager"),
    [
        (ADMIN, True),
        (ORGANIZER, True),
        (RIVAL, False),
        (BUYER, False),
        (SCANNER, False),
        (Actor(ORGANIZER.id, Role.CUSTOMER), False),
    ],
)
def test_an_event_is_managed_by_its_organizer_and_admins(actor: Actor, is_manager: bool) -> None:
    assert make_event().is_managed_by(actor) is is_manager


@pytest.mark.parametrize("actor", [None, RIVAL, BUYER, SCANNER])
def test_a_draft_does_not_exist_for_others(actor: Actor | None) -> None:
    with pytest.raises(NotFound, match=r"^There is no event 10\.$"):
        make_event(status=DRAFT).require_visible_to(actor)


@pytest.mark.parametrize("actor", [ADMIN, ORGANIZER])
def test_a_draft_exists_for_those_who_manage_it(actor: Actor) -> None:
    make_event(status=DRAFT).require_visible_to(actor)


@pytest.mark.parametrize("status", [ACTIVE, COMPLETED, CANCELLED])
def test_any_other_event_exists_for_everybody(status: EventStatus) -> None:
    make_event(status=status).require_visible_to(None)


def test_an_event_is_deleted_when_no_booking_lives() -> None:
    event = make_event()
    event.delete(live_bookings=0, now=NOW)
    assert event.deleted_at == NOW


def test_an_event_is_not_deleted_while_a_booking_lives() -> None:
    event = make_event()
    before = deepcopy(event)
    with pytest.raises(InUse, match="Cancel the event first"):
        event.delete(live_bookings=1, now=NOW)
    assert event == before
