"""Book or reserve tickets of one event."""

from src.application.idempotency import Outcome
from src.application.lanes import HasLeft, Lanes
from src.application.use_cases.booking.sell_tickets import BookTicketsCommand, Sale
from src.domain.entities.booking import Booking
from src.domain.entities.user import Actor
from src.domain.errors import IdempotencyInProgress

SaleLanes = Lanes[int, Sale, Outcome[Booking]]


class BookTickets:
    """Book tickets of an event: all of them or none.

    Any user for themselves; the event's organizer and admins (the box office) for anybody. The
    booking is confirmed at once where the event is paid outside; where it is paid online it
    holds its tickets until `expires_at`. For numbered seats give `seat_ids`, or `quantity`
    with `best_available`. Without `ticket_type_id` the event's only type is meant; with several
    it is needed. Refused with `sales_closed`, `ticket_limit_exceeded`, `seat_taken` or
    `insufficient_tickets`; with `unavailable` when too many people wait already. Safe to
    repeat with the same `Idempotency-Key`.
    """

    def __init__(self, lanes: SaleLanes) -> None:
        self._lanes = lanes
        self._running: set[tuple[int, str]] = set()

    async def execute(
        self, actor: Actor, command: BookTicketsCommand, has_left: HasLeft | None = None
    ) -> Outcome[Booking]:
        sale = Sale(actor, command)
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


class ReserveTickets(BookTickets):
    """Hold tickets or seats of an event for a while: all of them or none.

    Any user for themselves; the event's organizer and admins for anybody. The answer is a
    pending booking with its deadline, `expires_at`; confirm or extend it before. Refused as a
    booking is, and with `ticket_limit_exceeded` for too many open reservations.
    """
