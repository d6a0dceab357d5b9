"""The repository of calendar feeds."""

from datetime import datetime
from typing import Protocol


class CalendarFeedRepository(Protocol):
    """The secret address of each user's calendar, as a hash; a user has one at most."""

    async def find_user(self, secret_hash: bytes) -> int | None:
        """Return whose feed it is; None if it is nobody's, or that of an inactive user."""

    async def made_at(self, user_id: int) -> datetime | None:
        """Return when the user's present feed was made; None without one."""

    async def replace(self, user_id: int, secret_hash: bytes) -> None:
        """Store the user's feed; one that the user had before is gone."""

    async def remove(self, user_id: int) -> bool:
        """Delete the user's feed; whether there was one."""
