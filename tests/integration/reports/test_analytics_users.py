"""The report of users: who came, who bought, who bought again, who spent most."""

from datetime import datetime
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.analytics_rows import add_order, at, book_at, report
from tests.support.api import Api, Person

MARCH = {"date_from": "2026-03-01", "date_to": "2026-04-01"}
TENTH = at(2026, 3, 10, 9)


@pytest.fixture
async def event_id(api: Api, organizer: Person) -> int:
    event: int = (await api.event(organizer, capacity=100, currency="USD"))["id"]
    return event


@pytest.fixture
async def rival_event_id(api: Api) -> int:
    rival = await api.person(Role.ORGANIZER)
    event: int = (await api.event(rival, currency="EUR", price="900.00"))["id"]
    return event


async def joined(api: Api, connection: asyncpg.Connection, moment: datetime) -> Person:
    """A customer whose account was made then."""
    person = await api.person()
    await connection.execute("UPDATE users SET created_at = $1 WHERE id = $2", moment, person.id)
    return person


async def test_admin_sees_all_new_users_of_the_period(
    api: Api, connection: asyncpg.Connection
) -> None:
    for moment in (at(2026, 2, 28, 23), TENTH, TENTH, at(2026, 3, 12), at(2026, 4, 1)):
        await joined(api, connection, moment)
    found = await report(api, "users", await api.person(Role.ADMIN), interval="week", **MARCH)
    assert found["new_users"] == 3
    starts = [(bucket["start"][:10], bucket["new_users"]) for bucket in found["over_time"]]
    assert starts == [
        ("2026-02-23", 0),
        ("2026-03-02", 0),
        ("2026-03-09", 3),
        ("2026-03-16", 0),
        ("2026-03-23", 0),
        ("2026-03-30", 0),
    ]


async def test_organizer_sees_new_users_who_hold_bookings_of_own_events(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    event_id: int,
    rival_event_id: int,
) -> None:
    buyer, elsewhere, cancelling, _ = [await joined(api, connection, TENTH) for _ in range(4)]
    await book_at(api, connection, buyer, event_id, at(2026, 5, 1))
    await book_at(api, connection, elsewhere, rival_event_id, TENTH)
    gone = await book_at(api, connection, cancelling, event_id, TENTH)
    await api.put(f"/bookings/{gone['id']}/cancel", cancelling)
    found = await report(api, "users", organizer, **MARCH)
    assert found["new_users"] == 1
    assert sum(bucket["new_users"] for bucket in found["over_time"]) == 1
    admin = await api.person(Role.ADMIN)
    assert (await report(api, "users", admin, event_id=event_id, **MARCH))["new_users"] == 1


async def test_buyers_are_counted_once_and_repeat_buyers_by_purchase(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    event_id: int,
    rival_event_id: int,
) -> None:
    once, twice, one_order, later, elsewhere = [await api.person() for _ in range(5)]
    await book_at(api, connection, once, event_id, TENTH, 5)
    await book_at(api, connection, twice, event_id, TENTH)
    await book_at(api, connection, twice, event_id, at(2026, 3, 31, 23, 59))
    bookings = [await book_at(api, connection, one_order, event_id, TENTH) for _ in range(2)]
    order = await add_order(connection, bookings[0], expires_at=TENTH, status="confirmed")
    ids = [booking["id"] for booking in bookings]
    await connection.execute("UPDATE bookings SET order_id = $1 WHERE id = ANY ($2)", order, ids)
    for person in (once, later):
        await book_at(api, connection, person, event_id, at(2026, 4, 1))
    for person in (once, elsewhere):
        await book_at(api, connection, person, rival_event_id, TENTH)
    found = await report(api, "users", organizer, **MARCH)
    assert (found["active_buyers"], found["repeat_buyers"]) == (3, 1)
    everywhere = await report(api, "users", await api.person(Role.ADMIN), **MARCH)
    assert (everywhere["active_buyers"], everywhere["repeat_buyers"]) == (4, 2)


async def test_top_spenders_are_ranked_within_each_currency(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    event_id: int,
    rival_event_id: int,
) -> None:
    little, much = await api.person(), await api.person()
    await book_at(api, connection, little, event_id, TENTH)
    await book_at(api, connection, little, rival_event_id, TENTH)
    for _ in range(2):
        await book_at(api, connection, much, event_id, TENTH, 2)
    await book_at(api, connection, little, event_id, at(2026, 4, 1), 9)

    def spent(person: Person, rank: int, currency: str, bookings: int, amount: str) -> object:
        return {
            "currency": currency,
            "rank": rank,
            "user_id": person.id,
            "name": person.user.name,
            "bookings": bookings,
            "amount": amount,
        }

    own = [spent(much, 1, "USD", 2, "100.00"), spent(little, 2, "USD", 1, "25.00")]
    assert (await report(api, "users", organizer, **MARCH))["top_spenders"] == own
    found = await report(api, "users", await api.person(Role.ADMIN), **MARCH)
    assert found["top_spenders"] == [spent(little, 1, "EUR", 1, "900.00"), *own]


async def test_organizer_does_not_learn_the_name_of_somebody_they_booked_for(
    api: Api, connection: asyncpg.Connection, organizer: Person, event_id: int
) -> None:
    somebody, admin = await api.person(), await api.person(Role.ADMIN)
    body = {"event_id": event_id, "quantity": 1, "user_id": somebody.id}
    booking = (await api.post("/bookings", organizer, body)).json()
    await connection.execute(
        "UPDATE bookings SET booking_date = $1 WHERE id = $2", TENTH, booking["id"]
    )

    async def names(who: Person, **query: Any) -> list[str]:
        spenders = (await report(api, "users", who, **query, **MARCH))["top_spenders"]
        return [spender["name"] for spender in spenders]

    for query in ({}, {"event_id": event_id}):
        assert await names(organizer, **query) == [f"Customer {somebody.id}"]
        assert await names(admin, **query) == [somebody.user.name]
    await book_at(api, connection, somebody, event_id, TENTH)
    assert await names(organizer) == [somebody.user.name]


async def test_no_more_than_ten_spenders_are_named(
    api: Api, connection: asyncpg.Connection, organizer: Person, event_id: int
) -> None:
    for quantity in range(1, 12):
        await book_at(api, connection, await api.person(), event_id, TENTH, quantity)
    spenders = (await report(api, "users", organizer, **MARCH))["top_spenders"]
    assert [spender["amount"] for spender in spenders] == [f"{25 * n}.00" for n in range(11, 1, -1)]


async def test_report_is_of_zeros_when_nobody_came(
    api: Api, organizer: Person, event_id: int
) -> None:
    days = {"date_from": "2020-01-01", "date_to": "2020-01-02"}
    assert await report(api, "users", organizer, **days) == {
        "new_users": 0,
        "active_buyers": 0,
        "repeat_buyers": 0,
        "over_time": [{"start": "2020-01-01T00:00:00Z", "new_users": 0}],
        "top_spenders": [],
    }
