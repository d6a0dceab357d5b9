"""Export the seats of a venue as a CSV file."""

from src.application.catalogue.seat_file import write_seat_file
from src.application.catalogue.venue_for_update import managed_venue
from src.domain.entities.user import Actor
from src.domain.repositories.venue import VenueRepository
from src.domain.repositories.venue_plan import VenuePlanRepository


class ExportSeats:
    """Write all seats of a venue as a CSV file that can be imported again.

    Authorization: the venue's owner and admins.
    """

    def __init__(self, venues: VenueRepository, venue_plans: VenuePlanRepository) -> None:
        self._venues = venues
        self._venue_plans = venue_plans

    async def execute(self, actor: Actor, venue_id: int) -> str:
        venue = await managed_venue(self._venues, actor, venue_id)
        return write_seat_file(await self._venue_plans.seats(venue.id))
