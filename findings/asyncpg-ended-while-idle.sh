#!/bin/sh
# asyncpg 0.32.0: a connection that the server ends while it is idle is, from the server's last
# message until the end of the stream, neither closed nor usable, and says neither.
#
# PostgreSQL tells an idle client why it goes (FATAL 57P01, an ErrorResponse that nobody asked for)
# and closes the stream after it. Between the two `is_closed()` is False, a pool hands the connection
# out, and each statement raises InternalClientError ("cannot switch to state …; another operation
# (2) is in progress"): no PostgresError, no InterfaceError, and nothing of the server's reason.
# A retry that knows ConnectionDoesNotExistError and AdminShutdownError does not catch it, and the
# text looks like two tasks that share a connection. Nothing was sent, so that the statement can be
# sent again over another connection. The window is short with a server, and as long as it likes
# with a proxy that keeps the stream open. asyncpg's pool closes it for a connection that is being
# returned at that moment, by its reset, and for no other.
#
# Guard: src/infrastructure/database/pool.py sends such a statement over another connection, once
# (tests/unit/infrastructure/test_unsent_statements.py).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    asyncpg==0.32.0 2> "$folder/pip.log" || { cat "$folder/pip.log"; exit 1; }
cat > "$folder/end.py" <<'PYTHON'
"""A server that lets a client in, tells it to go, and keeps the stream open for a second."""

import asyncio
import struct

import asyncpg


def message(kind, body):
    return kind + struct.pack("!i", len(body) + 4) + body


def pair(name, value):
    return message(b"S", name + b"\0" + value + b"\0")


LET_IN = b"".join(
    [
        message(b"R", struct.pack("!i", 0)),
        pair(b"server_version", b"18.4"),
        pair(b"client_encoding", b"UTF8"),
        message(b"K", struct.pack("!ii", 1, 2)),
        message(b"Z", b"I"),
    ]
)
REASON = b"SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0"


async def serve(reader, writer):
    (length,) = struct.unpack("!i", await reader.readexactly(4))
    await reader.readexactly(length - 4)
    writer.write(LET_IN)
    await asyncio.sleep(0.2)
    writer.write(message(b"E", REASON))
    await asyncio.sleep(1)
    writer.close()


async def ask(connection):
    try:
        return await connection.execute("SELECT 1")
    except Exception as error:
        return f"{type(error).__module__}.{type(error).__name__}: {error}"


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    connection = await asyncpg.connect(
        host="127.0.0.1", port=port, user="u", database="d", ssl=False
    )
    await asyncio.sleep(0.5)
    was_closed, told = connection.is_closed(), await ask(connection)
    await asyncio.sleep(1.2)
    then_closed, after = connection.is_closed(), await ask(connection)
    print(f"asyncpg {asyncpg.__version__}")
    print(f"  told to go: is_closed() {was_closed}, {told}")
    print(f"  stream closed: is_closed() {then_closed}, {after}")
    assert not was_closed, "Changed."
    assert "InternalClientError: cannot switch to state" in told, "Changed."
    assert then_closed and "InterfaceError: connection is closed" in after, "Changed."
    server.close()


asyncio.run(main())
PYTHON
"$folder/venv/bin/python" "$folder/end.py"
