"""When tickets are sold: in the windows of the event and of their type, before the event starts.

Either may be without a start or an end. A window that could never open is refused, since nobody
would know why no ticket is sold.
"""

from collections.abc import Container
from datetime import datetime
from typing import NamedTuple

from src.domain.errors import SalesClosed, ValidationFailed
from src.domain.shared.times import said_in

SALES_FIELDS = ("sales_end", "sales_start", "date_time")
"""What decides when tickets are sold. Of two that contradict each other the first is named."""


class Limit(NamedTuple):
    """A start or an end of sales: what it is called, when, and the field by which it is edited."""

    called: str
    at: datetime | None
    field: str | None = None


def require_sales_window(
    what: str, start: datetime | None, end: datetime | None, now: datetime
) -> None:
    """Raise SalesClosed unless `now` is in [`start`, `end`); None means no bound."""
    if start is not None and now < start:
        raise SalesClosed(f"Ticket sales for {what} start on {start:%d %B %Y at %H:%M} UTC.")
    if end is not None and now >= end:
        raise SalesClosed(f"Ticket sales for {what} ended on {end:%d %B %Y at %H:%M} UTC.")


def require_before(
    start: Limit,
    *ends: Limit,
    changed: Container[str] = SALES_FIELDS,
    timezone: str,
    path: str = "body",
) -> None:
    """Raise ValidationFailed when one of `ends` is not after `start`, unless neither is `changed`.

    What was stored before stays editable in all else. The message has times of `timezone`.
    """
    for end in ends:
        if start.at is None or end.at is None or start.at < end.at:
            continue
        edited = [name for name in SALES_FIELDS if name in (start.field, end.field)]
        for field in edited:
            if field in changed:
                raise ValidationFailed(
                    f"{path}.{field}",
                    f"No ticket could be sold: {start.called} on {said_in(start.at, timezone)}, "
                    f"but {end.called} on {said_in(end.at, timezone)} ({timezone}).",
                )
