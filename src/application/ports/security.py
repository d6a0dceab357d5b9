"""Ports for passwords, tokens, external identity providers and rate limits."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from src.application.dtos.quota import Quota
from src.application.dtos.session import AccessToken
from src.domain.entities.ticket import Ticket
from src.domain.entities.user import User


class PasswordHasher(Protocol):
    """Hashes and verifies passwords, deliberately slowly and outside the event loop."""

    async def hash(self, password: str) -> str: ...

    async def verify(self, password_hash: str | None, password: str) -> bool:
        """Whether the password matches; takes equally long for a missing hash, which never does."""


class PasswordPolicy(Protocol):
    """Refuses passwords that are easy to guess."""

    def require_hard_to_guess(self, password: str, user: User) -> None:
        """Raise ValidationFailed for a common password, or one made of the user's own data."""


@dataclass(frozen=True, slots=True)
class VerifiedToken:
    """The claims of a valid token of this service.

    `valid_from` is the user's `tokens_valid_from` when the token was issued. The token is valid
    only while they are equal, so that neither clock skew nor a concurrent request lets a token
    outlive the end of its session.
    """

    user_id: int
    valid_from: datetime | None = None


class AccessTokens(Protocol):
    """Issues and verifies the tokens of this service."""

    def issue(self, user: User) -> AccessToken: ...

    def is_ours(self, token: str) -> bool:
        """Whether the token names this service as its issuer; its signature is not verified."""

    def verify(self, token: str) -> VerifiedToken:
        """Return the claims of the token. Raises NotAuthenticated, TokenExpired."""

    def new_refresh_token(self) -> str:
        """Return a new random refresh token."""

    def hash_refresh_token(self, token: str) -> bytes: ...


@dataclass(frozen=True, slots=True)
class EmailConfirmation:
    """The claims of a valid verification token."""

    user_id: int
    fingerprint: str


class VerificationTokens(Protocol):
    """Issues and verifies the tokens that confirm e-mail addresses."""

    def issue(self, user: User) -> str:
        """Return a token to be sent to the user's e-mail address."""

    def read(self, token: str) -> EmailConfirmation:
        """Return the claims of the token. Raises NotAuthenticated, TokenExpired."""

    def fingerprint(self, user: User) -> str:
        """Return what a token is bound to: the user's e-mail address and password."""


@dataclass(frozen=True, slots=True)
class TicketClaims:
    """What a ticket's token proves: that this service issued this issue of the ticket."""

    ticket_id: int
    event_id: int
    issue: int
    key_id: int


@dataclass(frozen=True, slots=True)
class TicketKey:
    """A key that verifies tokens of tickets: `public_key` has the 32 bytes of an Ed25519 key."""

    id: int
    public_key: bytes


class TicketTokens(Protocol):
    """Signs and verifies the tokens that tickets carry in their QR code.

    A token says which issue of which ticket it is, and nothing about people. Whether that ticket
    still admits anybody, the ticket says: a token stays genuine when its ticket is cancelled.
    """

    def issue(self, ticket: Ticket) -> str:
        """Return the token of the ticket's present issue; always the same."""

    def is_token(self, text: str) -> bool:
        """Whether the text has the form of a token rather than of a ticket code."""

    async def read(self, token: str) -> TicketClaims:
        """Return what a genuine token claims. Raises ValidationFailed (forged or damaged)."""

    async def read_all(self, tokens: Collection[str]) -> dict[str, TicketClaims | None]:
        """Like `read`, for many at once, outside the event loop; None for each that is refused."""

    async def public_keys(self) -> Sequence[TicketKey]:
        """Return the keys of all tokens that are valid, earlier keys included."""


class ResetTokens(Protocol):
    """Issues and verifies the tokens that choose a new password.

    A token is bound to the password that it replaces: it works once, and none works after another
    change of the password.
    """

    def issue(self, user: User) -> str:
        """Return a token to be sent to the user's e-mail address."""

    def read(self, token: str) -> EmailConfirmation:
        """Return the claims of the token. Raises NotAuthenticated, TokenExpired."""

    def fingerprint(self, user: User) -> str:
        """Return what a token is bound to: the user's e-mail address and password."""


class AddressTokens(Protocol):
    """Issues and verifies the tokens that prove that somebody reads mail at an address."""

    def issue(self, email: str) -> str:
        """Return a token to be sent to the address."""

    def read(self, token: str) -> str:
        """Return the address. Raises NotAuthenticated, TokenExpired."""


@dataclass(frozen=True, slots=True)
class ExternalIdentity:
    """The identity of a user at an external identity provider, and when its token was issued."""

    issuer: str
    external_id: str
    name: str | None = None
    email: str | None = None
    issued_at: datetime | None = None


class IdentityProvider(Protocol):
    """Verifies tokens of the external identity provider, if one is configured."""

    async def verify(self, token: str) -> ExternalIdentity:
        """Return the identity.

        Raises NotAuthenticated, TokenExpired; Unavailable while the provider's keys cannot be read.
        """


class FeedSecrets(Protocol):
    """Makes and hashes the secrets in the addresses of calendar feeds."""

    def new(self) -> str:
        """Return a new secret, of characters that an address needs no escapes for."""

    def hash(self, secret: str) -> bytes:
        """Return what is stored of it."""


class WebSessionSecrets(Protocol):
    """Makes, recognises and hashes the secrets in the cookies of browsers."""

    def new(self) -> str:
        """Return a new secret, of characters that a cookie needs no escapes for."""

    def is_ours(self, secret: str) -> bool:
        """Whether this service has made the secret; its session may have ended."""

    def hash(self, secret: str) -> bytes:
        """Return what is stored of it."""


class ApiKeySecrets(Protocol):
    """Makes, recognises and hashes the secrets of API keys."""

    def new(self) -> str:
        """Return a new secret, of characters that a header needs no escapes for."""

    def is_key(self, text: str) -> bool:
        """Whether the text has the form of a secret, typed without an error."""

    def hash(self, secret: str) -> bytes:
        """Return what is stored of it."""

    def hint(self, secret: str) -> str:
        """Return the beginning of it, by which its owner knows it again."""


class RateLimiter(Protocol):
    """Limits how often something may be attempted. `key` identifies a client or an account.

    Returns None if rate limits are disabled.
    """

    async def hit(self, rule: str, key: str) -> Quota | None:
        """Count an attempt, unless it exceeds the limit (`is_exceeded`)."""

    async def look(self, rule: str, key: str, *, attempts: int) -> Quota | None:
        """Return whether so many more attempts exceed the limit (`is_exceeded`); count nothing."""
