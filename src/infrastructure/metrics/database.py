"""What the database knows: read for each scrape, and the same whichever process answers."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog
from prometheus_client import CollectorRegistry, Gauge
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric

from src.application.ports.database import Clock
from src.infrastructure.database.orm import Database
from src.infrastructure.reports.dashboard import COUNTERS
from src.infrastructure.reports.queues import DUE, JOBS
from src.infrastructure.reports.reading import reading_briefly

MAX_SECONDS = 4.0
"""Less than the ten for which Prometheus waits."""

QUEUES = {
    "mails": "mails_due",
    "webhooks": "deliveries_due",
    "outbox": "outbox",
    "lapsed_holds": "holds",
    "refunds": "open_refunds",
}

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class StoredRows:
    """What is read for the metrics; without anything it has their names alone."""

    events: Sequence[Mapping[str, Any]] = ()
    queues: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    jobs: Sequence[Mapping[str, Any]] = ()


async def read_database_metrics(clock: Clock) -> list[Metric]:
    """Read them; where that fails or takes too long, only that it did."""
    now = clock()
    try:
        async with asyncio.timeout(MAX_SECONDS):
            rows = await _read(now)
    except Exception as error:
        log.warning("metrics_not_read", reason=f"{type(error).__name__}: {error}")
        return [_readable(0)]
    return list(stored_families(rows, now))


async def _read(now: datetime) -> StoredRows:
    async with reading_briefly() as connection:
        queues = {}
        for name, query in QUEUES.items():
            (queues[name],) = await connection.execute_query_dict(DUE[query], [now])
        return StoredRows(
            events=await connection.execute_query_dict(COUNTERS, [None]),
            queues=queues,
            jobs=await connection.execute_query_dict(JOBS),
        )


def _readable(value: int) -> Metric:
    return GaugeMetricFamily(
        "ticketing_database_readable",
        "1 if what follows could be read from the database.",
        value=value,
    )


def stored_families(rows: StoredRows, now: datetime) -> Iterator[Metric]:
    """The metrics of these rows."""
    yield _readable(1)
    yield _gauge(
        "ticketing_tickets",
        "Tickets of all events: sold, and held until they are paid for.",
        "state",
        [(state, sum(row[state] for row in rows.events)) for state in ("sold", "held")],
    )
    yield _gauge(
        "ticketing_revenue",
        "Price of all confirmed bookings, in units of the currency.",
        "currency",
        _sums(rows.events, "currency", "booked"),
    )
    yield _gauge("ticketing_events", "Events.", "status", _sums(rows.events, "status", "events"))
    yield _gauge(
        "ticketing_queue_due",
        "What waits for a background job, and is due.",
        "queue",
        [(name, row["due"]) for name, row in rows.queues.items()],
    )
    yield _gauge(
        "ticketing_queue_oldest_seconds",
        "For how long the oldest of it has been due; 0 if there is nothing.",
        "queue",
        [(name, _since(row["oldest"], now)) for name, row in rows.queues.items()],
    )
    yield _gauge(
        "ticketing_job_late_seconds",
        "For how long a job has been due that has not begun.",
        "job_name",
        [(row["name"], _since(row["next_run"], now)) for row in rows.jobs],
    )
    yield _gauge(
        "ticketing_job_last_run_timestamp_seconds",
        "When a job last ended, in seconds since 1970.",
        "job_name",
        [(row["name"], row["last_run"].timestamp()) for row in rows.jobs if row["last_run"]],
    )


def _gauge(name: str, meaning: str, label: str, values: Iterable[tuple[str, Any]]) -> Metric:
    family = GaugeMetricFamily(name, meaning, labels=[label])
    for value, number in values:
        family.add_metric([value], float(number))
    return family


def _sums(rows: Iterable[Mapping[str, Any]], label: str, name: str) -> Iterable[tuple[str, Any]]:
    sums: dict[str, Any] = {}
    for row in rows:
        sums[row[label]] = sums.get(row[label], 0) + row[name]
    return sorted(sums.items())


def _since(moment: datetime | None, now: datetime) -> float:
    return max((now - moment).total_seconds(), 0.0) if moment else 0.0


class PoolMetrics:
    """The connections that this process has to the database, when `sample` is called."""

    def __init__(self, registry: CollectorRegistry, database: Database) -> None:
        self._database = database
        self._connections = Gauge(
            "ticketing_database_connections",
            "Connections of the pool, used and idle.",
            ["state"],
            multiprocess_mode="livesum",
            registry=registry,
        )
        self._most = Gauge(
            "ticketing_database_connections_max",
            "Connections that the pool may open.",
            multiprocess_mode="livesum",
            registry=registry,
        )

    def sample(self) -> None:
        """Note how many there are now."""
        used, idle, most = self._database.connections()
        self._connections.labels("used").set(used)
        self._connections.labels("idle").set(idle)
        self._most.set(most)
