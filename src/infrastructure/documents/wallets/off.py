"""Wallets that the operator has not enabled."""

from src.application.dtos.wallet import WalletPass
from src.domain.entities.ticket import Ticket
from src.domain.errors import NotFound


class NoAppleWallet:
    """Implements `AppleWallet` where the operator has no keys for it."""

    is_enabled = False

    async def write(self, content: WalletPass) -> bytes:
        raise NotFound("pass for Apple Wallet here: the operator has not enabled it")

    def is_pass(self, pass_type_id: str, ticket: Ticket, token: str) -> bool:
        return False


class NoGoogleWallet:
    """Implements `GoogleWallet` where the operator has no keys for it."""

    is_enabled = False

    async def save_url(self, content: WalletPass) -> str:
        raise NotFound("link to Google Wallet here: the operator has not enabled it")
