"""Which free seats to offer: the best ones together, or the nearest to those that were lost."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import hypot

from src.domain.entities.section_plan import PlannedSeat
from src.domain.services.hall_layout import HallRow, HallSection, Point

SINGLE_SEAT = 3.0
"""How much further from the stage seats may be that leave no single seat beside them."""

TOGETHER = 1.1
"""How much more it counts to be near to who comes along than to the seat that was lost."""

OTHER_SECTION, OTHER_ROW = 8.0, 1.0
"""How much further a seat of the same section, or row, may be than one of another."""


@dataclass(frozen=True, slots=True)
class _Seat:
    seat: PlannedSeat
    place: Point

    @property
    def from_stage(self) -> float:
        return hypot(*self.place)


def best_seats(
    sections: Sequence[HallSection], taken: Collection[int], quantity: int
) -> list[PlannedSeat]:
    """Return `quantity` free seats: side by side and nearest to the middle of the stage.

    Seats that leave no single seat are preferred. Places for wheelchairs and their companions
    are for who asks for them, and offered only when nothing else is left. Where no row has so
    many together, those around the best one are taken. Empty when fewer are free.
    """
    for with_access in (False, True):
        runs = list(_runs(sections, taken, with_access=with_access))
        together = [choice for run in runs for choice in _windows(run, quantity)]
        if together:
            return [place.seat for place in min(together, key=lambda choice: choice[0])[1]]
        free = [place for run in runs for place in run]
        if len(free) >= quantity:
            best = min(free, key=lambda place: place.from_stage)
            nearest = nsmallest(quantity, free, key=lambda place: _distance(place, best))
            return [place.seat for place in nearest]
    return []


def nearest_seats(
    sections: Sequence[HallSection],
    taken: Collection[int],
    lost: Collection[int],
    kept: Collection[int],
) -> list[PlannedSeat]:
    """Return for each seat that was lost the nearest free one, none twice, none that is kept.

    With seats that are kept, the offer is near to those as well.
    """
    everything = [place for section in sections for place in _places(section)]
    anchors = [place for place in everything if place.seat.id in kept]
    unavailable = set(taken) | set(kept)
    free = [
        place
        for place in everything
        if place.seat.id not in unavailable and place.seat.access is None
    ]
    offers: list[_Seat] = []
    for place in everything:
        if place.seat.id in lost and free:
            offer = min(free, key=lambda seat: _from_both(seat, place, anchors))
            free.remove(offer)
            offers.append(offer)
    return [offer.seat for offer in offers]


def _runs(
    sections: Iterable[HallSection], taken: Collection[int], *, with_access: bool
) -> Iterator[list[_Seat]]:
    """Groups of free seats side by side."""
    for section in sections:
        places = _places(section)
        for row in section.rows:
            yield from _runs_of_row(row, places, taken, with_access=with_access)


def _runs_of_row(
    row: HallRow, places: Iterator[_Seat], taken: Collection[int], *, with_access: bool
) -> Iterator[list[_Seat]]:
    run: list[_Seat] = []
    last = 0.0
    for offset, place in zip(row.offsets, places, strict=False):
        is_free = place.seat.id not in taken and (with_access or place.seat.access is None)
        if run and (not is_free or offset - last > 1):
            yield run
            run = []
        if is_free:
            run.append(place)
        last = offset
    if run:
        yield run


def _windows(run: list[_Seat], quantity: int) -> Iterator[tuple[float, list[_Seat]]]:
    """All choices of seats side by side in a run, with what speaks against each."""
    for start in range(len(run) - quantity + 1):
        chosen = run[start : start + quantity]
        leaves_one = start == 1 or len(run) - quantity - start == 1
        far = (chosen[0].from_stage + chosen[-1].from_stage) / 2
        yield far + SINGLE_SEAT * leaves_one, chosen


def _places(section: HallSection) -> Iterator[_Seat]:
    seats = (seat for row in section.rows for seat in row.seats)
    return iter([_Seat(*pair) for pair in zip(seats, section.places(), strict=True)])


def _from_both(seat: _Seat, lost: _Seat, kept: Iterable[_Seat]) -> float:
    """How far a seat is from the one that was lost, and a little more so from those kept."""
    return _distance(seat, lost) + sum(TOGETHER * _distance(seat, other) for other in kept)


def _distance(seat: _Seat, other: _Seat) -> float:
    elsewhere = OTHER_ROW * (seat.seat.row != other.seat.row)
    if seat.seat.section != other.seat.section:
        elsewhere = OTHER_SECTION
    return hypot(seat.place[0] - other.place[0], seat.place[1] - other.place[1]) + elsewhere
