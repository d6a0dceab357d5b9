"""Buyers who each want one ticket and, as a good client does, repeat a request with its key."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import httpx

from tests.support.api import Person
from tests.support.concurrency.servers import Server, book

PAUSE_SECONDS = 0.1
WAIT_SECONDS = 60


@dataclass
class Load:
    """`answers` has every response with the seconds it took; `bookings` the ids by buyer."""

    client: httpx.AsyncClient
    servers: Sequence[Server]
    event_id: int
    answers: list[tuple[httpx.Response, float]] = field(default_factory=list)
    bookings: dict[int, int] = field(default_factory=dict)
    lost: int = 0

    async def run(self, buyers: Sequence[Person], *, side_by_side: int) -> None:
        """Return when every buyer has a ticket."""
        waiting = list(enumerate(buyers))

        async def serve() -> None:
            while waiting:
                number, buyer = waiting.pop()
                await self._buy(number, buyer)

        await asyncio.gather(*(serve() for _ in range(side_by_side)))

    async def wait_until_sold(self, number: int) -> None:
        """Return when so many buyers have been answered 201."""
        async with asyncio.timeout(WAIT_SECONDS):
            while len(self.bookings) < number:  # noqa: ASYNC110 - simpler than one for each sale
                await asyncio.sleep(0.01)

    async def _buy(self, number: int, buyer: Person) -> None:
        async with asyncio.timeout(WAIT_SECONDS):
            while buyer.id not in self.bookings:
                # Another server each time: one of them may be gone.
                server = self.servers[number % len(self.servers)]
                number += 1
                await self._try_once(server, buyer)

    async def _try_once(self, server: Server, buyer: Person) -> None:
        started = time.monotonic()
        try:
            response = await book(
                self.client,
                server,
                self.event_id,
                buyer,
                key=f"ticket-of-{buyer.id}",
            )
        except httpx.TransportError:
            self.lost += 1
            await asyncio.sleep(PAUSE_SECONDS)
            return
        self.answers.append((response, time.monotonic() - started))
        if response.status_code == 201:
            self.bookings[buyer.id] = response.json()["id"]
        else:
            await asyncio.sleep(PAUSE_SECONDS)
