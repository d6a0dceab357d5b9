"""Mark seats as accessible, or as a companion's."""

from collections.abc import Mapping

from src.application.catalogue.venue_for_update import lock_venue
from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.domain.entities.section_plan import SeatAccess
from src.domain.entities.user import Actor
from src.domain.errors import NotFound


class MarkSeats:
    """Mark seats of a venue as accessible, as a companion's, or as ordinary; all or none.

    Authorization: the venue's owner and admins. Refused with `not_found` for a seat of another
    venue.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(
        self, actor: Actor, venue_id: int, access: Mapping[int, SeatAccess | None]
    ) -> None:
        async with self._unit_of_work() as uow:
            venue = await lock_venue(uow, actor, venue_id)
            own = {seat.id for seat in await uow.venues.seats_by_ids(venue.id, access)}
            for seat_id in access:
                if seat_id not in own:
                    raise NotFound("seat", seat_id)
            await uow.venue_plans.set_access(venue.id, access)
            entry = AuditEntry(
                "venue.seats_marked",
                subject="venue",
                subject_id=venue.id,
                after={"seats": len(access)},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
