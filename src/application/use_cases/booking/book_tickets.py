"""Book tickets of one event."""

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import IsDisconnected
from src.application.selling.buy import Buy
from src.application.selling.purchase import Purchase
from src.domain.entities.booking import Booking


class BookTickets:
    """Book tickets of an event: all of them or none.

    Any user for themselves; the event's organizer and admins (the box office) for anybody. The
    booking is confirmed at once where the event is paid outside; where it is paid online it
    holds its tickets until `expires_at`, and the order in `order_id` waits for its payment. For
    numbered seats give `seat_ids`, or `quantity` with `best_available`. Without
    `ticket_type_id` the event's only type is meant; with several it is needed. Refused with
    `sales_closed`, `ticket_limit_exceeded`, `seat_taken` or `insufficient_tickets`; with
    `unavailable` when too many people wait already. Safe to repeat with the same
    `Idempotency-Key`.
    """

    def __init__(self, buy: Buy) -> None:
        self._buy = buy

    async def execute(
        self, purchase: Purchase, is_disconnected: IsDisconnected | None = None
    ) -> Outcome[Booking]:
        sale = await self._buy.execute(purchase, is_disconnected)
        return Outcome(sale.result.booking, sale.is_replayed)
