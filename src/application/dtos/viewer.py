"""Who looks at a page."""

from dataclasses import dataclass
from datetime import datetime

from src.domain.entities.user import Actor, Role, User
from src.domain.shared.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """The user of a browser's session, with what every page shows of them.

    `is_guest` means that they buy without an account.
    """

    session_id: int
    id: int
    role: Role
    name: str
    email: str | None
    language: Language | None
    is_guest: bool
    is_active: bool
    last_seen_at: datetime

    @property
    def actor(self) -> Actor:
        return Actor(self.id, self.role)


@dataclass(frozen=True, slots=True)
class OpenedWebSession:
    """A new session of a browser, and the secret for its cookie, which is stored nowhere."""

    user: User
    session_id: int
    secret: str
