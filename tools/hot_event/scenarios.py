"""The ways to sell one event to a whole country that docs/decisions/0026 compares."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tools.hot_event.model import Costs, Outage, Plan, Result, crowd, simulate

TICKETS = 60_000
BUYERS = 300_000
NEAR = Costs()
FAR = Costs(lock=0.1, move=0.1)
"""The processes are 30 ms away from the database: three round trips while the row is locked."""
SPREAD = Costs(move=0.1)
"""Each region has its own row near it, and the rows are 30 ms from each other."""


AWAY = Outage(allotment=1, begins=1.5, lease=30.0)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One way, with where its buyers are and what happens meanwhile."""

    name: str
    plan: Plan
    costs: Costs = field(default=NEAR)
    skew: float = 0.0
    outage: Outage | None = None


SCENARIOS = (
    Scenario("1 process", Plan(1)),
    Scenario("4 processes", Plan(4)),
    Scenario("16 processes", Plan(16)),
    Scenario("16 processes, queue of 4,000/s", Plan(16, admitted_per_second=4000)),
    Scenario("15 processes in three regions, one row", Plan(15), FAR),
    Scenario("three allotments", Plan(15, 3), SPREAD),
    Scenario("… most buyers in one region", Plan(15, 3), SPREAD, skew=0.5),
    Scenario("… nothing given back", Plan(15, 3, gives_back=False), SPREAD, skew=0.5),
    Scenario("… one region away for 30 s", Plan(15, 3), SPREAD, outage=AWAY),
    Scenario(
        "… and nobody refused before its lease ends",
        Plan(15, 3, waits_for_leases=True),
        SPREAD,
        outage=AWAY,
    ),
)


def run(scenarios: tuple[Scenario, ...] = SCENARIOS) -> Iterator[tuple[Scenario, Result]]:
    """Each scenario with what came of it."""
    for each in scenarios:
        buyers = crowd(BUYERS, allotments=each.plan.allotments, skew=each.skew)
        yield each, simulate(buyers, TICKETS, each.plan, each.costs, each.outage)
