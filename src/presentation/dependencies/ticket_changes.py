"""Giving tickets away and issuing them anew, with the limits of both, for pages and routes."""

from src.application.dtos.transfer import TicketTransfer
from src.application.use_cases.ticket.offer_transfer import OfferTransfer, OfferTransferCommand
from src.application.use_cases.ticket.reissue_ticket import ReissueTicket
from src.domain.entities.ticket import Ticket
from src.domain.entities.user import Actor
from src.presentation.dependencies.rate_limits import RateLimits


async def limited_offer(
    use_case: OfferTransfer, limits: RateLimits, actor: Actor, command: OfferTransferCommand
) -> TicketTransfer:
    """Offer the ticket, unless this sender or this address had too many offers lately."""
    await limits.hit("transfer", f"offers of {actor.id}")
    await limits.hit("transfer", f"offers to {command.email}")
    return await use_case.execute(actor, command)


async def limited_reissue(
    use_case: ReissueTicket, limits: RateLimits, actor: Actor, ticket_code: str
) -> Ticket:
    """Issue the ticket anew, unless this caller did so too often lately."""
    await limits.hit("transfer", f"reissues of {actor.id}")
    return await use_case.execute(actor, ticket_code)
