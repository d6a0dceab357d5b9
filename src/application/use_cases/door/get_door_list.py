"""Get the door list of an event."""

from typing import Generic, TypeVar

from src.application.access import is_event_staff
from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.application.live.door_lists import DoorLists
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden
from src.domain.repositories.event import EventRepository

Body = TypeVar("Body")


class GetDoorList(Generic[Body]):
    """Get what a scanner without a network needs: keys, gates, and every ticket with its state.

    With `since`, the version of an earlier list, only the tickets that have changed since then;
    `full` says which of the two it is, and a full list replaces all that was known: after a backup
    of the database was restored, `since` is answered with a full one. Names are as they were when
    their ticket changed last. Neither codes nor tokens of tickets are in it, only the last four
    characters of each code: who finds a lost scanner gets nobody in. Authorization: the event's
    assigned scanners, its organizer and admins.
    """

    def __init__(
        self,
        event_snapshots: Snapshots[int, EventSnapshot],
        events: EventRepository,
        door_lists: DoorLists[Body],
    ) -> None:
        self._event_snapshots = event_snapshots
        self._events = events
        self._door_lists = door_lists

    async def execute(self, actor: Actor, event_id: int, since: str | None) -> Body:
        event = (await self._event_snapshots.get(event_id)).event
        event.require_visible_to(actor)
        if not await is_event_staff(actor, event, self._events):
            raise Forbidden("Only the event's scanners and its organizer may see its door list.")
        return await self._door_lists.read(event_id, since)
