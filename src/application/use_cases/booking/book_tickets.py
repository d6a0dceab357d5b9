"""Book tickets of an event."""

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import IsDisconnected
from src.application.selling.buy import Buy
from src.application.selling.purchase import Purchase
from src.domain.entities.booking import Booking


class BookTickets:
    """Book tickets of an event, all of them or none.

    Authorization: any user for themselves; the event's organizer and admins (the box office) for
    any user. Refused with `sales_closed`, `ticket_limit_exceeded`, `seat_taken` or
    `insufficient_tickets`; with `unavailable` if too many requests are waiting.

    If the event is paid outside, the booking is confirmed immediately. If it is paid online, the
    booking holds its tickets until `expires_at`, and the order `order_id` waits for its payment.
    For numbered seats give `seat_ids`, or `quantity` with `best_available`. `ticket_type_id` is
    required if the event has several ticket types. Safe to repeat with the same
    `Idempotency-Key`.
    """

    def __init__(self, buy: Buy) -> None:
        self._buy = buy

    async def execute(
        self, purchase: Purchase, is_disconnected: IsDisconnected | None = None
    ) -> Outcome[Booking]:
        sale = await self._buy.execute(purchase, is_disconnected)
        return Outcome(sale.result.booking, sale.is_replayed)
