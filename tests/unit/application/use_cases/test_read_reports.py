"""Reports: whose events they are about, and of what time, is decided before anything is read."""

from datetime import datetime, timedelta

import pytest

from src.application.dtos.analytics import (
    ReportQuery,
    Scope,
    Timeline,
)
from src.application.use_cases.analytics.read_tickets import ReadTickets
from src.application.use_cases.analytics.read_users import ReadUsers
from src.domain.entities.event import EventStatus
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, NotFound, TicketingError, ValidationFailed
from src.domain.services.periods import Interval, Period
from tests.support.examples import (
    ADMIN,
    BUYER,
    EVENT_ID,
    NOW,
    ORGANIZER,
    RIVAL,
    SCANNER,
    make_event,
)
from tests.support.fakes.reports import Reader
from tests.support.fakes.repositories import FakeEventRepository
from tests.support.fakes.store import Store

ONE = Scope(event_id=EVENT_ID)
OWN = Scope(event_id=EVENT_ID, organizer_id=ORGANIZER.id)


@pytest.fixture
def reader() -> Reader:
    return Reader()


def events(**fields: object) -> FakeEventRepository:
    store = Store()
    store.add(make_event(**fields))
    return FakeEventRepository(store)


def use_case(reader: Reader, **fields: object) -> ReadUsers:
    return ReadUsers(reader.users, events(**fields), lambda: NOW)


@pytest.mark.parametrize(
    ("actor", "event_id", "scope"),
    [
        (ADMIN, None, Scope()),
        (ORGANIZER, None, Scope(organizer_id=ORGANIZER.id)),
        (RIVAL, None, Scope(organizer_id=RIVAL.id)),
        (ADMIN, EVENT_ID, ONE),
        (ORGANIZER, EVENT_ID, OWN),
    ],
)
async def test_report_is_about_what_the_caller_manages(
    reader: Reader, actor: Actor, event_id: int | None, scope: Scope
) -> None:
    await use_case(reader).execute(actor, ReportQuery(event_id=event_id))
    assert [asked for asked, _ in reader.asked] == [scope]


@pytest.mark.parametrize(
    ("actor", "event_id", "refusal"),
    [
        (BUYER, None, Forbidden),
        (SCANNER, None, Forbidden),
        (BUYER, EVENT_ID, Forbidden),
        (BUYER, 99, Forbidden),
        (RIVAL, EVENT_ID, NotFound),
        (ORGANIZER, 99, NotFound),
        (ADMIN, 99, NotFound),
    ],
)
async def test_nothing_is_read_when_the_caller_may_not(
    reader: Reader, actor: Actor, event_id: int | None, refusal: type[TicketingError]
) -> None:
    query = ReportQuery(event_id=event_id)
    with pytest.raises(refusal):
        await use_case(reader).execute(actor, query)
    with pytest.raises(refusal):
        await ReadTickets(reader.tickets, events()).execute(actor, query)
    assert (reader.asked, reader.asked_tickets) == ([], [])


async def test_draft_is_reported_to_its_organizer_alone(reader: Reader) -> None:
    of_draft = use_case(reader, status=EventStatus.DRAFT)
    await of_draft.execute(ORGANIZER, ReportQuery(event_id=EVENT_ID))
    with pytest.raises(NotFound):
        await of_draft.execute(RIVAL, ReportQuery(event_id=EVENT_ID))
    assert [asked for asked, _ in reader.asked] == [OWN]


async def test_buckets_are_those_of_the_interval_and_zone_asked_for(reader: Reader) -> None:
    start, end = NOW - timedelta(hours=6), NOW + timedelta(hours=11)
    query = ReportQuery(None, start, end, Interval.DAY, "Europe/Berlin")
    await use_case(reader).execute(ADMIN, query)
    midnight = datetime(2026, 6, 1, tzinfo=NOW.tzinfo) - timedelta(hours=2)
    days = [midnight, midnight + timedelta(days=1)]
    assert reader.asked == [(Scope(), Timeline(Period(start, end), days))]


async def test_nothing_is_read_when_there_are_too_many_intervals(reader: Reader) -> None:
    query = ReportQuery(date_from=NOW - timedelta(days=60), interval=Interval.HOUR)
    with pytest.raises(ValidationFailed):
        await use_case(reader).execute(ADMIN, query)
    assert reader.asked == []


async def test_tickets_of_all_times_are_read_when_no_time_is_asked_for(reader: Reader) -> None:
    tickets = ReadTickets(reader.tickets, events())
    await tickets.execute(ORGANIZER, ReportQuery())
    await tickets.execute(ORGANIZER, ReportQuery(date_to=NOW))
    own = Scope(organizer_id=ORGANIZER.id)
    assert reader.asked_tickets == [(own, None, None), (own, None, NOW)]


async def test_tickets_are_not_read_when_the_time_ends_before_it_starts(reader: Reader) -> None:
    query = ReportQuery(date_from=NOW, date_to=NOW)
    with pytest.raises(ValidationFailed):
        await ReadTickets(reader.tickets, events()).execute(ADMIN, query)
    assert reader.asked_tickets == []
