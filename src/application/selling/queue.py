"""Where a sale is handed in: its event's lane, once for each Idempotency-Key."""

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import HasLeft, Lanes
from src.application.selling.purchase import Sale, Sold
from src.domain.errors import IdempotencyInProgress

SaleLanes = Lanes[int, Sale, Outcome[Sold]]


class SaleDesk:
    """Hands sales to the lane of their event; `has_left` tells that the buyer has hung up."""

    def __init__(self, lanes: SaleLanes) -> None:
        self._lanes = lanes
        self._running: set[tuple[int, str]] = set()

    async def submit(self, sale: Sale, has_left: HasLeft | None = None) -> Outcome[Sold]:
        """What the sale led to. Raises its refusal, IdempotencyInProgress, Unavailable."""
        command = sale.command
        if command.idempotency is None:
            return await self._lanes.submit(command.event_id, sale, has_left)
        key = (command.idempotency.caller_id, command.idempotency.key)
        # Told at once, where it would wait in the lane; in another process the key's lock tells.
        if key in self._running:
            raise IdempotencyInProgress()
        self._running.add(key)
        try:
            return await self._lanes.submit(command.event_id, sale, has_left)
        finally:
            self._running.discard(key)
