"""List the seats of a venue."""

from src.domain.entities.venue import Seat
from src.domain.repositories.venue import VenueRepository


class ListSeats:
    """List all seats of a venue, by section, row and number (2 before 10), without pages.

    Authorization: none.
    """

    def __init__(self, venues: VenueRepository) -> None:
        self._venues = venues

    async def execute(self, venue_id: int) -> list[Seat]:
        venue = await self._venues.get(venue_id)
        return await self._venues.seats(venue.id)
