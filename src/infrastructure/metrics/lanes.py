"""Lanes with metrics of their queues and batches, and with traces if there are traces."""

import time
from collections.abc import Sequence
from typing import Any

from prometheus_client import CollectorRegistry, Gauge, Histogram

from src.application.concurrency.lanes import Lanes, Run
from src.infrastructure.tracing import TracedLanes, Tracing

SIZES = (1, 2, 5, 10, 20, 50, 100)


class LaneMetrics:
    """Batches are noted as they end, queues when `sample` is called: an item costs nothing."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._sizes = Histogram(
            "ticketing_lane_batch_size",
            "Requests that were answered by one transaction.",
            ["lane"],
            buckets=SIZES,
            registry=registry,
        )
        self._durations = Histogram(
            "ticketing_lane_batch_duration_seconds",
            "Time of a transaction for the requests that waited together.",
            ["lane"],
            registry=registry,
        )
        self._waiting = Gauge(
            "ticketing_lane_waiting",
            "Requests that wait for the next transaction, of all queues of the kind.",
            ["lane"],
            multiprocess_mode="livesum",
            registry=registry,
        )
        self._longest = Gauge(
            "ticketing_lane_longest_queue",
            "Requests in the longest queue of the kind.",
            ["lane"],
            multiprocess_mode="livemax",
            registry=registry,
        )
        self._lanes: dict[str, Lanes[Any, Any, Any]] = {}

    def watch(self, name: str, lanes: Lanes[Any, Any, Any]) -> None:
        """Have the queues of these lanes sampled."""
        self._lanes[name] = lanes

    def measured(self, name: str, run: Run[Any, Any, Any]) -> Run[Any, Any, Any]:
        """`run`, with its batches noted."""
        sizes, durations = self._sizes.labels(name), self._durations.labels(name)

        async def measured_run(key: Any, items: Sequence[Any]) -> Sequence[Any]:
            sizes.observe(len(items))
            started = time.perf_counter()
            try:
                return await run(key, items)
            finally:
                durations.observe(time.perf_counter() - started)

        return measured_run

    def sample(self) -> None:
        """Note how long the queues are now."""
        for name, lanes in self._lanes.items():
            queues = lanes.queues()
            self._waiting.labels(name).set(sum(queues))
            self._longest.labels(name).set(max(queues, default=0))


def make_lanes(
    tracing: Tracing | None, metrics: LaneMetrics, name: str, run: Any, **options: Any
) -> Lanes[Any, Any, Any]:
    """Lanes with metrics, and traced if there are traces."""
    run = metrics.measured(name, run)
    lanes: Lanes[Any, Any, Any] = (
        TracedLanes(tracing, name, run, **options) if tracing is not None else Lanes(run, **options)
    )
    metrics.watch(name, lanes)
    return lanes
