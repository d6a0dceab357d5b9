"""List venues."""

from src.domain.entities.venue import Venue
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.venue import VenueRepository


class ListVenues:
    """List venues by id.

    Authorization: none.
    """

    def __init__(self, venues: VenueRepository) -> None:
        self._venues = venues

    async def execute(self, page: PageRequest) -> Page[Venue]:
        return await self._venues.search(page)
