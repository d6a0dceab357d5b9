"""An event with its ticket types straight from SQL, for those who only read."""

from src.application.dtos.event import EventSnapshot
from src.application.ports.database import Clock
from src.infrastructure.read_models.event_for_sale import read_for_sale
from src.infrastructure.read_models.lapsed_holds import count_run_out


class EventSnapshotReader:
    """One query, and a second one while tickets are held: holds that have run out are free."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def read(self, event_id: int) -> EventSnapshot:
        """The event as it is now. Raises NotFound."""
        event, ticket_types = await read_for_sale(event_id)
        if event.tickets_held:
            run_out = (await count_run_out([event_id], self._clock())).get(event_id, {})
            event.tickets_run_out = sum(run_out.values())
            for ticket_type in ticket_types:
                ticket_type.run_out = run_out.get(ticket_type.id, 0)
        for ticket_type in ticket_types:
            ticket_type.event_left = event.tickets_available
        return EventSnapshot(event, ticket_types)
