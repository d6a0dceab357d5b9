"""Import the seats of a venue from a CSV file."""

from collections.abc import Callable
from typing import NamedTuple

from src.application.catalogue.seat_file import SeatLine, read_seat_file
from src.application.catalogue.sync_capacity import lock_seated_events, sync_capacity
from src.application.catalogue.venue_for_update import lock_venue
from src.application.ports.database import AuditEntry, Clock, UnitOfWork, UnitOfWorkFactory
from src.domain.entities.user import Actor
from src.domain.entities.venue import Venue
from src.domain.repositories.venue import NewSeat


class Imported(NamedTuple):
    """How many seats were added, and how many of those that exist were marked anew."""

    added: int
    marked: int


class ImportSeats:
    """Add the seats of a CSV file to a venue, and mark those that exist as the file says; all or
    nothing. Seats that the file does not name stay as they are.

    Columns: section, row, seat_number, and optionally accessible and companion.

    Authorization: the venue's owner and admins. Refused with `validation_failed`, naming the
    lines, when a line cannot be read or a seat is given twice. Events with reserved seating that
    are not over sell new seats immediately, and their capacity is updated.
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

    async def execute(self, actor: Actor, venue_id: int, text: str) -> Imported:
        async with self._unit_of_work() as uow:
            venue = await lock_venue(uow, actor, venue_id)
            imported = await self._import(uow, actor, venue, read_seat_file(text))
            entry = AuditEntry(
                "venue.seats_imported",
                subject="venue",
                subject_id=venue_id,
                after={"added": imported.added, "marked": imported.marked},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        self._on_seats_changed(venue_id)
        return imported

    async def _import(
        self, uow: UnitOfWork, actor: Actor, venue: Venue, lines: list[SeatLine]
    ) -> Imported:
        existing = await uow.venue_plans.seats(venue.id)
        known = {seat[1:4]: (seat.id, seat.access) for seat in existing}
        new = [line for line in lines if line.place not in known]
        venue.require_room(existing=len(existing), new=len(new))
        if new:
            seats = [NewSeat(*line.place) for line in new]
            added = await uow.venues.add_seats(venue.id, seats)
            known |= {(seat.section, seat.row, seat.seat_number): (seat.id, None) for seat in added}
        wanted = {known[line.place][0]: line.access for line in lines}
        marked = {
            seat_id: wanted[seat_id]
            for seat_id, access in known.values()
            if seat_id in wanted and wanted[seat_id] is not access
        }
        if marked:
            await uow.venue_plans.set_access(venue.id, marked)
        if new:
            events = await lock_seated_events(uow, venue.id, self._clock())
            await sync_capacity(uow, actor, venue.id, events)
        marked_anew = sum(known_id in marked for known_id in (seat.id for seat in existing))
        return Imported(len(new), marked_anew)
