"""Ports for the readers of reports; each reads a consistent snapshot of the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from src.application.dtos.analytics import Dashboard, Scope, TicketsReport, Timeline
from src.application.dtos.movement import Movement, MovementSearch
from src.application.dtos.payout import (
    ListedPayout,
    ListedProviderMovement,
    ProviderBalance,
    ProviderMovementSearch,
)
from src.domain.repositories.page import Page, PageRequest
from src.domain.services.periods import Period

Report_co = TypeVar("Report_co", covariant=True)


class TimelineReader(Protocol[Report_co]):
    """Reads a report over a period, bucket by bucket."""

    async def __call__(self, scope: Scope, timeline: Timeline) -> Report_co: ...


class DashboardReader(Protocol):
    """Reads the state as of `now`, and the activity in each of three periods."""

    async def __call__(
        self, scope: Scope, *, today: Period, yesterday: Period, period: Period, now: datetime
    ) -> Dashboard: ...


class TicketsReader(Protocol):
    """Counts the tickets of events that start in [`starts_from`, `starts_before`)."""

    async def __call__(
        self, scope: Scope, starts_from: datetime | None, starts_before: datetime | None
    ) -> TicketsReport: ...


class MovementReader(Protocol):
    """Reads the ledger: what is for an event in scope; all of it for an admin."""

    async def search(
        self, scope: Scope, wanted: MovementSearch, page: PageRequest
    ) -> Page[Movement]: ...

    async def count(self, scope: Scope, wanted: MovementSearch) -> int: ...


class PayoutReader(Protocol):
    """Reads payouts, and the accounts at payment providers."""

    async def search(self, page: PageRequest) -> Page[ListedPayout]: ...

    async def find(self, payout_id: int) -> ListedPayout | None: ...

    async def movements(
        self, wanted: ProviderMovementSearch, page: PageRequest
    ) -> Page[ListedProviderMovement]: ...

    async def balances(self) -> Sequence[ProviderBalance]: ...


class DiscrepancyReader(Protocol):
    """Finds discrepancies between payments, tickets and stock."""

    async def discrepancies(self) -> list[tuple[str, int, str]]:
        """Return (subject, its id, a description) of each, at most a hundred of each kind."""
