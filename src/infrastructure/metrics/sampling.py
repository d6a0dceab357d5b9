"""Gauges of what a process has at a moment, noted every second."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

SECONDS = 1.0


@asynccontextmanager
async def sampled(samples: Sequence[Callable[[], None]]) -> AsyncIterator[None]:
    """Call each of them now and every second during the block.

    Not when the metrics are read: another process may answer for this one.
    """

    async def sample() -> None:
        while True:
            for note in samples:
                note()
            await asyncio.sleep(SECONDS)

    task = asyncio.create_task(sample())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})
