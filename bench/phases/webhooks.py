"""Deliveries of webhooks to a thousand endpoints, compared with the same requests alone."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pydantic import SecretStr

from bench.bench import Bench
from bench.console import say
from bench.database import ADMIN_ID, Database
from bench.report import Row, compare, text
from src.application.use_cases.webhook.deliver_webhooks import CONCURRENCY
from src.config import Settings
from src.container import Container

ENDPOINTS = 1000

ADD_ENDPOINTS = """
INSERT INTO webhook_endpoints (owner_id, url, events, secret)
SELECT $1, $2 || number, '{event.*}', $3 FROM generate_series(1, $4::integer) AS number
"""

ADD_MESSAGE = """
INSERT INTO outbox (id, at, action, subject, subject_id, event_id)
VALUES (nextval(pg_get_serial_sequence('audit_log', 'id')), now(), 'event.updated', 'event', $1, $1)
"""

BODY = '{"type": "event.updated"}' + " " * 900
ANSWER = b"HTTP/1.1 204 No Content\r\n\r\n"


async def measure(bench: Bench) -> list[Row]:
    """Deliveries per second to 1,000 endpoints, and the same requests without a database."""
    delivered: list[float] = []
    alone: list[float] = []
    async with (
        bench.postgres.database("webhooks") as database,
        _receiver() as address,
        _container(bench, database) as container,
    ):
        secret = container.adapters.webhook_signatures().seal(
            container.adapters.webhook_signatures().new_secret()
        )
        await database.connection.execute(ADD_ENDPOINTS, ADMIN_ID, address, secret, ENDPOINTS)
        event_id = await database.add_events()
        for _ in range(bench.plan.repetitions):
            delivered.append(await _deliver(container, database, event_id))
            alone.append(await _send_alone(container, address))
        waiting = await database.connection.fetchval(
            "SELECT count(*) FROM webhook_deliveries WHERE status <> 'delivered'"
        )
    if waiting:
        bench.broken.append(f"{waiting} webhooks were not delivered")
    say(f"  deliveries: {text(delivered[-1], '/s')}; requests alone: {text(alone[-1], '/s')}")
    return [
        compare(
            "webhooks delivered, 1,000 endpoints",
            delivered,
            "the same requests alone",
            alone,
            unit="/s",
            note="one process, receiver included; http, without TLS",
        )
    ]


async def _deliver(container: Container, database: Database, event_id: int) -> float:
    await database.connection.execute(ADD_MESSAGE, event_id)
    started = time.perf_counter()
    await container.jobs.relay_outbox().execute()
    count = await container.webhooks.deliver_webhooks().execute()
    return count / (time.perf_counter() - started)


async def _send_alone(container: Container, address: str) -> float:
    sender = container.adapters.webhook_sender()
    free = asyncio.Semaphore(CONCURRENCY)

    async def send(number: int) -> None:
        async with free:
            await sender.send(f"{address}{number}", {}, BODY)

    started = time.perf_counter()
    await asyncio.gather(*map(send, range(ENDPOINTS)))
    return ENDPOINTS / (time.perf_counter() - started)


@asynccontextmanager
async def _receiver() -> AsyncIterator[str]:
    """A receiver in this process that takes everything; the beginning of its addresses."""

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(ANSWER)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(take, "127.0.0.1", 0, backlog=CONCURRENCY)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hooks/"


@asynccontextmanager
async def _container(bench: Bench, database: Database) -> AsyncIterator[Container]:
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=database.url,
        secret_key=SecretStr(bench.settings["SECRET_KEY"]),
        webhook_allow_private=True,
    )
    container = Container(settings=settings)
    await container.adapters.database().open(database.url)
    try:
        yield container
    finally:
        await container.adapters.database().close()
