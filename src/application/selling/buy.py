"""The entry point of sales."""

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import IsDisconnected, Lanes
from src.application.selling.purchase import Purchase, Sale
from src.application.selling.sell_across_events import SellAcrossEvents
from src.domain.entities.order import Order
from src.domain.errors import IdempotencyInProgress

SaleLanes = Lanes[int, Purchase, Outcome[Sale]]


class Buy:
    """Sells in the lane of the event, or, for several events, in a separate transaction.

    While a purchase runs, another with the same Idempotency-Key is refused.
    """

    def __init__(self, lanes: SaleLanes, sell_across_events: SellAcrossEvents) -> None:
        self._lanes = lanes
        self._sell_across_events = sell_across_events
        self._running: set[tuple[int, str]] = set()

    async def order(
        self, purchase: Purchase, is_disconnected: IsDisconnected | None = None
    ) -> Outcome[Order]:
        """Sell order lines, and return the order. Raises as `execute` does."""
        sale = await self.execute(purchase, is_disconnected)
        assert sale.result.order is not None
        return Outcome(sale.result.order, sale.is_replayed)

    async def execute(
        self, purchase: Purchase, is_disconnected: IsDisconnected | None = None
    ) -> Outcome[Sale]:
        """Return the sale. Raises its refusal, IdempotencyInProgress, Unavailable.

        Nothing is sold to a buyer for whom `is_disconnected` returns True.
        """
        event_ids = purchase.event_ids
        if len(event_ids) != 1:
            return await self._sell_across_events.execute(purchase)
        (event_id,) = event_ids
        if purchase.idempotency is None:
            return await self._lanes.submit(event_id, purchase, is_disconnected)
        key = (purchase.idempotency.caller_id, purchase.idempotency.key)
        # Refused here instead of waiting in the lane; across processes the key's lock decides.
        if key in self._running:
            raise IdempotencyInProgress()
        self._running.add(key)
        try:
            return await self._lanes.submit(event_id, purchase, is_disconnected)
        finally:
            self._running.discard(key)
