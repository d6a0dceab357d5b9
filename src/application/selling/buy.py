"""The entry point of sales."""

from collections import Counter

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import IsDisconnected, Lanes
from src.application.selling.purchase import Purchase, Sale
from src.application.selling.sell_across_events import SellAcrossEvents
from src.application.selling.sell_together import JointLanes, Left
from src.domain.entities.order import Order
from src.domain.errors import IdempotencyInProgress

SaleLanes = Lanes[int, Purchase, Outcome[Sale]]

FEW_LANES = 2
"""So many events sell side by side before others are sold together."""

FEW_PURCHASES = 4
"""So many purchases of an event are sold together with others before it gets a lane of its own."""


class Buy:
    """Sells in the lane of the event while few events sell, and else many events together.

    What cannot be sold together is sold in the lane of its event, or, for several events, in a
    transaction of its own. While a purchase runs, another with the same Idempotency-Key is refused.
    """

    def __init__(
        self, lanes: SaleLanes, joint_lanes: JointLanes, sell_across_events: SellAcrossEvents
    ) -> None:
        self._lanes = lanes
        self._joint_lanes = joint_lanes
        self._sell_across_events = sell_across_events
        self._running: set[tuple[int, str]] = set()
        self._joint: Counter[int] = Counter()

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
        if purchase.idempotency is None:
            return await self._sell(purchase, is_disconnected)
        key = (purchase.idempotency.caller_id, purchase.idempotency.key)
        # Refused here instead of waiting in a lane; across processes the key's lock decides.
        if key in self._running:
            raise IdempotencyInProgress()
        self._running.add(key)
        try:
            return await self._sell(purchase, is_disconnected)
        finally:
            self._running.discard(key)

    async def _sell(
        self, purchase: Purchase, is_disconnected: IsDisconnected | None
    ) -> Outcome[Sale]:
        event_ids = purchase.event_ids
        if self._belongs_together(purchase):
            self._joint.update(event_ids)
            try:
                answer = await self._joint_lanes.submit(None, purchase, is_disconnected)
            finally:
                self._joint.subtract(event_ids)
            if not isinstance(answer, Left):
                return answer
        if len(event_ids) != 1:
            return await self._sell_across_events.execute(purchase)
        (event_id,) = event_ids
        return await self._lanes.submit(event_id, purchase, is_disconnected)

    def _belongs_together(self, purchase: Purchase) -> bool:
        """Whether the purchase is sold together with those of other events."""
        event_ids = purchase.event_ids
        if not event_ids or purchase.discount_ids:
            return False
        if len(event_ids) > 1:
            # There is no lane of its own for these.
            return True
        (event_id,) = event_ids
        if event_id in self._lanes or self._joint[event_id] >= FEW_PURCHASES:
            return False
        return None in self._joint_lanes or len(self._lanes) >= FEW_LANES
