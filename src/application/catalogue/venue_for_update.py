"""Shared by changes of a venue: lock it, and check access."""

from src.application.access import require_organizer_role
from src.application.ports.database import UnitOfWork
from src.domain.entities.user import Actor
from src.domain.entities.venue import Venue
from src.domain.errors import NotFound


async def lock_venue(uow: UnitOfWork, actor: Actor, venue_id: int) -> Venue:
    """Lock the venue. Raises Forbidden without the organizer role, NotFound."""
    require_organizer_role(actor)
    venue = await uow.venues.lock(venue_id)
    if not venue.is_managed_by(actor):
        raise NotFound("venue", venue_id)
    return venue
