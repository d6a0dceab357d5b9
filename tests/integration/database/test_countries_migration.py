"""The migration of countries keeps what is there: nobody has said where it is."""

import asyncpg
import pytest

from src.infrastructure.database.migrations import applied_migrations, migrate_down, migrate_up
from tests.support.database import MakeDatabase

COUNTRIES = "45_20261130221000_countries.py"

ROWS = """
INSERT INTO users (id, name, email, role) VALUES (1, 'Ada', 'ada@example.com', 'organizer');
INSERT INTO venues (id, name, owner_id) VALUES (1, 'Hall', 1);
INSERT INTO events (id, title, date_time, ends_at, capacity, price, currency, tax_rate,
    venue_id, organizer_id)
VALUES (1, 'Gala', '2036-01-01', '2036-01-02', 9, 10, 'EUR', 7, 1, 1);
INSERT INTO sellers (user_id, name, street, city, country) VALUES (1, 'A', 'B', 'C', 'DE');
"""
SAID = """
UPDATE venues SET country = 'AT';
UPDATE events SET country = 'AT';
UPDATE sellers SET taxes_by_country = '[{"country": "AT", "tax_rate": "13.00"}]';
"""
STATE = """
SELECT venues.country AS venue, events.country AS event, taxes_by_country::text AS taxes,
    venues.version AS venue_version, events.version AS event_version, events.tax_rate,
    sellers.version AS seller_version
FROM venues, events, sellers
"""


async def test_what_is_there_stays_and_has_no_country(make_database: MakeDatabase) -> None:
    url = await make_database()
    while (await applied_migrations(url))[-1] != COUNTRIES:
        await migrate_down(url)
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(ROWS)
        await connection.execute(SAID)
        (said,) = await connection.fetch(STATE)
        # Saying it is an edit of each.
        assert tuple(said)[:5] == ("AT", "AT", '[{"country": "AT", "tax_rate": "13.00"}]', 2, 2)
        assert await migrate_down(url) == [COUNTRIES]
        assert await connection.fetchval("SELECT title FROM events") == "Gala"
        # The release before goes on with its own columns, and its edits count.
        await connection.execute("UPDATE events SET title = 'Ball'; UPDATE venues SET name = 'B'")
        assert (await migrate_up(url))[0] == COUNTRIES
        (found,) = await connection.fetch(STATE)
        assert tuple(found)[:6] == (None, None, "[]", 3, 3, said["tax_rate"])
        assert found["seller_version"] == said["seller_version"] == 2
        for table in ("venues", "events"):
            with pytest.raises(asyncpg.CheckViolationError):
                await connection.execute(f"UPDATE {table} SET country = 'at'")
    finally:
        await connection.close()
