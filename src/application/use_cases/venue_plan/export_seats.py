"""Export the seats of a venue as a CSV file."""

from src.application.access import require_organizer_role
from src.application.catalogue.seat_file import write_seat_file
from src.domain.entities.user import Actor
from src.domain.repositories.venue import VenueRepository
from src.domain.repositories.venue_plan import VenuePlanRepository


class ExportSeats:
    """Write all seats of a venue as a CSV file that can be imported again.

    Authorization: organizers and admins; seats are public.
    """

    def __init__(self, venues: VenueRepository, venue_plans: VenuePlanRepository) -> None:
        self._venues = venues
        self._venue_plans = venue_plans

    async def execute(self, actor: Actor, venue_id: int) -> str:
        require_organizer_role(actor)
        venue = await self._venues.get(venue_id)
        return write_seat_file(await self._venue_plans.seats(venue.id))
