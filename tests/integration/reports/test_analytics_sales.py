"""The report of sales: numbers by hand, and rows beside them that must not count."""

from dataclasses import dataclass

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.analytics_rows import assert_refused, at, book_at, report
from tests.support.api import Api, MovableClock, Person
from tests.support.rows import add_hold

MARCH = {"date_from": "2026-03-01T00:00:00Z", "date_to": "2026-04-01T00:00:00Z"}


@dataclass
class World:
    organizer: Person
    buyer: Person
    event_id: int


def sold(currency: str, bookings: int, tickets: int, amount: str) -> dict[str, object]:
    return {"currency": currency, "bookings": bookings, "tickets": tickets, "amount": amount}


@pytest.fixture
async def world(api: Api, connection: asyncpg.Connection) -> World:
    """An organizer with an event at 25.00 USD, sold: 2 on March 10th, 1 on the 12th."""
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer, title="Own", currency="USD")
    await book_at(api, connection, buyer, event["id"], at(2026, 3, 10, 9), 2)
    await book_at(api, connection, buyer, event["id"], at(2026, 3, 12, 23, 59))
    return World(organizer, buyer, event["id"])


@pytest.fixture
async def noise(api: Api, connection: asyncpg.Connection, world: World) -> None:
    """Bookings in and around March that must not count."""
    for moment in (at(2026, 2, 28, 23, 59), at(2026, 4, 1)):
        await book_at(api, connection, world.buyer, world.event_id, moment)
    for action in ("cancel", "refund"):
        gone = await book_at(api, connection, world.buyer, world.event_id, at(2026, 3, 10))
        response = await api.put(f"/bookings/{gone['id']}/{action}", world.organizer)
        assert response.status_code == 200, response.text
    hold = await add_hold(
        connection, event_id=world.event_id, user_id=world.buyer.id, expires_at=at(2099, 1, 1)
    )
    await connection.execute(
        "UPDATE bookings SET booking_date = $1 WHERE id = $2", at(2026, 3, 10), hold
    )


@pytest.fixture
async def rival_event_id(api: Api, connection: asyncpg.Connection, world: World) -> int:
    """Another organizer's event at 10.00 EUR, of which 3 were sold on March 10th."""
    event = await api.event(
        await api.person(Role.ORGANIZER), title="Rival", currency="EUR", price="10.00"
    )
    await book_at(api, connection, world.buyer, event["id"], at(2026, 3, 10), 3)
    event_id: int = event["id"]
    return event_id


async def test_sales_are_of_own_confirmed_bookings_in_the_period(
    api: Api, world: World, noise: None, rival_event_id: int
) -> None:
    found = await report(api, "sales", world.organizer, **MARCH)
    assert found["totals"] == [sold("USD", 2, 3, "75.00")]
    assert found["by_event"] == [
        {"event_id": world.event_id, "title": "Own", **sold("USD", 2, 3, "75.00")}
    ]
    (kind,) = found["by_ticket_type"]
    assert (kind["event_id"], kind["event_title"]) == (world.event_id, "Own")
    assert kind["name"] == "General admission"
    assert (kind["currency"], kind["tickets"], kind["amount"]) == ("USD", 3, "75.00")


async def test_every_day_of_the_period_is_there_with_zeros(
    api: Api, world: World, noise: None
) -> None:
    over_time = (await report(api, "sales", world.organizer, **MARCH))["over_time"]
    assert [bucket["start"][:10] for bucket in over_time] == [
        f"2026-03-{day:02}" for day in range(1, 32)
    ]
    by_day = {bucket["start"][:10]: bucket["by_currency"] for bucket in over_time}
    assert by_day.pop("2026-03-10") == [sold("USD", 1, 2, "50.00")]
    assert by_day.pop("2026-03-12") == [sold("USD", 1, 1, "25.00")]
    assert list(by_day.values()) == [[sold("USD", 0, 0, "0.00")]] * 29


async def test_admin_sees_all_and_currencies_stay_apart(
    api: Api, world: World, rival_event_id: int
) -> None:
    admin = await api.person(Role.ADMIN)
    found = await report(api, "sales", admin, **MARCH)
    assert found["totals"] == [sold("EUR", 1, 3, "30.00"), sold("USD", 2, 3, "75.00")]
    tenth = found["over_time"][9]["by_currency"]
    assert tenth == [sold("EUR", 1, 3, "30.00"), sold("USD", 1, 2, "50.00")]
    narrowed = await report(api, "sales", admin, event_id=rival_event_id, **MARCH)
    assert narrowed["totals"] == [sold("EUR", 1, 3, "30.00")]


async def test_events_and_types_that_sold_more_come_first(
    api: Api, connection: asyncpg.Connection, world: World
) -> None:
    other = await api.event(world.organizer, ticket_types=[{"name": "VIP", "price": "90.00"}])
    await book_at(api, connection, world.buyer, other["id"], at(2026, 3, 1), 4)
    await api.event(world.organizer, title="Unsold")
    found = await report(api, "sales", world.organizer, **MARCH)
    assert [row["event_id"] for row in found["by_event"]] == [other["id"], world.event_id]
    assert [row["name"] for row in found["by_ticket_type"]] == ["VIP", "General admission"]
    assert found["by_ticket_type"][0]["amount"] == "360.00"


async def test_days_are_those_of_the_zone_when_its_clocks_change(
    api: Api, connection: asyncpg.Connection, world: World
) -> None:
    # In Berlin March 29th is 23 hours long: from 23:00 to 22:00 UTC.
    for moment in (at(2026, 3, 28, 22, 59), at(2026, 3, 28, 23), at(2026, 3, 29, 22)):
        await book_at(api, connection, world.buyer, world.event_id, moment)
    days = {"date_from": "2026-03-28T00:00:00+01:00", "date_to": "2026-03-31T00:00:00+02:00"}
    found = await report(api, "sales", world.organizer, timezone="Europe/Berlin", **days)
    assert [
        (bucket["start"], bucket["by_currency"][0]["tickets"]) for bucket in found["over_time"]
    ] == [("2026-03-27T23:00:00Z", 1), ("2026-03-28T23:00:00Z", 1), ("2026-03-29T22:00:00Z", 1)]


@pytest.mark.parametrize(
    ("interval", "buckets", "first"),
    [
        ("hour", 96, "2026-03-09T00:00:00Z"),
        ("day", 4, "2026-03-09T00:00:00Z"),
        ("week", 1, "2026-03-09T00:00:00Z"),
        ("month", 1, "2026-03-01T00:00:00Z"),
    ],
)
async def test_sums_are_the_same_for_every_interval(
    api: Api, world: World, interval: str, buckets: int, first: str
) -> None:
    days = {"date_from": "2026-03-09", "date_to": "2026-03-13"}
    found = await report(api, "sales", world.organizer, interval=interval, **days)
    over_time = found["over_time"]
    assert (len(over_time), over_time[0]["start"]) == (buckets, first)
    assert sum(bucket["by_currency"][0]["tickets"] for bucket in over_time) == 3
    assert found["totals"] == [sold("USD", 2, 3, "75.00")]


async def test_period_is_the_last_30_days_when_none_is_given(
    api: Api, connection: asyncpg.Connection, clock: MovableClock, world: World
) -> None:
    await api.book(world.buyer, world.event_id)
    found = await report(api, "sales", world.organizer)
    assert found["totals"] == [sold("USD", 1, 1, "25.00")]
    assert len(found["over_time"]) == 31


async def test_report_is_of_zeros_when_nothing_was_sold(api: Api, world: World) -> None:
    days = {"date_from": "2020-01-01", "date_to": "2020-01-03"}
    found = await report(api, "sales", world.organizer, **days)
    assert found["over_time"] == [
        {"start": "2020-01-01T00:00:00Z", "by_currency": []},
        {"start": "2020-01-02T00:00:00Z", "by_currency": []},
    ]
    assert [found[part] for part in ("totals", "by_event", "by_ticket_type")] == [[], [], []]


async def test_organizer_without_events_sees_nothing(api: Api, world: World) -> None:
    found = await report(api, "sales", await api.person(Role.ORGANIZER), **MARCH)
    assert (found["totals"], found["by_event"]) == ([], [])


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"interval": "hour", "date_from": "2026-01-01", "date_to": "2026-03-01"}, "interval"),
        ({"date_from": "2026-03-02", "date_to": "2026-03-01"}, "date_to"),
        ({"interval": "year"}, "interval"),
        ({"timezone": "Europe/Atlantis"}, "timezone"),
        ({"timezone": "localtime"}, "timezone"),
        ({"format": "xml"}, "format"),
    ],
)
async def test_report_is_refused_when_a_parameter_is_wrong(
    api: Api, world: World, params: dict[str, str], field: str
) -> None:
    problem = await assert_refused(
        api, "sales", world.organizer, 422, "validation_failed", **params
    )
    assert [error["field"] for error in problem["errors"]] == [f"query.{field}"]
