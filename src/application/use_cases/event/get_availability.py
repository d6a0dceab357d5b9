"""Ask what can still be bought."""

from src.application.dtos.event import EventSnapshot
from src.application.snapshots import Snapshots
from src.domain.entities.user import Actor


class GetAvailability:
    """Ask how many tickets are left, of the event and of each ticket type.

    Open to everybody; a draft exists for those who manage it alone. At most a quarter of a
    second old, and never older than what the caller was last told.
    """

    def __init__(self, event_snapshots: Snapshots[int, EventSnapshot]) -> None:
        self._event_snapshots = event_snapshots

    async def execute(self, actor: Actor | None, event_id: int) -> EventSnapshot:
        snapshot = await self._event_snapshots.get(event_id)
        snapshot.event.require_visible_to(actor)
        return snapshot
