"""What `/metrics` says."""

from collections.abc import Mapping
from datetime import UTC, datetime

import httpx
from prometheus_client.metrics_core import Metric
from prometheus_client.parser import text_string_to_metric_families

from src.container import Container
from src.infrastructure.database.replica import ReplicaMetrics
from src.infrastructure.metrics.database import StoredRows, stored_families
from tests.support.database import test_settings

SeriesName = tuple[str, frozenset[tuple[str, str]]]
"""A metric and its labels."""


class Scrape:
    """One reading of the metrics."""

    def __init__(self, text: str) -> None:
        self.families = {family.name: family for family in text_string_to_metric_families(text)}
        self.samples = [sample for family in self.families.values() for sample in family.samples]

    def sum(self, name: str, **labels: str) -> float:
        """The sum of the samples of this name that have these labels; 0 if there are none."""
        return sum(
            sample.value
            for sample in self.samples
            if sample.name == name and labels.items() <= sample.labels.items()
        )

    def by(self, name: str, label: str) -> Mapping[str, float]:
        """The values of a metric by its label."""
        return {
            sample.labels[label]: sample.value for sample in self.samples if sample.name == name
        }

    def counters(self) -> dict[SeriesName, float]:
        """All that may never fall: counters, and buckets, counts and sums of histograms."""
        return {
            (sample.name, frozenset(sample.labels.items())): sample.value
            for family in self.families.values()
            if family.type in ("counter", "histogram") and not family.name.startswith("process_")
            for sample in family.samples
        }


async def scrape(client: httpx.AsyncClient, address: str = "") -> Scrape:
    """Read the metrics, over a connection of its own: of several processes any may answer."""
    response = await client.get(f"{address}/metrics", headers={"Connection": "close"})
    assert response.status_code == 200, response.text
    return Scrape(response.text)


def exported() -> dict[str, Metric]:
    """All metrics of the service by their names as they are written, without a database."""
    adapters = Container(settings=test_settings("postgres://nowhere")).adapters
    for name in ("request", "service", "lane", "job", "pool"):
        getattr(adapters, f"{name}_metrics")()
    ReplicaMetrics(adapters.metrics_registry())
    families = [
        *adapters.metrics_registry().collect(),
        *stored_families(StoredRows(), datetime.now(UTC)),
    ]
    suffixes = {"counter": "_total", "info": "_info"}
    return {family.name + suffixes.get(family.type, ""): family for family in families}


def series_names() -> set[str]:
    """The names that a query may use: a histogram has three."""
    parts = ("_bucket", "_sum", "_count")
    return {
        name + part
        for name, family in exported().items()
        for part in (parts if family.type == "histogram" else ("",))
    }
