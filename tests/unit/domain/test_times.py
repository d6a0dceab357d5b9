"""Times: with an offset they are what they say, without one they are local to a zone."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from src.domain.entities.event import EventChanges
from src.domain.shared.times import changes_in_zone, in_zone, in_zone_or_none, offsets

BERLIN = "Europe/Berlin"
NOON = datetime(2026, 6, 1, 12)


def test_a_time_with_an_offset_keeps_its_moment_whatever_the_zone() -> None:
    given = NOON.replace(tzinfo=timezone(timedelta(hours=7)))
    assert in_zone(given, BERLIN) == datetime(2026, 6, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("UTC", datetime(2026, 6, 1, 12, tzinfo=UTC)),
        ("Asia/Bangkok", datetime(2026, 6, 1, 5, tzinfo=UTC)),
        ("Asia/Kathmandu", datetime(2026, 6, 1, 6, 15, tzinfo=UTC)),
        ("America/Los_Angeles", datetime(2026, 6, 1, 19, tzinfo=UTC)),
    ],
)
def test_a_time_without_an_offset_is_read_in_the_zone(zone: str, moment: datetime) -> None:
    read = in_zone(NOON, zone)
    assert read == moment
    assert read.tzinfo is UTC


@pytest.mark.parametrize(
    ("local", "moment"),
    [
        # Summer time begins: 01:59 is followed by 03:00, and 02:30 is nowhere on the clock.
        (datetime(2026, 3, 29, 1, 59), datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        (datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (datetime(2026, 3, 29, 3), datetime(2026, 3, 29, 1, tzinfo=UTC)),
        # It ends: 02:30 comes twice; the first is meant, unless the second is asked for.
        (datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 2, 30, fold=1), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 3), datetime(2026, 10, 25, 2, tzinfo=UTC)),
    ],
)
def test_a_local_time_is_read_with_the_offset_of_its_day(local: datetime, moment: datetime) -> None:
    assert in_zone(local, BERLIN) == moment


def test_a_missing_time_stays_missing() -> None:
    assert in_zone_or_none(None, BERLIN) is None
    assert in_zone_or_none(NOON, BERLIN) == datetime(2026, 6, 1, 10, tzinfo=UTC)


def test_of_an_edit_only_the_times_are_read_in_the_zone() -> None:
    changes: EventChanges = {"title": "Renamed", "date_time": NOON, "sales_end": None}
    assert changes_in_zone(changes, BERLIN) == {
        "title": "Renamed",
        "date_time": datetime(2026, 6, 1, 10, tzinfo=UTC),
        "sales_end": None,
    }
    assert changes["date_time"] is NOON


def test_offsets_of_a_span_begin_with_its_start_and_name_each_change() -> None:
    start, end = datetime(2026, 3, 1, 12, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
    hour = timedelta(hours=1)
    assert offsets(BERLIN, start, end) == [
        (start, hour),
        (datetime(2026, 3, 29, 1, tzinfo=UTC), 2 * hour),
        (datetime(2026, 10, 25, 1, tzinfo=UTC), hour),
    ]


@pytest.mark.parametrize(
    ("zone", "minutes"), [("UTC", 0), ("Asia/Kathmandu", 345), ("Pacific/Kiritimati", 840)]
)
def test_zone_without_changes_has_one_offset(zone: str, minutes: int) -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    assert offsets(zone, start, start + timedelta(days=400)) == [
        (start, timedelta(minutes=minutes))
    ]
