"""Create a venue."""

from dataclasses import dataclass

from src.application.access import require_organizer_role
from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.domain.entities.user import Actor
from src.domain.entities.venue import Venue


@dataclass(frozen=True, slots=True)
class CreateVenueCommand:
    """The venue to create; `timezone` is an IANA name, coordinates are in degrees."""

    name: str
    location: str | None = None
    country: str | None = None
    timezone: str = "UTC"
    latitude: float | None = None
    longitude: float | None = None


class CreateVenue:
    """Create a venue without seats.

    Authorization: organizers and admins, who become its owner. Any organizer can use it for
    events.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, command: CreateVenueCommand) -> Venue:
        require_organizer_role(actor)
        venue = Venue(
            name=command.name,
            location=command.location,
            country=command.country,
            timezone=command.timezone,
            latitude=command.latitude,
            longitude=command.longitude,
            owner_id=actor.id,
        )
        venue.check_place()
        async with self._unit_of_work() as uow:
            await uow.venues.add(venue)
            entry = AuditEntry(
                "venue.created",
                subject="venue",
                subject_id=venue.id,
                after={"name": venue.name},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return venue
