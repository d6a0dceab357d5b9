"""Plans of venues in the database: stored whole, counted, and nobody else's."""

from functools import partial

import asyncpg
import pytest

from src.application.ports.database import UnitOfWork
from src.domain.entities.section_plan import SeatAccess, SectionPlan
from src.domain.entities.user import Role, User
from src.domain.entities.venue import Venue
from src.domain.errors import InUse
from src.domain.repositories.venue import NewSeat
from tests.support.api import Api
from tests.support.entities import new_user, saved
from tests.support.halls import buy_seat, make_hall, seated_event

PLAN = SectionPlan(
    section="Stalls", x=1.5, y=-2, rotation=30, angle=45, seat_spacing=1.1, row_spacing=1.3
)


@pytest.fixture
async def user(api: Api) -> User:
    user = new_user()
    await saved(lambda uow: uow.users.add(user))
    return user


@pytest.fixture
async def venue(user: User) -> Venue:
    venue = Venue(name="Old Vic", owner_id=user.id, latitude=52.52, longitude=13.405)
    await saved(lambda uow: uow.venues.add(venue))
    return venue


async def _save(venue_id: int, plan: SectionPlan, uow: UnitOfWork) -> None:
    await uow.venue_plans.save_section(venue_id, plan)


async def version(venue: Venue) -> tuple[int, int]:
    loaded = await saved(lambda uow: uow.venues.get(venue.id))
    return loaded.plan_version, loaded.version


async def test_a_section_is_loaded_as_it_was_saved_and_forgotten(venue: Venue) -> None:
    other = SectionPlan(section="Box", x=0, y=0)
    for plan in (other, PLAN, PLAN.changed({"x": 7.0})):
        await saved(partial(_save, venue.id, plan))
    loaded = await saved(lambda uow: uow.venue_plans.sections(venue.id))
    assert loaded == [other, PLAN.changed({"x": 7.0})]
    # A change of the plan is no edit of the venue.
    assert await version(venue) == (4, 1)
    await saved(lambda uow: uow.venue_plans.forget_section(venue.id, "Stalls"))
    assert await saved(lambda uow: uow.venue_plans.sections(venue.id)) == [other]
    assert await saved(lambda uow: uow.venue_plans.sections(venue.id + 1)) == []


async def test_seats_are_marked_in_their_venue_alone(venue: Venue, user: User) -> None:
    elsewhere = Venue(name="New Vic", owner_id=user.id)
    await saved(lambda uow: uow.venues.add(elsewhere))
    names = [NewSeat("A", "1", number) for number in ("1", "2", "10")]
    await saved(lambda uow: uow.venues.add_seats(venue.id, names))
    foreign = await saved(lambda uow: uow.venues.add_seats(elsewhere.id, names))
    seats = await saved(lambda uow: uow.venue_plans.seats(venue.id))
    marks = {
        seats[0].id: SeatAccess.ACCESSIBLE,
        seats[1].id: SeatAccess.COMPANION,
        foreign[0].id: SeatAccess.ACCESSIBLE,
    }
    await saved(lambda uow: uow.venue_plans.set_access(venue.id, marks))
    seats = await saved(lambda uow: uow.venue_plans.seats(venue.id))
    assert [seat[3:] for seat in seats] == [("1", "accessible"), ("2", "companion"), ("10", None)]
    other = await saved(lambda uow: uow.venue_plans.seats(elsewhere.id))
    assert {seat.access for seat in other} == {None}


async def test_seats_that_were_sold_once_are_not_removed(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id)
    sold, free, *_ = (seat["id"] for seat in hall.seats)
    await buy_seat(api, event["id"], sold)
    with pytest.raises(InUse):
        await saved(lambda uow: uow.venue_plans.remove_seats(hall.id, [sold, free]))
    assert await saved(lambda uow: uow.venue_plans.remove_seats(hall.id, [free])) == 1
    seats = await saved(lambda uow: uow.venue_plans.seats(hall.id))
    assert len(seats) == len(hall.seats) - 1


async def test_database_refuses_what_cannot_be_drawn(
    venue: Venue, connection: asyncpg.Connection
) -> None:
    for statement in (
        "UPDATE venues SET latitude = NULL",
        "UPDATE venues SET latitude = 91",
        "UPDATE venues SET longitude = 'NaN'",
        f"INSERT INTO venue_sections VALUES (1, {venue.id}, 'A', 0, 0, 0, 181, 1, 1)",
        f"INSERT INTO venue_sections VALUES (1, {venue.id}, 'A', 'NaN', 0, 0, 0, 1, 1)",
        f"INSERT INTO seats (venue_id, section, row, seat_number, access, section_key, row_key,"
        f" seat_number_key) VALUES ({venue.id}, 'A', '1', '1', 'vip', 'A', '1', '1')",
    ):
        with pytest.raises(asyncpg.CheckViolationError):
            await connection.execute(statement)
