"""List the browsers that are logged in."""

from collections.abc import Sequence

from src.application.ports.database import Clock
from src.domain.entities.user import Actor
from src.domain.entities.web_session import WebSession
from src.domain.repositories.web_session import WebSessionRepository


class ListSessions:
    """List the browsers in which the caller is logged in, the last seen first.

    Authorization: any user, for themselves.
    """

    def __init__(self, web_sessions: WebSessionRepository, clock: Clock) -> None:
        self._web_sessions = web_sessions
        self._clock = clock

    async def execute(self, actor: Actor) -> Sequence[WebSession]:
        return await self._web_sessions.of_user(actor.id, self._clock())
