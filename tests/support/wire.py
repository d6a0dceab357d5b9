"""A server on a real socket inside the test, whose clock of slow clients the test advances."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from src.presentation.server.connections import CONNECTIONS, ConnectionLimits, Connections
from src.presentation.server.protocol import BoundedHttpProtocol

PROXY = "192.0.2.1"


@dataclass
class WireServer:
    """`register` knows its connections; what is overdue ends with `pass_time`."""

    port: int
    register: Connections
    clients: "list[Wire]" = field(default_factory=list)

    async def connect(self) -> "Wire":
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        client = Wire(reader, writer)
        self.clients.append(client)
        return client

    async def close_clients(self) -> None:
        for client in self.clients:
            client.close()
        # A transport that has never come to its end warns of itself when it is collected.
        for client in self.clients:
            with suppress(ConnectionError):
                await client.writer.wait_closed()

    async def pass_time(self, seconds: float) -> None:
        """Let the register see its connections as they would be after so many seconds."""
        self.register.sweep(asyncio.get_running_loop().time() + seconds)
        await asyncio.sleep(0.02)


@dataclass
class Wire:
    """A client that writes bytes and reads bytes."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def send(self, data: bytes) -> None:
        """Send it, and give the server time to look at it."""
        self.writer.write(data)
        await self.writer.drain()
        await asyncio.sleep(0.02)

    async def answer(self) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of the next answer, which states its length."""
        async with asyncio.timeout(5):
            head = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = dict(line.lower().split(": ", 1) for line in head[1:] if line)
            body = await self.reader.readexactly(int(headers["content-length"]))
        return int(head[0].split()[1]), headers, body

    async def refusal(self) -> dict[str, Any]:
        """The next answer, which is a problem and the last one on this connection."""
        status, headers, body = await self.answer()
        problem: dict[str, Any] = json.loads(body)
        assert problem["status"] == status
        assert problem["correlation_id"] == headers["x-correlation-id"]
        assert headers["content-type"] == "application/problem+json"
        assert await self.is_closed()
        return problem

    async def is_closed(self) -> bool:
        """Whether the server closes the connection within a second, without another word."""
        try:
            async with asyncio.timeout(1):
                return await self.reader.read() == b""
        except TimeoutError:
            return False
        except ConnectionError:
            return True

    def is_open(self) -> bool:
        return not self.reader.at_eof() and self.reader.exception() is None

    def close(self) -> None:
        self.writer.close()


@asynccontextmanager
async def wire_server(
    app: ASGIApp, *, total: int = 100, per_client: int = 100, proxies: str = PROXY
) -> AsyncIterator[WireServer]:
    """Serve this application. `proxies` may have any number of connections."""
    register = Connections(ConnectionLimits(total, per_client))
    config = uvicorn.Config(
        app,
        http=BoundedHttpProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        forwarded_allow_ips=proxies,
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    config.load()
    server.lifespan = config.lifespan_class(config)
    server.lifespan.state[CONNECTIONS] = register
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    await server.startup(sockets=[listening])
    wire = WireServer(listening.getsockname()[1], register)
    try:
        yield wire
    finally:
        await wire.close_clients()
        await server.shutdown(sockets=[listening])
