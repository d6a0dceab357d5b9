"""Get a venue."""

from src.domain.entities.venue import Venue
from src.domain.repositories.venue import VenueRepository


class GetVenue:
    """Get a venue.

    Authorization: none.
    """

    def __init__(self, venues: VenueRepository) -> None:
        self._venues = venues

    async def execute(self, venue_id: int) -> Venue:
        return await self._venues.get(venue_id)
