"""A way to PostgreSQL on which the answer to a COMMIT gets lost."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

COMMIT = b"COMMIT;\0"


@dataclass
class Cuts:
    """`url` leads through the proxy.

    The next `commits` COMMITs are cut: passed on, done and not answered; with `is_passed_on`
    False they never arrive. With `is_closed_after` nobody is let through any more.
    """

    url: str = ""
    commits: int = 0
    is_passed_on: bool = True
    is_closed_after: bool = False
    is_closed: bool = False
    done: int = 0

    def strikes(self, data: bytes) -> bool:
        """Whether this is a COMMIT that is to be cut."""
        if COMMIT not in data or self.commits == 0:
            return False
        self.commits -= 1
        self.done += 1
        self.is_closed = self.is_closed_after
        return True


@asynccontextmanager
async def cutting(url: str) -> AsyncIterator[Cuts]:
    """A proxy in front of the database of this address."""
    cuts = Cuts()
    server = urlsplit(url)
    tasks: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if cuts.is_closed:
            writer.close()
            return
        theirs, to_them = await asyncio.open_connection(server.hostname, server.port)
        answering = asyncio.create_task(_copy(theirs, writer))
        try:
            while data := await reader.read(65536):
                if not cuts.strikes(data):
                    to_them.write(data)
                    continue
                answering.cancel()
                # It reads what is read here until it has ended.
                await asyncio.wait([answering])
                if cuts.is_passed_on:
                    to_them.write(data)
                    # It is done when it is answered, and nobody hears that.
                    await theirs.read(1)
                break
        finally:
            answering.cancel()
            for end in (writer, to_them):
                with suppress(OSError):
                    end.close()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(serve(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    proxy = await asyncio.start_server(accept, "127.0.0.1", 0)
    port = proxy.sockets[0].getsockname()[1]
    cuts.url = urlunsplit(
        server._replace(netloc=f"{server.username}:{server.password}@127.0.0.1:{port}")
    )
    try:
        yield cuts
    finally:
        proxy.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
        writer.close()
