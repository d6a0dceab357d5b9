"""Ports for what organizers read of their own events."""

from datetime import datetime
from typing import Protocol

from src.application.dtos.managed_event import (
    CancellationPreview,
    EventChoice,
    ManagedEvents,
    ManagedEventSearch,
    MovePreview,
    StaffMember,
    VenueChoice,
)


class ManagedEventReader(Protocol):
    """Reads events of any status with how much of them is sold, in one statement."""

    async def search(self, wanted: ManagedEventSearch, *, now: datetime) -> ManagedEvents: ...

    async def choices(
        self, organizer_id: int | None, q: str | None, *, now: datetime, limit: int
    ) -> list[EventChoice]:
        """Return events, the latest first; None: of all organizers. `q`: part of the title."""

    async def staff(self, organizer_id: int | None, *, now: datetime) -> list[StaffMember]:
        """Return the scanners of events that have not ended, by name; None: of all organizers."""

    async def venues(self, owner_id: int | None, *, limit: int) -> list[VenueChoice]:
        """Return the venues of an owner by name; None: of all."""


class EventImpactReader(Protocol):
    """Reads whom a change of an event would affect, and what would be paid back."""

    async def of_cancellation(self, event_id: int) -> CancellationPreview: ...

    async def of_move(self, event_id: int) -> MovePreview: ...
