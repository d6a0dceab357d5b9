"""List events."""

from src.application.catalogue.price_filter import require_one_currency
from src.domain.entities.event import Event
from src.domain.repositories.event import EventFilter, EventRepository
from src.domain.repositories.page import Page, PageRequest


class ListEvents:
    """List events with the given `status`, by default active events.

    Authorization: none; drafts are listed for their managers only. Sorted by price, they are
    grouped by currency. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the events that all other filters find are sold in several.
    """

    def __init__(self, events: EventRepository) -> None:
        self._events = events

    async def execute(self, wanted: EventFilter, page: PageRequest) -> Page[Event]:
        await require_one_currency(wanted, self._events.currencies)
        return await self._events.search(wanted, page)
