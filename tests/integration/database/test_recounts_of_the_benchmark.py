"""The benchmark's recount: its statements fit the tables as they are, and find a broken rule."""

import asyncpg

from bench.database import USERS, Database
from bench.invariants import BOOKED, KEYS, broken_rules
from tests.support.database import MakeDatabase


async def test_recount_fits_the_tables_and_finds_a_broken_rule(make_database: MakeDatabase) -> None:
    url = await make_database()
    connection = await asyncpg.connect(url)
    try:
        database = Database("recounted", url, connection)
        await connection.execute(USERS, 2)
        event_id = await database.add_events()
        for statement in (BOOKED, KEYS):
            await connection.prepare(statement)
        assert await broken_rules(database) == []
        await connection.execute("SET session_replication_role = replica")
        await connection.execute("UPDATE events SET total_bookings = 1")
        found = f"the counters of an event differ from a recount (1 rows, such as {event_id})"
        assert await broken_rules(database) == [found]
    finally:
        await connection.close()
