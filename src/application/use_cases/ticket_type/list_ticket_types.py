"""List ticket types."""

from src.application.catalogue.opened_types import types_for
from src.application.catalogue.price_filter import require_one_currency
from src.application.dtos.event import EventSnapshot
from src.application.ports.database import Clock
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.ticket_type import TicketTypeFilter, TicketTypeRepository


class ListTicketTypes:
    """List the ticket types of all active events.

    Authorization: none. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the types that all other filters find are sold in several.
    """

    def __init__(self, ticket_types: TicketTypeRepository) -> None:
        self._ticket_types = ticket_types

    async def execute(self, wanted: TicketTypeFilter, page: PageRequest) -> Page[TicketType]:
        await require_one_currency(wanted, self._ticket_types.currencies)
        return await self._ticket_types.search(wanted, page)


class ListEventTicketTypes:
    """List all ticket types of an event.

    Authorization: none; drafts are visible to their managers only, and hidden types to them and
    to who gives a discount `code` that opens them. Another code is refused with
    `discount_invalid`.
    """

    def __init__(
        self,
        events: EventRepository,
        ticket_types: TicketTypeRepository,
        discounts: DiscountRepository,
        clock: Clock,
    ) -> None:
        self._events = events
        self._ticket_types = ticket_types
        self._discounts = discounts
        self._clock = clock

    async def execute(
        self, actor: Actor | None, event_id: int, code: str | None = None
    ) -> list[TicketType]:
        event = await self._events.get(event_id)
        event.require_visible_to(actor)
        snapshot = EventSnapshot(event, await self._ticket_types.of_event(event_id))
        return await types_for(self._discounts, snapshot, actor, code, self._clock())
