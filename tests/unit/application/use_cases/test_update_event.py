"""Editing an event and changing its status; deleting it."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from src.application.selling.cancel_event_bookings import CancelEventBookings
from src.application.use_cases.event.delete_event import DeleteEvent
from src.application.use_cases.event.update_event import UpdateEvent, UpdateEventCommand
from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import EventChanges, EventStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.user import Actor
from src.domain.errors import (
    Forbidden,
    InUse,
    InvalidState,
    NotFound,
    StaleVersion,
    ValidationFailed,
)
from tests.support.examples import (
    ADMIN,
    BOOKING_ID,
    BUYER,
    EVENT_ID,
    NOW,
    ORGANIZER,
    RIVAL,
    SCANNER,
    STARTS,
    TYPE_ID,
    make_booking,
    make_event,
    make_ticket,
    make_type,
)
from tests.support.fakes.ports import FakeClock, FakeUnitOfWorkFactory
from tests.support.fakes.repositories import FakeEventRepository
from tests.support.fakes.store import Store

RENAME: EventChanges = {"title": "Renamed"}
DRAFT, ACTIVE = EventStatus.DRAFT, EventStatus.ACTIVE
COMPLETED, CANCELLED = EventStatus.COMPLETED, EventStatus.CANCELLED
ALLOWED = [(DRAFT, ACTIVE), (ACTIVE, COMPLETED), (ACTIVE, CANCELLED)]
REFUSED = [
    (status, wanted)
    for status in EventStatus
    for wanted in EventStatus
    if status is not wanted and (status, wanted) not in ALLOWED
]


def edit(changes: EventChanges, *, version: int | None = None) -> UpdateEventCommand:
    return UpdateEventCommand(EVENT_ID, changes, expected_version=version)


def status_change(status: EventStatus) -> UpdateEventCommand:
    return UpdateEventCommand(EVENT_ID, {}, status)


@pytest.fixture
def update_event(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> UpdateEvent:
    store.add(make_event(), make_type())
    return UpdateEvent(
        unit_of_work,
        FakeEventRepository(store),
        CancelEventBookings(unit_of_work, fake_clock),
        fake_clock,
    )


async def refuse(
    update_event: UpdateEvent,
    store: Store,
    command: UpdateEventCommand,
    kind: type[Exception],
    actor: Actor = ORGANIZER,
) -> None:
    """The edit is refused like this, and nothing has changed."""
    before = store.snapshot()
    with pytest.raises(kind):
        await update_event.execute(actor, command)
    assert store.snapshot() == before


@pytest.mark.parametrize("actor", [ORGANIZER, ADMIN])
async def test_an_edit_is_stored_as_a_new_version_and_recorded(
    update_event: UpdateEvent, store: Store, actor: Actor
) -> None:
    event = await update_event.execute(actor, edit(RENAME))
    assert store.events == {EVENT_ID: make_event(title="Renamed", version=2)}
    assert event == store.event(EVENT_ID)
    (entry,) = store.audit
    assert (entry.by, entry.action, entry.subject_id) == (actor, "event.updated", EVENT_ID)
    assert entry.before and entry.after
    assert (entry.before["title"], entry.after["title"]) == ("Test event", "Renamed")


@pytest.mark.parametrize(
    ("actor", "kind"), [(RIVAL, NotFound), (BUYER, Forbidden), (SCANNER, Forbidden)]
)
async def test_nobody_else_edits(
    update_event: UpdateEvent, store: Store, actor: Actor, kind: type[Exception]
) -> None:
    await refuse(update_event, store, edit(RENAME), kind, actor)


async def test_an_event_that_is_unknown_or_deleted_does_not_exist(
    update_event: UpdateEvent, store: Store
) -> None:
    await refuse(update_event, store, UpdateEventCommand(999, RENAME), NotFound)
    store.add(make_event(deleted_at=NOW))
    await refuse(update_event, store, edit(RENAME), NotFound, ADMIN)


async def test_a_stale_version_is_refused_and_the_current_one_is_not(
    update_event: UpdateEvent, store: Store
) -> None:
    store.add(make_event(version=3))
    await refuse(update_event, store, edit(RENAME, version=2), StaleVersion)
    assert (await update_event.execute(ORGANIZER, edit(RENAME, version=3))).version == 4


async def test_price_and_capacity_are_stored_with_the_only_type(
    update_event: UpdateEvent, store: Store
) -> None:
    await update_event.execute(ORGANIZER, edit({"price": Decimal("30.00"), "capacity": 7}))
    ticket_type = store.ticket_type(TYPE_ID)
    assert (ticket_type.price, ticket_type.capacity) == (Decimal("30.00"), 7)
    assert ticket_type.version == 2


async def test_the_only_type_is_not_stored_when_it_does_not_change(
    update_event: UpdateEvent, store: Store
) -> None:
    await update_event.execute(ORGANIZER, edit(RENAME))
    assert store.ticket_type(TYPE_ID).version == 1


async def test_a_capacity_below_what_is_sold_or_held_is_refused(
    update_event: UpdateEvent, store: Store
) -> None:
    store.add(make_booking(tickets=[make_ticket(), make_ticket(TicketStatus.RESERVED)]))
    await refuse(update_event, store, edit({"capacity": 1}), InUse)
    assert (await update_event.execute(ORGANIZER, edit({"capacity": 2}))).capacity == 2


async def test_a_sale_before_the_lock_counts_when_the_capacity_is_cut(
    update_event: UpdateEvent, store: Store
) -> None:
    store.before_lock = lambda: store.add(make_booking())
    with pytest.raises(InUse):
        await update_event.execute(ORGANIZER, edit({"capacity": 1}))


@pytest.mark.parametrize(
    ("changes", "moment"),
    [
        ({}, datetime(2026, 7, 1, 12, tzinfo=UTC)),
        ({"timezone": "Europe/Berlin"}, datetime(2026, 7, 1, 17, tzinfo=UTC)),
    ],
)
async def test_a_time_without_an_offset_is_read_in_the_zone_the_event_has_after_the_edit(
    update_event: UpdateEvent, store: Store, changes: EventChanges, moment: datetime
) -> None:
    store.add(make_event(timezone="Asia/Bangkok"))
    changes = {**changes, "date_time": datetime(2026, 7, 1, 19)}
    assert (await update_event.execute(ORGANIZER, edit(changes))).date_time == moment


async def test_an_event_cannot_be_rescheduled_into_the_past(
    update_event: UpdateEvent, store: Store
) -> None:
    await refuse(update_event, store, edit({"date_time": NOW}), ValidationFailed)


@pytest.mark.parametrize(("status", "wanted"), ALLOWED)
async def test_a_status_names_a_transition(
    update_event: UpdateEvent, store: Store, status: EventStatus, wanted: EventStatus
) -> None:
    store.add(make_event(status=status))
    await update_event.execute(ORGANIZER, status_change(wanted))
    assert store.event(EVENT_ID).status is wanted
    entry = store.audit[-1]
    assert entry.before and entry.after
    assert (entry.before["status"], entry.after["status"]) == (status, wanted)


@pytest.mark.parametrize(("status", "wanted"), REFUSED)
async def test_a_transition_that_the_table_lacks_is_refused_with_all_edits_beside_it(
    update_event: UpdateEvent, store: Store, status: EventStatus, wanted: EventStatus
) -> None:
    store.add(make_event(status=status))
    await refuse(
        update_event, store, UpdateEventCommand(EVENT_ID, RENAME, wanted), InvalidState, ORGANIZER
    )


@pytest.mark.parametrize("status", EventStatus)
async def test_the_status_an_event_has_is_no_transition(
    update_event: UpdateEvent, store: Store, status: EventStatus
) -> None:
    store.add(make_event(status=status))
    event = await update_event.execute(ORGANIZER, UpdateEventCommand(EVENT_ID, RENAME, status))
    assert (event.status, event.title) == (status, "Renamed")


async def test_a_draft_of_the_past_is_published_only_with_a_new_time(
    update_event: UpdateEvent, store: Store
) -> None:
    store.add(make_event(status=DRAFT, date_time=NOW - timedelta(days=1)))
    await refuse(update_event, store, status_change(ACTIVE), ValidationFailed)
    command = UpdateEventCommand(EVENT_ID, {"date_time": STARTS}, ACTIVE)
    assert (await update_event.execute(ORGANIZER, command)).status is ACTIVE


async def test_a_cancelled_event_cancels_its_live_bookings_and_records_each(
    update_event: UpdateEvent, store: Store
) -> None:
    used = make_ticket(TicketStatus.USED, ticket_code="USED")
    store.add(make_event(id=11), make_type(id=21, event_id=11))
    store.add(
        make_booking(),
        make_booking(BookingStatus.PENDING, id=31, reference="B"),
        make_booking(BookingStatus.REFUNDED, id=32, reference="C"),
        make_booking(id=33, reference="D", tickets=[used, make_ticket(ticket_code="UNUSED")]),
        make_booking(id=34, reference="E", event_id=11, tickets=[make_ticket(event_id=11)]),
    )
    await update_event.execute(ORGANIZER, status_change(CANCELLED))
    assert {booking.id: booking.status for booking in store.bookings.values()} == {
        BOOKING_ID: BookingStatus.CANCELLED,
        31: BookingStatus.CANCELLED,
        32: BookingStatus.REFUNDED,
        33: BookingStatus.CONFIRMED,
        34: BookingStatus.CONFIRMED,
    }
    cancelled = [entry for entry in store.audit if entry.action == "booking.called_off"]
    assert [(entry.subject_id, entry.before) for entry in cancelled] == [
        (BOOKING_ID, {"status": BookingStatus.CONFIRMED}),
        (31, {"status": BookingStatus.PENDING}),
    ]


async def test_an_event_is_deleted_once_no_booking_lives(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> None:
    delete_event = DeleteEvent(unit_of_work, fake_clock)
    store.add(make_event(), make_type(), make_booking())
    before = store.snapshot()
    with pytest.raises(InUse):
        await delete_event.execute(ORGANIZER, EVENT_ID)
    assert store.snapshot() == before
    store.add(make_booking(BookingStatus.CANCELLED))
    await delete_event.execute(ORGANIZER, EVENT_ID)
    assert store.event(EVENT_ID).deleted_at == NOW
    assert store.actions() == ["event.deleted"]


@pytest.mark.parametrize(
    ("actor", "kind"), [(RIVAL, NotFound), (BUYER, Forbidden), (SCANNER, Forbidden)]
)
async def test_nobody_else_deletes(
    store: Store,
    unit_of_work: FakeUnitOfWorkFactory,
    fake_clock: FakeClock,
    actor: Actor,
    kind: type[Exception],
) -> None:
    store.add(make_event(), make_type())
    before = store.snapshot()
    with pytest.raises(kind):
        await DeleteEvent(unit_of_work, fake_clock).execute(actor, EVENT_ID)
    assert store.snapshot() == before
