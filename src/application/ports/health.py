"""The port for reading the state of queues and jobs."""

from datetime import datetime
from typing import Protocol

from src.application.dtos.health import QueuesReport


class QueuesReader(Protocol):
    """Counts what waits, and what the background jobs did."""

    async def __call__(self, now: datetime) -> QueuesReport: ...
