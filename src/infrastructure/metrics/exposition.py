"""The metrics as Prometheus reads them: of one process, or of several behind one port.

Several processes write what they count to files of a folder that PROMETHEUS_MULTIPROC_DIR names
(prometheus_client's multiprocess mode), so that each of them answers with the sum of all. What a
process has counted stays in the sum when it ends; what it has open or uses does not.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from prometheus_client import (
    CollectorRegistry,
    Info,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.metrics_core import Metric
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead
from prometheus_client.registry import Collector

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
FILE_OF_PROCESS = re.compile(r"_(\d+)\.db")


class Exposition:
    """Where metrics are registered (`registry`), and how they are written."""

    def __init__(self, version: str, environ: Mapping[str, str] = os.environ) -> None:
        # Each of them would double the series of a histogram.
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self.registry = CollectorRegistry()
        self._folder = Path(environ[FOLDER]) if environ.get(FOLDER) else None
        if self._folder is None:
            self._written = self.registry
            ProcessCollector(registry=self._written)
        else:
            self._written = CollectorRegistry()
            MultiProcessCollector(self._written, str(self._folder))  # type: ignore[no-untyped-call]
            self._written.register(_EachProcess(self._folder))
        build = Info("ticketing_build", "The version that runs.", registry=self._written)
        build.info({"version": version})

    def write(self) -> bytes:
        """In Prometheus' text format."""
        if self._folder is not None:
            forget_ended_processes(self._folder)
        return generate_latest(self._written)


def write_families(families: Iterable[Metric]) -> bytes:
    """Metrics that were read elsewhere, in Prometheus' text format."""
    registry = CollectorRegistry()
    registry.register(_Read(families))
    return generate_latest(registry)


class _Read(Collector):
    def __init__(self, families: Iterable[Metric]) -> None:
        self._families = list(families)

    def collect(self) -> Iterable[Metric]:
        return self._families


class _EachProcess(Collector):
    """What `ProcessCollector` says of each process that runs, with its number as a label."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def collect(self) -> Iterable[Metric]:
        families: dict[str, Metric] = {}
        for pid in filter(_is_running, _processes(self._folder)):
            for found in ProcessCollector(pid=partial(int, pid), registry=None).collect():
                family = families.setdefault(
                    found.name, Metric(found.name, found.documentation, found.type)
                )
                family.samples += [
                    sample._replace(labels={**sample.labels, "pid": str(pid)})
                    for sample in found.samples
                ]
        return families.values()


def forget_ended_processes(folder: Path) -> None:
    """Delete what ended processes had open or used; what they counted stays."""
    for pid in _processes(folder):
        if not _is_running(pid):
            mark_process_dead(pid, str(folder))  # type: ignore[no-untyped-call]


def _processes(folder: Path) -> Iterator[int]:
    """The processes that have written to the folder."""
    yield from sorted(
        {int(found[1]) for path in folder.iterdir() if (found := FILE_OF_PROCESS.search(path.name))}
    )


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
