"""Processes that run the jobs: the server and `worker`."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import asyncpg
import httpx
import pytest

from src.infrastructure.jobs.worker import EVERY_5_SECONDS
from tests.support.database import SECRET, MakeDatabase
from tests.support.metrics import scrape
from tests.support.paths import ROOT
from tests.support.stopwatch import Stopwatch
from tests.support.workers import make_due, until, worker_pids

LAPSED_HOLD = """
WITH organizer AS (INSERT INTO users (name, role) VALUES ('Olga', 'organizer') RETURNING id),
event AS (
    INSERT INTO events (title, date_time, ends_at, capacity, price, currency, organizer_id)
    SELECT 'Show', now() + interval '1 day', now() + interval '2 days', 10, 5, 'USD', id
    FROM organizer RETURNING id, organizer_id
)
INSERT INTO bookings (reference, user_id, event_id, quantity, total_amount, currency, status,
    booking_date, expires_at)
SELECT gen_random_uuid(), organizer_id, id, 1, 5, 'USD', 'pending', now(), now() FROM event
RETURNING event_id
"""


@pytest.fixture
async def url(make_database: MakeDatabase) -> str:
    return await make_database()


@pytest.fixture
async def database(url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(url)
    yield connection
    await connection.close()


def free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


async def start(
    command: str, url: str, data_dir: Path, **more: object
) -> asyncio.subprocess.Process:
    settings = {
        "ENVIRONMENT": "development",
        "WORKER_ENABLED": "true",
        "DATABASE_URL": url,
        "DATA_DIR": str(data_dir),
        "SECRET_KEY": SECRET,
        "PORT": str(free_port()),
        "PYTHONPATH": str(ROOT),
        **{name.upper(): str(value) for name, value in more.items()},
    }
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "src.cli",
        command,
        env=os.environ | settings,
        cwd=data_dir,
        stderr=asyncio.subprocess.PIPE,
    )


@pytest.mark.parametrize("command", ["worker", "serve"])
async def test_process_runs_the_jobs_notifies_and_stops_quickly(
    url: str, database: asyncpg.Connection, command: str, tmp_path: Path
) -> None:
    event_id = await database.fetchval(LAPSED_HOLD)
    await make_due(database, "sweep_holds", EVERY_5_SECONDS)
    notified: list[str] = []
    await database.add_listener("event_changed", lambda *message: notified.append(message[-1]))
    process = await start(command, url, tmp_path)
    assert process.stderr is not None
    reading = asyncio.create_task(process.stderr.read())

    async def is_swept() -> bool:
        assert process.returncode is None, await reading
        return bool(await database.fetchval("SELECT status = 'expired' FROM bookings"))

    await until(is_swept)

    def changed() -> list[str]:
        """The ids of events; listeners also send what only they themselves have to hear."""
        return [message.partition(":")[2] for message in notified if ":" in message]

    await until(lambda: changed() == [str(event_id)])
    stop = Stopwatch()
    process.send_signal(signal.SIGTERM)
    output = await asyncio.wait_for(reading, 60)
    assert stop.seconds() < 2.5, output
    assert await process.wait() in (0, -signal.SIGTERM), output
    assert output.count(b"worker_runs") == 1
    assert b"Traceback" not in output
    assert await worker_pids(database) == []


async def test_worker_answers_prometheus_at_a_port_of_its_own(url: str, tmp_path: Path) -> None:
    port = free_port()
    process = await start("worker", url, tmp_path, worker_metrics_port=port)
    assert process.stderr is not None
    reading = asyncio.create_task(process.stderr.read())
    async with httpx.AsyncClient() as client:

        async def has_run() -> bool:
            assert process.returncode is None, await reading
            try:
                found = await scrape(client, f"http://127.0.0.1:{port}")
            except httpx.ConnectError:
                return False
            is_done = {"job_name": "sweep_holds", "outcome": "done"}
            return found.sum("ticketing_job_runs_total", **is_done) > 0

        await until(has_run)
        second = await start("worker", url, tmp_path, worker_metrics_port=port)
        assert second.stderr is not None
        said = await second.stderr.read()
    assert await second.wait() == 1
    assert f"Cannot listen on 127.0.0.1:{port}".encode() in said
    assert b"Traceback" not in said
    process.send_signal(signal.SIGTERM)
    output = await asyncio.wait_for(reading, 60)
    assert await process.wait() == 0, output
    assert b"Traceback" not in output


async def test_names_of_tables_do_not_come_from_the_environment() -> None:
    script = "from src.infrastructure.jobs.tables import NAMES; print(NAMES.model_dump_json())"
    plain = {name: text for name, text in os.environ.items() if not name.startswith("PGQUEUER_")}
    loud = {"PGQUEUER_PREFIX": "other_", "FUNCTION": "other", "TRIGGER": "x", "CHANNEL": "y"}
    answers = []
    for environment in (plain, plain | loud):
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", script, env=environment, cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        answers.append((await process.communicate())[0])
    assert b"ch_pgqueuer" in answers[0]
    assert answers[0] == answers[1]
