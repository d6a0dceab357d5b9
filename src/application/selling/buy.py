"""Where a purchase is handed in."""

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import IsDisconnected, Lanes
from src.application.selling.purchase import Purchase, Sale
from src.application.selling.sell_across_events import SellAcrossEvents
from src.domain.entities.order import Order
from src.domain.errors import IdempotencyInProgress

SaleLanes = Lanes[int, Purchase, Outcome[Sale]]


class Buy:
    """Sells in the lane of the event, or, over several events, in a transaction of its own.

    Of two purchases with the same Idempotency-Key the second is refused while the first runs.
    """

    def __init__(self, lanes: SaleLanes, sell_across_events: SellAcrossEvents) -> None:
        self._lanes = lanes
        self._sell_across_events = sell_across_events
        self._running: set[tuple[int, str]] = set()

    async def order(
        self, purchase: Purchase, is_disconnected: IsDisconnected | None = None
    ) -> Outcome[Order]:
        """The order of a purchase of order lines. Raises as `execute` does."""
        sale = await self.execute(purchase, is_disconnected)
        assert sale.result.order is not None
        return Outcome(sale.result.order, sale.is_replayed)

    async def execute(
        self, purchase: Purchase, is_disconnected: IsDisconnected | None = None
    ) -> Outcome[Sale]:
        """The sale. Raises its refusal, IdempotencyInProgress, Unavailable.

        `is_disconnected` tells whether the buyer has hung up: then nothing is sold to them.
        """
        event_ids = purchase.event_ids
        if len(event_ids) != 1:
            return await self._sell_across_events.execute(purchase)
        (event_id,) = event_ids
        if purchase.idempotency is None:
            return await self._lanes.submit(event_id, purchase, is_disconnected)
        key = (purchase.idempotency.caller_id, purchase.idempotency.key)
        # Told at once, where it would wait in the lane; in another process the key's lock tells.
        if key in self._running:
            raise IdempotencyInProgress()
        self._running.add(key)
        try:
            return await self._lanes.submit(event_id, purchase, is_disconnected)
        finally:
            self._running.discard(key)
