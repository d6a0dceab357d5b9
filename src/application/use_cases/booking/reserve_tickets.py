"""Reserve tickets of an event."""

from dataclasses import replace

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import IsDisconnected
from src.application.selling.buy import Buy
from src.application.selling.purchase import Purchase
from src.domain.entities.booking import Booking


class ReserveTickets:
    """Reserve tickets or seats of an event for a limited time, all of them or none.

    Authorization: any user for themselves; the event's organizer and admins for any user. Refused
    like a booking, and with `ticket_limit_exceeded` for too many open reservations. The response
    is a pending booking, to be confirmed or extended before `expires_at`.
    """

    def __init__(self, buy: Buy) -> None:
        self._buy = buy

    async def execute(
        self, purchase: Purchase, is_disconnected: IsDisconnected | None = None
    ) -> Outcome[Booking]:
        sale = await self._buy.execute(replace(purchase, is_hold=True), is_disconnected)
        return Outcome(sale.result.booking, sale.is_replayed)
