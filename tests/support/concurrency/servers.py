"""Real server processes, as an operator starts them: `python -m src.cli serve`."""

import asyncio
import os
import random
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from tests.support.api import V1, Person
from tests.support.database import SECRET
from tests.support.paths import ROOT

HOST = "127.0.0.1"
START_SECONDS = 60
# Below the range that systems give to outgoing connections, above that of the embedded server.
PORTS = range(30_000, 32_000)


class Server:
    """One server process; `folder` holds its log and, without a database URL, its data."""

    def __init__(self, folder: Path, database_url: str | None, **settings: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._port = _free_port()
        self._process: asyncio.subprocess.Process | None = None
        self.url = f"http://{HOST}:{self._port}"
        # Nothing else of the developer's environment may change what is tested.
        self._environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": database_url or "",
            "DATA_DIR": str(folder / "data"),
            "PORT": str(self._port),
            "SECRET_KEY": SECRET,
            "LOG_FORMAT": "json",
            "RATE_LIMIT_ENABLED": "false",
            **settings,
        }

    @property
    def log(self) -> str:
        """What it has printed so far."""
        return (self._folder / "server.log").read_text()

    async def run(self, *command: str) -> None:
        """Run another command with the server's settings to its end."""
        process = await self._spawn(*command)
        assert await process.wait() == 0, self.log

    async def start(self) -> None:
        """Start it, on the same port each time, and wait until it answers."""
        self._process = await self._spawn("serve")
        async with asyncio.timeout(START_SECONDS), httpx.AsyncClient() as client:
            while not await _answers(client, f"{self.url}/health"):
                assert self._process.returncode is None, self.log
                await asyncio.sleep(0.05)

    async def kill(self) -> None:
        """End it as a crash does: it can do nothing about it."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        await self._end(signal.SIGTERM)

    async def _end(self, number: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None or process.returncode is not None:
            return
        process.send_signal(number)
        await asyncio.wait_for(process.wait(), START_SECONDS)

    async def _spawn(self, *command: str) -> asyncio.subprocess.Process:
        with (self._folder / "server.log").open("ab") as log:
            return await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "src.cli", *command),
                cwd=self._folder,
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )


@asynccontextmanager
async def running(*servers: Server) -> AsyncIterator[httpx.AsyncClient]:
    """The servers, started side by side, and a client that knows no limits of its own."""
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    try:
        await asyncio.gather(*(server.start() for server in servers))
        async with httpx.AsyncClient(timeout=30, limits=limits, trust_env=False) as client:
            yield client
    finally:
        await asyncio.gather(*(server.stop() for server in servers))


async def make_event(
    client: httpx.AsyncClient, server: Server, organizer: Person, **fields: object
) -> int:
    """Create an event through this server; its id."""
    starts = (datetime.now(UTC) + timedelta(days=30)).isoformat()
    body = {"title": "Run", "date_time": starts, "price": "25.00", **fields}
    path = f"{server.url}{V1}/events"
    response = await client.post(path, headers=organizer.headers, json=body)
    assert response.status_code == 201, response.text
    event_id: int = response.json()["id"]
    return event_id


async def book(
    client: httpx.AsyncClient, server: Server, event_id: int, buyer: Person, *, key: str = ""
) -> httpx.Response:
    """Ask this server for one ticket. Raises what httpx raises when it is not there."""
    headers = buyer.headers | ({"Idempotency-Key": key} if key else {})
    path = f"{server.url}{V1}/events/{event_id}/bookings"
    return await client.post(path, headers=headers, json={"quantity": 1})


async def _answers(client: httpx.AsyncClient, url: str) -> bool:
    try:
        return (await client.get(url)).is_success
    except httpx.TransportError:
        return False


def _free_port() -> int:
    for port in random.sample(PORTS, len(PORTS)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
        return port
    raise OSError("There is no free port.")
