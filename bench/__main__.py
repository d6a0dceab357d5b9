"""`python -m bench`: measure, print a table, write it as JSON and as a picture."""

import argparse
import asyncio
import os
import signal
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import uvloop

from bench.bench import Bench
from bench.builds import ROOT, BuildError
from bench.comparison import compare_builds
from bench.console import elapsed, say, show
from bench.database import NotSettled
from bench.load import LoadError, require_wrk
from bench.pgbench import PgbenchError
from bench.phases import PHASES
from bench.picture import picture
from bench.plan import FULL, QUICK, Plan
from bench.report import Row, table
from bench.results import as_json
from bench.servers import ServerError
from src.infrastructure.database.embedded import EmbeddedPostgresError
from tests.support.pgbouncer import PGBOUNCER

RESULTS = ROOT / "bench" / "results.json"
PICTURE = ROOT / "docs" / "benchmark.svg"

CANNOT_MEASURE = (
    BuildError,
    LoadError,
    ServerError,
    PgbenchError,
    NotSettled,
    EmbeddedPostgresError,
)
FAILED, CANNOT_RUN, INTERRUPTED = 1, 2, 130


def main() -> int:
    """Run the benchmark.

    Returns 0 if every invariant held, 1 if one did not, 2 if nothing could be measured.
    """
    arguments = _arguments()
    try:
        require_wrk()
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            return runner.run(_run(arguments))
    except CANNOT_MEASURE as error:
        show(str(error))
        return CANNOT_RUN
    except (KeyboardInterrupt, asyncio.CancelledError):
        show("Stopped.")
        return INTERRUPTED


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="shorter, coarser, fewer phases")
    parser.add_argument("--phase", choices=PHASES, help="measure only this phase")
    parser.add_argument("--bookings", type=int, help="of the phase large (10,000,000)")
    parser.add_argument("--against", metavar="REVISION", help="compare with this git revision")
    parser.add_argument("--rounds", type=int, default=3, help="of a comparison (3)")
    parser.add_argument(
        "--only", default="", help="the workloads of a comparison with this in their names"
    )
    return parser.parse_args()


async def _run(arguments: argparse.Namespace) -> int:
    _stop_on_sigterm()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        async with Bench(_plan(arguments), Path(name)) as bench:
            say("starting a durable PostgreSQL, migrating it, adding users")
            version = await bench.start()
            rows = await _measure(bench, arguments)
    return _report(arguments, bench, rows, version)


def _plan(arguments: argparse.Namespace) -> Plan:
    plan = QUICK if arguments.quick else FULL
    phases = plan.phases
    if PGBOUNCER is None and "pooled" in phases:
        say("without the phase pooled: PgBouncer is not installed")
        phases = tuple(name for name in phases if name != "pooled")
    return replace(plan, phases=phases, large_bookings=arguments.bookings or plan.large_bookings)


async def _measure(bench: Bench, arguments: argparse.Namespace) -> list[Row]:
    cores = os.cpu_count() or 1
    say(f"{cores} cores, shared by load generator, server and database")
    if arguments.against:
        return await compare_builds(
            bench, arguments.against, rounds=arguments.rounds, only=arguments.only
        )
    only = arguments.phase
    rows = []
    for name in (only,) if only else bench.plan.phases:
        measure = PHASES[name]
        say(f"phase {name}: {(measure.__doc__ or '').splitlines()[0]}")
        rows += await measure(bench)
    return rows


def _report(arguments: argparse.Namespace, bench: Bench, rows: list[Row], version: str) -> int:
    show(f"\n{table(rows)}\n")
    if bench.broken:
        show("INVARIANTS BROKEN:\n" + "\n".join(f"  {finding}" for finding in bench.broken))
    else:
        show(f"Invariants: all rules hold in {bench.checks} recounts.")
    if arguments.quick or arguments.phase or arguments.against:
        show("A part, a quick run or a comparison is for development: nothing was written.")
    else:
        RESULTS.write_text(as_json(bench, rows, postgres=version, seconds=elapsed()))
        PICTURE.write_text(picture(rows))
        show(f"Written: {RESULTS.relative_to(ROOT)}, {PICTURE.relative_to(ROOT)}.")
    return FAILED if bench.broken else 0


def _stop_on_sigterm() -> None:
    task = asyncio.current_task()
    assert task is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)


if __name__ == "__main__":
    sys.exit(main())
