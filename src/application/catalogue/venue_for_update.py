"""Shared by the changes of a venue: lock it, and check who asks."""

from src.application.access import require_organizer_role
from src.application.ports.database import UnitOfWork
from src.domain.entities.user import Actor
from src.domain.entities.venue import Venue
from src.domain.errors import NotFound


async def lock_venue(uow: UnitOfWork, actor: Actor, venue_id: int) -> Venue:
    """The locked venue. Raises Forbidden without the role, NotFound when another's."""
    require_organizer_role(actor)
    venue = await uow.venues.lock(venue_id)
    if not venue.is_managed_by(actor):
        raise NotFound("venue", venue_id)
    return venue
