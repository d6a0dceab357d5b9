"""List the venues that an organizer manages."""

from src.application.access import require_organizer_role
from src.domain.entities.user import Actor
from src.domain.entities.venue import Venue
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.venue import VenueRepository


class ListManagedVenues:
    """List the venues of the calling organizer; an admin sees all.

    Authorization: organizers and admins.
    """

    def __init__(self, venues: VenueRepository) -> None:
        self._venues = venues

    async def execute(self, actor: Actor, page: PageRequest) -> Page[Venue]:
        require_organizer_role(actor)
        return await self._venues.search(page, owner_id=None if actor.is_admin else actor.id)
