"""The JSON of a seat map: of its 2 MB a sale changes only a few bytes."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from pydantic import TypeAdapter

from src.application.ports.seat_maps import TakenSeats
from src.domain.repositories.venue import SeatOnMap
from src.presentation.utils.encoding import Encoded, encode

SEAT = TypeAdapter(SeatOnMap)
AVAILABLE, HELD, SOLD = (f'"{status}"}}'.encode() for status in ("available", "held", "sold"))


class SeatMapJson:
    """Implements `Hall`: a hall whose seats are encoded once, as available."""

    def __init__(self, seats: Sequence[SeatOnMap]) -> None:
        # The status is the last field.
        self._available = [SEAT.dump_json(replace(seat, status="available")) for seat in seats]
        self._last: tuple[TakenSeats, Encoded] | None = None
        self._places = {seat.seat_id: place for place, seat in enumerate(seats)}

    def with_taken(self, taken: TakenSeats) -> Encoded:
        """The map with these seats held and sold: the same object as long as they are the same.

        So that many who read it slowly hold one, not a copy each.
        """
        if self._last is None or self._last[0] != taken:
            self._last = taken, self._written(taken)
        return self._last[1]

    def _written(self, taken: TakenSeats) -> Encoded:
        seats = self._available.copy()
        self._mark(seats, taken.held, HELD)
        self._mark(seats, taken.sold, SOLD)
        return encode(b"[" + b",".join(seats) + b"]")

    def _mark(self, seats: list[bytes], seat_ids: Collection[int], status: bytes) -> None:
        for seat_id in seat_ids:
            # A seat may be newer than the hall, which is then reloaded by the next request.
            if (place := self._places.get(seat_id)) is not None:
                seats[place] = self._available[place].removesuffix(AVAILABLE) + status
