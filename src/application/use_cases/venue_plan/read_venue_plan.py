"""Read the plan of a venue."""

from src.domain.repositories.venue import VenueRepository
from src.domain.repositories.venue_plan import VenuePlanRepository
from src.domain.services.hall_layout import HallSection, lay_out


class ReadVenuePlan:
    """Read a venue's sections with their rows, seats and places on the plan.

    Authorization: none, as for the venue's seats.
    """

    def __init__(self, venues: VenueRepository, venue_plans: VenuePlanRepository) -> None:
        self._venues = venues
        self._venue_plans = venue_plans

    async def execute(self, venue_id: int) -> list[HallSection]:
        venue = await self._venues.get(venue_id)
        return lay_out(
            await self._venue_plans.seats(venue.id), await self._venue_plans.sections(venue.id)
        )
