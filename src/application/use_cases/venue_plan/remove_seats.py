"""Remove seats from a venue."""

from collections.abc import Callable, Collection

from src.application.catalogue.sync_capacity import lock_seated_events, sync_capacity
from src.application.catalogue.venue_for_update import lock_venue
from src.application.ports.database import AuditEntry, Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor


class RemoveSeats:
    """Remove seats that were never sold or held, all of them or none; those gone already are
    left out. The capacity of future events is updated.

    Authorization: the venue's owner and admins. Refused with `in_use` if any ticket, even of a
    past event or a cancelled ticket, is for one of them.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        clock: Clock,
        on_seats_changed: Callable[[int], None],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._on_seats_changed = on_seats_changed

    async def execute(self, actor: Actor, venue_id: int, seat_ids: Collection[int]) -> int:
        async with self._unit_of_work() as uow:
            await lock_venue(uow, actor, venue_id)
            # Locked before the removal, so that the seats cannot be sold concurrently.
            events = await lock_seated_events(uow, venue_id, self._clock())
            own = [seat.id for seat in await uow.venues.seats_by_ids(venue_id, seat_ids)]
            removed = await uow.venue_plans.remove_seats(venue_id, own)
            await sync_capacity(uow, actor, venue_id, events)
            entry = AuditEntry(
                "venue.seats_removed",
                subject="venue",
                subject_id=venue_id,
                before={"seats": removed},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        self._on_seats_changed(venue_id)
        return removed
