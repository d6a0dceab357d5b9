"""The repository of transfers."""

from datetime import datetime
from typing import Protocol

from src.domain.entities.transfer import Transfer


class TransferRepository(Protocol):
    """Offers of tickets. A change is made under the lock of the event, except where noted."""

    async def get(self, transfer_id: int) -> Transfer:
        """Return the transfer. Raises NotFound."""

    async def get_by_token(self, token_hash: bytes) -> Transfer:
        """Return the transfer that the token with this hash accepts. Raises NotFound."""

    async def latest(self, ticket_id: int, *, issue: int) -> Transfer | None:
        """Return the last offer of this issue of the ticket, open or not."""

    async def lock(self, transfer_id: int) -> Transfer:
        """Like `get`, but lock the row until the transaction ends."""

    async def lock_open(self, ticket_id: int) -> Transfer | None:
        """Return the open offer of the ticket, expired or not, locked likewise."""

    async def add(self, transfer: Transfer) -> None:
        """Store the transfer and set its id."""

    async def save(self, transfer: Transfer) -> None:
        """Store its status, its receiver, and that it is closed."""

    async def close_of_user(self, user_id: int, email: str | None, now: datetime) -> list[Transfer]:
        """Close the open offers of the user, and those to the address; what was closed.

        The former are withdrawn, the latter declined. Needs no lock.
        """

    async def expire(self, now: datetime, *, limit: int) -> list[Transfer]:
        """Expire open offers whose time has passed, except locked ones; which. Needs no lock."""
