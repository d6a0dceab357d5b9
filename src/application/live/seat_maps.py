"""Seat maps that are cheap to update: the hall is encoded once, taken seats are filled in."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.application.ports.database import Clock
from src.application.ports.seat_maps import Hall, TakenSeatsReader
from src.domain.repositories.venue import SeatOnMap, VenueRepository

Body = TypeVar("Body")

HALLS = 16
SECONDS_TO_KEEP_A_HALL = 300.0


class _HallKey(NamedTuple):
    """Identifies a hall by everything that it shows.

    Edits change a version, sales do not; but a price tier may end with one.
    """

    event_id: int
    event_version: int
    ticket_types: tuple[tuple[int, int, Decimal], ...]


class SeatMaps(Generic[Body]):
    """Reads seat maps; `write` encodes the part of a map that sales do not change."""

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
        """Return the event's current seat map. Raises NotFound."""
        snapshot = await self._event_snapshots.get(event_id)
        ticket_types = tuple(
            (ticket_type.id, ticket_type.version, ticket_type.current_price)
            for ticket_type in snapshot.ticket_types
        )
        hall = await self._halls.get(_HallKey(event_id, snapshot.event.version, ticket_types))
        return hall.with_taken(await self._taken_seats(event_id, now=self._clock()))

    async def _read_hall(self, key: _HallKey) -> Hall[Body]:
        seats = await self._venues.seat_map(key.event_id, now=self._clock())
        prices = {type_id: price for type_id, _, price in key.ticket_types}
        return self._write([seat.at_price(prices.get(seat.ticket_type_id)) for seat in seats])
