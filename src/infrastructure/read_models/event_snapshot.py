"""An event with its ticket types, read with plain SQL and without locks."""

from src.application.dtos.event import EventSnapshot
from src.application.ports.database import Clock
from src.infrastructure.read_models.event_for_sale import read_for_sale
from src.infrastructure.read_models.lapsed_holds import NOTHING_LAPSED, count_lapsed


class EventSnapshotReader:
    """Reads snapshots: one query, and a second one to count lapsed holds while tickets are held."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def read(self, event_id: int) -> EventSnapshot:
        """The event as it is now. Raises NotFound."""
        event, ticket_types = await read_for_sale(event_id)
        now = self._clock()
        if event.has_holds(ticket_types):
            lapsed = (await count_lapsed([event_id], now)).get(event_id, NOTHING_LAPSED)
            event.tickets_lapsed = lapsed.admissions
            for ticket_type in ticket_types:
                ticket_type.lapsed = lapsed.by_type.get(ticket_type.id, 0)
        for ticket_type in ticket_types:
            ticket_type.event_left = event.tickets_available
            ticket_type.read_at = now
        return EventSnapshot.of(event, ticket_types)
