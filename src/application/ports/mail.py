"""Port for mail."""

from typing import Protocol


class Mailer(Protocol):
    """Sends mail; never called inside a transaction."""

    async def send_verification(self, email: str, name: str, token: str) -> None:
        """Send the token that confirms the address `email`. Raises Unavailable."""
