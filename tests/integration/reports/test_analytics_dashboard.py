"""The dashboard: counters, two days by the clock, and no look at single tickets."""

import asyncio
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from src.infrastructure.database.recount import recount as correct
from src.infrastructure.reports.fold_activity import fold_activity
from tests.support.analytics_rows import add_order, at, book_at, record_money, report, set_clock
from tests.support.api import Api, MovableClock, Person
from tests.support.rows import add_hold, recount

# On the day before, the clocks of Berlin went forward: it had 23 hours.
NOON = at(2036, 3, 31, 12)
NO_EVENTS = {"draft": 0, "active": 0, "completed": 0, "cancelled": 0}


@pytest.fixture
async def organizer(api: Api, clock: MovableClock) -> Person:
    """Who looks at noon on March 31st, 2036."""
    set_clock(clock, NOON)
    return await api.person(Role.ORGANIZER)


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    return await api.event(organizer, title="Own", currency="USD")


@pytest.fixture
async def rival_event(api: Api, organizer: Person) -> dict[str, Any]:
    """Another organizer's event in EUR, that has sold 4 of 8 today."""
    rival = await api.person(Role.ORGANIZER)
    event = await api.event(rival, title="Rival", currency="EUR", price="5.00", capacity=8)
    await api.book(await api.person(), event["id"], 4)
    return event


async def test_totals_are_the_counters_of_own_events(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    event: dict[str, Any],
    rival_event: dict[str, Any],
) -> None:
    buyer = await api.person()
    await api.book(buyer, event["id"], 3)
    gone = await api.book(buyer, event["id"])
    await api.put(f"/bookings/{gone['id']}/cancel", buyer)
    await add_hold(
        connection, event_id=event["id"], user_id=buyer.id, expires_at=at(2099, 1, 1), quantity=2
    )
    await api.event(organizer, status="draft")
    cancelled = await api.event(organizer)
    await api.put(f"/events/{cancelled['id']}", organizer, {"status": "cancelled"})
    deleted = await api.event(organizer)
    await api.call("DELETE", f"/events/{deleted['id']}", organizer)
    found = await report(api, "dashboard", organizer)
    assert found["events"] == {**NO_EVENTS, "draft": 1, "active": 1, "cancelled": 1}
    counted = await recount(connection, event["id"])
    assert found["tickets_sold"] == counted["total_tickets_sold"] == 3
    assert found["tickets_held"] == counted["tickets_held"] == 2
    assert found["confirmed_bookings"] == counted["total_bookings"] == 1
    assert found["booked"] == [{"currency": "USD", "amount": "75.00"}]


async def test_admin_sees_all_events_or_one(
    api: Api, organizer: Person, event: dict[str, Any], rival_event: dict[str, Any]
) -> None:
    await api.book(organizer, event["id"])
    admin = await api.person(Role.ADMIN)
    found = await report(api, "dashboard", admin)
    assert (found["events"], found["tickets_sold"]) == ({**NO_EVENTS, "active": 2}, 5)
    assert found["booked"] == [
        {"currency": "EUR", "amount": "20.00"},
        {"currency": "USD", "amount": "25.00"},
    ]
    narrowed = await report(api, "dashboard", admin, event_id=event["id"])
    assert (narrowed["events"], narrowed["tickets_sold"]) == ({**NO_EVENTS, "active": 1}, 1)


async def test_events_that_sold_most_come_first(
    api: Api, organizer: Person, event: dict[str, Any], rival_event: dict[str, Any]
) -> None:
    for quantity in (1, 6, 2, 5, 3, 4):
        sold = await api.event(organizer, title=f"Sold {quantity}", capacity=8)
        await api.book(organizer, sold["id"], quantity)
    top = (await report(api, "dashboard", organizer))["top_events"]
    assert [row["title"] for row in top] == [f"Sold {quantity}" for quantity in (6, 5, 4, 3, 2)]
    assert (top[0]["tickets_sold"], top[0]["capacity"], top[0]["sell_through"]) == (6, 8, 0.75)


async def test_today_stands_against_yesterday(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    event: dict[str, Any],
    rival_event: dict[str, Any],
) -> None:
    await book_at(api, connection, organizer, event["id"], at(2036, 3, 31), 2)
    await book_at(api, connection, organizer, event["id"], at(2036, 3, 30, 23, 59), 3)
    await book_at(api, connection, organizer, event["id"], at(2036, 3, 30))
    await book_at(api, connection, organizer, event["id"], at(2036, 3, 29, 23, 59))
    await record_money(connection, "60.00", at(2036, 3, 31), event_id=event["id"])
    await record_money(connection, "-10.00", at(2036, 3, 30, 23, 59), event_id=event["id"])
    await record_money(connection, "7.00", at(2036, 3, 31), event_id=rival_event["id"])
    await record_money(connection, "9.00", at(2036, 3, 29, 23, 59), event_id=event["id"])
    found = await report(api, "dashboard", organizer)
    assert found["today"] == {
        "start": "2036-03-31T00:00:00Z",
        "end": "2036-04-01T00:00:00Z",
        "bookings": 1,
        "tickets": 2,
        "money": [{"currency": "USD", "gross": "60.00", "refunds": "0.00", "net": "60.00"}],
    }
    assert found["yesterday"] == {
        "start": "2036-03-30T00:00:00Z",
        "end": "2036-03-31T00:00:00Z",
        "bookings": 2,
        "tickets": 4,
        "money": [{"currency": "USD", "gross": "0.00", "refunds": "10.00", "net": "-10.00"}],
    }


async def test_days_are_those_of_the_zone_when_its_clocks_change(
    api: Api, connection: asyncpg.Connection, organizer: Person, event: dict[str, Any]
) -> None:
    for moment in (at(2036, 3, 29, 22, 59), at(2036, 3, 29, 23), at(2036, 3, 30, 22)):
        await book_at(api, connection, organizer, event["id"], moment)
    found = await report(api, "dashboard", organizer, timezone="Europe/Berlin")
    days = [(found[day]["start"], found[day]["bookings"]) for day in ("yesterday", "today")]
    assert days == [("2036-03-29T23:00:00Z", 1), ("2036-03-30T22:00:00Z", 1)]


async def test_period_is_the_one_asked_for_or_the_last_30_days(
    api: Api, connection: asyncpg.Connection, organizer: Person, event: dict[str, Any]
) -> None:
    for moment in (at(2036, 3, 1, 12, 1), at(2036, 3, 1, 11, 59), at(2030, 5, 5)):
        await book_at(api, connection, organizer, event["id"], moment)
    last = (await report(api, "dashboard", organizer))["period"]
    assert last["bookings"] == 1
    whole_years = {"date_from": "2030-01-01", "date_to": "2036-03-01T11:59:00"}
    other = (await report(api, "dashboard", organizer, **whole_years))["period"]
    assert (other["bookings"], other["end"]) == (1, "2036-03-01T11:59:00Z")


async def test_orders_are_pending_until_they_are_paid_or_their_time_is_over(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    event: dict[str, Any],
    rival_event: dict[str, Any],
) -> None:
    own = await api.book(organizer, event["id"])
    rivals = await api.book(organizer, rival_event["id"])
    later = NOON + timedelta(minutes=5)
    for booking in (own, own, rivals):
        await add_order(connection, booking, expires_at=later)
    await add_order(connection, own, expires_at=NOON - timedelta(minutes=1))
    await add_order(connection, own, expires_at=later, status="confirmed")
    assert (await report(api, "dashboard", organizer))["orders_pending"] == 2
    admin = await api.person(Role.ADMIN)
    assert (await report(api, "dashboard", admin))["orders_pending"] == 3


async def test_dashboard_is_answered_when_nobody_can_read_tickets(
    api: Api, connection: asyncpg.Connection, organizer: Person, event: dict[str, Any]
) -> None:
    await api.book(organizer, event["id"], 2)
    async with connection.transaction():
        await connection.execute("LOCK TABLE tickets, ticket_types IN ACCESS EXCLUSIVE MODE")
        assert (await report(api, "dashboard", organizer))["tickets_sold"] == 2


async def test_dashboard_is_of_zeros_when_there_are_no_events(
    api: Api, organizer: Person, rival_event: dict[str, Any]
) -> None:
    found = await report(api, "dashboard", organizer)
    assert found["events"] == NO_EVENTS
    assert (found["tickets_sold"], found["booked"], found["top_events"]) == (0, [], [])
    assert (found["today"]["bookings"], found["today"]["money"]) == (0, [])


async def sums(connection: asyncpg.Connection) -> list[tuple[Any, ...]]:
    rows = await connection.fetch(
        "SELECT quarter, currency, sum(bookings), sum(places), sum(entries), sum(gross), "
        "sum(refunds) FROM activity_quarters GROUP BY 1, 2 ORDER BY 1, 2"
    )
    return [tuple(row) for row in rows]


async def test_activity_of_all_events_is_that_of_each(
    api: Api, connection: asyncpg.Connection, organizer: Person
) -> None:
    """All events are read from sums by quarter of an hour and, at both ends, from rows."""
    admin = await api.person(Role.ADMIN)
    event = await api.event(organizer, capacity=30, currency="USD")
    moments = [at(2036, 3, 31, 8, minute) for minute in (1, 6, 7, 15, 29, 30, 44, 52, 53, 59)]
    for moment in moments:
        await book_at(api, connection, organizer, event["id"], moment, 2)
        await record_money(connection, "60.00", moment, event_id=event["id"])
        await record_money(connection, "-10.00", moment, event_id=event["id"], currency="EUR")
    gone = await book_at(api, connection, organizer, event["id"], moments[3])
    await api.put(f"/bookings/{gone['id']}/cancel", organizer)
    hours = ("06-53", "15-45", "07-14", "00-59", "14-15", "07-31")
    for is_folded in (False, True):
        if is_folded:
            await fold_activity()
        for start, end in (minutes.split("-") for minutes in hours):
            day = "2036-03-31T08:"
            within = {"date_from": f"{day}{start}:00", "date_to": f"{day}{end}:00"}
            of_all = (await report(api, "dashboard", admin, **within))["period"]
            assert of_all == (await report(api, "dashboard", organizer, **within))["period"]
    whole = await report(api, "dashboard", admin)
    assert (whole["today"]["bookings"], whole["today"]["tickets"]) == (10, 20)


async def test_folding_leaves_one_row_for_each_quarter_and_what_they_add_up_to(
    api: Api, connection: asyncpg.Connection, organizer: Person, event: dict[str, Any]
) -> None:
    for minute in (1, 2, 3, 20, 21):
        await book_at(api, connection, organizer, event["id"], at(2036, 3, 31, 8, minute))
    before = await sums(connection)
    await asyncio.gather(fold_activity(), fold_activity())
    assert await sums(connection) == before
    await fold_activity()
    assert await connection.fetchval("SELECT count(*) FROM activity_quarters") == len(before)


async def test_recount_corrects_the_sums(
    api: Api,
    connection: asyncpg.Connection,
    database_url: str,
    organizer: Person,
    event: dict[str, Any],
) -> None:
    await book_at(api, connection, organizer, event["id"], at(2036, 3, 31, 8, 1), 2)
    await record_money(connection, "60.00", at(2036, 3, 31, 8, 20), event_id=event["id"])
    right = await sums(connection)
    await connection.execute("UPDATE activity_quarters SET bookings = bookings + 3, gross = 1")
    found = [(row.noun, row.id) async for row in correct(database_url)]
    assert ("bookings in the quarter", 203603310800) in found
    assert ("money in the quarter", 203603310815) in found
    assert await sums(connection) == right
    assert [row async for row in correct(database_url)] == []
