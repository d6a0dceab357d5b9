"""Plans of venues: who can change them, what is refused, and that a refusal changes nothing."""

from collections.abc import Awaitable, Callable

import pytest

from src.application.use_cases.venue_plan.export_seats import ExportSeats
from src.application.use_cases.venue_plan.import_seats import Imported, ImportSeats
from src.application.use_cases.venue_plan.list_managed_venues import ListManagedVenues
from src.application.use_cases.venue_plan.mark_seats import MarkSeats
from src.application.use_cases.venue_plan.place_section import PlaceSection, PlaceSectionCommand
from src.application.use_cases.venue_plan.read_venue_plan import ReadVenuePlan
from src.application.use_cases.venue_plan.remove_seats import RemoveSeats
from src.domain.entities.event import Seating
from src.domain.entities.section_plan import SeatAccess, SectionChanges
from src.domain.entities.user import Actor
from src.domain.entities.venue import Venue
from src.domain.errors import Forbidden, NotFound, TicketingError, ValidationFailed
from src.domain.repositories.page import PageRequest
from src.domain.repositories.venue import NewSeat
from tests.support.examples import ADMIN, BUYER, ORGANIZER, RIVAL, make_event, make_type
from tests.support.fakes.ports import FakeClock, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store
from tests.support.fakes.venue_plans import FakeVenuePlanRepository
from tests.support.fakes.venues import FakeVenueRepository

VENUE, OTHER = 1, 2
Act = Callable[[Actor], Awaitable[object]]


class World:
    """A venue with row A of three seats, another one, and every use case of plans."""

    def __init__(self, store: Store, uow: FakeUnitOfWorkFactory, clock: FakeClock) -> None:
        self.store = store
        self.notified: list[int] = []
        self.venues = FakeVenueRepository(store)
        self.plans = FakeVenuePlanRepository(store)
        self.place = PlaceSection(uow)
        self.mark = MarkSeats(uow)
        self.remove = RemoveSeats(uow, clock, self.notified.append)
        self.import_ = ImportSeats(uow, clock, self.notified.append)
        self.read = ReadVenuePlan(self.venues, self.plans)
        self.export = ExportSeats(self.venues, self.plans)

    async def seat_ids(self, venue_id: int = VENUE) -> list[int]:
        return [seat.id for seat in await self.venues.seats(venue_id)]


@pytest.fixture
async def world(store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock) -> World:
    store.add(
        Venue(id=VENUE, name="Old Vic", owner_id=ORGANIZER.id),
        Venue(id=OTHER, name="New Vic", owner_id=ORGANIZER.id),
    )
    made = World(store, unit_of_work, fake_clock)
    for venue_id in (VENUE, OTHER):
        seats = [NewSeat("Stalls", "A", number) for number in "123"]
        await made.venues.add_seats(venue_id, seats)
    return made


def place(world: World, **changes: float) -> Act:
    command = PlaceSectionCommand(VENUE, "Stalls", SectionChanges(**changes))  # type: ignore[typeddict-item]
    return lambda actor: world.place.execute(actor, command)


@pytest.mark.parametrize(
    ("actor", "refusal"), [(RIVAL, NotFound), (BUYER, Forbidden)], ids=["rival", "customer"]
)
async def test_only_the_owner_and_admins_change_a_plan(
    world: World, actor: Actor, refusal: type[TicketingError]
) -> None:
    first, *_ = await world.seat_ids()
    acts: list[Act] = [
        place(world, x=1.0),
        lambda who: world.mark.execute(who, VENUE, {first: SeatAccess.ACCESSIBLE}),
        lambda who: world.remove.execute(who, VENUE, [first]),
        lambda who: world.read.execute(who, VENUE),
        lambda who: world.export.execute(who, VENUE),
        lambda who: world.import_.execute(who, VENUE, "section,row,seat_number\nA,1,1\n"),
    ]
    for act in acts:
        with pytest.raises(refusal):
            await act(actor)
    assert world.store.audit == []
    assert world.store.venues[VENUE].plan_version == 1
    assert world.notified == []
    await place(world, x=1.0)(ADMIN)


async def test_a_section_leaves_where_it_was_arranged_and_returns(world: World) -> None:
    (arranged,) = (await world.read.execute(ORGANIZER, VENUE)).sections
    await place(world, x=12.0)(ORGANIZER)
    plan = await world.read.execute(ORGANIZER, VENUE)
    (placed_section,) = plan.sections
    assert plan.placed == {"Stalls"}
    assert placed_section.plan == arranged.plan.changed({"x": 12.0})
    assert world.store.venues[VENUE].plan_version == 2
    await world.place.execute(ORGANIZER, PlaceSectionCommand(VENUE, "Stalls", None))
    plan = await world.read.execute(ADMIN, VENUE)
    assert (plan.sections[0].plan, plan.placed) == (arranged.plan, set())
    assert world.store.actions() == ["venue.section_placed"] * 2


async def test_a_section_that_is_not_there_is_not_placed(world: World) -> None:
    with pytest.raises(NotFound):
        command = PlaceSectionCommand(VENUE, "Balcony", SectionChanges(x=1.0))
        await world.place.execute(ORGANIZER, command)
    with pytest.raises(ValidationFailed):
        await place(world, angle=181.0)(ORGANIZER)
    assert world.store.section_plans == {}


async def test_seats_are_marked_all_or_none(world: World) -> None:
    first, second, _ = await world.seat_ids()
    (foreign, *_) = await world.seat_ids(OTHER)
    with pytest.raises(NotFound):
        marks = {first: SeatAccess.ACCESSIBLE, foreign: SeatAccess.ACCESSIBLE}
        await world.mark.execute(ORGANIZER, VENUE, marks)
    assert world.store.seat_access == {}
    both = {first: SeatAccess.ACCESSIBLE, second: SeatAccess.COMPANION}
    await world.mark.execute(ORGANIZER, VENUE, both)
    seats = await world.plans.seats(VENUE)
    assert [seat.access for seat in seats] == ["accessible", "companion", None]


async def test_removed_seats_leave_the_capacity_of_coming_events(world: World) -> None:
    event = make_event(venue_id=VENUE, seating=Seating.RESERVED, capacity=3)
    world.store.add(event, make_type(capacity=3))
    first, second, third = await world.seat_ids()
    foreign = await world.seat_ids(OTHER)
    assert await world.remove.execute(ORGANIZER, VENUE, [first, second, *foreign]) == 2
    assert await world.seat_ids() == [third]
    assert await world.seat_ids(OTHER) == foreign
    assert world.store.events[event.id].capacity == 1
    assert world.notified == [VENUE]


async def test_import_adds_and_marks_and_leaves_the_rest(world: World) -> None:
    event = make_event(venue_id=VENUE, seating=Seating.RESERVED, capacity=3)
    world.store.add(event, make_type(capacity=3))
    text = (
        "section,row,seat_number,accessible,companion\n"
        "Stalls,A,1,yes,\nStalls,A,2,,\nStalls,A,4,,yes\n"
    )
    assert await world.import_.execute(ORGANIZER, VENUE, text) == Imported(added=1, marked=1)
    seats = [seat[3:] for seat in await world.plans.seats(VENUE)]
    assert seats == [("1", "accessible"), ("2", None), ("3", None), ("4", "companion")]
    assert world.store.events[event.id].capacity == 4
    assert world.notified == [VENUE]
    again = await world.import_.execute(ORGANIZER, VENUE, text)
    assert again == Imported(added=0, marked=0)
    exported = await world.export.execute(ORGANIZER, VENUE)
    assert exported.splitlines()[1] == "Stalls,A,1,yes,"


async def test_a_bad_file_changes_nothing(world: World) -> None:
    with pytest.raises(ValidationFailed):
        text = "section,row,seat_number\nStalls,A,9\nStalls,A,\n"
        await world.import_.execute(ORGANIZER, VENUE, text)
    assert len(await world.seat_ids()) == 3
    assert world.store.audit == []


async def test_organizers_list_their_own_venues_and_admins_all(world: World) -> None:
    world.store.add(Venue(id=3, name="Foreign", owner_id=RIVAL.id))
    listing = ListManagedVenues(world.venues)
    for actor, ids in ((ORGANIZER, [VENUE, OTHER]), (RIVAL, [3]), (ADMIN, [VENUE, OTHER, 3])):
        page = await listing.execute(actor, PageRequest(limit=10))
        assert [venue.id for venue in page.items] == ids
    with pytest.raises(Forbidden):
        await listing.execute(BUYER, PageRequest(limit=10))
