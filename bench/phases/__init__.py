"""The phases by name; each measures, checks its invariants and returns rows."""

from collections.abc import Awaitable, Callable

from bench.bench import Bench
from bench.phases import (
    cancellation,
    checkout,
    growth,
    hot,
    large,
    lone,
    pooled,
    processes,
    reads,
    refusals,
    replica,
    watched,
    webhooks,
)
from bench.report import Row

Phase = Callable[[Bench], Awaitable[list[Row]]]

PHASES: dict[str, Phase] = {
    "hot": hot.measure,
    "lone": lone.measure,
    "refusals": refusals.measure,
    "reads": reads.measure,
    "checkout": checkout.measure,
    "growth": growth.measure,
    "webhooks": webhooks.measure,
    "cancellation": cancellation.measure,
    "watched": watched.measure,
    "replica": replica.measure,
    "processes": processes.measure,
    "pooled": pooled.measure,
    "large": large.measure,
}
