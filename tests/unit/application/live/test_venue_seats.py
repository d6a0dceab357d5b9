"""Lists of seats: read and written once until they change."""

from collections.abc import Sequence

import pytest

from src.application.live.venue_seats import VenueSeats
from src.domain.entities.venue import Seat, Venue
from src.domain.errors import NotFound
from src.domain.repositories.venue import NewSeat
from tests.support.fakes.store import Store
from tests.support.fakes.venues import FakeVenueRepository

VENUE = 1


class Written:
    """A body that is distinguishable from an equal one, and how often one was made."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, seats: Sequence[Seat]) -> list[str]:
        self.times += 1
        return [seat.seat_number for seat in seats]


@pytest.fixture
def venues(store: Store) -> FakeVenueRepository:
    store.add(Venue(id=VENUE, name="Hall", owner_id=1))
    return FakeVenueRepository(store)


async def test_list_is_written_once_until_it_changes(venues: FakeVenueRepository) -> None:
    write = Written()
    seats = VenueSeats(venues, write)
    (first,) = await venues.add_seats(VENUE, [NewSeat("A", "1", "1")])
    assert await seats.read(VENUE) is await seats.read(VENUE)
    assert write.times == 1
    await venues.add_seats(VENUE, [NewSeat("A", "1", "2")])
    seats.invalidate(VENUE)
    assert await seats.read(VENUE) == ["1", "2"]
    await venues.remove_seat(VENUE, first.id)
    seats.invalidate(VENUE)
    assert await seats.read(VENUE) == ["2"]
    assert write.times == 3


async def test_list_of_an_unknown_venue_is_not_found(venues: FakeVenueRepository) -> None:
    with pytest.raises(NotFound):
        await VenueSeats(venues, Written()).read(VENUE + 1)
