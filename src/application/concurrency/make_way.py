"""Work that can wait makes way for requests, which people wait for."""

import asyncio
from collections.abc import Callable

STEP_SECONDS = 0.1


class MakeWay:
    """Waits while `many` requests or more run in this process, though for `max_seconds` at most.

    Without that limit a sale of hours would hold the work up for hours.
    """

    def __init__(self, running: Callable[[], int], *, many: int, max_seconds: float) -> None:
        self._running = running
        self._many = many
        self._max_seconds = max_seconds

    async def __call__(self) -> None:
        steps = round(self._max_seconds / STEP_SECONDS)
        while steps > 0 and self._running() >= self._many:
            steps -= 1
            await asyncio.sleep(STEP_SECONDS)
