"""List events."""

from src.domain.entities.event import Event
from src.domain.repositories.event import EventFilter, EventRepository
from src.domain.repositories.page import Page, PageRequest


class ListEvents:
    """List events with the given `status`, by default active events.

    Authorization: none; drafts are listed for their managers only.
    """

    def __init__(self, events: EventRepository) -> None:
        self._events = events

    async def execute(self, wanted: EventFilter, page: PageRequest) -> Page[Event]:
        return await self._events.search(wanted, page)
