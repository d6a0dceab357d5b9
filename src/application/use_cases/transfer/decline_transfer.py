"""Decline the offer of a ticket."""

from src.application.ports.database import Clock, Touches, UnitOfWorkFactory
from src.application.ports.transfers import TransferTokens
from src.application.selling.transfer_entry import transfer_entry
from src.domain.repositories.transfer import TransferRepository


class DeclineTransfer:
    """Decline the offer of a ticket with the token from the mail; the sender keeps the ticket.

    Authorization: everybody who has the token. Refused with `invalid_state` if the offer is closed.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        transfers: TransferRepository,
        tokens: TransferTokens,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._transfers = transfers
        self._tokens = tokens
        self._clock = clock

    async def execute(self, token: str) -> None:
        unlocked = await self._transfers.get_by_token(self._tokens.hash(token))
        touches = Touches(event_ids=[unlocked.event_id])
        async with self._unit_of_work(touches=touches) as uow:
            await uow.events.lock(unlocked.event_id, with_deleted=True)
            transfer = await uow.transfers.lock(unlocked.id)
            transfer.decline(self._clock())
            await uow.transfers.save(transfer)
            await uow.audit.record([transfer_entry(transfer, None)])
            await uow.commit()
