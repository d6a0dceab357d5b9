"""What a browser's EventSource is: reads events from a connection of its own."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from tests.support.servers import Server

PATIENCE = 60.0
"""Seconds for what must happen, and may take long on a busy machine."""
LONGEST_EVENT = 2**20


class EventSource:
    """Events of this name, one after the other."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, name: str
    ) -> None:
        self.reader = reader
        self.writer = writer
        self._name = name.encode()

    async def status(self) -> int:
        """Read the head of the response; its status."""
        head = await self.reader.readuntil(b"\r\n\r\n")
        return int(head.split()[1])

    async def event(self, *, within: float = PATIENCE) -> dict[str, Any]:
        """The data of the next event."""
        async with asyncio.timeout(within):
            await self.reader.readuntil(b"event: " + self._name + b"\r\n")
            line = await self.reader.readuntil(b"\r\n\r\n\r\n")
        data: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
        return data

    async def ends(self) -> None:
        """Wait until the server has ended the stream."""
        async with asyncio.timeout(PATIENCE):
            await self.reader.readuntil(b"0\r\n\r\n")

    async def is_silent(self, seconds: float = 0.4) -> bool:
        try:
            async with asyncio.timeout(seconds):
                return not await self.reader.read(1)
        except TimeoutError:
            return True


@asynccontextmanager
async def event_source(
    server: Server,
    path: str,
    name: str,
    headers: Mapping[str, str] | None = None,
    sock: socket.socket | None = None,
) -> AsyncIterator[EventSource]:
    """An open stream; `sock` is a connected socket to use."""
    if sock is None:
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", server.port, limit=LONGEST_EVENT
        )
    else:
        reader, writer = await asyncio.open_connection(sock=sock)
    lines = "".join(f"{name}: {value}\r\n" for name, value in (headers or {}).items())
    writer.write(f"GET {path} HTTP/1.1\r\nHost: test\r\n{lines}\r\n".encode())
    try:
        yield EventSource(reader, writer, name)
    finally:
        writer.transport.abort()
