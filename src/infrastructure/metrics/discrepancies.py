"""The nightly look for discrepancies, so that an alert can say that there are some."""

import structlog

from src.application.ports.reports import DiscrepancyReader
from src.infrastructure.metrics.service import ServiceMetrics

log = structlog.get_logger()


class CountDiscrepancies:
    """Compares payments, tickets and stock, and changes nothing; a job."""

    def __init__(self, reader: DiscrepancyReader, metrics: ServiceMetrics) -> None:
        self._reader = reader
        self._found = metrics.discrepancies

    async def execute(self) -> int:
        """The number of discrepancies; each is in the log with its id, and not with its words."""
        found = await self._reader.discrepancies()
        self._found.inc(len(found))
        for subject, subject_id, _ in found:
            log.warning("discrepancy_found", subject=subject, subject_id=subject_id)
        return len(found)
