"""What mails about the transfer of a ticket need."""

from urllib.parse import quote

from src.application.dtos.mail import TransferDetails
from src.application.ports.transfers import TransferTokens
from src.domain.entities.transfer import TransferStatus
from src.domain.errors import NotFound
from src.domain.repositories.ticket import TicketRepository
from src.domain.repositories.transfer import TransferRepository


class ReadTransfer:
    """Implements `TransferReader`. `own_url` is the address of this service for browsers."""

    def __init__(
        self,
        transfers: TransferRepository,
        tickets: TicketRepository,
        tokens: TransferTokens,
        own_url: str,
    ) -> None:
        self._transfers = transfers
        self._tickets = tickets
        self._tokens = tokens
        self._own_url = own_url

    async def read(self, transfer_id: int) -> TransferDetails | None:
        try:
            transfer = await self._transfers.get(transfer_id)
        except NotFound:
            return None
        ticket = await self._tickets.get(transfer.ticket_id)
        token = self._tokens.issue(transfer.nonce)
        link = f"{self._own_url}/accept-ticket?token={quote(token, safe='')}"
        return TransferDetails(
            email=transfer.email or "",
            booking_id=ticket.booking_id,
            ticket_id=ticket.id,
            from_user_id=transfer.from_user_id,
            to_user_id=transfer.to_user_id,
            link=link if transfer.status is TransferStatus.OFFERED else None,
            expires_at=transfer.expires_at,
        )
