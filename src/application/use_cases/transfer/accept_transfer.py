"""Accept the offer of a ticket."""

from src.application.concurrency.idempotency import retry_on_code_collision
from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWorkFactory
from src.application.ports.transfers import TransferTokens
from src.application.selling.hold_account import hold_account
from src.domain.entities.ticket import Ticket
from src.domain.entities.transfer import Transfer, require_transferable
from src.domain.entities.user import Actor
from src.domain.repositories.transfer import TransferRepository
from src.domain.shared.codes import RandomCode, ticket_code


class AcceptTransfer:
    """Accept the offer of a ticket with the token from the mail; the ticket becomes yours.

    It gets a new code, and the old one admits nobody. What was paid for it, and the right to a
    refund, stay with the buyer.

    Authorization: any user who has the token, whatever the address of their account: who has it
    reads mail at the address that the ticket was offered to. Refused with `invalid_state` if the
    offer is closed, the ticket not valid, or the event has started; with `ticket_limit_exceeded` if
    you would have more tickets of the event than its limit per person.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        transfers: TransferRepository,
        tokens: TransferTokens,
        clock: Clock,
        random_code: RandomCode,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._transfers = transfers
        self._tokens = tokens
        self._clock = clock
        self._random_code = random_code

    async def execute(self, actor: Actor, token: str) -> Ticket:
        transfer = await self._transfers.get_by_token(self._tokens.hash(token))
        return await retry_on_code_collision(lambda: self._accept(actor, transfer))

    async def _accept(self, actor: Actor, unlocked: Transfer) -> Ticket:
        touches = Touches(event_ids=[unlocked.event_id])
        async with self._unit_of_work(touches=touches) as uow:
            event = await uow.events.lock(unlocked.event_id, with_deleted=True)
            await hold_account(uow, actor.id)
            transfer = await uow.transfers.lock(unlocked.id)
            ticket = await uow.tickets.get(transfer.ticket_id)
            now = self._clock()
            transfer.accept(by=actor.id, now=now)
            require_transferable(ticket, event, now)
            held = await uow.tickets.live_counts([(event.id, actor.id)])
            event.require_limit(1, held=held.get((event.id, actor.id), 0))
            before = {"user_id": ticket.user_id, "issue": ticket.issue}
            code = ticket_code(now, self._random_code)
            retired = ticket.transfer(to=actor.id, code=code, now=now)
            # The offer first: of one that is open when its ticket changes, the offer ends.
            await uow.transfers.save(transfer)
            await uow.tickets.replace_code(ticket, retired)
            entry = AuditEntry(
                "ticket.transferred",
                subject="ticket",
                subject_id=ticket.id,
                event_id=event.id,
                before=before,
                after={
                    "user_id": ticket.user_id,
                    "issue": ticket.issue,
                    "transfer_id": transfer.id,
                },
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return ticket
