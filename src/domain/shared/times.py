"""Local times: what one without a UTC offset means, and which offsets a time zone has."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

Changes = TypeVar("Changes", bound=Mapping[str, object])
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


def in_zone(value: datetime, timezone: str) -> datetime:
    """Convert `value` to UTC; a naive value is taken as local time in `timezone` (an IANA name)."""
    aware = value if value.tzinfo is not None else value.replace(tzinfo=ZoneInfo(timezone))
    return aware.astimezone(UTC)


def in_zone_or_none(value: datetime | None, timezone: str) -> datetime | None:
    """Like `in_zone`, but pass None through."""
    return None if value is None else in_zone(value, timezone)


def changes_in_zone(changes: Changes, timezone: str) -> Changes:
    """Return a copy of `changes` with every datetime converted by `in_zone`."""
    converted = {
        field: in_zone(value, timezone) if isinstance(value, datetime) else value
        for field, value in changes.items()
    }
    return cast(Changes, converted)


def offsets(timezone: str, start: datetime, end: datetime) -> Sequence[tuple[datetime, timedelta]]:
    """The zone's offsets from UTC in a span: the one at its start, then each from when it counts.

    Both ends are in UTC.
    """
    zone = ZoneInfo(timezone)

    def offset(moment: datetime) -> timedelta:
        return moment.astimezone(zone).utcoffset() or timedelta()

    found = [(start, offset(start))]
    day = start
    while day < end:
        if offset(day + DAY) != offset(day):
            before, changed = day, day + DAY
            while changed - before > SECOND:
                middle = before + (changed - before) // 2
                if offset(middle) == offset(day):
                    before = middle
                else:
                    changed = middle
            change = changed.replace(microsecond=0)
            found.append((change, offset(changed)))
        day += DAY
    return found


def said_in(moment: datetime, timezone: str) -> str:
    """The time of a sentence, by the clocks in `timezone`: `05 March 2036 at 19:30`."""
    return f"{moment.astimezone(ZoneInfo(timezone)):%d %B %Y at %H:%M}"
