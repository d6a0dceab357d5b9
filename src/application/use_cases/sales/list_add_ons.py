"""List who gets which add-ons of an event."""

from collections.abc import Sequence

from src.application.access import require_event_collection
from src.application.dtos.sold import SoldAddOn
from src.application.ports.sold import SoldAddOnReader
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.repositories.page import Page, PageRequest


class ListAddOns:
    """List who gets which add-ons of an event: by booking, what is confirmed of each add-on.

    Authorization: the event's organizer and admins.
    """

    def __init__(self, events: EventRepository, add_ons: SoldAddOnReader) -> None:
        self._events = events
        self._add_ons = add_ons

    async def execute(
        self, actor: Actor, event_id: int, page: PageRequest, *, ticket_type_id: int | None = None
    ) -> Page[SoldAddOn]:
        require_event_collection(actor, await self._events.get(event_id))
        return await self._add_ons.search(event_id, ticket_type_id, page)


class ExportAddOns:
    """List who gets which add-ons of an event, by name, all at once.

    Authorization: the event's organizer and admins.
    """

    def __init__(self, events: EventRepository, add_ons: SoldAddOnReader) -> None:
        self._events = events
        self._add_ons = add_ons

    async def execute(
        self, actor: Actor, event_id: int, *, ticket_type_id: int | None = None
    ) -> Sequence[SoldAddOn]:
        require_event_collection(actor, await self._events.get(event_id))
        return await self._add_ons.all(event_id, ticket_type_id)
