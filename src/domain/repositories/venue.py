"""The repository of venues and their seats."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple, Protocol

from src.domain.entities.seat_plan import SeatCounts
from src.domain.entities.venue import Seat, Venue
from src.domain.repositories.page import Page, PageRequest


class NewSeat(NamedTuple):
    """A seat to add; a tuple because one call can add tens of thousands."""

    section: str
    row: str
    seat_number: str


class SeatsVersion(NamedTuple):
    """Two lists of a venue's seats with equal versions are equal: ids are never used again."""

    number: int
    newest_id: int


@dataclass(slots=True)
class SeatOnMap:
    """A seat as an event sells it; `status` is `available`, `held` or `sold`."""

    seat_id: int
    section: str
    row: str
    seat_number: str
    ticket_type_id: int
    price: Decimal
    status: str

    def at_price(self, price: Decimal | None) -> "SeatOnMap":
        """The seat at the price in force, if that is known and another."""
        return self if price in (None, self.price) else replace(self, price=price)


class VenueRepository(Protocol):
    """Venues that are not deleted; `get` and `lock` raise NotFound for any other id.

    Lists of seats are complete and in natural order (see `Seat`).
    """

    async def get(self, venue_id: int) -> Venue: ...

    async def lock(self, venue_id: int) -> Venue:
        """Like `get`, but lock its seats, and new events there, until the transaction ends.

        A transaction that also locks events locks the venue first.
        """

    async def by_ids(self, venue_ids: Collection[int]) -> dict[int, Venue]:
        """Return the venues by id, including deleted venues."""

    async def search(self, page: PageRequest, *, owner_id: int | None = None) -> Page[Venue]:
        """Return all venues, or those of one owner."""

    async def add(self, venue: Venue) -> None:
        """Store the venue and set its id."""

    async def save(self, venue: Venue) -> None:
        """Store its edits and update its version."""

    async def seats(self, venue_id: int) -> list[Seat]: ...

    async def seats_version(self, venue_id: int) -> SeatsVersion:
        """Whether its seats are still those that were read before."""

    async def seats_by_ids(self, venue_id: int, seat_ids: Collection[int]) -> list[Seat]:
        """Return those of these seats that belong to the venue."""

    async def seat_counts(self, venue_id: int) -> SeatCounts: ...

    async def add_seats(self, venue_id: int, seats: Sequence[NewSeat]) -> list[Seat]:
        """Store all of the seats or none, with one statement. Raises Duplicate."""

    async def remove_seat(self, venue_id: int, seat_id: int) -> None:
        """Delete the seat. Raises NotFound; InUse when any ticket, even cancelled, is for it."""

    async def taken_sections(self, event_id: int) -> set[str]:
        """Return the sections in which the event has tickets that take stock."""

    async def seat_map(self, event_id: int, *, now: datetime) -> list[SeatOnMap]:
        """Return the seats that the event sells; those of lapsed holds are available."""
