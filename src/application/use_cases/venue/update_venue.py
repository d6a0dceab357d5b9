"""Edit a venue."""

from dataclasses import dataclass

from src.application.catalogue.venue_for_update import lock_venue
from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.domain.entities.user import Actor
from src.domain.entities.venue import Venue, VenueChanges
from src.domain.shared.transitions import require_version


@dataclass(frozen=True, slots=True)
class UpdateVenueCommand:
    """The changes to a venue; `expected_version` is the version that the caller has read."""

    venue_id: int
    changes: VenueChanges
    expected_version: int | None = None


class UpdateVenue:
    """Edit a venue; omitted fields keep their values.

    Authorization: the venue's owner and admins. Refused with `stale_version` if `If-Match` is not
    the stored version. Events keep the venue name, country and time zone that they
    copied.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, command: UpdateVenueCommand) -> Venue:
        async with self._unit_of_work() as uow:
            venue = await lock_venue(uow, actor, command.venue_id)
            require_version(venue.version, command.expected_version)
            before = _audited(venue)
            venue.edit(command.changes)
            await uow.venues.save(venue)
            entry = AuditEntry(
                "venue.updated",
                subject="venue",
                subject_id=venue.id,
                before=before,
                after=_audited(venue),
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return venue


def _audited(venue: Venue) -> dict[str, object]:
    return {
        "name": venue.name,
        "location": venue.location,
        "country": venue.country,
        "timezone": venue.timezone,
        "latitude": venue.latitude,
        "longitude": venue.longitude,
    }
