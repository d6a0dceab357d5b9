"""Ports for the wallets of phones."""

from typing import Protocol

from src.application.dtos.wallet import WalletPass
from src.domain.entities.ticket import Ticket


class AppleWallet(Protocol):
    """Signs passes for Apple Wallet."""

    is_enabled: bool

    async def write(self, content: WalletPass) -> bytes:
        """Return the pass as a file. Raises NotFound where the operator has not enabled it."""

    def is_pass(self, pass_type_id: str, ticket: Ticket, token: str) -> bool:
        """Whether a pass of this type and this issue of the ticket has this token inside."""


class GoogleWallet(Protocol):
    """Signs links that save a pass in Google Wallet."""

    is_enabled: bool

    async def save_url(self, content: WalletPass) -> str:
        """Return the link. Raises NotFound where the operator has not enabled it."""
