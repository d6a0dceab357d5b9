"""The seats of a venue, written once for all who read them until they change."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from src.application.concurrency.snapshots import Snapshots
from src.domain.entities.venue import Seat
from src.domain.repositories.venue import SeatsVersion, VenueRepository

Body = TypeVar("Body")

VENUES = 8
SECONDS_TO_KEEP = 300.0


class _Key(NamedTuple):
    venue_id: int
    version: SeatsVersion


class VenueSeats(Generic[Body]):
    """Reads lists of seats; `write` makes what is kept of one.

    A change made by another process is seen after a fifth of a second.
    """

    def __init__(self, venues: VenueRepository, write: Callable[[Sequence[Seat]], Body]) -> None:
        self._venues = venues
        self._write = write
        self._versions = Snapshots[int, SeatsVersion](venues.seats_version)
        self._bodies = Snapshots[_Key, Body](
            self._read, max_age=SECONDS_TO_KEEP, max_entries=VENUES
        )

    async def read(self, venue_id: int) -> Body:
        """The venue's seats as they are now. Raises NotFound."""
        venue = await self._venues.get(venue_id)
        return await self._bodies.get(_Key(venue.id, await self._versions.get(venue.id)))

    def invalidate(self, venue_id: int) -> None:
        """A transaction that has just ended changed these seats."""
        self._versions.invalidate(venue_id)

    async def _read(self, key: _Key) -> Body:
        return self._write(await self._venues.seats(key.venue_id))
