"""The report of revenue: the ledger's sums, and beside them what is paid outside."""

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.analytics_rows import at, book_at, record_money, report
from tests.support.api import Api, Person

MARCH = {"date_from": "2026-03-01", "date_to": "2026-04-01"}
TENTH, TWELFTH = at(2026, 3, 10, 9), at(2026, 3, 12)


def flow(currency: str, gross: str, refunds: str, net: str) -> dict[str, str]:
    return {"currency": currency, "gross": gross, "refunds": refunds, "net": net}


@pytest.fixture
async def event_id(api: Api, connection: asyncpg.Connection, organizer: Person) -> int:
    """An event that took 100 + 8 + 5 USD on March 10th and gave 30 USD back on the 12th."""
    created = await api.event(organizer, payment="online")
    event: int = created["id"]
    for account, amount in (("tickets", "100.00"), ("fees", "8.00"), ("taxes", "5.00")):
        await record_money(connection, amount, TENTH, event_id=event, account=account)
    await record_money(connection, "-30.00", TWELFTH, event_id=event)
    for moment in (at(2026, 2, 28, 23, 59), at(2026, 4, 1)):
        await record_money(connection, "1000.00", moment, event_id=event)
    return event


@pytest.fixture
async def rival_event_id(api: Api, connection: asyncpg.Connection) -> int:
    """Another organizer's event that took 7 EUR on March 10th."""
    created = await api.event(await api.person(Role.ORGANIZER))
    event: int = created["id"]
    await record_money(connection, "7.00", TENTH, event_id=event, currency="EUR")
    return event


@pytest.fixture
async def unapplied(connection: asyncpg.Connection) -> None:
    """50 USD that bought nothing, of which 20 went back."""
    await record_money(connection, "50.00", TENTH, account="unapplied")
    await record_money(connection, "-20.00", TENTH, account="unapplied")


async def test_revenue_is_that_of_own_events_in_the_period(
    api: Api, organizer: Person, event_id: int, rival_event_id: int, unapplied: None
) -> None:
    found = await report(api, "revenue", organizer, **MARCH)
    assert found["totals"] == [flow("USD", "113.00", "30.00", "83.00")]
    assert found["by_account"] == [
        {"account": "fees", **flow("USD", "8.00", "0.00", "8.00")},
        {"account": "taxes", **flow("USD", "5.00", "0.00", "5.00")},
        {"account": "tickets", **flow("USD", "100.00", "30.00", "70.00")},
    ]


async def test_every_day_has_every_currency(api: Api, event_id: int, rival_event_id: int) -> None:
    found = await report(api, "revenue", await api.person(Role.ADMIN), **MARCH)
    by_day = {bucket["start"][:10]: bucket["by_currency"] for bucket in found["over_time"]}
    euro_zero = flow("EUR", "0.00", "0.00", "0.00")
    assert by_day.pop("2026-03-10") == [
        flow("EUR", "7.00", "0.00", "7.00"),
        flow("USD", "113.00", "0.00", "113.00"),
    ]
    assert by_day.pop("2026-03-12") == [euro_zero, flow("USD", "0.00", "30.00", "-30.00")]
    assert list(by_day.values()) == [[euro_zero, flow("USD", "0.00", "0.00", "0.00")]] * 29


async def test_money_that_bought_nothing_is_shown_to_admins_who_ask_for_all_events(
    api: Api, event_id: int, rival_event_id: int, unapplied: None
) -> None:
    admin = await api.person(Role.ADMIN)
    found = await report(api, "revenue", admin, **MARCH)
    assert found["totals"] == [
        flow("EUR", "7.00", "0.00", "7.00"),
        flow("USD", "163.00", "50.00", "113.00"),
    ]
    of_unapplied = {"account": "unapplied", **flow("USD", "50.00", "20.00", "30.00")}
    assert of_unapplied in found["by_account"]
    narrowed = await report(api, "revenue", admin, event_id=rival_event_id, **MARCH)
    assert narrowed["totals"] == [flow("EUR", "7.00", "0.00", "7.00")]


async def test_money_of_a_deleted_event_stays_in_the_ledger(
    api: Api, organizer: Person, event_id: int
) -> None:
    assert (await api.call("DELETE", f"/events/{event_id}", organizer)).status_code == 200
    found = await report(api, "revenue", organizer, **MARCH)
    assert found["totals"] == [flow("USD", "113.00", "30.00", "83.00")]


async def test_what_is_paid_outside_stands_beside_the_ledger(
    api: Api, connection: asyncpg.Connection, organizer: Person, event_id: int
) -> None:
    buyer = await api.person()
    outside = await api.event(organizer, price="40.00", currency="USD")
    await book_at(api, connection, buyer, outside["id"], TENTH, 2)
    await book_at(api, connection, buyer, outside["id"], at(2026, 4, 1))
    gone = await book_at(api, connection, buyer, outside["id"], TENTH)
    await api.put(f"/bookings/{gone['id']}/cancel", buyer)
    rival = await api.event(await api.person(Role.ORGANIZER))
    await book_at(api, connection, buyer, rival["id"], TENTH)
    paid = await api.event(organizer)
    await book_at(api, connection, buyer, paid["id"], TENTH)
    await connection.execute("UPDATE events SET payment = 'online' WHERE id = $1", paid["id"])
    found = await report(api, "revenue", organizer, **MARCH)
    assert found["booked_outside"] == [
        {
            **{"currency": "USD", "bookings": 1, "tickets": 2, "amount": "80.00"},
            **{"fees": "0.00", "taxes": "0.00", "total": "80.00"},
        }
    ]
    assert found["totals"] == [flow("USD", "113.00", "30.00", "83.00")]


async def test_revenue_is_empty_when_no_money_was_recorded(
    api: Api, organizer: Person, event_id: int
) -> None:
    days = {"date_from": "2020-01-01", "date_to": "2020-01-02"}
    assert await report(api, "revenue", organizer, **days) == {
        "totals": [],
        "over_time": [{"start": "2020-01-01T00:00:00Z", "by_currency": []}],
        "by_account": [],
        "booked_outside": [],
    }
