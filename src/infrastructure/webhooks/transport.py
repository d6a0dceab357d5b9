"""Connects to the very address that was checked: a name is resolved once for each connection."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterable, Sequence
from ipaddress import ip_address
from typing import Any

import anyio
import httpcore

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
IsAllowed = Callable[[str], bool]
SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)


class AddressRefused(Exception):
    """The name has an address that nothing may be sent to."""


class NameNotFound(Exception):
    """The name has no address."""


async def resolve(host: str, port: int) -> list[str]:
    """All addresses of a name, as the system knows them. Raises NameNotFound.

    Each question has a thread of its own, which nobody waits for when the process ends: names
    whose servers do not answer must neither hold up others nor the end.
    """
    if _is_address(host):
        return [host]
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def settle(found: list[str]) -> None:
        if not answer.done():
            answer.set_result(found)

    def ask() -> None:
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found = list(dict.fromkeys(str(info[4][0]) for info in infos))
        except (OSError, UnicodeError):
            found = []
        try:
            loop.call_soon_threadsafe(settle, found)
        except RuntimeError:
            return  # The loop has ended meanwhile.

    threading.Thread(target=ask, name="webhook-dns", daemon=True).start()
    addresses = await answer
    if not addresses:
        raise NameNotFound(host)
    return addresses


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


class _ClosedStream(httpcore.AsyncNetworkStream):
    """A connection that is closed when its TLS handshake is cancelled, as by a time limit.

    httpcore closes it after an error only: the socket would stay open until it is collected.
    """

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        return await self._stream.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore.AsyncNetworkStream:
        try:
            return await self._stream.start_tls(ssl_context, server_hostname, timeout)
        except asyncio.CancelledError:
            with anyio.CancelScope(shield=True):
                await self._stream.aclose()
            raise

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class CheckedNetwork(httpcore.AsyncNetworkBackend):
    """Resolves names by itself, and connects to nothing that `is_allowed` refuses.

    A name is refused if one of its addresses is, so that chance does not decide.
    """

    def __init__(
        self,
        is_allowed: IsAllowed,
        resolve: Resolve = resolve,
        network: httpcore.AsyncNetworkBackend | None = None,
    ) -> None:
        self._is_allowed = is_allowed
        self._resolve = resolve
        self._network = network or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address that answers, all within `timeout` seconds."""
        try:
            async with asyncio.timeout(timeout):
                stream = await self._connect(host, port, local_address, socket_options)
        except TimeoutError:
            raise httpcore.ConnectTimeout("No connection within the time.") from None
        return _ClosedStream(stream)

    async def _connect(self, host: str, port: int, *options: Any) -> httpcore.AsyncNetworkStream:
        addresses = await self._resolve(host, port)
        if not all(map(self._is_allowed, addresses)):
            raise AddressRefused(host)
        for address in addresses[:-1]:
            try:
                return await self._network.connect_tcp(address, port, None, *options)
            except httpcore.ConnectError:
                continue
        return await self._network.connect_tcp(addresses[-1], port, None, *options)

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Never: it is no address of a receiver."""
        raise AddressRefused(path)

    async def sleep(self, seconds: float) -> None:
        """Wait, between tries of a connection."""
        await self._network.sleep(seconds)
