"""PgBouncer in front of a database, in transaction mode, with no setting but what it needs."""

import asyncio
import os
import pwd
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import asyncpg

from tests.support.product import free_port

PGBOUNCER = shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")
NO_PGBOUNCER = "no pgbouncer on this machine (apt-get install pgbouncer)"
START_SECONDS = 20

CONFIGURATION = """
[databases]
{database} = host={host} port={port}

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {own_port}
unix_socket_dir =
auth_type = plain
auth_file = {users}
admin_users = {user}
pool_mode = transaction
default_pool_size = {pool_size}
logfile =
"""


@asynccontextmanager
async def pgbouncer(url: str, folder: Path, *, pool_size: int = 5) -> AsyncIterator[str]:
    """Its address of this database."""
    assert PGBOUNCER is not None
    parts, own_port = urlsplit(url), free_port()
    users, configuration = folder / "users.txt", folder / "pgbouncer.ini"
    users.write_text(f'"{parts.username}" "{unquote(parts.password or "")}"\n')
    configuration.write_text(
        CONFIGURATION.format(
            database=parts.path.lstrip("/"),
            host=parts.hostname,
            port=parts.port,
            own_port=own_port,
            users=users,
            user=parts.username,
            pool_size=pool_size,
        )
    )
    # It refuses to run as root, and opens its files before it becomes another user.
    root = ["-u", "nobody"] if os.geteuid() == 0 else []
    if root:
        for path in (users, configuration):
            os.chown(path, pwd.getpwnam("nobody").pw_uid, -1)
    process = await asyncio.create_subprocess_exec(
        *(PGBOUNCER, "-q", *root, str(configuration)),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    address = parts._replace(
        netloc=f"{parts.username}:{parts.password}@127.0.0.1:{own_port}"
    ).geturl()
    try:
        await _until_ready(address, process)
        yield address
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _until_ready(address: str, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(START_SECONDS):
        while True:
            if process.returncode is not None:
                assert process.stderr is not None
                raise RuntimeError((await process.stderr.read()).decode())
            try:
                connection = await asyncpg.connect(address, statement_cache_size=0)
            except OSError:
                await asyncio.sleep(0.05)
                continue
            await connection.close()
            return
