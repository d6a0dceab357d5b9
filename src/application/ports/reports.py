"""Who reads the numbers for a report: each of these sees the database at one moment."""

from datetime import datetime
from typing import Protocol, TypeVar

from src.application.dtos.analytics import Dashboard, Scope, TicketsReport, Timeline
from src.domain.services.periods import Period

Report_co = TypeVar("Report_co", covariant=True)


class TimelineReader(Protocol[Report_co]):
    """Reads what a report says of a stretch of time, bucket by bucket."""

    async def __call__(self, scope: Scope, timeline: Timeline) -> Report_co: ...


class DashboardReader(Protocol):
    """Reads where things stand `now`, and what happened in each of three periods."""

    async def __call__(
        self, scope: Scope, *, today: Period, yesterday: Period, period: Period, now: datetime
    ) -> Dashboard: ...


class TicketsReader(Protocol):
    """Counts the tickets of events that start at or after, and before, the times given."""

    async def __call__(
        self, scope: Scope, starts_from: datetime | None, starts_before: datetime | None
    ) -> TicketsReport: ...


class DiscrepancyReader(Protocol):
    """Looks for money, tickets and stock that do not agree."""

    async def discrepancies(self) -> list[tuple[str, int, str]]:
        """(what, its id, what is wrong with it, in words); at most a hundred of each kind."""
