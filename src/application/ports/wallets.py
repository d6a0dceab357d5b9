"""Ports for the wallets of phones."""

from typing import Protocol

from src.application.dtos.wallet import WalletPass


class AppleWallet(Protocol):
    """Signs passes for Apple Wallet."""

    async def write(self, content: WalletPass) -> bytes:
        """Return the pass as a file. Raises NotFound where the operator has switched it off."""


class GoogleWallet(Protocol):
    """Signs links that save a pass in Google Wallet."""

    async def save_url(self, content: WalletPass) -> str:
        """Return the link. Raises NotFound where the operator has switched it off."""
