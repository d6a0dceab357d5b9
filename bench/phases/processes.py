"""Two server processes, compared with one."""

from bench.bench import Bench
from bench.phases.set_ups import in_turn, opened
from bench.report import Row


async def measure(bench: Bench) -> list[Row]:
    """Bookings and a list of events of two server processes on one port, compared with one."""
    async with (
        bench.postgres.database("processes_two") as two_database,
        bench.postgres.database("processes_one") as one_database,
        opened(bench, two_database, workers=2) as two,
        opened(bench, one_database) as one,
    ):
        return await in_turn(bench, "2 processes", two, "1 process", one)
