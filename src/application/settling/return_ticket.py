"""Shared by cancelling and refunding a ticket: find its booking, and give it back."""

from dataclasses import dataclass

from src.application.concurrency.idempotency import Outcome
from src.application.settling.give_back_tickets import GiveBack, GiveBackCommand, GiveBackTickets
from src.domain.entities.ticket import Ticket
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, NotFound
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.repositories.ticket import TicketRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnTicketCommand:
    """The ticket to give back, and why."""

    ticket_code: str
    reason: str | None = None
    idempotency: IdempotentRequest | None = None


class ReturnTicket:
    """Gives the ticket with a code back, alone."""

    def __init__(self, tickets: TicketRepository, give_back: GiveBackTickets) -> None:
        self._tickets = tickets
        self._give_back = give_back

    async def execute(
        self, actor: Actor, command: ReturnTicketCommand, how: GiveBack
    ) -> Outcome[Ticket]:
        """Return the ticket as it is then. Raises NotFound, Forbidden, InvalidState."""
        ticket = await self._tickets.get_by_code(command.ticket_code)
        try:
            outcome = await self._give_back.execute(
                actor,
                GiveBackCommand(
                    booking_id=ticket.booking_id,
                    ticket_ids=[ticket.id],
                    how=how,
                    reason=command.reason,
                    idempotency=command.idempotency,
                ),
            )
        except NotFound:
            # Its holder may see it, and learns why; nobody else learns that it exists.
            if ticket.user_id == actor.id:
                why = "It was transferred to you: only the event's organizer can take it back."
                raise Forbidden(why) from None
            raise NotFound("ticket", command.ticket_code) from None
        tickets = {ticket.id: ticket for ticket in outcome.result.tickets}
        return Outcome(tickets[ticket.id], outcome.is_replayed)
