"""Servers as they run in production, in processes of their own."""

import asyncio
import os
import resource
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import asyncpg
import httpx

from tests.support.database import SECRET
from tests.support.paths import ROOT

SERVE = ("-m", "src.cli", "serve")
START_SECONDS = 60


@dataclass
class Server:
    """A running server; `log` grows with what it writes."""

    process: asyncio.subprocess.Process
    port: int
    log: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def says(self, words: str) -> bool:
        return any(words in line for line in self.log)

    async def stop(self) -> None:
        """Ask it to stop as a service manager does, and wait until it has."""
        self.process.send_signal(signal.SIGTERM)
        await self.process.wait()

    async def read_log(self) -> None:
        assert self.process.stderr is not None
        async for line in self.process.stderr:
            self.log.append(line.decode())


@asynccontextmanager
async def running_server(
    database_url: str, *, command: tuple[str, ...] = SERVE, **settings: object
) -> AsyncIterator[Server]:
    """A server on a free port that listens for changes; `settings` as in `.env.example`."""
    allow_many_sockets()
    port = _free_port()
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "SECRET_KEY": SECRET,
        "PORT": str(port),
        "LOG_FORMAT": "json",
        "WORKER_ENABLED": "false",
        **{name.upper(): str(value) for name, value in settings.items()},
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        cwd=ROOT,
        env=environment,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    server = Server(process, port)
    reading = asyncio.create_task(server.read_log())
    try:
        await _until_ready(server)
        yield server
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        await reading


def allow_many_sockets() -> None:
    """As many as the system lets this process, and those it starts, have."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


async def connections(observer: asyncpg.Connection, name: str) -> int:
    """Sessions of the observer's database under this application name."""
    number: int = await observer.fetchval(
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = current_database() AND application_name = $1",
        name,
    )
    return number


async def _until_ready(server: Server) -> None:
    async with httpx.AsyncClient(base_url=server.address) as client:
        async with asyncio.timeout(START_SECONDS):
            while not server.says("listener_connected"):
                assert server.process.returncode is None, "".join(server.log)
                await asyncio.sleep(0.05)
            while True:
                try:
                    if (await client.get("/ready")).status_code == 200:
                        return
                except httpx.ConnectError:
                    await asyncio.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
