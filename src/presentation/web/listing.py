"""Lists of which the address says what is shown: filters, order, and the page."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import StringConstraints
from starlette.requests import Request

from src.domain.repositories.page import Page, PageRequest
from src.domain.services.periods import midnight
from src.presentation.dependencies.pagination import next_path, page_request

ROWS = 50

SearchWords = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=100, pattern=r"^[^\x00]*$")
]


def page_wanted(request: Request, *, sort: str = "-id", limit: int = ROWS) -> PageRequest:
    """The page that the address asks for. Raises ValidationFailed for a cursor of another list."""
    return page_request(limit, request.query_params.get("cursor"), sort=sort)


def next_address(request: Request, page: Page[Any], **more: str) -> str | None:
    """The address of the next page, with more parameters; None on the last."""
    return None if page.next is None else next_path(request, page.next, **more)


def address_with(request: Request, path: str | None = None, **changes: object) -> str:
    """This address, or another with its query, with parameters changed; None takes one away.

    It leads to the first page, as a cursor belongs to what was asked for before.
    """
    url = request.url.remove_query_params(["cursor", *changes])
    url = url.include_query_params(
        **{name: value for name, value in changes.items() if value is not None}
    )
    return (path or url.path) + (f"?{url.query}" if url.query else "")


def start_of(day: date | None, zone: str) -> datetime | None:
    """When the day begins in the zone."""
    return midnight(day, ZoneInfo(zone)) if day else None


def end_of(day: date | None, zone: str) -> datetime | None:
    """When the day is over in the zone."""
    return midnight(day + timedelta(days=1), ZoneInfo(zone)) if day else None


def usual_zone(zones: Iterable[str]) -> str:
    """The zone that most of these are in; UTC for none."""
    found = list(zones)
    return max(found, key=found.count) if found else "UTC"


def today_in(zone: str) -> date:
    """The date that a calendar in the zone shows now."""
    return datetime.now(UTC).astimezone(ZoneInfo(zone)).date()


def last_month(today: date) -> tuple[date, date]:
    """The first and the last day of the month before."""
    last = today.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last
