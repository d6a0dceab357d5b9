"""A stand-in that reads reports."""

from datetime import datetime

from src.application.dtos.analytics import (
    Scope,
    TicketCounts,
    TicketsReport,
    Timeline,
    UsersReport,
)


class Reader:
    """Implements `TimelineReader` and `TicketsReader`: remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Scope, Timeline]] = []
        self.asked_tickets: list[tuple[Scope, datetime | None, datetime | None]] = []

    async def users(self, scope: Scope, timeline: Timeline) -> UsersReport:
        self.asked.append((scope, timeline))
        return UsersReport(0, 0, 0, [], [])

    async def tickets(
        self, scope: Scope, starts_from: datetime | None, starts_before: datetime | None
    ) -> TicketsReport:
        self.asked_tickets.append((scope, starts_from, starts_before))
        return TicketsReport(TicketCounts(), 0, 0, [])
