"""Choosing the best seats that are free: together, in front, and leaving nobody a lone seat."""

from collections.abc import Collection, Iterable
from itertools import groupby

from src.domain.entities.venue import Seat

Run = tuple[Seat, ...]
"""Adjacent free seats of one row, as many as there are."""


class FreeSeats:
    """The free seats of some sections, front rows first; what is taken goes out of it."""

    def __init__(self, seats: Iterable[Seat], taken: Collection[int]) -> None:
        """`seats` in natural order (section, row, number); `taken` are ids."""
        self._runs: list[Run] = []
        for _, row in groupby(seats, key=lambda seat: (seat.section, seat.row)):
            self._runs += _split(row, taken)

    @property
    def count(self) -> int:
        """How many seats are free."""
        return sum(len(run) for run in self._runs)

    def best(self, quantity: int) -> Run | None:
        """The best free seats, or None when fewer than `quantity` are free.

        Adjacent in one row where it can be; of those, a place that leaves no lone seat before
        one that does; then the row nearest to the front, then the lowest numbers. When no row
        has so many together, the largest groups that can be had, front first. The same seats
        free, the same answer.
        """
        long_enough = [run for run in self._runs if len(run) >= quantity]
        for run in long_enough:
            # Taken from the start of a run, only a rest of exactly one is a lone seat.
            if len(run) - quantity != 1:
                return run[:quantity]
        if long_enough:
            return long_enough[0][:quantity]
        return self._largest_groups(quantity) if self.count >= quantity else None

    def take(self, seats: Collection[Seat]) -> None:
        """Remove these from the free ones."""
        gone = {seat.id for seat in seats}
        rows = {(seat.section, seat.row) for seat in seats}
        runs: list[Run] = []
        for run in self._runs:
            # Looking at a run's first seat spares looking at all seats of a large house.
            if (run[0].section, run[0].row) in rows:
                runs += _split(run, gone)
            else:
                runs.append(run)
        self._runs = runs

    def _largest_groups(self, quantity: int) -> Run:
        chosen: list[Seat] = []
        # A stable sort: of equally long runs the one nearest to the front stays first.
        for run in sorted(self._runs, key=len, reverse=True):
            chosen += run[: quantity - len(chosen)]
        return tuple(chosen)


def _split(seats: Iterable[Seat], taken: Collection[int]) -> list[Run]:
    """The groups of adjacent seats between those that are taken."""
    groups = groupby(seats, key=lambda seat: seat.id in taken)
    return [tuple(group) for is_taken, group in groups if not is_taken]
