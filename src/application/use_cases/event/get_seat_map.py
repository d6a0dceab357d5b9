"""Get the seat map of an event."""

from typing import Generic, TypeVar

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.domain.entities.user import Actor

Body = TypeVar("Body")


class GetSeatMap(Generic[Body]):
    """Get the complete seat map of an event, by section, row and number (2 before 10).

    Authorization: none; drafts are visible to their managers only. Seats of a lapsed hold are
    available. The map of an event with general admission is empty.
    """

    def __init__(
        self,
        event_snapshots: Snapshots[int, EventSnapshot],
        seat_map_snapshots: Snapshots[int, Body],
    ) -> None:
        self._event_snapshots = event_snapshots
        self._seat_map_snapshots = seat_map_snapshots

    async def execute(self, actor: Actor | None, event_id: int) -> Body:
        snapshot = await self._event_snapshots.get(event_id)
        snapshot.event.require_visible_to(actor)
        return await self._seat_map_snapshots.get(event_id)
