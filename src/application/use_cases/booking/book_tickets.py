"""Book tickets of one event."""

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import HasLeft
from src.application.selling.purchase import BookTicketsCommand, Sale
from src.application.selling.queue import SaleDesk
from src.domain.entities.booking import Booking
from src.domain.entities.user import Actor


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

    def __init__(self, sale_desk: SaleDesk) -> None:
        self._sale_desk = sale_desk

    async def execute(
        self, actor: Actor, command: BookTicketsCommand, has_left: HasLeft | None = None
    ) -> Outcome[Booking]:
        sold = await self._sale_desk.submit(Sale(actor, command), has_left)
        return Outcome(sold.result.booking, sold.is_replayed)
