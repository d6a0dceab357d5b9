"""Get the link that saves a ticket in Google Wallet."""

from src.application.ports.wallets import GoogleWallet
from src.application.use_cases.wallet.read_pass import ReadPass
from src.domain.entities.user import Actor


class GetGoogleLink:
    """Get a signed link that saves a ticket in Google Wallet.

    Authorization: its holder and admins. Refused with `invalid_state` if the ticket is cancelled,
    and with `not_found` where the operator has not enabled it. The link is as good as the
    ticket: keep it from others.
    """

    def __init__(self, read_pass: ReadPass, wallet: GoogleWallet) -> None:
        self._read_pass = read_pass
        self._wallet = wallet

    async def execute(self, actor: Actor, ticket_code: str) -> str:
        return await self._wallet.save_url(await self._read_pass.execute(actor, ticket_code))
