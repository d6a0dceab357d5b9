"""Tables that are altered beside a running service, as a migration does: no request fails."""

import re

import asyncpg
import pytest

from src.domain.entities.user import Role
from src.infrastructure.database.orm import PoolSettings
from tests.support.carts import type_ids
from tests.support.concurrency.running import running_app
from tests.support.paths import SRC

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'aerich'"
ONE = PoolSettings(max_size=1)


async def test_a_column_that_is_added_to_every_table_breaks_nothing(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url) as api:
        event = await api.event(await api.person(Role.ORGANIZER))
        buyer = await api.person()
        (type_id,) = await type_ids(api, event)
        item = {"ticket_type_id": type_id, "quantity": 1}
        statuses = []
        for statement in ("ADD COLUMN later integer NOT NULL DEFAULT 7", "DROP COLUMN later"):
            for row in await own_connection.fetch(TABLES):
                await own_connection.execute(f"ALTER TABLE {row['tablename']} {statement}")
            answers = [
                await api.post("/cart", buyer, item),
                await api.get(f"/cart/user/{buyer.id}", buyer),
                await api.get(f"/cart/user/{buyer.id}/total", buyer),
                await api.post(f"/orders/from-cart/{buyer.id}", buyer),
                await api.get("/orders", buyer),
                await api.post(f"/events/{event['id']}/bookings", buyer, {"quantity": 1}),
            ]
            statuses += [answer.status_code for answer in answers]
    assert statuses == [201, 200, 200, 201, 200, 201] * 2


async def test_a_column_whose_type_is_altered_costs_nobody_a_request(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url, pool=ONE) as api:
        event = await api.event(await api.person(Role.ORGANIZER))
        buyer = await api.person()
        (type_id,) = await type_ids(api, event)
        item = {"ticket_type_id": type_id, "quantity": 1}
        assert (await api.post("/cart", buyer, item)).status_code == 201
        assert (await api.get(f"/cart/user/{buyer.id}", buyer)).status_code == 200
        # The connection has statements prepared that are of no use from here on.
        await own_connection.execute("ALTER TABLE cart_items ALTER created_at TYPE timestamptz(3)")
        again = await api.get(f"/cart/user/{buyer.id}", buyer)
        assert (again.status_code, len(again.json())) == (200, 1)

        path = f"/events/{event['id']}/bookings"
        assert (await api.post(path, buyer, {"quantity": 1})).status_code == 201
        await own_connection.execute(
            "ALTER TABLE ticket_types ALTER created_at TYPE timestamptz(3)"
        )
        assert (await api.post(path, buyer, {"quantity": 1})).status_code == 201
    assert await own_connection.fetchval("SELECT count(*) FROM bookings") == 2


@pytest.mark.parametrize("pattern", [r"(?i)select\s+\*", r"(?i)select\s+[a-z_]+\.\*"])
def test_no_statement_asks_for_whatever_columns_a_table_has(pattern: str) -> None:
    sources = {path: path.read_text() for path in (SRC / "infrastructure").rglob("*.py")}
    assert [path.name for path, text in sources.items() if re.search(pattern, text)] == []
