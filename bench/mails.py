"""Mails planned and handed over per second: `python -m bench.mails`, in half a minute.

A sale of so many bookings is confirmed by mail, through the outbox, to an SMTP server in a process
of its own that takes everything.
"""

import asyncio
import logging
import multiprocessing
import tempfile
import time
from pathlib import Path
from typing import Any

import asyncpg
from aiosmtpd.controller import Controller

from bench.console import say
from bench.database import EVENTS, TICKET_TYPES, USERS
from src.config import Settings
from src.container import Container
from src.infrastructure.database.embedded import EmbeddedPostgres
from src.infrastructure.database.migrations import migrate_up
from src.infrastructure.logs import configure_logs

MAILS = 1000
PORT = 8926

BOOKINGS = """
WITH new AS (
    INSERT INTO bookings (event_id, currency, reference, user_id, quantity, total_amount, status,
        booking_date)
    SELECT $1, 'USD', 'BKG-' || translate(lpad(number::text, 8, '0'), '0123456789', 'ABCDEFGHJK'),
        number, 2, 50, 'confirmed', now()
    FROM generate_series(2, $2::bigint + 1) AS number
    RETURNING id, user_id, event_id
), tickets AS (
    INSERT INTO tickets (event_id, booking_id, user_id, ticket_type_id, ticket_code, price, status)
    SELECT event_id, id, user_id, $3,
        'TKT-20261120-' || translate(lpad((id * 2 + number)::text, 8, '0'), '0123456789',
            'ABCDEFGHJK'), 25, 'active'
    FROM new, generate_series(0, 1) AS number
)
INSERT INTO outbox (id, at, action, subject, subject_id, event_id)
SELECT id, now(), 'booking.confirmed', 'booking', id, event_id FROM new
"""


class Sink:
    """Takes every mail, and keeps none."""

    async def handle_DATA(  # noqa: N802 - aiosmtpd's own name
        self, server: object, session: object, envelope: object
    ) -> str:
        return "250 Taken"


def _serve(is_ready: Any) -> None:
    logging.disable()
    controller = Controller(Sink(), hostname="127.0.0.1", port=PORT)
    controller.start()
    is_ready.set()
    while True:
        time.sleep(3600)


async def _seed(url: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(USERS, MAILS + 1)
    starts = await connection.fetchval("SELECT now() + interval '30 days'")
    event_id = await connection.fetchval(EVENTS, 1, starts, MAILS * 2, "25.00", None)
    await connection.execute(TICKET_TYPES, event_id, event_id)
    type_id = await connection.fetchval("SELECT id FROM ticket_types")
    await connection.execute(BOOKINGS, event_id, MAILS, type_id)
    await connection.close()


async def _measure(url: str) -> None:
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=url,
        secret_key="a secret key for the benchmark, nowhere else",  # type: ignore[arg-type] # noqa: S106
        smtp_url=f"smtp://127.0.0.1:{PORT}",  # type: ignore[arg-type]
        mail_from="Shop <shop@bench.example>",
    )
    container = Container(settings=settings)
    await container.adapters.database().open(url)
    try:
        began = time.monotonic()
        planned = await container.jobs.relay_outbox().execute()
        say(f"planned  {planned / (time.monotonic() - began):8.0f} mails/s")
        began, sent = time.monotonic(), 0
        while count := await container.mailing.send_mails().execute():
            sent += count
        say(f"sent     {sent / (time.monotonic() - began):8.0f} mails/s ({sent} of {MAILS})")
    finally:
        await container.adapters.database().close()


def main() -> None:
    """Measure, and print the results."""
    configure_logs(is_json=True)
    logging.disable()
    is_ready = multiprocessing.Event()
    sink = multiprocessing.Process(target=_serve, args=[is_ready], daemon=True)
    sink.start()
    is_ready.wait()
    with tempfile.TemporaryDirectory() as folder:
        server = EmbeddedPostgres(Path(folder))
        url = server.start()
        try:
            asyncio.run(migrate_up(url))
            asyncio.run(_seed(url))
            asyncio.run(_measure(url))
        finally:
            server.stop()
            sink.terminate()


if __name__ == "__main__":
    main()
