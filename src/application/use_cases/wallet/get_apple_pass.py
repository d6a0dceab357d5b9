"""Get a ticket as a pass for Apple Wallet."""

from src.application.ports.wallets import AppleWallet
from src.application.use_cases.wallet.read_pass import ReadPass
from src.domain.entities.user import Actor


class GetApplePass:
    """Get a ticket as a signed pass for Apple Wallet, in English, German and Thai.

    Authorization: its holder and admins. Refused with `invalid_state` if the ticket is cancelled,
    and with `not_found` where the operator has not enabled it.
    """

    def __init__(self, read_pass: ReadPass, wallet: AppleWallet) -> None:
        self._read_pass = read_pass
        self._wallet = wallet

    async def execute(self, actor: Actor, ticket_code: str) -> bytes:
        return await self._wallet.write(await self._read_pass.execute(actor, ticket_code))
