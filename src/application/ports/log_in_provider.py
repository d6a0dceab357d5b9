"""A port for logging in at an outside identity provider."""

from typing import Protocol

from src.application.ports.security import ExternalIdentity


class LogInProvider(Protocol):
    """Where people may log in outside of this service: OpenID Connect, with a code and PKCE.

    `name` is what people call it; None if none is configured.
    """

    name: str | None

    async def address(self, *, state: str, nonce: str, verifier: str) -> str:
        """Return where a browser logs in; it comes back with the `state`, and a code.

        Raises NotFound if no provider is configured, Unavailable while it does not answer.
        """

    async def identity(self, code: str, *, nonce: str, verifier: str) -> ExternalIdentity:
        """Return who has logged in, for the code that came back.

        Raises NotAuthenticated unless the provider itself says so, for this very log-in;
        Unavailable while it does not answer.
        """


class LogInSecrets(Protocol):
    """Makes and hashes the secrets of a log-in that has begun."""

    def new(self) -> str:
        """Return a new secret, of characters that an address needs no escapes for."""

    def hash(self, secret: str) -> bytes:
        """Return what is stored of it."""
