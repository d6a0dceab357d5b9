"""`python -m bench --against REVISION`: this build and another, measured in turn.

Both run the whole time, each with a database of its own on the same server; the one that is not
measured is idle. Each round measures both, and begins with the other than the round before.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from functools import partial

from bench import reading, requests, workloads
from bench.bench import Bench
from bench.builds import OURS, build
from bench.console import say
from bench.report import Row, compare, text
from bench.sides import Side, opened_side
from bench.workloads import Measured

Workload = Callable[[Side, int], Awaitable[Measured]]


def _crowd(step: workloads.Step, clients: int) -> Workload:
    return lambda side, seconds: workloads.crowd(side, step, clients, seconds)


def _book(connections: int, events: int) -> Workload:
    return lambda side, seconds: workloads.book(side, connections, seconds, events=events)


def _of(measure: Callable[[Side, int, int], Awaitable[Measured]], connections: int) -> Workload:
    return lambda side, seconds: measure(side, connections, seconds)


def _read(address: reading.Address, header: reading.Header, clients: int) -> Workload:
    return _of(partial(reading.read, address=address, header=header), clients)


WORKLOADS: dict[str, Workload] = {
    "checkout of 4 lines, one event, 64 buyers": _crowd(workloads.check_out_one, 64),
    "checkout of 4 lines, 100 events, 64 buyers": _crowd(workloads.check_out_many, 64),
    "order of one event, 32 clients": _crowd(workloads.order_one, 32),
    "order of two events, 32 clients": _crowd(workloads.order_two, 32),
    "bookings, one event, 1 connection": _book(1, 1),
    "bookings, one event, 64 connections": _book(64, 1),
    "bookings, one event, 256 connections": _book(256, 1),
    "bookings, 1,000 events, 64 connections": _book(64, workloads.MANY_EVENTS),
    "bookings, 1,000 events, 256 connections": _book(256, workloads.MANY_EVENTS),
    "refusals, 64 connections": _of(requests.refuse, 64),
    "refusals, 256 connections": _of(requests.refuse, 256),
    "availability, 64 connections": _of(requests.read_availability, 64),
    "no database, 64 connections": _of(requests.book_nothing, 64),
    "no database, 256 connections": _of(requests.book_nothing, 256),
    **{
        f"read: {name}, {reading.READERS} clients": _read(
            address, reading.with_token, reading.READERS
        )
        for name, address in reading.API.items()
    },
    **{
        f"page: {name}, {reading.LOOKING} clients": _read(
            address, reading.with_session, reading.LOOKING
        )
        for name, address in reading.PAGES.items()
    },
}

Results = dict[str, tuple[list[Measured], list[Measured]]]


async def compare_builds(bench: Bench, revision: str, *, rounds: int, only: str) -> list[Row]:
    """Measure this build and the revision in turn. `only` is a part of workloads' names."""
    say(f"building {revision}")
    theirs = await build(revision, bench.folder)
    names = [name for name in WORKLOADS if only in name]
    results: Results = defaultdict(lambda: ([], []))
    async with (
        opened_side(bench, OURS, "ours") as mine,
        opened_side(bench, theirs, "theirs") as other,
    ):
        for name in names:
            # The first of each warms up both.
            for number in range(rounds + 1):
                sides = list(enumerate((mine, other)))
                for index, side in sides if number % 2 else reversed(sides):
                    measured = await WORKLOADS[name](side, bench.plan.seconds)
                    if number:
                        results[name][index].append(measured)
                        _show(name, side, measured)
        memory = compare(
            "memory of the server at the end",
            [mine.server.memory_mib],
            revision,
            [other.server.memory_mib],
            unit=" MiB",
        )
    return [row for name in names for row in _rows(name, revision, *results[name])] + [memory]


def _show(name: str, side: Side, measured: Measured) -> None:
    say(
        f"  {name}, {side.build.name}: {text(measured.rate, '/s')}, "
        f"p50 {text(measured.p50, ' ms')}, CPU each {text(measured.cpu_each, ' ms')}, of which "
        f"{text(measured.cpu.database * 1000 / max(measured.done, 1), ' ms')} are the database's"
    )


def _rows(name: str, revision: str, ours: list[Measured], theirs: list[Measured]) -> list[Row]:
    row = partial(compare, name, against=revision)
    return [
        row([m.rate for m in ours], theirs=[m.rate for m in theirs], unit="/s"),
        row(
            [m.cpu_each for m in ours],
            theirs=[m.cpu_each for m in theirs],
            unit=" ms",
            note="CPU of server and database",
        ),
    ]
