"""Periods of reports, and their intervals by the calendar of a time zone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from src.domain.errors import ValidationFailed

MAX_BUCKETS = 1000
DEFAULT_LENGTH = timedelta(days=30)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class Interval(StrEnum):
    """The length of a bucket of a report. Weeks begin on Monday."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


STEPS = {Interval.MINUTE: MINUTE, Interval.HOUR: HOUR}
"""The intervals that always have the same length."""


@dataclass(frozen=True, slots=True)
class Period:
    """A half-open period [`start`, `end`), both in UTC."""

    start: datetime
    end: datetime


def period(start: datetime | None, end: datetime | None, now: datetime) -> Period:
    """Return the period; `end` defaults to `now`, `start` to 30 days before the end.

    Raises ValidationFailed unless the start is before the end.
    """
    last = end or now
    first = start or last - DEFAULT_LENGTH
    if first >= last:
        raise ValidationFailed("query.date_to", "`date_to` must be later than `date_from`.")
    return Period(first, last)


def bucket_starts(within: Period, interval: Interval, timezone: str) -> Sequence[datetime]:
    """Return the start, in UTC, of every bucket that overlaps the period.

    Days, weeks and months follow the calendar of the time zone: a day has 23 or 25 hours when
    clocks change. Hours and minutes are aligned to the zone's and have one length. The first
    bucket may start before the period. Raises ValidationFailed for more than MAX_BUCKETS.
    """
    zone = ZoneInfo(timezone)
    local = within.start.astimezone(zone)
    following: Callable[[datetime], datetime]
    if interval in STEPS:
        step = STEPS[interval]
        # An hour begins by the clock of the zone, whose offset may have minutes.
        past = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
        start, following = within.start - past % step, lambda moment: moment + step
    else:
        day = _first_day(local.date(), interval)
        start = midnight(day, zone)
        following = lambda moment: midnight(  # noqa: E731
            _next_day(moment.astimezone(zone).date(), interval), zone
        )
    starts: list[datetime] = []
    while start < within.end:
        if len(starts) == MAX_BUCKETS:
            raise ValidationFailed(
                "query.interval",
                f"This is more than {MAX_BUCKETS} intervals. Choose a longer one, or less time.",
            )
        starts.append(start)
        start = following(start)
    return starts


def day_of(moment: datetime, timezone: str) -> Period:
    """Return the calendar day in the time zone that contains `moment`."""
    zone = ZoneInfo(timezone)
    day = moment.astimezone(zone).date()
    return Period(midnight(day, zone), midnight(day + DAY, zone))


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return the start of the day, in UTC; where clocks skip midnight, the time of the change."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _first_day(day: date, interval: Interval) -> date:
    if interval is Interval.WEEK:
        return day - day.weekday() * DAY
    return day.replace(day=1) if interval is Interval.MONTH else day


def _next_day(day: date, interval: Interval) -> date:
    if interval is Interval.MONTH:
        return (day.replace(day=1) + 32 * DAY).replace(day=1)
    return day + (7 if interval is Interval.WEEK else 1) * DAY
