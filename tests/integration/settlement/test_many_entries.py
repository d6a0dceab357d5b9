"""What organizers are owed among many entries: added up from an index, never from whole tables."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import asyncpg
import pytest

from src.domain.entities.user import Role
from src.infrastructure.repositories import settlement_statements as sql
from src.infrastructure.repositories.settlement import CODES
from tests.support.api import Api, Person
from tests.support.many_orders import add_orders
from tests.support.settlement import agree, balance_of

NUMBER, OTHERS = 1_500, 60_000
ENTRIES = """
INSERT INTO ledger_entries (at, transaction_id, order_id, event_id, order_item_id, kind, account,
    amount, currency)
SELECT sold.created_at, sold.id, order_id, event_id, order_item_id, 'payment',
    part.account::ledger_account, part.amount, 'USD'
FROM (
    SELECT transactions.created_at, transactions.id, transactions.order_id, order_items.event_id,
        order_items.id AS order_item_id
    FROM transactions JOIN order_items ON order_items.order_id = transactions.order_id
    UNION ALL
    SELECT now() - n * interval '1 second', 1000000 + n, 1000000 + n, 1000000 + n % 90, 1000000 + n
    FROM generate_series(1, $1::integer) AS n
) AS sold
CROSS JOIN (VALUES ('tickets', 20), ('fees', 2), ('taxes', 3)) AS part (account, amount)
ORDER BY md5(sold.id::text)
"""
"""Those of all events among each other, as sales come in; most are of events that are gone."""
ARE_VISIBLE = "SELECT relallvisible > 0.9 * relpages FROM pg_class WHERE relname = 'ledger_entries'"
WHOLE_TABLES = re.compile(r"Seq Scan on (ledger_entries|order_items|transactions|events)\b")


@pytest.fixture
async def sellers(api: Api, buyer: Person, connection: asyncpg.Connection) -> tuple[Person, Person]:
    """One with a few sales, one with thousands, of several events each."""
    few, many = await api.person(Role.ORGANIZER), await api.person(Role.ORGANIZER)
    first = 1
    for who, number in ((few, 10), (many, NUMBER), (few, 10), (many, NUMBER)):
        event = await api.event(who, payment="online", capacity=100_000)
        await add_orders(connection, event, buyer.id, number, first=first)
        first += number
    await connection.execute(ENTRIES, OTHERS)
    await until_vacuumed(connection)
    return few, many


async def until_vacuumed(connection: asyncpg.Connection) -> None:
    """Vacuum the entries, as the server does by itself: again while somebody reads older ones."""
    for _ in range(60):
        await connection.execute("VACUUM ANALYZE ledger_entries")
        if await connection.fetchval(ARE_VISIBLE):
            return
        await asyncio.sleep(0.5)
    pytest.fail("The entries are never seen by all.")


async def plan(connection: asyncpg.Connection, organizer: Person, currency: str | None) -> str:
    """How PostgreSQL has added up the last month of the organizer."""
    now = datetime.now(UTC)
    rows = await connection.fetch(
        f"EXPLAIN (ANALYZE, BUFFERS OFF, COSTS OFF, TIMING OFF) {sql.SHARES}",
        *([organizer.id], currency, now - timedelta(days=30), now, *CODES),
    )
    return "\n".join(row["QUERY PLAN"] for row in rows)


async def test_entries_are_added_up_from_an_index_alone(
    api: Api, admin: Person, sellers: tuple[Person, Person], connection: asyncpg.Connection
) -> None:
    for who, number in zip(sellers, (20, 2 * NUMBER), strict=True):
        await agree(api, admin, who, commission_percent="10", commission_per_ticket="0.30")
        assert Decimal((await balance_of(api, who))["earned"]) == 25 * number
        found = await plan(connection, who, None)
        assert not WHOLE_TABLES.search(found), found
        assert "Index Only Scan using transactions_by_hand_idx" in found, found
        assert "Index Scan using order_items_pkey" in found, found
    # Of few entries either index is as good.
    index = "Index Only Scan using ledger_entries_by_item_idx on ledger_entries entry"
    for currency in (None, "USD"):
        found = await plan(connection, sellers[1], currency)
        scans = [line.strip() for line in found.splitlines() if "ledger_entries" in line]
        assert scans == [f"->  {index} (actual rows={3 * NUMBER}.00 loops=2)"], found
        assert "Heap Fetches: 0" in found
