"""Add seats to a venue."""

from collections.abc import Callable, Sequence

from src.application.catalogue.sync_capacity import lock_seated_events, sync_capacity
from src.application.catalogue.venue_for_update import lock_venue
from src.application.ports.database import AuditEntry, Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor
from src.domain.entities.venue import Seat
from src.domain.repositories.venue import NewSeat


class AddSeats:
    """Add up to 50,000 seats to a venue (100,000 in total), all of them or none.

    Authorization: the venue's owner and admins. Refused with `duplicate` if a seat exists or is
    given twice. Events with reserved seating that are not over sell the new seats immediately,
    and their capacity is updated.
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

    async def execute(self, actor: Actor, venue_id: int, seats: Sequence[NewSeat]) -> list[Seat]:
        async with self._unit_of_work() as uow:
            venue = await lock_venue(uow, actor, venue_id)
            counts = await uow.venues.seat_counts(venue_id)
            venue.require_room(existing=sum(counts.values()), new=len(seats))
            added = await uow.venues.add_seats(venue_id, seats)
            # Locked after the insert, to block the sales of these events as briefly as possible.
            events = await lock_seated_events(uow, venue_id, self._clock())
            await sync_capacity(uow, actor, venue_id, events)
            entry = AuditEntry(
                "venue.seats_added",
                subject="venue",
                subject_id=venue_id,
                after={"seats": len(added)},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        self._on_seats_changed(venue_id)
        return added
