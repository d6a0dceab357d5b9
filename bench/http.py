"""A client that costs little, so that a measurement is of the server beside it.

It keeps one connection, sends one request after another, and reads bodies of a known length, as the
service sends them; an event stream is read event by event.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

END_OF_HEAD = b"\r\n\r\n"


class UnexpectedAnswer(Exception):
    """A response has another status than the step of a measurement needs; the message shows it."""


class Client:
    """One connection to a server, with the headers that each request has."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        address: str,
        headers: Mapping[str, str],
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._address = address
        self._head = f"Host: {urlsplit(address).netloc}\r\n" + _lines(headers)

    async def send(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        headers: Mapping[str, str] | None = None,
        expects: int = 200,
    ) -> Any:
        """Send a body as JSON, or bytes as they are.

        Returns the JSON of the response, or its text. Raises UnexpectedAnswer.
        """
        self._write(method, path, body, headers or {})
        status, head = await self._read_head()
        answer = await self._reader.readexactly(int(head.get("content-length", 0)))
        if status != expects:
            raise UnexpectedAnswer(f"{method} {path}: {status} {answer[:500]!r}")
        return json.loads(answer) if "json" in head.get("content-type", "") else answer.decode()

    async def events(self, path: str) -> AsyncIterator[tuple[str, Any]]:
        """The names and data of the events of a stream. Raises UnexpectedAnswer.

        The connection ends with it.
        """
        self._write("GET", path, None, {"Accept": "text/event-stream"})
        status, _ = await self._read_head()
        if status != 200:
            raise UnexpectedAnswer(f"GET {path}: {status}")
        name = ""
        # Sizes of chunks stand on lines of their own, which are neither names nor data.
        while line := await self._reader.readline():
            field, _, value = line.decode().rstrip("\r\n").partition(": ")
            if field == "event":
                name = value
            elif field == "data":
                yield name, json.loads(value)

    def _write(self, method: str, path: str, body: Any, headers: Mapping[str, str]) -> None:
        is_json = body is not None and not isinstance(body, bytes)
        content = json.dumps(body).encode() if is_json else body or b""
        kind = "Content-Type: application/json\r\n" if is_json else ""
        path = path.removeprefix(self._address)
        head = (
            f"{method} {path} HTTP/1.1\r\n{self._head}{_lines(headers)}{kind}"
            f"Content-Length: {len(content)}\r\n\r\n"
        )
        self._writer.write(head.encode() + content)

    async def _read_head(self) -> tuple[int, dict[str, str]]:
        first, *lines = (await self._reader.readuntil(END_OF_HEAD)).decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in lines if line)
        return int(first.split(" ")[1]), {name.lower(): value.strip() for name, _, value in pairs}


@asynccontextmanager
async def connected(address: str, headers: Mapping[str, str]) -> AsyncIterator[Client]:
    """A connection to the server at `address` during the block."""
    parts = urlsplit(address)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    try:
        yield Client(reader, writer, address, headers)
    finally:
        writer.close()


def _lines(headers: Mapping[str, str]) -> str:
    return "".join(f"{name}: {value}\r\n" for name, value in headers.items())
