"""A synchronous standby of the embedded PostgreSQL, and its promotion."""

import asyncio
import os
import signal
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg

from src.infrastructure.database.embedded import EmbeddedPostgres
from src.infrastructure.database.embedded_process import find_program, runner_for
from tests.support.product import free_port

SECONDS = 30
# More of a standby is shown to superusers alone. From here on each commit waits for one.
IS_SYNCHRONOUS = """
SELECT current_setting('synchronous_standby_names') = '*'
    AND EXISTS (SELECT FROM pg_stat_replication)
"""


@dataclass
class Standby:
    """A second server that confirms each commit of the first before it is acknowledged."""

    folder: Path
    port: int
    process: subprocess.Popen[str]

    def promote(self) -> None:
        """Have it end its recovery and take writes: what `pg_ctl promote` does."""
        owner, signal_file = self.folder.stat(), self.folder / "promote"
        signal_file.touch()
        os.chown(signal_file, owner.st_uid, owner.st_gid)
        self.process.send_signal(signal.SIGUSR1)


@asynccontextmanager
async def synchronous_standby(
    primary: EmbeddedPostgres, data_dir: Path, url: str, folder: Path
) -> AsyncIterator[Standby]:
    """A standby in the folder, of the server in `data_dir`, which waits for it from here on."""
    await asyncio.to_thread(_copy, primary, data_dir, folder)
    port = free_port()
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": "",
        # A standby refuses to start with fewer than its primary has.
        "max_connections": "200",
    }
    options = [part for name, text in settings.items() for part in ("-c", f"{name}={text}")]
    command = [str(find_program("postgres")), "-D", str(folder), *options]
    standby = Standby(folder, port, runner_for(folder).follow(command))
    # Its log would fill the pipe.
    reading = asyncio.create_task(asyncio.to_thread(standby.process.communicate))
    try:
        wait_for_standbys(data_dir, "*")
        await _until_synchronous(url, standby)
        yield standby
    finally:
        standby.process.send_signal(signal.SIGINT)
        await reading


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


async def _until_synchronous(url: str, standby: Standby) -> None:
    connection = await asyncpg.connect(url)
    try:
        async with asyncio.timeout(SECONDS):
            while not await connection.fetchval(IS_SYNCHRONOUS):
                assert standby.process.poll() is None
                await asyncio.sleep(0.05)
    finally:
        await connection.close()
