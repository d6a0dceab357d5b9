"""Metrics of background jobs."""

from collections.abc import Iterable
from typing import Literal, get_args

from prometheus_client import CollectorRegistry, Counter, Histogram

Outcome = Literal["done", "failed", "postponed", "cut_short"]
SECONDS = (0.01, 0.1, 1, 10, 60, 300)


class JobMetrics:
    """Runs of jobs in this process. The label is not `job`, which Prometheus has for itself."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._runs = Counter(
            "ticketing_job_runs",
            "Runs of background jobs that ended.",
            ["job_name", "outcome"],
            registry=registry,
        )
        self._durations = Histogram(
            "ticketing_job_duration_seconds",
            "Time of a run of a background job.",
            ["job_name"],
            buckets=SECONDS,
            registry=registry,
        )

    def expect(self, names: Iterable[str]) -> None:
        """Begin to count these from zero: the first failure is an increase too."""
        for name in names:
            for outcome in get_args(Outcome):
                self._runs.labels(name, outcome)

    def note(self, name: str, outcome: Outcome, seconds: float) -> None:
        """Count a run that took so long."""
        self._runs.labels(name, outcome).inc()
        self._durations.labels(name).observe(seconds)
