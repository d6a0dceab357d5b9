"""Standbys of the embedded PostgreSQL, and their promotion."""

import asyncio
import os
import signal
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg

from src.infrastructure.database.embedded import EmbeddedPostgres
from src.infrastructure.database.embedded_process import find_program, runner_for
from tests.support.product import free_port

SECONDS = 30
# More of a standby is shown to superusers alone.
IS_FOLLOWED = "SELECT EXISTS (SELECT FROM pg_stat_replication)"
# From here on each commit waits for one.
IS_SYNCHRONOUS = """
SELECT current_setting('synchronous_standby_names') = '*'
    AND EXISTS (SELECT FROM pg_stat_replication)
"""


@dataclass
class Standby:
    """A second server that follows the first, of which it was a copy."""

    folder: Path
    port: int
    settings: dict[str, str]
    process: subprocess.Popen[str] = field(init=False)
    _reading: asyncio.Task[object] = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """Launch it, on the same port each time."""
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            # A standby refuses to start with fewer than its primary has.
            "max_connections": "200",
            **self.settings,
        }
        options = [part for name, text in settings.items() for part in ("-c", f"{name}={text}")]
        command = [str(find_program("postgres")), "-D", str(self.folder), *options]
        self.process = runner_for(self.folder).follow(command)
        # Its log would fill the pipe.
        self._reading = asyncio.create_task(asyncio.to_thread(self.process.communicate))

    async def stop(self) -> None:
        """End it at once, with all connections, and wait until it has ended."""
        self.process.send_signal(signal.SIGINT)
        await self._reading

    def promote(self) -> None:
        """Have it end its recovery and take writes: what `pg_ctl promote` does."""
        owner, signal_file = self.folder.stat(), self.folder / "promote"
        signal_file.touch()
        os.chown(signal_file, owner.st_uid, owner.st_gid)
        self.process.send_signal(signal.SIGUSR1)

    def delay(self, seconds: float) -> None:
        """Have it apply each commit so much later, from now on; 0 for at once."""
        with (self.folder / "postgresql.auto.conf").open("a") as settings_file:
            settings_file.write(f"recovery_min_apply_delay = {int(seconds * 1000)}\n")
        self.process.send_signal(signal.SIGHUP)

    def address(self, url: str) -> str:
        """The primary's address, at this server."""
        parts = urlsplit(url)
        login = parts.netloc.rpartition("@")[0]
        return parts._replace(netloc=f"{login}@127.0.0.1:{self.port}").geturl()


@asynccontextmanager
async def hot_standby(
    primary: EmbeddedPostgres, data_dir: Path, url: str, folder: Path, **settings: str
) -> AsyncIterator[Standby]:
    """A standby in the folder, of the server in `data_dir`, which does not wait for it."""
    await asyncio.to_thread(_copy, primary, data_dir, folder)
    standby = Standby(folder, free_port(), settings)
    try:
        await _until(IS_FOLLOWED, url, standby)
        yield standby
    finally:
        if standby.process.poll() is None:
            await standby.stop()


@asynccontextmanager
async def synchronous_standby(
    primary: EmbeddedPostgres, data_dir: Path, url: str, folder: Path
) -> AsyncIterator[Standby]:
    """A standby that confirms each commit of the primary before it is acknowledged."""
    async with hot_standby(primary, data_dir, url, folder) as standby:
        wait_for_standbys(data_dir, "*")
        await _until(IS_SYNCHRONOUS, url, standby)
        yield standby


def wait_for_standbys(data_dir: Path, names: str) -> None:
    """Have the server in `data_dir` wait for these with each commit; for none if it is empty."""
    with (data_dir / "postgres" / "postgresql.auto.conf").open("a") as settings_file:
        settings_file.write(f"synchronous_standby_names = '{names}'\n")
    pid = int((data_dir / "postgres" / "postmaster.pid").read_text().split()[0])
    os.kill(pid, signal.SIGHUP)


def both(url: str, standby: Standby) -> str:
    """The address of the one of both that takes writes."""
    parts = urlsplit(url)
    hosts = f"{parts.netloc},127.0.0.1:{standby.port}"
    return parts._replace(netloc=hosts, query="target_session_attrs=read-write").geturl()


def _copy(primary: EmbeddedPostgres, data_dir: Path, folder: Path) -> None:
    command, environment = primary.client_command("pg_basebackup")
    command = command[: command.index("--dbname")]
    options = ["--write-recovery-conf", "--checkpoint=fast", f"--pgdata={folder}"]
    subprocess.run([*command, *options], env=environment, check=True)
    owner = (data_dir / "postgres").stat()
    for path in (folder, *folder.rglob("*")):
        os.chown(path, owner.st_uid, owner.st_gid)


async def _until(condition: str, url: str, standby: Standby) -> None:
    connection = await asyncpg.connect(url)
    try:
        async with asyncio.timeout(SECONDS):
            while not await connection.fetchval(condition):
                assert standby.process.poll() is None
                await asyncio.sleep(0.05)
    finally:
        await connection.close()
