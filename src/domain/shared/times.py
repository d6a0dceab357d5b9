"""Interpretation of datetimes that have no UTC offset."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

Changes = TypeVar("Changes", bound=Mapping[str, object])


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


def said_in(moment: datetime, timezone: str) -> str:
    """The time of a sentence, by the clocks in `timezone`: `05 March 2036 at 19:30`."""
    return f"{moment.astimezone(ZoneInfo(timezone)):%d %B %Y at %H:%M}"
