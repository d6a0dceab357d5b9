"""Ports for passwords, tokens, external identity providers and rate limits."""

from dataclasses import dataclass
from typing import Protocol

from src.application.dtos.session import AccessToken
from src.domain.entities.user import User


class PasswordHasher(Protocol):
    """Hashes and verifies passwords, deliberately slowly and outside the event loop."""

    async def hash(self, password: str) -> str: ...

    async def verify(self, password_hash: str | None, password: str) -> bool:
        """Whether the password matches; takes equally long for a missing hash, which never does."""


class AccessTokens(Protocol):
    """Issues and verifies the tokens of this service."""

    def issue(self, user: User) -> AccessToken: ...

    def is_ours(self, token: str) -> bool:
        """Whether the token names this service as its issuer; its signature is not verified."""

    def verify(self, token: str) -> int:
        """Return the id of the token's user. Raises NotAuthenticated, TokenExpired."""

    def new_refresh_token(self) -> str:
        """Return a new random refresh token."""

    def hash_refresh_token(self, token: str) -> bytes: ...


@dataclass(frozen=True, slots=True)
class ExternalIdentity:
    """The identity of a user at an external identity provider."""

    issuer: str
    external_id: str
    name: str | None = None
    email: str | None = None


class IdentityProvider(Protocol):
    """Verifies tokens of the external identity provider, if one is configured."""

    async def verify(self, token: str) -> ExternalIdentity:
        """Return the identity.

        Raises NotAuthenticated, TokenExpired; Unavailable while the provider's keys cannot be read.
        """


class RateLimiter(Protocol):
    """Limits how often a client may attempt something."""

    async def hit(self, limit: str, client: str) -> None:
        """Count an attempt. Raises RateLimited when the limit is exceeded."""
