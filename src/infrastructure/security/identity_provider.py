"""Tokens of an external identity provider, such as Amazon Cognito, Auth0 or Keycloak."""

import hmac
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import jwt

from src.application.ports.security import ExternalIdentity
from src.domain.errors import NotAuthenticated
from src.domain.shared.names import fault_of_name
from src.infrastructure.security.provider_keys import ALGORITHMS, ProviderKeys, Wanted
from src.infrastructure.security.tokens import claims_signed_with, unverified_claims

MAX_ID_LENGTH = 255
MAX_NAME_LENGTH = 200
UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
ADDRESS = re.compile(r"(?!.{255})[^@\s\x00-\x1f\x7f]+@[^@\s\x00-\x1f\x7f]+")


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

    A token is for us if its claim `aud` has our audience. Access tokens of Amazon Cognito have no
    `aud`: they are for us if their `client_id` is our audience.
    """

    def __init__(
        self, settings: ProviderSettings, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._settings = settings
        self._keys = ProviderKeys(settings.jwks_url, transport)

    async def verify(self, token: str) -> ExternalIdentity:
        return self._identity(await self._claims(token))

    async def verify_id_token(self, token: str, *, nonce: str) -> ExternalIdentity:
        """The identity in an id token, which is for the audience alone and has this nonce.

        Raises what `verify` raises.
        """
        claims = await self._claims(token)
        repeated, audience = claims.get("nonce"), self._settings.audience
        is_for_us = claims.get("aud") in (audience, [audience]) or claims.get("azp") == audience
        if (
            not isinstance(repeated, str)
            or not hmac.compare_digest(repeated.encode(errors="replace"), nonce.encode())
            or "aud" not in claims
            or not is_for_us
            or claims.get("azp", audience) != audience
            or "iat" not in claims
        ):
            raise NotAuthenticated("The id token is not of this log-in.")
        return self._identity(claims)

    async def _claims(self, token: str) -> dict[str, Any]:
        issuer, audience = self._settings.issuer, self._settings.audience
        unverified = unverified_claims(token)
        is_for_us = "aud" in unverified or _is_access_token_of(audience, unverified)
        if unverified.get("iss") != issuer or not is_for_us:
            raise NotAuthenticated("The access token is not valid.")
        wanted = _wanted_key(token)
        for read in (self._keys.known, self._keys.others):
            for key in await read(wanted):
                claims = claims_signed_with(
                    key.public_key,
                    token,
                    [wanted.algorithm],
                    issuer=issuer,
                    audience=audience if "aud" in unverified else None,
                )
                if claims is not None:
                    return claims
        raise NotAuthenticated("The access token is signed with an unknown key.")

    def _identity(self, claims: dict[str, Any]) -> ExternalIdentity:
        external_id = _external_id(claims, self._settings.claims)
        return ExternalIdentity(
            issuer=self._settings.issuer,
            external_id=external_id,
            name=_name(claims.get("name")),
            email=_verified_email(claims),
            issued_at=_issued_at(claims),
        )


def _is_access_token_of(audience: str, claims: Mapping[str, Any]) -> bool:
    """Whether it is an access token that Amazon Cognito issued to this client."""
    return claims.get("token_use") == "access" and claims.get("client_id") == audience


def _wanted_key(token: str) -> Wanted:
    try:
        header = jwt.get_unverified_header(token)
    except jwt.InvalidTokenError:
        raise NotAuthenticated("The access token is not valid.") from None
    algorithm = str(header.get("alg"))
    if algorithm not in ALGORITHMS:
        raise NotAuthenticated("The access token is signed with an algorithm that is not accepted.")
    return Wanted(header.get("kid") or None, algorithm)


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
