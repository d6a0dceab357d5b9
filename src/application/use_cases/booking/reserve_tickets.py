"""Reserve tickets of one event."""

from dataclasses import replace

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import IsDisconnected
from src.application.selling.buy import Buy
from src.application.selling.purchase import Purchase
from src.domain.entities.booking import Booking


class ReserveTickets:
    """Hold tickets or seats of an event for a while: all of them or none.

    Any user for themselves; the event's organizer and admins for anybody. The answer is a
    pending booking with its deadline, `expires_at`; confirm or extend it before. Refused as a
    booking is, and with `ticket_limit_exceeded` for too many open reservations.
    """

    def __init__(self, buy: Buy) -> None:
        self._buy = buy

    async def execute(
        self, purchase: Purchase, is_disconnected: IsDisconnected | None = None
    ) -> Outcome[Booking]:
        sale = await self._buy.execute(replace(purchase, is_hold=True), is_disconnected)
        return Outcome(sale.result.booking, sale.is_replayed)
