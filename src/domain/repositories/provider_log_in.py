"""The repository of log-ins that have begun at the outside identity provider."""

from datetime import datetime
from typing import Protocol

from src.domain.entities.provider_log_in import ProviderLogIn


class ProviderLogInRepository(Protocol):
    """Log-ins that have begun, by the hashes of their secrets."""

    async def add(self, log_in: ProviderLogIn) -> None: ...

    async def take(
        self, state_hash: bytes, browser_hash: bytes, now: datetime
    ) -> ProviderLogIn | None:
        """Return and delete the log-in; None if it is another browser's, too old, or was taken."""

    async def forget_expired(self, before: datetime, *, limit: int) -> int:
        """Delete log-ins that expired before `before`, except locked ones; the number deleted."""
