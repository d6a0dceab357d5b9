"""A primary with a hot standby, both of which log their statements."""

import asyncio
import os
import re
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from src.infrastructure.database.embedded import EmbeddedPostgres
from src.infrastructure.database.migrations import migrate_up
from tests.support.concurrency.servers import Server
from tests.support.standby import Standby, hot_standby

SAMPLE = re.compile(
    r'^database_replica_(lag_seconds|reads_total|fallbacks_total)(?:\{reason="(\w+)"\})? (\S+)$',
    re.MULTILINE,
)


@dataclass(frozen=True)
class Pair:
    """The addresses of both, and where they log."""

    url: str
    replica_url: str
    standby: Standby
    logs: tuple[Path, Path]
    folder: Path

    def statements(self, text: str) -> tuple[int, int]:
        """How many statements with this text the primary and the standby have had."""
        primary, standby = (log.read_text(errors="replace").count(text) for log in self.logs)
        return primary, standby

    def server(self, name: str, **settings: str) -> Server:
        """A server that reads from the standby."""
        replica = {"DATABASE_REPLICA_URL": self.replica_url, "WORKER_ENABLED": "false"}
        return Server(self.folder / name, self.url, **{**replica, **settings})


@asynccontextmanager
async def primary_and_replica(folder: Path) -> AsyncIterator[Pair]:
    """A migrated primary, and a standby that ends statements which its recovery waits for."""
    data_dir, copy = folder / "primary", folder / "standby"
    # With an archive, our role may replicate.
    primary = EmbeddedPostgres(data_dir, backup_dir=folder / "backups")
    url = await asyncio.to_thread(primary.start)
    try:
        await migrate_up(url)
        log_all_statements(data_dir)
        logged = {
            "logging_collector": "on",
            "log_directory": "log",
            "log_filename": "standby.log",
            "log_statement": "all",
            "max_standby_streaming_delay": "0",
        }
        async with hot_standby(primary, data_dir, url, copy, **logged) as standby:
            logs = (data_dir / "postgres.log", copy / "log" / "standby.log")
            yield Pair(url, standby.address(url), standby, logs, folder)
    finally:
        await asyncio.to_thread(primary.stop)


def log_all_statements(data_dir: Path) -> None:
    """Let the embedded server log each statement from now on."""
    with (data_dir / "postgres" / "postgresql.auto.conf").open("a") as settings:
        settings.write("log_statement = 'all'\n")
    pid = int((data_dir / "postgres" / "postmaster.pid").read_text().split()[0])
    os.kill(pid, signal.SIGHUP)


async def samples(client: httpx.AsyncClient, server: Server) -> dict[str, float]:
    """The server's metrics of its replica: `lag_seconds`, `reads_total`, and each reason."""
    await asyncio.sleep(0.3)  # they are kept for 0.2 s
    text = (await client.get(f"{server.url}/metrics")).text
    return {reason or name: float(value) for name, reason, value in SAMPLE.findall(text)}
