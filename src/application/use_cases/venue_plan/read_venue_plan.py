"""Read a venue with its plan."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from src.application.catalogue.venue_for_update import managed_venue
from src.domain.entities.user import Actor
from src.domain.entities.venue import Venue
from src.domain.repositories.venue import VenueRepository
from src.domain.repositories.venue_plan import VenuePlanRepository
from src.domain.services.hall_layout import HallSection, lay_out


@dataclass(frozen=True, slots=True)
class VenuePlan:
    """A venue and its sections; those `placed` stand where somebody put them, not by rule."""

    venue: Venue
    sections: Sequence[HallSection]
    placed: Collection[str]


class ReadVenuePlan:
    """Read a venue with its sections, rows and seats, as its owner edits them.

    Authorization: the venue's owner and admins.
    """

    def __init__(self, venues: VenueRepository, venue_plans: VenuePlanRepository) -> None:
        self._venues = venues
        self._venue_plans = venue_plans

    async def execute(self, actor: Actor, venue_id: int) -> VenuePlan:
        venue = await managed_venue(self._venues, actor, venue_id)
        stored = await self._venue_plans.sections(venue.id)
        sections = lay_out(await self._venue_plans.seats(venue.id), stored)
        return VenuePlan(venue, sections, {plan.section for plan in stored})
