"""Shared by sign-up and log-in on the pages: open a session of a browser."""

from datetime import datetime, timedelta

from src.application.dtos.viewer import OpenedWebSession
from src.application.ports.database import UnitOfWork
from src.application.ports.security import WebSessionSecrets
from src.domain.entities.user import User
from src.domain.entities.web_session import WebSession

LONGEST_DEVICE = 300


class OpenWebSession:
    """Opens a session whose secret goes into the browser's cookie.

    The session that the browser had before ends, so that nobody who knew its secret is logged in
    now.
    """

    def __init__(self, secrets: WebSessionSecrets, lifetime: timedelta) -> None:
        self._secrets = secrets
        self._lifetime = lifetime

    async def execute(
        self,
        uow: UnitOfWork,
        user: User,
        *,
        now: datetime,
        device: str | None = None,
        former: str | None = None,
    ) -> OpenedWebSession:
        """Open a session for the user, in the caller's transaction, and end the former one."""
        if former is not None and self._secrets.is_ours(former):
            await uow.web_sessions.end(self._secrets.hash(former))
        secret = self._secrets.new()
        session = WebSession(
            user_id=user.id,
            secret_hash=self._secrets.hash(secret),
            device=device[:LONGEST_DEVICE] if device else None,
            last_seen_at=now,
            expires_at=now + self._lifetime,
        )
        await uow.web_sessions.add(session)
        return OpenedWebSession(user, session.id, secret)
