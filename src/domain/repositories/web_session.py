"""The repository of the sessions of browsers."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from src.domain.entities.web_session import WebSession


class WebSessionRepository(Protocol):
    """Sessions of browsers, by the hash of their secret."""

    async def add(self, session: WebSession) -> None:
        """Store the session and set the id."""

    async def end(self, secret_hash: bytes) -> int | None:
        """End the session; the id of its user, None if there is none."""

    async def of_user(self, user_id: int, now: datetime) -> list[WebSession]:
        """Return the user's sessions that last, the last seen first."""

    async def end_one(self, user_id: int, session_id: int) -> bool:
        """End a session of the user; whether there was one."""

    async def end_others(self, user_id: int, session_id: int) -> None:
        """End every session of the user but this one."""

    async def end_all_of(self, user_id: int) -> None:
        """End every session of the user."""

    async def see(self, session_ids: Collection[int], *, now: datetime, until: datetime) -> None:
        """Note that the sessions are used, and let them last until then."""

    async def forget_expired(self, before: datetime, *, limit: int) -> int:
        """Delete sessions that expired before `before`, except locked ones; the number deleted."""
