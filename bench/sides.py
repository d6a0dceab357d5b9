"""One side of a comparison: a build with a server, a database of its own, and what it sells."""

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
import psutil

from bench.bench import Bench
from bench.builds import Build, run
from bench.database import USERS, Database
from bench.phases.checkout import online_event
from bench.servers import PRODUCT, Server, serve

SHOPS = 100
TELLS = "/api/v1/orders/{order_id}/events"


@dataclass(frozen=True, slots=True)
class Cpu:
    """Seconds of processor time that server and database have used, user and system."""

    server: float
    database: float

    def since(self, before: "Cpu") -> "Cpu":
        return Cpu(self.server - before.server, self.database - before.database)


@dataclass(frozen=True, slots=True)
class Reader:
    """A buyer with an order, bookings and a cart; `session` is the cookie of their browser."""

    user_id: int
    token: str
    session: str
    order_id: int
    reference: str


@dataclass
class Side:
    """A running build. `shops` are events that are paid online, with the ids of their types."""

    build: Build
    bench: Bench
    server: Server
    database: Database
    shops: list[tuple[int, list[int]]] = field(default_factory=list)
    tells: bool = False
    """Whether it tells the buyer that an order is confirmed; else the order is read again."""

    number: int = 0
    """Of the last request, for keys that are used once, and buyers in turn."""

    checkouts: int = 0
    """Seen to be confirmed."""

    readers: list[Reader] = field(default_factory=list)
    """Who reads what is their own, once they have it."""

    async def open(self) -> None:
        """Make the events, over the API, which each revision has."""
        headers = {"Authorization": f"Bearer {self.bench.admin_token()}"}
        async with httpx.AsyncClient(
            base_url=self.server.address, headers=headers, timeout=30
        ) as client:
            document = (await client.get("/openapi.json")).json()
            self.tells = TELLS in document["paths"]
            for number in range(SHOPS):
                made = await client.post(
                    "/api/v1/events", json=online_event(f"Paid online {number}")
                )
                event_id = made.raise_for_status().json()["id"]
                found = await client.get(f"/api/v1/events/{event_id}/ticket-types")
                self.shops.append((event_id, [kind["id"] for kind in found.json()]))

    def next_number(self) -> int:
        self.number += 1
        return self.number

    async def cpu(self) -> Cpu:
        backend = await self.database.connection.fetchval("SELECT pg_backend_pid()")
        postmaster = psutil.Process(psutil.Process(backend).ppid())
        return Cpu(used(psutil.Process(self.server.pid)), used(postmaster))


@asynccontextmanager
async def opened_side(bench: Bench, build: Build, name: str) -> AsyncIterator[Side]:
    """A side, migrated by its own build, with users."""
    async with bench.postgres.empty_database(name) as database:
        settings = {
            **bench.shop_settings(database),
            # Nobody takes mails here: they are written when there is time, for which the side
            # that is measured would have to wait.
            "SMTP_URL": "smtp://127.0.0.1:9",
            "MAIL_FROM": "tickets@bench.example",
        }
        await _migrate(build, settings)
        await database.connection.execute(USERS, bench.plan.users + 1)
        await database.connection.execute("VACUUM (ANALYZE)")
        async with serve(name, PRODUCT, settings, folder=bench.folder, build=build) as server:
            side = Side(build, bench, server, database)
            await side.open()
            yield side


async def _migrate(build: Build, settings: Mapping[str, str]) -> None:
    environment = {"PATH": os.environ.get("PATH", ""), **settings}
    await run([build.python, "-m", "src.cli", "migrate", "up"], build.root, environment)


def used(root: psutil.Process) -> float:
    """Seconds of processor time of the process and those below it, ended ones too."""
    total = 0.0
    for process in (root, *root.children(recursive=True)):
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
        if process == root:
            total += times.children_user + times.children_system
    return total
