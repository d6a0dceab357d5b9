"""pgbench, PostgreSQL's own load generator: the rate of the database without a server."""

import asyncio
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bench.database import FIRST_BUYER_ID, Database
from src.infrastructure.database.embedded_process import find_program

SCRIPT = Path(__file__).with_name("book.sql")
RATE = re.compile(r"^tps = ([0-9.]+)", re.MULTILINE)


class PgbenchError(Exception):
    """pgbench failed; the message is its output."""


async def run_pgbench(database: Database, *, users: int, clients: int, seconds: int) -> float:
    """Bookings per second of one new event, one at a time, directly in the database."""
    event_id = await database.add_events(limit=None)
    ticket_type_id = await database.connection.fetchval(
        "SELECT id FROM ticket_types WHERE event_id = $1", event_id
    )
    variables = {
        "event_id": event_id,
        "ticket_type_id": ticket_type_id,
        "first_user": FIRST_BUYER_ID,
        "last_user": FIRST_BUYER_ID + users - 1,
    }
    arguments = ["--no-vacuum", "--protocol=prepared", f"--file={SCRIPT}"]
    arguments += [f"--client={clients}", "--jobs=1", f"--time={seconds}"]
    arguments += [f"--define={name}={value}" for name, value in variables.items()]
    found = RATE.search(await _run(arguments, database.url))
    # It prints no rate if it did not finish a single transaction.
    return float(found[1]) if found else 0.0


async def _run(arguments: list[str], url: str) -> str:
    address = urlsplit(url)
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "PGHOST": address.hostname or "",
        "PGPORT": str(address.port),
        "PGUSER": address.username or "",
        "PGPASSWORD": unquote(address.password or ""),
        "PGDATABASE": address.path.removeprefix("/"),
    }
    process = await asyncio.create_subprocess_exec(
        find_program("pgbench"),
        *arguments,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        output, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    text = output.decode(errors="replace")
    if process.returncode != 0:
        raise PgbenchError(f"pgbench failed: {text.strip()}")
    return text
