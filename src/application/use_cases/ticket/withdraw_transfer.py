"""Take the offer of a ticket back."""

from src.application.access import require_holder
from src.application.ports.database import Clock, Touches, UnitOfWorkFactory
from src.application.selling.transfer_entry import transfer_entry
from src.application.use_cases.ticket.check_in_ticket import lock_ticket
from src.domain.entities.user import Actor
from src.domain.errors import NotFound


class WithdrawTransfer:
    """Take the offer of a ticket back; the token in its mail is no longer valid.

    Authorization: the ticket's holder and admins. Refused with `invalid_state` if the offer is
    closed.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, ticket_code: str) -> None:
        async with self._unit_of_work(touches=Touches(ticket_code=ticket_code)) as uow:
            _, ticket = await lock_ticket(uow, ticket_code)
            require_holder(actor, ticket)
            latest = await uow.transfers.latest(ticket.id, issue=ticket.issue)
            if latest is None:
                raise NotFound("transfer of this ticket")
            transfer = await uow.transfers.lock(latest.id)
            transfer.withdraw(self._clock())
            await uow.transfers.save(transfer)
            await uow.audit.record([transfer_entry(transfer, actor)])
            await uow.commit()
