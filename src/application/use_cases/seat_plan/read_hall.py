"""Read the hall of an event, seat by seat."""

from typing import Any

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.application.live.seat_plans import HallNow, SeatPlans
from src.domain.entities.user import Actor


class ReadHall:
    """Read an event's sections, rows and seats, and which of them are taken now.

    Authorization: none; drafts are visible to their managers only.
    """

    def __init__(
        self, event_snapshots: Snapshots[int, EventSnapshot], seat_plans: SeatPlans[Any]
    ) -> None:
        self._event_snapshots = event_snapshots
        self._seat_plans = seat_plans

    async def execute(self, actor: Actor | None, event_id: int) -> HallNow:
        snapshot = await self._event_snapshots.get(event_id)
        snapshot.event.require_visible_to(actor)
        return await self._seat_plans.read(event_id)
