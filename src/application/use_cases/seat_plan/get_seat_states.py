"""Get the states of an event's seats."""

from typing import Generic, TypeVar

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.application.live.seat_plans import SeatPlans
from src.domain.entities.user import Actor

Body = TypeVar("Body")


class GetSeatStates(Generic[Body]):
    """Get the states of an event's seats, in the order of its plan.

    Authorization: none; drafts are visible to their managers only. Seats of a lapsed hold are
    available.
    """

    def __init__(
        self, event_snapshots: Snapshots[int, EventSnapshot], seat_plans: SeatPlans[Body]
    ) -> None:
        self._event_snapshots = event_snapshots
        self._seat_plans = seat_plans

    async def execute(self, actor: Actor | None, event_id: int) -> Body:
        snapshot = await self._event_snapshots.get(event_id)
        snapshot.event.require_visible_to(actor)
        return await self._seat_plans.states(event_id)
