"""Measure a server of this checkout under attack: `make attacks`."""

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tortoise.context import TortoiseContext

from src.config import Settings
from src.container import Container
from src.domain.entities.user import Role
from src.infrastructure.database.embedded import EmbeddedPostgres
from src.infrastructure.database.migrations import migrate_up
from src.infrastructure.database.orm import tortoise_config
from tests.attacks.siege import BUYERS, Measured, Scale, Siege
from tests.support.api import make_person
from tests.support.database import test_settings as settings_for
from tests.support.servers import Server, running_server

CAPACITY = 1_000_000
EVENT = """
INSERT INTO events (title, kind, date_time, ends_at, capacity, price, currency, organizer_id)
VALUES ('Besieged', 'concert', now() + interval '30 days', now() + interval '31 days',
    $1, 25, 'USD', $2) RETURNING id
"""
TICKET_TYPE = """
INSERT INTO ticket_types (event_id, name, price, capacity) VALUES ($1, 'Standing', 25, $2)
"""

MAX_HEALTH_SECONDS = 1.0
MIN_SHARE_OF_SALE = 0.5
MAX_MEMORY_MIB = 400
MAX_GROWTH_MIB = 60


@asynccontextmanager
async def besieged(server: Server, url: str, settings: Settings) -> AsyncIterator[Siege]:
    """An event on sale at this server, and people with tokens."""
    container = Container(settings=settings)
    # Not the process's own database, which another test may have open.
    with TortoiseContext() as context:
        await context.init(tortoise_config(url))
        try:
            organizer = await make_person(container, Role.ORGANIZER)
            people = [await make_person(container) for _ in range(BUYERS + 1)]
        finally:
            await context.close_connections()
    import asyncpg

    connection = await asyncpg.connect(url)
    event_id = await connection.fetchval(EVENT, CAPACITY, organizer.id)
    await connection.execute(TICKET_TYPE, event_id, CAPACITY)
    await connection.close()
    assert server.process.pid is not None
    yield Siege(server.port, server.process.pid, event_id, [person.token for person in people])


async def besiege(siege: Siege, scale: Scale) -> list[str]:
    """Measure, print what was seen, and return what was not as it should be."""
    await siege.measure(2.0)
    idle = siege.memory_mib()
    before = await siege.measure(scale.seconds / 2)
    async with siege.attacked(scale):
        during = await siege.measure(scale.seconds)
    await asyncio.sleep(scale.seconds_of_rest)
    after = await siege.measure(scale.seconds / 2)
    for name, seen in (("before", before), ("during", during), ("after", after)):
        print(  # noqa: T201 - what this program is for
            f"{name:7} {seen.rate:7.1f} bookings/s, {seen.refused:4} refused; "
            f"/health {seen.slowest_health:6.3f} s at most; {seen.memory_mib:5.0f} MiB, "
            f"{seen.files} files"
        )
    return faults_in(idle, before, during, siege.memory_mib())


def faults_in(idle: float, before: Measured, during: Measured, left: float) -> list[str]:
    """The promises that were broken, in words."""
    promises = {
        f"/health answers within {MAX_HEALTH_SECONDS} s": during.slowest_health
        <= MAX_HEALTH_SECONDS,
        f"the sale goes on at {MIN_SHARE_OF_SALE:.0%} of its rate": during.rate
        >= before.rate * MIN_SHARE_OF_SALE,
        f"the memory stays below {MAX_MEMORY_MIB} MiB": during.memory_mib < MAX_MEMORY_MIB,
        f"the memory comes back to within {MAX_GROWTH_MIB} MiB": left - idle < MAX_GROWTH_MIB,
    }
    return [promise for promise, is_kept in promises.items() if not is_kept]


async def main() -> int:
    """0 when all promises were kept."""
    with tempfile.TemporaryDirectory(prefix="attacks-") as folder:
        postgres = EmbeddedPostgres(Path(folder) / "postgres", is_durable=False)
        url = await asyncio.to_thread(postgres.start)
        try:
            await migrate_up(url)
            os.environ.pop("TRUSTED_PROXIES", None)
            async with (
                running_server(url) as server,
                besieged(server, url, settings_for(url)) as siege,
            ):
                broken = await besiege(siege, Scale())
        finally:
            await asyncio.to_thread(postgres.stop)
    for promise in broken:
        print(f"Broken: {promise}.", file=sys.stderr)  # noqa: T201
    return len(broken)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
