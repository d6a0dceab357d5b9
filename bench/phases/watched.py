"""A sale while thousands of people have its event's page open, with live availability."""

import asyncio
import resource
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bench.bench import Bench
from bench.console import say
from bench.load import LoadError, Result
from bench.phases.hot import rates
from bench.report import Row, at_least, compare
from bench.sale import Sale
from bench.servers import HOST, Server

WATCHERS = 5000
CONNECTIONS = 64
ROUNDS = 3
OPENED_AT_A_TIME = 50
SECONDS_TO_CLOSE = 8
SETTINGS = {"MAX_STREAMS_PER_CLIENT": "6000", "MAX_CONNECTIONS_PER_CLIENT": "7000"}
"""All come from one address here, as they do from no crowd."""


async def measure(bench: Bench) -> list[Row]:
    """The same sale with and without open pages in turn, and the server's memory."""
    _allow_many_files()
    watched: list[Result] = []
    alone: list[Result] = []
    async with bench.postgres.database("watched") as database:
        async with bench.product(database, SETTINGS) as server:
            sale = await Sale.open(database, "watched")
            for _ in range(ROUNDS):
                alone.append(await bench.book(sale, server, CONNECTIONS))
                async with _watching(server, sale.event_id) as changes:
                    watched.append(await bench.book(sale, server, CONNECTIONS))
                    memory = server.memory_mib
                say(
                    f"  {WATCHERS:,} pages were open, and were sent {sum(changes):,} changes; "
                    f"the server had {memory:.0f} MiB"
                )
                if not all(changes):
                    raise LoadError("An open page was sent nothing.")
                # The server has to notice that they are gone, which is no part of either.
                await asyncio.sleep(SECONDS_TO_CLOSE)
        await bench.check(database, [sale])
    return [
        compare(
            f"bookings beside {WATCHERS:,} open pages",
            rates(watched),
            "without them",
            rates(alone),
            unit="/s",
            target=at_least(0.8),
        )
    ]


@asynccontextmanager
async def _watching(server: Server, event_id: int) -> AsyncIterator[list[int]]:
    """Keep the streams open during the block; how many changes each was sent. Raises LoadError."""
    changes = [0] * WATCHERS
    port = int(server.address.rpartition(":")[2])
    path = f"/api/v1/events/{event_id}/availability/stream"
    request = f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nAccept: text/event-stream\r\n\r\n".encode()
    opening = asyncio.Semaphore(OPENED_AT_A_TIME)

    async def open_stream() -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        async with opening:
            reader, writer = await asyncio.open_connection(HOST, port)
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            if b" 200 " not in head:
                raise LoadError(f"A page was refused: {head.splitlines()[0].decode()}")
            return reader, writer

    async def read(number: int, reader: asyncio.StreamReader) -> None:
        while received := await reader.read(65_536):
            changes[number] += received.count(b"event: availability")

    streams = await asyncio.gather(*(open_stream() for _ in range(WATCHERS)))
    reading = [asyncio.create_task(read(n, stream[0])) for n, stream in enumerate(streams)]
    try:
        yield changes
    finally:
        for task in reading:
            task.cancel()
        for _, writer in streams:
            writer.close()
        await asyncio.gather(*reading, return_exceptions=True)


def _allow_many_files() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WATCHERS + 1000
    if soft < wanted:
        if hard != resource.RLIM_INFINITY and hard < wanted:
            raise LoadError(f"This phase opens {wanted:,} files; the limit is {hard:,}.")
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
