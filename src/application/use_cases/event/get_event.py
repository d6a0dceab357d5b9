"""Get an event."""

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.domain.entities.user import Actor


class GetEvent:
    """Get an event with its statistics.

    Authorization: none; drafts are visible to their managers only, and tickets of hidden types
    are counted for them alone.
    """

    def __init__(self, event_snapshots: Snapshots[int, EventSnapshot]) -> None:
        self._event_snapshots = event_snapshots

    async def execute(self, actor: Actor | None, event_id: int) -> EventSnapshot:
        snapshot = await self._event_snapshots.get(event_id)
        snapshot.event.require_visible_to(actor)
        return snapshot.seen_by(actor)
