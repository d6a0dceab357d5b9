"""Copies of events, and scanners by e-mail: what is copied, authorization, what is refused."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from src.application.use_cases.event.add_scanner import (
    AddScanner,
    AddScannerCommand,
    RemoveScanner,
)
from src.application.use_cases.event.duplicate_event import DuplicateEvent, DuplicateEventCommand
from src.application.use_cases.event.price_example import PriceExample, PriceExampleCommand
from src.domain.entities.event import EventStatus
from src.domain.entities.ticket_type import TicketTypeStatus
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, NotFound, ValidationFailed
from tests.support.examples import (
    ADMIN,
    BUYER,
    EVENT_ID,
    NOW,
    ORGANIZER,
    RIVAL,
    SCANNER,
    STARTS,
    make_event,
    make_type,
    make_user,
)
from tests.support.fakes.ports import FakeClock, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store

NEXT_YEAR = datetime(2027, 1, 15, 19, tzinfo=UTC)
ADDRESS = "scanner@test.example"


@pytest.fixture
def duplicate(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> DuplicateEvent:
    closed = make_type(status=TicketTypeStatus.CLOSED, sold=7)
    store.add(make_event(total_tickets_sold=7, terms="Be kind.", timezone="Europe/Berlin"), closed)
    return DuplicateEvent(unit_of_work, fake_clock)


@pytest.mark.parametrize("actor", [ORGANIZER, ADMIN])
async def test_a_copy_is_an_unsold_draft_of_the_same_organizer(
    duplicate: DuplicateEvent, store: Store, actor: Actor
) -> None:
    command = DuplicateEventCommand(event_id=EVENT_ID, date_time=NEXT_YEAR)
    copy = (await duplicate.execute(actor, command)).result
    assert (copy.status, copy.organizer_id) == (EventStatus.DRAFT, ORGANIZER.id)
    assert (copy.terms, copy.total_tickets_sold) == ("Be kind.", 0)
    (kind,) = [kind for kind in store.ticket_types.values() if kind.event_id == copy.id]
    assert (kind.status, kind.sold, kind.name) == (TicketTypeStatus.AVAILABLE, 0, "Standard")
    (entry,) = store.audit
    assert (entry.by, entry.subject_id) == (actor, copy.id)


async def test_a_copy_keeps_its_times_by_the_clock_on_the_wall(
    duplicate: DuplicateEvent, store: Store
) -> None:
    # 14:00 in Berlin, in summer; the copy takes place in winter.
    store.events[EVENT_ID].sales_start = STARTS - timedelta(days=10)
    command = DuplicateEventCommand(event_id=EVENT_ID, date_time=datetime(2027, 1, 15, 14))
    copy = (await duplicate.execute(ORGANIZER, command)).result
    assert copy.date_time == datetime(2027, 1, 15, 13, tzinfo=UTC)
    assert copy.ends_at == copy.date_time + timedelta(hours=3)
    assert copy.sales_start == copy.date_time - timedelta(days=10)


@pytest.mark.parametrize(
    ("actor", "refusal"), [(RIVAL, NotFound), (BUYER, Forbidden), (SCANNER, Forbidden)]
)
async def test_nobody_else_copies_an_event(
    duplicate: DuplicateEvent, store: Store, actor: Actor, refusal: type[Exception]
) -> None:
    before = store.snapshot()
    with pytest.raises(refusal):
        await duplicate.execute(
            actor, DuplicateEventCommand(event_id=EVENT_ID, date_time=NEXT_YEAR)
        )
    assert store.snapshot() == before


async def test_a_copy_takes_place_in_the_future(duplicate: DuplicateEvent, store: Store) -> None:
    before = store.snapshot()
    with pytest.raises(ValidationFailed) as refusal:
        await duplicate.execute(ORGANIZER, DuplicateEventCommand(event_id=EVENT_ID, date_time=NOW))
    assert refusal.value.field == "body.date_time"
    assert store.snapshot() == before


@pytest.fixture
def add_scanner(store: Store, unit_of_work: FakeUnitOfWorkFactory) -> AddScanner:
    buyer = make_user(BUYER, email="buyer@test.example")
    store.add(make_event(), make_user(SCANNER, email=ADDRESS, phone="+491"), buyer)
    return AddScanner(unit_of_work)


async def test_a_scanner_is_added_once_and_shown_by_name_alone(
    add_scanner: AddScanner, store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    for _ in range(2):
        added = await add_scanner.execute(
            ORGANIZER, AddScannerCommand(EVENT_ID, " Scanner@test.example ")
        )
    assert (added.id, added.email, added.phone) == (SCANNER.id, None, None)
    assert store.scanners[EVENT_ID] == [SCANNER.id]
    assert len(store.audit) == 1
    remove = RemoveScanner(unit_of_work)
    for _ in range(2):
        await remove.execute(ORGANIZER, EVENT_ID, SCANNER.id)
    assert store.scanners[EVENT_ID] == []
    assert len(store.audit) == 2


@pytest.mark.parametrize("email", ["buyer@test.example", "nobody@test.example"])
async def test_other_accounts_are_refused_in_the_same_words(
    add_scanner: AddScanner, store: Store, email: str
) -> None:
    before = store.snapshot()
    with pytest.raises(NotFound, match=r"^There is no scanner with this e-mail address\.$"):
        await add_scanner.execute(ORGANIZER, AddScannerCommand(EVENT_ID, email))
    assert store.snapshot() == before


@pytest.mark.parametrize(
    ("actor", "refusal"), [(RIVAL, NotFound), (BUYER, Forbidden), (SCANNER, Forbidden)]
)
async def test_nobody_else_chooses_scanners(
    add_scanner: AddScanner,
    store: Store,
    unit_of_work: FakeUnitOfWorkFactory,
    actor: Actor,
    refusal: type[Exception],
) -> None:
    before = store.snapshot()
    with pytest.raises(refusal):
        await add_scanner.execute(actor, AddScannerCommand(EVENT_ID, ADDRESS))
    with pytest.raises(refusal):
        await RemoveScanner(unit_of_work).execute(actor, EVENT_ID, SCANNER.id)
    assert store.snapshot() == before


async def test_the_example_of_a_price_is_that_of_an_order() -> None:
    command = PriceExampleCommand(
        price=Decimal("25.00"), service_fee_fixed=Decimal("1.50"), tax_rate=Decimal("19.00")
    )
    amounts = await PriceExample().execute(command)
    assert (amounts.tax_amount, amounts.total_amount) == (Decimal("5.04"), Decimal("31.54"))
