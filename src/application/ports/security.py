"""Ports for passwords, tokens, outside identity providers and rate limits."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from src.application.dtos.quota import Quota
from src.application.dtos.session import AccessToken
from src.domain.entities.user import User


class PasswordHasher(Protocol):
    """Slow on purpose; runs beside the event loop."""

    async def hash(self, password: str) -> str: ...

    async def verify(self, password_hash: str | None, password: str) -> bool:
        """Takes as long for a missing hash as for a wrong password."""


class PasswordPolicy(Protocol):
    """Which passwords are too easy to guess."""

    def require_hard_to_guess(self, password: str, user: User) -> None:
        """Raises ValidationFailed for one that others would try for this user."""


@dataclass(frozen=True, slots=True)
class VerifiedToken:
    """What a valid token of ours says.

    `valid_from` is the user's `tokens_valid_from` when it was issued: it counts for as long as
    they are the same. So no server's clock and no concurrent request can let an old one pass.
    """

    user_id: int
    valid_from: datetime | None = None


class AccessTokens(Protocol):
    """Signs and checks the tokens of this service."""

    def issue(self, user: User) -> AccessToken: ...

    def is_ours(self, token: str) -> bool:
        """Whether the token names us as its issuer; says nothing of its signature."""

    def verify(self, token: str) -> VerifiedToken:
        """Whose it is, and since when. Raises NotAuthenticated, TokenExpired."""

    def new_refresh_token(self) -> str:
        """A random secret that can be exchanged once."""

    def hash_refresh_token(self, token: str) -> bytes: ...


@dataclass(frozen=True, slots=True)
class ExternalIdentity:
    """Who an outside identity provider says the caller is, and when it said so, if it tells."""

    issuer: str
    external_id: str
    name: str | None = None
    email: str | None = None
    issued_at: datetime | None = None


class IdentityProvider(Protocol):
    """Checks tokens of the outside identity provider, if one is configured."""

    async def verify(self, token: str) -> ExternalIdentity:
        """Raises NotAuthenticated, TokenExpired; Unavailable while its keys cannot be read."""


class RateLimiter(Protocol):
    """Bounds how often something may be tried. `key` is who tries: an address, an account.

    Answers None where no limits apply.
    """

    async def hit(self, rule: str, key: str) -> Quota | None:
        """Count one try, unless it is one too many (`is_exceeded`)."""

    async def look(self, rule: str, key: str, *, tries: int) -> Quota | None:
        """Whether so many more tries would be too many (`is_exceeded`); counts nothing."""
