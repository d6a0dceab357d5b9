"""Tokens of an external identity provider, such as Amazon Cognito, Auth0 or Keycloak."""

import asyncio
import hmac
import json
import math
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import jwt
import structlog

from src.application.ports.security import ExternalIdentity
from src.domain.errors import NotAuthenticated, Unavailable
from src.domain.shared.names import fault_of_name
from src.infrastructure.security.tokens import unverified_issuer, verified_claims

ALGORITHMS = ["RS256", "ES256"]
KEYS_LIVE_SECONDS = 600
KEYS_HONOURED_SECONDS = 24 * 3600
COOL_DOWN_SECONDS = 30
RETRY_SECONDS = 5
READ_SECONDS = 5
"""The deadline for reading the keys, from the connection to the last byte."""

MAX_KEY_SET_BYTES = 256 * 1024
MAX_ID_LENGTH = 255
MAX_NAME_LENGTH = 200
UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
ADDRESS = re.compile(r"(?!.{255})[^@\s\x00-\x1f\x7f]+@[^@\s\x00-\x1f\x7f]+")

UNREADABLE = (
    httpx.HTTPError,
    TimeoutError,
    jwt.PyJWTError,
    # What no key set raises when it is read as one.
    AttributeError,
    RecursionError,
    ValueError,
)

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

    Keys are cached for ten minutes, and stay in use for a day while the provider cannot be reached.
    A token with an unknown key id reloads them, at most every 30 seconds, so that invented ids
    cannot flood the provider; until then such a token is refused with Unavailable.
    """

    def __init__(
        self, settings: ProviderSettings, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._settings = settings
        self._transport = transport
        self._keys: dict[str, Any] = {}
        self._read_at = self._tried_at = float("-inf")
        self._has_failed = False
        self._reading = asyncio.Lock()

    async def verify(self, token: str) -> ExternalIdentity:
        return self._identity(await self._claims(token))

    async def verify_id_token(self, token: str, *, nonce: str) -> ExternalIdentity:
        """The identity in an id token, which is for the audience alone and has this nonce.

        Raises what `verify` raises.
        """
        claims = await self._claims(token)
        repeated, audience = claims.get("nonce"), self._settings.audience
        is_for_us = claims["aud"] in (audience, [audience]) or claims.get("azp") == audience
        if (
            not isinstance(repeated, str)
            or not hmac.compare_digest(repeated.encode(errors="replace"), nonce.encode())
            or not is_for_us
            or claims.get("azp", audience) != audience
            or "iat" not in claims
        ):
            raise NotAuthenticated("The id token is not of this log-in.")
        return self._identity(claims)

    async def _claims(self, token: str) -> dict[str, Any]:
        issuer = self._settings.issuer
        if unverified_issuer(token) != issuer:
            raise NotAuthenticated("The access token is not valid.")
        key = await self._key(_key_id(token))
        return verified_claims(
            token, key, ALGORITHMS, issuer=issuer, audience=self._settings.audience
        )

    def _identity(self, claims: dict[str, Any]) -> ExternalIdentity:
        external_id = _external_id(claims, self._settings.claims)
        return ExternalIdentity(
            issuer=self._settings.issuer,
            external_id=external_id,
            name=_name(claims.get("name")),
            email=_verified_email(claims),
            issued_at=_issued_at(claims),
        )

    async def _key(self, key_id: str) -> Any:
        """The key of this id. Raises NotAuthenticated, Unavailable."""
        asked_at = time.monotonic()
        if not self._is_usable(key_id, KEYS_LIVE_SECONDS):
            if self._is_usable(key_id, KEYS_HONOURED_SECONDS) and self._reading.locked():
                # Another request reads the keys anew; nobody waits who can do with a known one.
                return self._keys[key_id]
            async with self._reading:
                is_known = self._is_usable(key_id, KEYS_LIVE_SECONDS)
                if not is_known and self._age(self._tried_at) > self._pause:
                    await self._read_keys()
        if self._is_usable(key_id, KEYS_HONOURED_SECONDS):
            return self._keys[key_id]
        if self._read_at >= asked_at:
            raise NotAuthenticated("The access token is signed with an unknown key.")
        # The key may be a new one: that is not known until the keys can be read again.
        wait = max(1, math.ceil(self._pause - self._age(self._tried_at)))
        message = "The identity provider's keys cannot be read at this moment."
        raise Unavailable(message, retry_after_seconds=wait)

    async def _read_keys(self) -> None:
        self._tried_at, self._has_failed = time.monotonic(), True
        try:
            async with asyncio.timeout(READ_SECONDS):
                keys = jwt.PyJWKSet.from_dict(json.loads(await self._fetch())).keys
        except UNREADABLE as error:
            # The known keys stay in use for a while.
            log.warning("identity_provider_unreachable", error=repr(error))
            return
        # Keys with their algorithm, so that no token can use a key with another algorithm.
        self._keys = {key.key_id: key for key in keys if key.key_id}
        self._read_at, self._has_failed = time.monotonic(), False

    async def _fetch(self) -> bytes:
        content = b""
        async with (
            httpx.AsyncClient(timeout=READ_SECONDS, transport=self._transport) as client,
            client.stream("GET", self._settings.jwks_url) as response,
        ):
            response.raise_for_status()
            async for chunk in response.aiter_bytes():
                content += chunk
                if len(content) > MAX_KEY_SET_BYTES:
                    raise ValueError("the key set is too large")
        return content

    @property
    def _pause(self) -> float:
        """The seconds between two attempts to read the keys."""
        return RETRY_SECONDS if self._has_failed else COOL_DOWN_SECONDS

    def _is_usable(self, key_id: str, seconds: float) -> bool:
        return key_id in self._keys and self._age(self._read_at) <= seconds

    def _age(self, moment: float) -> float:
        return time.monotonic() - moment


def _key_id(token: str) -> str:
    try:
        return str(jwt.get_unverified_header(token).get("kid", ""))
    except jwt.InvalidTokenError:
        raise NotAuthenticated("The access token is not valid.") from None


def _external_id(claims: Mapping[str, Any], names: Sequence[str]) -> str:
    """The first of these claims that is there, which must be a text or a number."""
    value = next((claims[name] for name in names if claims.get(name)), None)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    text = str(value) if is_number else _text(value)
    if text is None or len(text) > MAX_ID_LENGTH:
        raise NotAuthenticated("The access token names no user.")
    return text


def _text(value: object) -> str | None:
    """The text, without space around it; None if it is empty or no text.

    Raises NotAuthenticated when it has characters that cannot be stored.
    """
    if not isinstance(value, str):
        return None
    if UNSTORABLE.search(value):
        raise NotAuthenticated("The access token has characters that no text can have.")
    return value.strip() or None


def _name(value: object) -> str | None:
    text = _text(value)
    name = " ".join(text.split())[:MAX_NAME_LENGTH] if text else ""
    return name if fault_of_name(name) is None else None


def _issued_at(claims: dict[str, Any]) -> datetime | None:
    try:
        return datetime.fromtimestamp(claims["iat"], UTC) if "iat" in claims else None
    except (TypeError, ValueError, OverflowError, OSError):
        raise NotAuthenticated("The access token is not valid.") from None


def _verified_email(claims: dict[str, Any]) -> str | None:
    """The e-mail address if the provider has verified it, so that nobody can claim another's."""
    is_verified = claims.get("email_verified") in (True, "true")
    email = _text(claims.get("email"))
    return email.lower() if email and is_verified and ADDRESS.fullmatch(email) else None
