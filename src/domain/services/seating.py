"""Choice of the best free seats: adjacent, near the front, leaving no single seat between."""

from collections.abc import Collection, Iterable
from itertools import groupby

from src.domain.entities.venue import Seat

Run = tuple[Seat, ...]
"""A maximal group of adjacent free seats in one row."""


class FreeSeats:
    """The free seats of some sections, front rows first; `take` removes seats."""

    def __init__(self, seats: Iterable[Seat], taken: Collection[int]) -> None:
        """`seats` are in natural order (section, row, number); `taken` are seat ids."""
        self._runs: list[Run] = []
        for _, row in groupby(seats, key=lambda seat: (seat.section, seat.row)):
            self._runs += _split(row, taken)

    @property
    def count(self) -> int:
        """The number of free seats."""
        return sum(len(run) for run in self._runs)

    def best(self, quantity: int) -> Run | None:
        """Return the best free seats, or None when fewer than `quantity` are free.

        Adjacent seats of one row are preferred; among those, seats that leave no single seat,
        then the row nearest to the front, then the lowest numbers. When no row has enough
        adjacent seats, the largest groups are combined, front rows first. The result is
        deterministic.
        """
        long_enough = [run for run in self._runs if len(run) >= quantity]
        for run in long_enough:
            # Seats come from the start of a run: only a rest of exactly one is a single seat.
            if len(run) - quantity != 1:
                return run[:quantity]
        if long_enough:
            return long_enough[0][:quantity]
        return self._largest_groups(quantity) if self.count >= quantity else None

    def take(self, seats: Collection[Seat]) -> None:
        """Remove these seats from the free seats."""
        taken = {seat.id for seat in seats}
        rows = {(seat.section, seat.row) for seat in seats}
        runs: list[Run] = []
        for run in self._runs:
            # Comparing only the first seat of a run avoids a scan of all seats of a large venue.
            if (run[0].section, run[0].row) in rows:
                runs += _split(run, taken)
            else:
                runs.append(run)
        self._runs = runs

    def _largest_groups(self, quantity: int) -> Run:
        chosen: list[Seat] = []
        # The sort is stable: among runs of equal length, the nearest to the front comes first.
        for run in sorted(self._runs, key=len, reverse=True):
            chosen += run[: quantity - len(chosen)]
        return tuple(chosen)


def _split(seats: Iterable[Seat], taken: Collection[int]) -> list[Run]:
    """The groups of adjacent seats between the taken seats."""
    groups = groupby(seats, key=lambda seat: seat.id in taken)
    return [tuple(group) for is_taken, group in groups if not is_taken]
