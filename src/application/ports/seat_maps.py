"""Ports for reading and writing seat maps."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

Written_co = TypeVar("Written_co", covariant=True)


@dataclass(frozen=True, slots=True)
class TakenSeats:
    """The ids of the seats of an event that are not available."""

    held: Collection[int]
    sold: Collection[int]


class TakenSeatsReader(Protocol):
    """Reads which seats are taken; seats of lapsed holds are not."""

    async def __call__(self, event_id: int, *, now: datetime) -> TakenSeats: ...


class Hall(Protocol[Written_co]):
    """An encoded seat map without the taken seats."""

    def with_taken(self, taken: TakenSeats) -> Written_co:
        """Return the complete seat map."""
