"""Seat maps that are cheap to bring up to date: the hall is written once, sales fill it in."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, NamedTuple, Protocol, TypeVar

from src.application.dtos.event import EventSnapshot
from src.application.ports import Clock
from src.application.snapshots import Snapshots
from src.domain.repositories.venue import SeatOnMap, VenueRepository

Body = TypeVar("Body")
Written_co = TypeVar("Written_co", covariant=True)

HALLS = 16
SECONDS_TO_KEEP_A_HALL = 300.0


@dataclass(frozen=True, slots=True)
class TakenSeats:
    """Ids of an event's seats that are not available."""

    held: Collection[int]
    sold: Collection[int]


class TakenSeatsReader(Protocol):
    """Reads which seats are taken; those of holds that have run out are not."""

    async def __call__(self, event_id: int, *, now: datetime) -> TakenSeats: ...


class Hall(Protocol[Written_co]):
    """All that a seat map shows except who has taken what."""

    def with_taken(self, taken: TakenSeats) -> Written_co:
        """The map as it is answered."""


class _HallKey(NamedTuple):
    """Changes with everything that a hall shows: an edit moves a version, a sale does not."""

    event_id: int
    event_version: int
    ticket_types: tuple[tuple[int, int], ...]


class SeatMaps(Generic[Body]):
    """Reads seat maps. `write` makes the part of a map that sales do not change."""

    def __init__(
        self,
        event_snapshots: Snapshots[int, EventSnapshot],
        venues: VenueRepository,
        taken_seats: TakenSeatsReader,
        write: Callable[[Sequence[SeatOnMap]], Hall[Body]],
        clock: Clock,
    ) -> None:
        self._event_snapshots = event_snapshots
        self._venues = venues
        self._taken_seats = taken_seats
        self._write = write
        self._clock = clock
        self._halls = Snapshots[_HallKey, Hall[Body]](
            self._read_hall, max_age=SECONDS_TO_KEEP_A_HALL, max_entries=HALLS
        )

    async def read(self, event_id: int) -> Body:
        """The event's map as it is now. Raises NotFound."""
        snapshot = await self._event_snapshots.get(event_id)
        ticket_types = tuple((one.id, one.version) for one in snapshot.ticket_types)
        hall = await self._halls.get(_HallKey(event_id, snapshot.event.version, ticket_types))
        return hall.with_taken(await self._taken_seats(event_id, now=self._clock()))

    async def _read_hall(self, key: _HallKey) -> Hall[Body]:
        return self._write(await self._venues.seat_map(key.event_id, now=self._clock()))
