"""Refund a ticket, alone."""

from src.application.concurrency.idempotency import Outcome
from src.application.settling.give_back_tickets import GiveBack
from src.application.settling.return_ticket import ReturnTicket, ReturnTicketCommand
from src.domain.entities.ticket import Ticket
from src.domain.entities.user import Actor


class RefundTicket:
    """Refund one ticket of a booking; it becomes invalid and available to others.

    Its share of discount, fees and taxes goes with it. The booking goes on without it; with its
    last ticket it ends. Authorization: the event's organizer and admins, who refund the whole;
    the buyer, by the event's cancellation policy, less what the policy keeps. An online payment is
    refunded by its provider; for an event that is paid outside, it is recorded that the money was
    returned. Refused with `invalid_state` if the ticket is cancelled or used, for buyers also if it
    was transferred, or once the policy's time is over; `forbidden` to buyers if the event has no
    such policy. Safe to repeat with the same `Idempotency-Key`.
    """

    def __init__(self, return_ticket: ReturnTicket) -> None:
        self._return_ticket = return_ticket

    async def execute(self, actor: Actor, command: ReturnTicketCommand) -> Outcome[Ticket]:
        return await self._return_ticket.execute(actor, command, GiveBack.REFUND)
