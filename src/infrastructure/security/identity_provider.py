"""Tokens of an external identity provider, such as Amazon Cognito, Auth0 or Keycloak."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import jwt
import structlog

from src.application.ports.security import ExternalIdentity
from src.domain.errors import NotAuthenticated, Unavailable
from src.infrastructure.security.tokens import unverified_issuer, verified_claims

ALGORITHMS = ["RS256", "ES256"]
KEYS_LIVE_SECONDS = 600
COOL_DOWN_SECONDS = 30
FETCH_TIMEOUT_SECONDS = 5

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """Settings of the provider; the first of `claims` in a token is the user's id there."""

    issuer: str
    audience: str
    jwks_url: str
    claims: Sequence[str]


class NoIdentityProvider:
    """Implements `IdentityProvider` if none is configured: every token is invalid."""

    async def verify(self, token: str) -> ExternalIdentity:
        raise NotAuthenticated("The access token is not valid.")


class JwksIdentityProvider:
    """Implements `IdentityProvider` with keys from the provider's JWKS address.

    Keys are cached for ten minutes. A token with an unknown key id reloads them, at most every
    30 seconds, so that invented ids cannot flood the provider.
    """

    def __init__(
        self, settings: ProviderSettings, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._settings = settings
        self._transport = transport
        self._keys: dict[str, Any] = {}
        self._read_at = float("-inf")
        self._reading = asyncio.Lock()

    async def verify(self, token: str) -> ExternalIdentity:
        issuer = self._settings.issuer
        if unverified_issuer(token) != issuer:
            raise NotAuthenticated("The access token is not valid.")
        key = await self._key(_key_id(token))
        claims = verified_claims(
            token, key, ALGORITHMS, issuer=issuer, audience=self._settings.audience
        )
        external_id = next((str(claims[c]) for c in self._settings.claims if claims.get(c)), None)
        if external_id is None:
            raise NotAuthenticated("The access token names no user.")
        return ExternalIdentity(
            issuer=issuer,
            external_id=external_id,
            name=_text(claims.get("name")),
            email=_verified_email(claims),
            issued_at=datetime.fromtimestamp(claims["iat"], UTC) if "iat" in claims else None,
        )

    async def _key(self, key_id: str) -> Any:
        if self._is_older_than(KEYS_LIVE_SECONDS) or key_id not in self._keys:
            async with self._reading:
                limit = COOL_DOWN_SECONDS if key_id not in self._keys else KEYS_LIVE_SECONDS
                if self._is_older_than(limit):
                    await self._read_keys()
        if key_id not in self._keys:
            raise NotAuthenticated("The access token is signed with an unknown key.")
        return self._keys[key_id]

    async def _read_keys(self) -> None:
        try:
            async with httpx.AsyncClient(
                timeout=FETCH_TIMEOUT_SECONDS, transport=self._transport
            ) as client:
                response = await client.get(self._settings.jwks_url)
                response.raise_for_status()
                keys = jwt.PyJWKSet.from_dict(response.json()).keys
        except (httpx.HTTPError, ValueError, AttributeError, jwt.PyJWTError) as error:
            log.warning("identity_provider_unreachable", error=repr(error))
            if self._keys:
                # The known keys stay in use, so that not every request waits for another attempt.
                self._read_at = time.monotonic() - KEYS_LIVE_SECONDS + COOL_DOWN_SECONDS
                return
            raise Unavailable("The identity provider cannot be reached.") from error
        # Keys with their algorithm, so that no token can use a key with another algorithm.
        self._keys = {key.key_id: key for key in keys if key.key_id}
        self._read_at = time.monotonic()

    def _is_older_than(self, seconds: float) -> bool:
        return time.monotonic() - self._read_at > seconds


def _key_id(token: str) -> str:
    try:
        return str(jwt.get_unverified_header(token).get("kid", ""))
    except jwt.InvalidTokenError:
        raise NotAuthenticated("The access token is not valid.") from None


def _text(value: object) -> str | None:
    return value[:200] if isinstance(value, str) and value.strip() else None


def _verified_email(claims: dict[str, Any]) -> str | None:
    """The e-mail address if the provider has verified it, so that nobody can claim another's."""
    is_verified = claims.get("email_verified") in (True, "true")
    email = _text(claims.get("email"))
    return email.lower() if email and is_verified else None
