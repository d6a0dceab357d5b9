"""Refund tickets of a booking."""

from src.application.concurrency.idempotency import Outcome
from src.application.settling.give_back_tickets import GiveBackCommand, GiveBackTickets
from src.domain.entities.booking import Booking
from src.domain.entities.user import Actor


class RefundTickets:
    """Refund some tickets of a booking at once, as `POST /tickets/{ticket_code}/refund` does one.

    Authorization and refusals are the same; if one of the tickets cannot be refunded, none is.
    With `expected_amount` it is refused with `invalid_state` unless exactly that goes back. Safe to
    repeat with the same `Idempotency-Key`.
    """

    def __init__(self, give_back: GiveBackTickets) -> None:
        self._give_back = give_back

    async def execute(self, actor: Actor, command: GiveBackCommand) -> Outcome[Booking]:
        return await self._give_back.execute(actor, command)
