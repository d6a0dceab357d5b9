"""Lists of many thousands: indexes find what is asked for, and tables hold nothing open."""

import asyncio
import re
from dataclasses import replace
from typing import Any

import asyncpg
import pytest

from src.application.dtos.analytics import Scope
from src.application.dtos.door import AttendeeSearch
from src.application.dtos.sold import SoldSearch, SoldSort, TransactionSearch
from src.domain.entities.user import Role
from src.domain.repositories.page import Cursor, PageRequest
from src.infrastructure.database.orm import current_connection
from src.infrastructure.read_models import attendees
from src.infrastructure.reports import sold_bookings, sold_orders, sold_transactions
from src.infrastructure.reports.reading import reading
from tests.support.api import Api, Person
from tests.support.csv_tables import csv_rows
from tests.support.many_orders import add_orders

NUMBER = 12_000
FIRST = PageRequest(50, SoldSort.NEWEST)
BUSY = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND state LIKE 'idle in transaction%'
"""
SCANS = re.compile(r"Seq Scan on (orders|bookings|order_items|transactions)\b")


@pytest.fixture
async def small(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> Person:
    """An organizer of thirty orders, beside another of thousands: `organizer`."""
    rival = await api.person(Role.ORGANIZER)
    for who, number, first in ((rival, 30, 1), (organizer, NUMBER, 1001)):
        event = await api.event(who, payment="online", capacity=100_000)
        await add_orders(connection, event, buyer.id, number, first=first)
    return rival


async def plan(
    name: str, scope: Scope, wanted: TransactionSearch, *, after: int | None = None
) -> str:
    """How PostgreSQL finds the first page of this list, or the one after an id."""
    page = FIRST if after is None else replace(FIRST, after=Cursor(FIRST.sort, "USD 1", after))
    search: SoldSearch = wanted
    match name:
        case "orders":
            found = await sold_orders.found_orders(scope, search)
            text = found.then(sold_orders.SELECT, scope, "id", page)
        case "bookings":
            found = await sold_bookings.found_bookings(scope, search)
            text = found.then(sold_bookings.SELECT, scope, "order_id", page)
        case _:
            found = await sold_transactions.found_transactions(scope, wanted)
            text = found.then(sold_transactions.SELECT, scope, "order_id", page)
    async with reading(is_row_by_row=True) as connection:
        rows = await connection.execute_query_dict(f"EXPLAIN {text}", found.conditions.values)
    return "\n".join(row["QUERY PLAN"] for row in rows)


@pytest.mark.parametrize("name", ["orders", "bookings", "transactions"])
async def test_indexes_find_what_is_asked_for_among_many(
    api: Api, organizer: Person, small: Person, name: str
) -> None:
    everything = Scope()
    plans = {
        "few of one organizer": await plan(name, Scope(None, small.id), TransactionSearch()),
        "the newest of many": await plan(name, Scope(None, organizer.id), TransactionSearch()),
        "the newest of all": await plan(name, everything, TransactionSearch()),
        "a name among few": await plan(name, Scope(None, small.id), TransactionSearch(q="Buyer 7")),
    }
    for code in ("ORD-00000007", "BKG-00000007", "TKT-20260101-ABCDEFGH"):
        plans[code] = await plan(name, everything, TransactionSearch(q=code))
        plans[f"reference {code}"] = await plan(name, everything, TransactionSearch(reference=code))
    slow = {asked: found for asked, found in plans.items() if SCANS.search(found)}
    assert not slow, "\n\n".join(f"{asked}\n{found}" for asked, found in slow.items())


@pytest.mark.parametrize("name", ["orders", "bookings", "transactions"])
async def test_page_reads_no_more_than_its_rows_however_deep_it_is(
    api: Api, organizer: Person, small: Person, name: str
) -> None:
    """A join that reads all lines of the organizer for each page makes a table quadratic."""
    deep = await plan(name, Scope(None, organizer.id), TransactionSearch(), after=1_000)
    assert "Hash" not in deep and "Merge" not in deep, deep
    key = "bookings_id_key" if name == "bookings" else f"{name}_pkey"
    assert re.search(rf"Index Scan Backward using {key}", deep), deep


@pytest.mark.parametrize(
    ("path", "column"),
    [("orders", "order_id"), ("bookings", "booking_id"), ("transactions", "transaction_id")],
)
async def test_table_of_thousands_has_each_row_once_in_order(
    api: Api, organizer: Person, small: Person, path: str, column: str
) -> None:
    params = {"managed": True} if path == "orders" else {}
    table = await api.get(f"/{path}.csv", organizer, params=params)
    found = [int(row[column]) for row in csv_rows(table)]
    assert len(found) == len(set(found)) == NUMBER == int(table.headers["x-total-count"])
    assert found == sorted(found, reverse=True)


async def test_slow_client_keeps_no_transaction_open(
    api: Api, organizer: Person, small: Person, connection: asyncpg.Connection
) -> None:
    """It has taken the first part, and the rest waits: nothing is open in the database."""
    export = await api.container.sold.export_orders().execute(
        organizer.actor, SoldSearch(), is_managed=True
    )
    pages = export.pages()
    assert len(await anext(pages)) == export.rows_at_once
    await asyncio.sleep(0.2)
    assert await connection.fetchval(BUSY) == 0
    rest: list[Any] = [row async for rows in pages for row in rows]
    assert len(rest) == NUMBER - export.rows_at_once


CROWD = 6_001


@pytest.fixture
async def crowded(api: Api, organizer: Person, connection: asyncpg.Connection) -> dict[str, Any]:
    """An event to which thousands come."""
    event = await api.event(organizer, capacity=100_000)
    await connection.execute(
        "INSERT INTO users (name) SELECT 'Guest ' || md5(n::text) FROM generate_series(1, $1) AS n",
        CROWD,
    )
    await connection.execute(
        """
        WITH new AS (
            INSERT INTO bookings (event_id, reference, user_id, quantity, total_amount, currency,
                status, booking_date)
            SELECT $1, 'MNY-' || id, id, 1, 25, 'USD', 'confirmed', now()
            FROM users WHERE name LIKE 'Guest %' RETURNING id, user_id
        )
        INSERT INTO tickets (event_id, booking_id, ticket_type_id, user_id, price, status,
            ticket_code)
        SELECT $1, new.id, ticket_types.id, new.user_id, 25, 'active',
            'TKT-20260101-' || translate(lpad(new.id::text, 8, '0'), '01', 'AB')
        FROM new, ticket_types WHERE ticket_types.event_id = $1
        """,
        event["id"],
    )
    await connection.execute("ANALYZE")
    return event


async def test_attendees_of_thousands_come_by_name(
    api: Api, organizer: Person, crowded: dict[str, Any]
) -> None:
    rows = csv_rows(await api.get(f"/events/{crowded['id']}/attendees.csv", organizer))
    names = [row["name"] for row in rows]
    assert len(set(names)) == CROWD
    assert names == sorted(names)


async def test_page_of_attendees_reads_no_more_than_its_rows(
    crowded: dict[str, Any],
) -> None:
    """Joins that read all who come took a second for each page of 100,000."""
    conditions = attendees._of_kind(AttendeeSearch(event_id=crowded["id"]))
    for after in (0, 4_000):
        rows = await current_connection().execute_query_dict(
            f"EXPLAIN {attendees.PAGE_OF_ALL}", [*conditions, after, 51]
        )
        plan = "\n".join(row["QUERY PLAN"] for row in rows)
        assert not re.search("Hash Cond|Merge Cond|Seq Scan on (tickets|users|bookings)", plan), (
            plan
        )
