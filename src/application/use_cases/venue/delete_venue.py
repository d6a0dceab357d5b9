"""Delete a venue."""

from src.application.catalogue.venue_for_update import lock_venue
from src.application.ports.database import AuditEntry, Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor


class DeleteVenue:
    """Delete a venue (soft); its past events keep it.

    Authorization: the venue's owner and admins. Refused with `in_use` while it has drafts or
    active events that are not over.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, venue_id: int) -> None:
        async with self._unit_of_work() as uow:
            venue = await lock_venue(uow, actor, venue_id)
            now = self._clock()
            open_events = await uow.events.open_at_venue(venue_id, now=now)
            venue.delete(open_events=len(open_events), now=now)
            await uow.venues.save(venue)
            await uow.audit.record(
                [AuditEntry("venue.deleted", subject="venue", subject_id=venue_id, by=actor)]
            )
            await uow.commit()
