"""Port for the tokens that accept offers of tickets."""

from typing import Protocol
from uuid import UUID


class TransferTokens(Protocol):
    """Makes the tokens that are mailed to the people whom tickets are offered to."""

    def new_nonce(self) -> UUID:
        """Return a new random nonce, which a transfer is stored with."""

    def issue(self, nonce: UUID) -> str:
        """Return the token of the transfer with this nonce: the same each time."""

    def hash(self, token: str) -> bytes:
        """Return what a transfer is found by."""
