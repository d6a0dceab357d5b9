"""Read how much of each event is sold."""

from collections.abc import Sequence

from src.application.dtos.sold import EventSellThrough
from src.application.ports.database import Clock
from src.application.ports.sold import SellThroughReader
from src.application.reports.read_timeline import scope_of
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository

MAX_EVENTS = 50


class ReadSellThrough:
    """Read what is sold, held and left of each ticket type of the active events.

    Authorization: organizers for their own events, admins for all. The fifty events that end
    next; `event_id` selects one event of any status. Refused with `not_found` for another
    organizer's event.
    """

    def __init__(self, read: SellThroughReader, events: EventRepository, clock: Clock) -> None:
        self._read = read
        self._events = events
        self._clock = clock

    async def execute(
        self, actor: Actor, event_id: int | None = None
    ) -> Sequence[EventSellThrough]:
        scope = await scope_of(actor, event_id, self._events)
        return await self._read(scope, self._clock(), limit=MAX_EVENTS)
