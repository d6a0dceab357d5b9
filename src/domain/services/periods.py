"""Stretches of time that reports look at, and their parts by the calendar of a time zone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from src.domain.errors import ValidationFailed

MAX_BUCKETS = 1000
DEFAULT_LENGTH = timedelta(days=30)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class Interval(StrEnum):
    """How long one bucket of a report is. Weeks begin on Monday."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to before `end`, both in UTC."""

    start: datetime
    end: datetime


def period(start: datetime | None, end: datetime | None, now: datetime) -> Period:
    """What was asked for: up to now, and the 30 days before its end, where left out.

    Raises ValidationFailed unless the start lies before the end.
    """
    last = end or now
    first = start or last - DEFAULT_LENGTH
    if first >= last:
        raise ValidationFailed("query.date_to", "`date_to` must be later than `date_from`.")
    return Period(first, last)


def bucket_starts(within: Period, interval: Interval, timezone: str) -> Sequence[datetime]:
    """The beginnings of all buckets that the period touches, in UTC.

    Days, weeks and months are those of the zone's calendar, so that a day has 23 or 25 hours
    when its clocks change. Hours begin where the zone's hours do and are 60 minutes each. The
    first bucket may begin before the period. Raises ValidationFailed for more than MAX_BUCKETS.
    """
    zone = ZoneInfo(timezone)
    local = within.start.astimezone(zone)
    following: Callable[[datetime], datetime]
    if interval is Interval.HOUR:
        past_the_hour = timedelta(
            minutes=local.minute, seconds=local.second, microseconds=local.microsecond
        )
        start, following = within.start - past_the_hour, lambda moment: moment + HOUR
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
    """The calendar day of the zone in which the moment lies."""
    zone = ZoneInfo(timezone)
    day = moment.astimezone(zone).date()
    return Period(midnight(day, zone), midnight(day + DAY, zone))


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """When the day begins there, in UTC: where clocks skip midnight, the moment they do."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _first_day(day: date, interval: Interval) -> date:
    if interval is Interval.WEEK:
        return day - day.weekday() * DAY
    return day.replace(day=1) if interval is Interval.MONTH else day


def _next_day(day: date, interval: Interval) -> date:
    if interval is Interval.MONTH:
        return (day.replace(day=1) + 32 * DAY).replace(day=1)
    return day + (7 if interval is Interval.WEEK else 1) * DAY
