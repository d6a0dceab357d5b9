"""An event with its ticket types, read with plain SQL and without locks."""

from src.application.dtos.event import EventSnapshot
from src.application.ports.database import Clock
from src.infrastructure.read_models.event_for_sale import read_for_sale
from src.infrastructure.read_models.lapsed_holds import count_lapsed


class EventSnapshotReader:
    """Reads snapshots: one query, and a second one to count lapsed holds while tickets are held."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def read(self, event_id: int) -> EventSnapshot:
        """The event as it is now. Raises NotFound."""
        event, ticket_types = await read_for_sale(event_id)
        now = self._clock()
        if event.tickets_held:
            lapsed = (await count_lapsed([event_id], now)).get(event_id, {})
            event.tickets_lapsed = sum(lapsed.values())
            for ticket_type in ticket_types:
                ticket_type.lapsed = lapsed.get(ticket_type.id, 0)
        for ticket_type in ticket_types:
            ticket_type.event_left = event.tickets_available
            ticket_type.read_at = now
        return EventSnapshot(event, ticket_types)
