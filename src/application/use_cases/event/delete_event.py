"""Delete an event."""

from src.application.access import require_event_manager
from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWorkFactory
from src.domain.entities.user import Actor


class DeleteEvent:
    """Delete an event (soft); its bookings stay in the records.

    Authorization: the event's organizer and admins. Refused with `in_use` while it has pending or
    confirmed bookings: cancel the event first.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, event_id: int) -> None:
        async with self._unit_of_work(touches=Touches(event_ids=[event_id])) as uow:
            event = await uow.events.lock(event_id)
            require_event_manager(actor, event)
            live_bookings = await uow.bookings.live_count(event_id)
            event.delete(live_bookings=live_bookings, now=self._clock())
            await uow.events.save(event)
            entry = AuditEntry(
                "event.deleted", subject="event", subject_id=event_id, event_id=event_id, by=actor
            )
            await uow.audit.record([entry])
            await uow.commit()
