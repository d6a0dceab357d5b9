"""List the seats of a venue."""

from typing import Generic, TypeVar

from src.application.live.venue_seats import VenueSeats

Body = TypeVar("Body")


class ListSeats(Generic[Body]):
    """List all seats of a venue, by section, row and number (2 before 10), without pages.

    Authorization: none.
    """

    def __init__(self, venue_seats: VenueSeats[Body]) -> None:
        self._venue_seats = venue_seats

    async def execute(self, venue_id: int) -> Body:
        return await self._venue_seats.read(venue_id)
