"""The same loads on two set-ups of the service in turn, each with a database of its own."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bench.bench import Bench
from bench.database import Database
from bench.load import Load, LoadError, Result, run_load
from bench.phases.hot import MANY_EVENTS, rates
from bench.report import Row, compare
from bench.sale import Sale
from bench.servers import Server

CONNECTIONS = 64
READ = 200
LIST = "/api/v1/events?limit=50"
LISTS = "list of 50 events"
READERS = 8
SECONDS_TO_FINISH = 1.0
"""For what is under way when a load of reads ends: it would be in the next measurement."""


@dataclass(frozen=True, slots=True)
class SetUp:
    """A server, the database that its sales are recounted in, and two sales."""

    server: Server
    database: Database
    one: Sale
    many: Sale


@asynccontextmanager
async def opened(
    bench: Bench,
    database: Database,
    settings: Mapping[str, str] | None = None,
    *,
    workers: int = 1,
) -> AsyncIterator[SetUp]:
    """The service over this database, recounted at the end."""
    async with bench.product(database, settings, workers=workers) as server:
        one = await Sale.open(database, "one")
        many = await Sale.open(database, "many", events=MANY_EVENTS)
        yield SetUp(server, database, one, many)
    await bench.check(database, [one, many])


async def in_turn(bench: Bench, name: str, ours: SetUp, against: str, theirs: SetUp) -> list[Row]:
    """Bookings of one event and of many, and a list of events: a row for each."""
    found: dict[str, tuple[list[Result], list[Result]]] = {}
    # The first round warms up both.
    for number in range(bench.plan.repetitions + 1):
        for index, set_up in enumerate((ours, theirs)):
            for what, result in (await _loads(bench, set_up)).items():
                if number:
                    found.setdefault(what, ([], []))[index].append(result)
    return [
        compare(
            f"{what}, {name}",
            *(rates(mine, _status(what)), against, rates(other, _status(what))),
            unit="/s",
        )
        for what, (mine, other) in found.items()
    ]


async def _loads(bench: Bench, set_up: SetUp) -> dict[str, Result]:
    return {
        "bookings, one event": await bench.book(set_up.one, set_up.server, CONNECTIONS),
        f"bookings, {MANY_EVENTS:,} events": await bench.book(
            set_up.many, set_up.server, CONNECTIONS
        ),
        LISTS: await read(bench, set_up.server, LIST, READERS),
    }


def _status(what: str) -> int:
    return READ if what == LISTS else 201


async def read(bench: Bench, server: Server, path: str, connections: int) -> Result:
    """Measure a GET by the administrator, and report it. Raises LoadError for another answer."""
    addresses = bench.folder / f"addresses-{server.name}"
    addresses.write_text(f"{path} Authorization: Bearer {bench.admin_token()}\n")
    result = await run_load(
        server.address,
        Load(addresses=addresses),
        connections=connections,
        seconds=bench.plan.seconds,
    )
    bench.report(f"{server.name} {path}", connections, result, READ)
    await asyncio.sleep(SECONDS_TO_FINISH)
    if set(result.statuses) - {READ}:
        raise LoadError(f"{path}: {dict(result.statuses)}")
    return result
