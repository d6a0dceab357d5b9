"""Browse events."""

from src.domain.entities.event import Event
from src.domain.repositories.event import EventFilter, EventRepository
from src.domain.repositories.page import Page, PageRequest


class ListEvents:
    """Browse events: active ones unless `status` says otherwise.

    Open to everybody; drafts are listed for those who manage them alone.
    """

    def __init__(self, events: EventRepository) -> None:
        self._events = events

    async def execute(self, wanted: EventFilter, page: PageRequest) -> Page[Event]:
        return await self._events.search(wanted, page)
