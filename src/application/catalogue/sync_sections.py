"""Shared by changes of ticket types: check their sections and sync their capacities."""

from collections.abc import Sequence

from src.application.ports.database import UnitOfWork
from src.domain.entities.event import Event, Seating
from src.domain.entities.seat_plan import reassigned_sections, require_no_sections, require_sections
from src.domain.entities.ticket_type import TicketType
from src.domain.errors import InUse
from src.domain.services.capacities import derive_capacities


async def sync_sections(
    uow: UnitOfWork, event: Event, *, before: Sequence[TicketType], after: Sequence[TicketType]
) -> list[TicketType]:
    """Check the sections of the ticket types, and sync capacities; the types that changed.

    `event` is locked; `before` and `after` are all its types. Raises NotFound, ValidationFailed;
    InUse when seats that are sold or held would change their type.
    """
    if event.seating is Seating.GENERAL or event.venue_id is None:
        require_no_sections(after)
        return derive_capacities(event, after)
    seats = await uow.venues.seat_counts(event.venue_id)
    require_sections(after, seats)
    reassigned = reassigned_sections(before, after, seats)
    if reassigned and (taken := reassigned & await uow.venues.taken_sections(event.id)):
        section = min(taken)
        raise InUse(f'Seats of the section "{section}" are sold or held: it keeps its type.')
    return event.sync_capacity(after, seats)
