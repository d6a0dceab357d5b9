"""Book or reserve tickets of one event."""

from src.application.idempotency import Outcome
from src.application.lanes import HasLeft
from src.application.use_cases.booking.sale import BookTicketsCommand, Sale
from src.application.use_cases.booking.sale_desk import SaleDesk
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


class ReserveTickets(BookTickets):
    """Hold tickets or seats of an event for a while: all of them or none.

    Any user for themselves; the event's organizer and admins for anybody. The answer is a
    pending booking with its deadline, `expires_at`; confirm or extend it before. Refused as a
    booking is, and with `ticket_limit_exceeded` for too many open reservations.
    """
