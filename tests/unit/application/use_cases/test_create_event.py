"""Putting an event on sale: what is filled in, authorization, what cannot be sold."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from src.application.catalogue.new_ticket_type import NewTicketType
from src.application.use_cases.event.create_event import CreateEvent, CreateEventCommand
from src.domain.entities.event import EventStatus, Payment, Seating
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor
from src.domain.entities.venue import Seat, Venue
from src.domain.errors import Forbidden, NotFound, ValidationFailed
from tests.support.examples import ADMIN, BUYER, MOMENT, NOW, ORGANIZER, RIVAL, SCANNER, STARTS
from tests.support.fakes.ports import FakeClock, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store

VIP = NewTicketType(name="VIP", price=Decimal("99.00"), capacity=10)
STANDARD = NewTicketType(name="Standard", price=Decimal("25.00"), capacity=40)
NONE = NewTicketType(name="None", price=Decimal("25.00"), capacity=0)


def command(**fields: Any) -> CreateEventCommand:
    """An event in 30 days, 100 places at 25.00."""
    values = {"title": "Test", "date_time": STARTS, "capacity": 100, "price": Decimal("25.00")}
    return CreateEventCommand(**{**values, **fields})


@pytest.fixture
def create_event(unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock) -> CreateEvent:
    return CreateEvent(unit_of_work, fake_clock)


async def refused_field(create_event: CreateEvent, store: Store, **fields: Any) -> str:
    """The field for which the event is refused; nothing was stored."""
    before = store.snapshot()
    with pytest.raises(ValidationFailed) as refusal:
        await create_event.execute(ORGANIZER, command(**fields))
    assert store.snapshot() == before
    return refusal.value.field


def only_type(store: Store) -> TicketType:
    (ticket_type,) = store.ticket_types.values()
    return ticket_type


@pytest.mark.parametrize("actor", [ORGANIZER, ADMIN])
async def test_an_event_is_stored_for_who_makes_it_and_is_on_sale(
    create_event: CreateEvent, store: Store, actor: Actor
) -> None:
    event = await create_event.execute(actor, command())
    assert store.events == {event.id: event}
    assert (event.organizer_id, event.status) == (actor.id, EventStatus.ACTIVE)
    (entry,) = store.audit
    assert (entry.by, entry.action, entry.subject_id) == (actor, "event.created", event.id)
    assert entry.after == {"status": "active", "capacity": 100, "price": Decimal("25.00")}


@pytest.mark.parametrize("actor", [BUYER, SCANNER])
async def test_nobody_else_makes_events(
    create_event: CreateEvent, store: Store, actor: Actor
) -> None:
    before = store.snapshot()
    with pytest.raises(Forbidden):
        await create_event.execute(actor, command())
    assert store.snapshot() == before


async def test_capacity_and_price_alone_make_the_general_admission_type(
    create_event: CreateEvent, store: Store
) -> None:
    event = await create_event.execute(ORGANIZER, command())
    made = only_type(store)
    assert (made.event_id, made.name) == (event.id, "General admission")
    assert (made.capacity, made.price) == (100, Decimal("25.00"))


async def test_an_event_ends_three_hours_after_its_start_when_no_end_is_given(
    create_event: CreateEvent,
) -> None:
    event = await create_event.execute(ORGANIZER, command())
    assert event.ends_at == STARTS + timedelta(hours=3)


async def test_the_capacity_of_an_event_is_the_sum_of_its_types_when_left_out(
    create_event: CreateEvent, store: Store
) -> None:
    event = await create_event.execute(
        ORGANIZER, command(capacity=None, ticket_types=[VIP, STANDARD])
    )
    assert event.capacity == 50
    assert [ticket_type.capacity for ticket_type in store.ticket_types.values()] == [10, 40]


async def test_the_types_may_sum_to_more_than_the_event(
    create_event: CreateEvent, store: Store
) -> None:
    event = await create_event.execute(
        ORGANIZER, command(capacity=30, ticket_types=[VIP, STANDARD])
    )
    assert event.capacity == 30
    assert [ticket_type.capacity for ticket_type in store.ticket_types.values()] == [10, 40]


async def test_a_type_takes_capacity_and_price_of_the_event_when_left_out(
    create_event: CreateEvent, store: Store
) -> None:
    await create_event.execute(ORGANIZER, command(ticket_types=[NewTicketType(name="Any")]))
    assert (only_type(store).capacity, only_type(store).price) == (100, Decimal("25.00"))


async def test_a_price_of_zero_is_not_left_out(create_event: CreateEvent, store: Store) -> None:
    free = NewTicketType(name="Free", price=Decimal(0))
    event = await create_event.execute(ORGANIZER, command(ticket_types=[free]))
    assert (event.price, only_type(store).price) == (Decimal(0), Decimal(0))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"capacity": 0}, "body.capacity"),
        ({"capacity": 0, "ticket_types": [NewTicketType(name="Any")]}, "body.capacity"),
        ({"capacity": 0, "ticket_types": [VIP]}, "body.capacity"),
        ({"ticket_types": [VIP, NONE]}, "body.ticket_types.1.capacity"),
        ({"capacity": None, "ticket_types": [NONE, VIP]}, "body.ticket_types.0.capacity"),
    ],
)
async def test_an_event_that_could_sell_nothing_is_refused(
    create_event: CreateEvent, store: Store, fields: dict[str, Any], field: str
) -> None:
    assert await refused_field(create_event, store, **fields) == field


async def test_the_price_of_an_event_is_its_lowest_type_price(create_event: CreateEvent) -> None:
    fields = command(price=Decimal("1000.00"), ticket_types=[VIP, STANDARD])
    assert (await create_event.execute(ORGANIZER, fields)).price == Decimal("25.00")


async def test_times_without_an_offset_are_read_in_the_zone_of_the_event(
    create_event: CreateEvent, store: Store
) -> None:
    fields = command(
        date_time=datetime(2026, 7, 1, 19),
        ends_at=datetime(2026, 7, 1, 22),
        sales_start=datetime(2026, 6, 1, 0),
        sales_end=datetime(2026, 7, 1, 10, tzinfo=UTC),
        timezone="Asia/Bangkok",
        ticket_types=[NewTicketType(name="Any", sales_end=datetime(2026, 7, 1, 18))],
    )
    event = await create_event.execute(ORGANIZER, fields)
    assert event.date_time == datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert event.ends_at == datetime(2026, 7, 1, 15, tzinfo=UTC)
    assert event.sales_start == datetime(2026, 5, 31, 17, tzinfo=UTC)
    assert event.sales_end == datetime(2026, 7, 1, 10, tzinfo=UTC)
    assert only_type(store).sales_end == datetime(2026, 7, 1, 11, tzinfo=UTC)


async def test_a_local_time_is_judged_in_its_zone_when_asking_whether_it_is_past(
    create_event: CreateEvent, store: Store
) -> None:
    # Noon in UTC is 19:00 in Bangkok and 05:00 in Los Angeles.
    local = datetime(2026, 6, 1, 18)
    field = await refused_field(create_event, store, date_time=local, timezone="Asia/Bangkok")
    assert field == "body.date_time"
    fields = command(date_time=local, timezone="America/Los_Angeles")
    assert (await create_event.execute(ORGANIZER, fields)).date_time > NOW


async def test_a_draft_is_stored_as_one(create_event: CreateEvent, store: Store) -> None:
    event = await create_event.execute(ORGANIZER, command(status=EventStatus.DRAFT))
    assert store.events[event.id].status is EventStatus.DRAFT


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"date_time": NOW}, "body.date_time"),
        ({"date_time": NOW - MOMENT}, "body.date_time"),
        ({"ends_at": STARTS}, "body.ends_at"),
        ({"sales_start": NOW, "sales_end": NOW}, "body.sales_end"),
        ({"status": EventStatus.COMPLETED}, "body.status"),
        ({"status": EventStatus.CANCELLED}, "body.status"),
        ({"seating": Seating.RESERVED}, "body.venue_id"),
        ({"ticket_types": [NewTicketType(name="A", section="Floor")]}, "body.section"),
        ({"capacity": None}, "body.capacity"),
        ({"capacity": None, "ticket_types": [VIP, NewTicketType(name="B")]}, "body.capacity"),
        ({"price": None}, "body.price"),
        ({"price": None, "ticket_types": [VIP, NewTicketType(name="B")]}, "body.price"),
        (
            {"ticket_types": [NewTicketType(name="A", sales_start=NOW, sales_end=NOW)]},
            "body.ticket_types.0.sales_end",
        ),
    ],
)
async def test_an_event_that_cannot_be_sold_is_refused(
    create_event: CreateEvent, store: Store, fields: dict[str, Any], field: str
) -> None:
    assert await refused_field(create_event, store, **fields) == field


async def test_an_event_that_starts_a_moment_from_now_is_in_the_future(
    create_event: CreateEvent, store: Store
) -> None:
    event = await create_event.execute(ORGANIZER, command(date_time=NOW + MOMENT))
    assert event.id in store.events


async def test_no_event_is_left_when_one_of_its_types_cannot_be_stored(
    create_event: CreateEvent, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise OSError("the connection is lost")

    monkeypatch.setattr("tests.support.fakes.repositories.FakeTicketTypeRepository.add", fail)
    before = store.snapshot()
    with pytest.raises(OSError, match="lost"):
        await create_event.execute(ORGANIZER, command())
    assert store.snapshot() == before


async def test_an_event_may_be_paid_online(create_event: CreateEvent, store: Store) -> None:
    event = await create_event.execute(ORGANIZER, command(payment=Payment.ONLINE))
    assert store.events[event.id].payment is Payment.ONLINE


HALL = [Seat(1, "Floor", "A", "1"), Seat(2, "Floor", "A", "2"), Seat(3, "Balcony", "A", "1")]
SEATED = {"venue_id": 40, "seating": Seating.RESERVED, "capacity": None}


def open_hall(store: Store) -> None:
    store.add(Venue(id=40, name="Hall", timezone="Asia/Bangkok", owner_id=RIVAL.id))
    store.seats[40] = list(HALL)


async def test_an_event_takes_name_and_zone_of_its_venue(
    create_event: CreateEvent, store: Store
) -> None:
    open_hall(store)
    event = await create_event.execute(ORGANIZER, command(venue_id=40))
    assert (event.venue_id, event.venue, event.timezone) == (40, "Hall", "Asia/Bangkok")
    assert event.capacity == 100


async def test_capacities_are_numbers_of_seats_when_they_are_reserved(
    create_event: CreateEvent, store: Store
) -> None:
    open_hall(store)
    ticket_types = [NewTicketType(name="Floor", section="Floor"), NewTicketType(name="Rest")]
    event = await create_event.execute(ORGANIZER, command(**SEATED, ticket_types=ticket_types))
    assert (event.capacity, event.seating) == (3, Seating.RESERVED)
    assert [ticket_type.capacity for ticket_type in store.ticket_types.values()] == [2, 1]


async def test_a_capacity_that_is_not_the_number_of_seats_is_refused(
    create_event: CreateEvent, store: Store
) -> None:
    open_hall(store)
    assert await refused_field(create_event, store, **{**SEATED, "capacity": 4}) == "body.capacity"
    event = await create_event.execute(ORGANIZER, command(**{**SEATED, "capacity": 3}))
    assert event.capacity == 3


@pytest.mark.parametrize(
    "fields",
    [
        {"venue_id": 41},
        {**SEATED, "ticket_types": [NewTicketType(name="Pit", section="Pit")]},
    ],
)
async def test_a_venue_or_section_that_is_not_there_is_refused(
    create_event: CreateEvent, store: Store, fields: dict[str, Any]
) -> None:
    open_hall(store)
    before = store.snapshot()
    with pytest.raises(NotFound):
        await create_event.execute(ORGANIZER, command(**fields))
    assert store.snapshot() == before
