"""Offer a ticket to somebody else."""

from dataclasses import dataclass
from datetime import datetime

from src.application.access import require_holder
from src.application.dtos.transfer import TicketTransfer
from src.application.ports.database import Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.ports.transfers import TransferTokens
from src.application.selling.hold_account import hold_account
from src.application.selling.transfer_entry import transfer_entry
from src.application.use_cases.ticket.check_in_ticket import lock_ticket
from src.domain.entities.transfer import Transfer, TransferStatus, require_other_address
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState


@dataclass(frozen=True, slots=True)
class OfferTransferCommand:
    """The ticket to offer, and the e-mail address, in lower case, to offer it to."""

    ticket_code: str
    email: str


class OfferTransfer:
    """Offer a ticket to somebody else, who gets a mail with which to accept it.

    The offer stands for seven days, at most until the event starts, and ends when the ticket is
    used, cancelled, refunded or reissued. Until it is accepted the ticket is the sender's. The
    token that accepts it is in the mail alone, and in no response.

    Authorization: the ticket's holder and admins. Refused with `invalid_state` if the ticket is not
    valid or is offered to somebody already, and if the event has started or does not allow
    transfers. It may be sold out.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, tokens: TransferTokens, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._tokens = tokens
        self._clock = clock

    async def execute(self, actor: Actor, command: OfferTransferCommand) -> TicketTransfer:
        async with self._unit_of_work(touches=Touches(ticket_code=command.ticket_code)) as uow:
            event, ticket = await lock_ticket(uow, command.ticket_code)
            require_holder(actor, ticket)
            holder = await hold_account(uow, ticket.user_id)
            require_other_address(command.email, holder.email)
            now = self._clock()
            await _require_no_offer(uow, ticket.id, now)
            nonce = self._tokens.new_nonce()
            transfer = Transfer.offer(
                ticket,
                event,
                email=command.email,
                nonce=nonce,
                token_hash=self._tokens.hash(self._tokens.issue(nonce)),
                now=now,
            )
            await uow.transfers.add(transfer)
            await uow.audit.record([transfer_entry(transfer, actor)])
            await uow.commit()
        return TicketTransfer.of(transfer, ticket, now)


async def _require_no_offer(uow: UnitOfWork, ticket_id: int, now: datetime) -> None:
    """Raise InvalidState while the ticket is offered; note the end of an offer that expired."""
    earlier = await uow.transfers.lock_open(ticket_id)
    if earlier is None:
        return
    if earlier.status_at(now) is TransferStatus.OFFERED:
        why = "This ticket is offered to somebody already: take that offer back first."
        raise InvalidState("transfer", "offered", "offered", why)
    earlier.expire(now)
    await uow.transfers.save(earlier)
    await uow.audit.record([transfer_entry(earlier, None)])
