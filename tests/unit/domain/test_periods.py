"""Periods and their buckets: whole, by the zone's calendar, and never too many."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from src.domain.errors import ValidationFailed
from src.domain.services.periods import (
    Interval,
    Period,
    bucket_starts,
    day_of,
    period,
)

NOW = datetime(2026, 11, 20, 12, 30, tzinfo=UTC)
BERLIN = "Europe/Berlin"


def moment(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


def hours_between(starts: list[datetime]) -> list[float]:
    return [(later - earlier) / timedelta(hours=1) for earlier, later in pairwise(starts)]


def test_period_is_the_last_30_days_when_nothing_is_asked_for() -> None:
    assert period(None, None, NOW) == Period(moment(2026, 10, 21, 12, 30), NOW)


def test_period_is_30_days_long_when_only_its_end_is_given() -> None:
    end = moment(2026, 3, 31)
    assert period(None, end, NOW) == Period(moment(2026, 3, 1), end)


def test_period_ends_now_when_only_its_start_is_given() -> None:
    assert period(moment(2026, 1, 1), None, NOW) == Period(moment(2026, 1, 1), NOW)


@pytest.mark.parametrize("start", [NOW, NOW + timedelta(seconds=1)])
def test_period_is_refused_when_it_does_not_end_after_its_start(start: datetime) -> None:
    for end in (NOW, None):
        with pytest.raises(ValidationFailed) as refused:
            period(start, end, NOW)
        assert refused.value.field == "query.date_to"


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (Interval.HOUR, [moment(2026, 11, 20, 10), moment(2026, 11, 20, 11)]),
        (Interval.DAY, [moment(2026, 11, 20)]),
        (Interval.WEEK, [moment(2026, 11, 16)]),
        (Interval.MONTH, [moment(2026, 11, 1)]),
    ],
)
def test_buckets_begin_with_the_calendar_and_cover_the_period(
    interval: Interval, expected: list[datetime]
) -> None:
    within = Period(moment(2026, 11, 20, 10, 15, 30, 7), moment(2026, 11, 20, 11, 30))
    assert bucket_starts(within, interval, "UTC") == expected


def test_no_bucket_begins_where_the_period_ends() -> None:
    within = Period(moment(2026, 11, 20), moment(2026, 11, 22))
    assert bucket_starts(within, Interval.DAY, "UTC") == [
        moment(2026, 11, 20),
        moment(2026, 11, 21),
    ]


def test_months_follow_each_other_through_the_year() -> None:
    within = Period(moment(2025, 12, 31), moment(2026, 4, 1))
    starts = bucket_starts(within, Interval.MONTH, "UTC")
    assert [(start.year, start.month, start.day) for start in starts] == [
        (2025, 12, 1),
        (2026, 1, 1),
        (2026, 2, 1),
        (2026, 3, 1),
    ]


@pytest.mark.parametrize(
    ("month", "day", "hours"), [(3, 28, [24, 23, 24]), (10, 24, [24, 25, 24]), (6, 1, [24, 24, 24])]
)
def test_days_are_as_long_as_the_clocks_make_them(month: int, day: int, hours: list[float]) -> None:
    start = moment(2026, month, day)
    within = Period(start, start + timedelta(days=3))
    starts = list(bucket_starts(within, Interval.DAY, BERLIN))
    assert starts[0].astimezone(UTC) < start
    assert hours_between(starts) == hours


def test_week_has_167_hours_when_summer_time_begins() -> None:
    within = Period(moment(2026, 3, 24), moment(2026, 4, 1))
    assert hours_between(list(bucket_starts(within, Interval.WEEK, BERLIN))) == [167]


def test_hours_begin_where_the_hours_of_the_zone_do() -> None:
    within = Period(moment(2026, 3, 1, 0, 20), moment(2026, 3, 1, 2))
    starts = bucket_starts(within, Interval.HOUR, "Asia/Kathmandu")
    assert starts == [moment(2026, 3, 1, 0, 15), moment(2026, 3, 1, 1, 15)]


def test_hours_are_60_minutes_when_the_clocks_change() -> None:
    within = Period(moment(2026, 3, 29), moment(2026, 3, 29, 4))
    assert hours_between(list(bucket_starts(within, Interval.HOUR, BERLIN))) == [1, 1, 1]


def test_minutes_begin_on_the_minute() -> None:
    within = Period(moment(2026, 3, 29, 0, 59, 30), moment(2026, 3, 29, 1, 1))
    starts = bucket_starts(within, Interval.MINUTE, BERLIN)
    assert starts == [moment(2026, 3, 29, 0, 59), moment(2026, 3, 29, 1, 0)]


def test_day_begins_when_the_clocks_skip_its_midnight() -> None:
    # In Beirut the 29th began at 01:00, which is when the 28th ended.
    within = Period(moment(2026, 3, 28, 12), moment(2026, 3, 29, 12))
    starts = list(bucket_starts(within, Interval.DAY, "Asia/Beirut"))
    assert starts == [moment(2026, 3, 27, 22), moment(2026, 3, 28, 22)]


def test_a_thousand_buckets_are_made_and_one_more_is_refused() -> None:
    most = Period(NOW, NOW + timedelta(hours=1000) - timedelta(minutes=30))
    assert len(bucket_starts(most, Interval.HOUR, "UTC")) == 1000
    with pytest.raises(ValidationFailed) as refused:
        bucket_starts(Period(most.start, most.end + timedelta(seconds=1)), Interval.HOUR, "UTC")
    assert refused.value.field == "query.interval"


@pytest.mark.usefixtures("local_time_of_bangkok")
def test_buckets_begin_in_utc_wherever_the_server_is() -> None:
    starts = bucket_starts(Period(moment(2026, 3, 1), moment(2026, 3, 3)), Interval.DAY, BERLIN)
    assert {start.tzinfo for start in starts} == {UTC}


def test_day_of_a_moment_is_that_of_the_zone() -> None:
    late = moment(2026, 3, 28, 23, 30)
    assert day_of(late, "UTC") == Period(moment(2026, 3, 28), moment(2026, 3, 29))
    assert day_of(late, BERLIN) == Period(moment(2026, 3, 28, 23), moment(2026, 3, 29, 22))
