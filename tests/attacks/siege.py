"""A sale, a look at /health and the server's memory, before, during and after the attacks."""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

import httpx

from tests.attacks.strangers import Orders
from tests.support.paths import ROOT

BUYERS = 8
SECONDS_BETWEEN_LOOKS = 0.1
FAULTS = 300_000


@dataclass(frozen=True)
class Scale:
    """How many attack, and for how long one measurement goes on."""

    slow_heads: int = 1000
    slow_bodies: int = 1000
    streams: int = 1000
    faulty_bodies: int = 20
    seconds: float = 15.0
    seconds_of_rest: float = 15.0


@dataclass
class Measured:
    """What was seen in one stretch of time."""

    seconds: float = 0.0
    sold: int = 0
    refused: int = 0
    health: list[float] = field(default_factory=list)
    memory_mib: float = 0.0
    files: int = 0

    @property
    def rate(self) -> float:
        """Bookings per second."""
        return self.sold / self.seconds

    @property
    def slowest_health(self) -> float:
        """Seconds until the slowest answer, which is infinite where none came."""
        return max(self.health, default=float("inf"))


@dataclass(frozen=True)
class Siege:
    """The server on this port, and an event on sale there."""

    port: int
    pid: int
    event_id: int
    tokens: Sequence[str]

    async def measure(self, seconds: float) -> Measured:
        """Sell, look at /health and at the memory for this long."""
        seen = Measured()
        tasks = [asyncio.create_task(self._buy(token, seen)) for token in self.tokens[:BUYERS]]
        tasks.append(asyncio.create_task(self._look(seen)))
        started = time.perf_counter()
        await asyncio.sleep(seconds)
        await _cancelled(tasks)
        seen.seconds = time.perf_counter() - started
        return seen

    @asynccontextmanager
    async def attacked(self, scale: Scale) -> AsyncIterator[None]:
        """All strangers at once while the context lasts."""
        orders = Orders(
            port=self.port,
            event_id=self.event_id,
            token=self.tokens[-1],
            slow_heads=scale.slow_heads,
            slow_bodies=scale.slow_bodies,
            streams=scale.streams,
            faulty_bodies=scale.faulty_bodies,
            faults=FAULTS,
        )
        command = ("-m", "tests.attacks.strangers", json.dumps(asdict(orders)))
        strangers = await asyncio.create_subprocess_exec(
            sys.executable, *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        assert strangers.stdout is not None
        try:
            assert await strangers.stdout.readline() == b"ready\n"
            yield
        finally:
            if strangers.returncode is None:
                strangers.kill()
            await strangers.wait()

    def memory_mib(self) -> float:
        """What the server takes of the machine's memory now."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def files(self) -> int:
        """How many files and connections the server has open."""
        return len(list(Path(f"/proc/{self.pid}/fd").iterdir()))

    async def _buy(self, token: str, seen: Measured) -> None:
        async with self._client(token) as client:
            while True:
                with suppress(httpx.TransportError):
                    path = f"/api/v1/events/{self.event_id}/bookings"
                    response = await client.post(path, json={"quantity": 1})
                    if response.status_code == 201:
                        seen.sold += 1
                        continue
                seen.refused += 1
                await asyncio.sleep(SECONDS_BETWEEN_LOOKS)

    async def _look(self, seen: Measured) -> None:
        while True:
            seen.memory_mib = max(seen.memory_mib, self.memory_mib())
            seen.files = max(seen.files, self.files())
            started = time.perf_counter()
            # A connection of its own each time, as a load balancer may have it.
            try:
                async with self._client() as client:
                    response = await client.get("/health")
                    is_well = response.status_code == 200
            except httpx.TransportError:
                is_well = False
            seen.health.append(time.perf_counter() - started if is_well else float("inf"))
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)

    def _client(self, token: str | None = None) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{self.port}",
            headers={"Authorization": f"Bearer {token}"} if token else None,
            timeout=10,
            trust_env=False,
            # To load certificates takes longer than what is measured here.
            verify=False,
        )


async def _cancelled(tasks: Sequence["asyncio.Task[None]"]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
