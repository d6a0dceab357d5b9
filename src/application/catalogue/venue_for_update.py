"""Shared by who edits a venue: get or lock it, and check access."""

from src.application.access import require_organizer_role
from src.application.ports.database import UnitOfWork
from src.domain.entities.user import Actor
from src.domain.entities.venue import Venue
from src.domain.errors import NotFound
from src.domain.repositories.venue import VenueRepository


async def lock_venue(uow: UnitOfWork, actor: Actor, venue_id: int) -> Venue:
    """Lock the venue. Raises Forbidden without the organizer role, NotFound."""
    require_organizer_role(actor)
    return _managed(await uow.venues.lock(venue_id), actor)


async def managed_venue(venues: VenueRepository, actor: Actor, venue_id: int) -> Venue:
    """Get the venue. Raises Forbidden without the organizer role, NotFound."""
    require_organizer_role(actor)
    return _managed(await venues.get(venue_id), actor)


def _managed(venue: Venue, actor: Actor) -> Venue:
    if not venue.is_managed_by(actor):
        raise NotFound("venue", venue.id)
    return venue
