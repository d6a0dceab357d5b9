"""API keys as their owner gets them, and as requests are known by them."""

from dataclasses import dataclass
from datetime import datetime

from src.domain.entities.api_key import ApiKey
from src.domain.entities.user import Actor


@dataclass(frozen=True, slots=True)
class KeyWithSecret:
    """A key with its new secret, which is shown this once."""

    key: ApiKey
    secret: str


@dataclass(frozen=True, slots=True)
class KeyAccount:
    """What every request with a key reads of it: the actor, and whether both are still good."""

    actor: Actor
    is_active: bool
    expires_at: datetime | None
    last_used_at: datetime | None
