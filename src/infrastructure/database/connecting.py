"""Connections to the database, of whose hosts one at a time may be written to."""

import socket
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import asyncpg

CONNECT_SECONDS = 10.0
_UNUSABLE = (
    # Refused, unreachable, or no answer in time.
    OSError,
    asyncpg.CannotConnectNowError,
    asyncpg.TargetServerAttributeNotMatched,
)
NO_ANSWER = {"TCP_KEEPIDLE": 5, "TCP_KEEPINTVL": 2, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 10_000}
"""When a connection ends whose host does not answer any more: after about ten seconds.

A machine without power, or behind a cut network, says nothing. Without these, what waits for it
waits as long as a statement may take, and nothing is sold, though a standby took over long before.
The last is in milliseconds, the first two in seconds; a system may lack some.
"""

_last_used: dict[str, str] = {}


async def connect(
    url: str,
    *,
    timeout: float = CONNECT_SECONDS,  # noqa: ASYNC109 - asyncpg's own name
    **options: Any,
) -> asyncpg.Connection:
    """Connect to the first of the address's hosts that can be used: the one used last, if it can.

    An address with several hosts is `postgres://user:password@one:5432,two:5432/database`, with
    `?target_session_attrs=read-write` for the one that can be written to. asyncpg knows these, but
    a host that does not answer at all would use up the whole time, and one that starts or stops
    would end the search. Each host gets an equal part of `timeout` seconds.

    Raises what asyncpg raises for the last host, when none can be used.
    """
    hosts = each_host(url)
    hosts.sort(key=lambda host: host != _last_used.get(url))
    for host in hosts:
        try:
            connection: asyncpg.Connection = await asyncpg.connect(
                host, timeout=timeout / len(hosts), **options
            )
        except _UNUSABLE:
            if host is hosts[-1]:
                raise
        else:
            _last_used[url] = host
            _end_without_answer(connection)
            return connection
    raise AssertionError("An address has a host.")


def each_host(url: str) -> list[str]:
    """The address, once for each of its hosts."""
    parts = urlsplit(url)
    login, at, hosts = parts.netloc.rpartition("@")
    return [urlunsplit(parts._replace(netloc=f"{login}{at}{host}")) for host in hosts.split(",")]


def _end_without_answer(connection: asyncpg.Connection) -> None:
    # asyncpg has no option for it. Its transport is there as long as the connection is.
    own: Any = connection
    link: socket.socket = own._transport.get_extra_info("socket")
    if link.family not in (socket.AF_INET, socket.AF_INET6):
        return
    link.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in NO_ANSWER.items():
        if option := getattr(socket, name, None):
            link.setsockopt(socket.IPPROTO_TCP, option, value)
