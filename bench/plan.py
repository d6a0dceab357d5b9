"""Durations, repetitions and sizes of the measurements."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """`seconds` is the length of one measurement, which is repeated `repetitions` times."""

    seconds: int
    repetitions: int
    connections: tuple[int, ...]
    crowds: tuple[int, ...]
    """Those of `connections` to which the targets apply."""
    pgbench_clients: tuple[int, ...]
    users: int
    grown_bookings: int
    large_bookings: int
    cancelled_bookings: int
    phases: tuple[str, ...]


FULL = Plan(
    seconds=2,
    repetitions=3,
    connections=(1, 8, 64, 256),
    crowds=(64, 256),
    pgbench_clients=(1, 8, 64),
    users=10_000,
    grown_bookings=1_000_000,
    large_bookings=10_000_000,
    cancelled_bookings=100_000,
    phases=(
        *("hot", "lone", "refusals", "reads", "checkout", "growth", "webhooks"),
        *("replica", "processes", "pooled"),
    ),
)

QUICK = Plan(
    seconds=1,
    repetitions=1,
    connections=(1, 64),
    crowds=(64,),
    pgbench_clients=(1, 64),
    users=5_000,
    grown_bookings=20_000,
    large_bookings=200_000,
    cancelled_bookings=20_000,
    phases=("hot", "lone", "refusals", "reads", "checkout", "webhooks"),
)

LIMIT = 10
"""Tickets per user and event."""
