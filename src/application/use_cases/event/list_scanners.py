"""List the scanners of an event."""

from src.application.access import require_event_collection, visible_scanner
from src.domain.entities.user import Actor, User
from src.domain.repositories.event import EventRepository
from src.domain.repositories.user import UserRepository


class ListScanners:
    """List the scanners of an event.

    Authorization: the event's organizer and admins.
    """

    def __init__(self, events: EventRepository, users: UserRepository) -> None:
        self._events = events
        self._users = users

    async def execute(self, actor: Actor, event_id: int) -> list[User]:
        event = await self._events.get(event_id)
        require_event_collection(actor, event)
        users = await self._users.by_ids(await self._events.scanner_ids(event_id))
        return [visible_scanner(actor, users[user_id]) for user_id in sorted(users)]
