"""The service through PgBouncer, compared with the service without it."""

from bench.bench import Bench
from bench.load import LoadError
from bench.phases.set_ups import in_turn, opened
from bench.report import Row
from src.infrastructure.database.orm import PoolSettings, session_settings
from src.infrastructure.database.pooler import set_for_role
from tests.support.pgbouncer import NO_PGBOUNCER, PGBOUNCER, pgbouncer

SESSIONS = 20


async def measure(bench: Bench) -> list[Row]:
    """Bookings and a list of events through PgBouncer in transaction mode, and without it."""
    if PGBOUNCER is None:
        raise LoadError(f"This phase needs PgBouncer: {NO_PGBOUNCER}.")
    async with (
        bench.postgres.database("pooled") as pooled_database,
        bench.postgres.database("direct") as direct_database,
    ):
        url = pooled_database.url
        # As `migrate up` does where both addresses are set.
        await set_for_role(url, session_settings(PoolSettings()))
        async with pgbouncer(url, bench.folder, pool_size=SESSIONS) as address:
            settings = {"DATABASE_URL": address, "DATABASE_DIRECT_URL": url}
            async with (
                opened(bench, pooled_database, settings) as pooled,
                opened(bench, direct_database) as direct,
            ):
                return await in_turn(bench, "through PgBouncer", pooled, "directly", direct)
