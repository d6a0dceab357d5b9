"""Access tokens (JWT, signed by this service) and refresh tokens (random secrets)."""

import base64
import hashlib
import secrets
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import jwt

from src.application.dtos.session import AccessToken
from src.application.ports.database import Clock
from src.application.ports.security import VerifiedToken
from src.domain.entities.user import User
from src.domain.errors import NotAuthenticated, TicketingError, TokenExpired

ISSUER = "event-ticketing"
ALGORITHM = "HS256"
VALID_FROM = "valid_from"
"""The private claim with the user's `tokens_valid_from`, in microseconds since 1970."""
EPOCH = datetime.fromtimestamp(0, UTC)

MAX_USER_ID = 2**63 - 1

MAX_REMEMBERED = 20_000
"""The number of verified tokens in the cache, about 10 MB."""


class JwtAccessTokens:
    """Implements `AccessTokens`. `secret_key` signs tokens, so it must stay secret."""

    def __init__(self, secret_key: str, lifetime: timedelta, clock: Clock) -> None:
        self._key = _signing_key(secret_key)
        self._lifetime = lifetime
        self._clock = clock
        # Token → (claims, expiry): a client sends the same token with every request.
        self._verified: dict[str, tuple[VerifiedToken, float]] = {}

    def issue(self, user: User) -> AccessToken:
        now = self._clock()
        claims: dict[str, Any] = {
            "iss": ISSUER,
            "sub": str(user.id),
            "role": user.role.value,
            "iat": now,
            "exp": now + self._lifetime,
        }
        if user.tokens_valid_from is not None:
            claims[VALID_FROM] = _microseconds(user.tokens_valid_from)
        value = jwt.encode(claims, self._key.key, ALGORITHM)
        return AccessToken(value, int(self._lifetime.total_seconds()))

    def is_ours(self, token: str) -> bool:
        return token in self._verified or unverified_claims(token).get("iss") == ISSUER

    def verify(self, token: str) -> VerifiedToken:
        known = self._verified.get(token)
        if known is None:
            known = self._remember(token, self._verify_signature(token))
        verified, expires_at = known
        if expires_at <= time.time():
            raise TokenExpired()
        return verified

    def user_of(self, token: str) -> int | None:
        """The user whose token this is, even if it has expired; None if it is not one of ours."""
        known = self._verified.get(token)
        if known is None:
            try:
                self.verify(token)
            except TicketingError:
                return None
            known = self._verified[token]
        return known[0].user_id

    def _verify_signature(self, token: str) -> tuple[VerifiedToken, float]:
        # The time of issue is not checked, since clocks of servers differ by a second or two.
        claims = verified_claims(
            token, self._key, [ALGORITHM], issuer=ISSUER, options={"verify_iat": False}
        )
        try:
            user_id = int(claims["sub"])
            valid_from = _moment(claims[VALID_FROM]) if VALID_FROM in claims else None
        except (ValueError, TypeError, OverflowError):
            raise NotAuthenticated("The access token is not valid.") from None
        if not 0 < user_id <= MAX_USER_ID:
            raise NotAuthenticated("The access token is not valid.")
        return VerifiedToken(user_id, valid_from), claims["exp"]

    def _remember(
        self, token: str, verified: tuple[VerifiedToken, float]
    ) -> tuple[VerifiedToken, float]:
        if len(self._verified) >= MAX_REMEMBERED:
            self._verified.clear()
        self._verified[token] = verified
        return verified

    def new_refresh_token(self) -> str:
        return secrets.token_urlsafe(32)

    def hash_refresh_token(self, token: str) -> bytes:
        # A plain hash is enough: the token is 256 random bits, not a password.
        return hashlib.sha256(token.encode()).digest()


def _microseconds(moment: datetime) -> int:
    # As an integer, since a float would be rounded.
    return (moment - EPOCH) // timedelta(microseconds=1)


def _moment(microseconds: int) -> datetime:
    return EPOCH + timedelta(microseconds=microseconds)


def _signing_key(secret_key: str) -> jwt.PyJWK:
    # A plain string would be checked for being a public key with every token.
    value = base64.urlsafe_b64encode(secret_key.encode()).decode().rstrip("=")
    return jwt.PyJWK.from_dict({"kty": "oct", "k": value}, ALGORITHM)


def unverified_claims(token: str) -> dict[str, Any]:
    """What the token claims, unverified. Raises NotAuthenticated if it is no JWT."""
    try:
        return jwt.decode(token, options={"verify_signature": False})
    except jwt.InvalidTokenError:
        raise NotAuthenticated("The access token is not valid.") from None


def verified_claims(
    token: str,
    key: Any,
    algorithms: list[str],
    *,
    issuer: str,
    audience: str | None = None,
    options: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The claims of a token with a valid signature, lifetime and issuer.

    Raises TokenExpired, or NotAuthenticated if the token is invalid.
    """
    claims = claims_signed_with(
        key, token, algorithms, issuer=issuer, audience=audience, options=options
    )
    if claims is None:
        raise NotAuthenticated("The access token is not valid.")
    return claims


def claims_signed_with(
    key: Any,
    token: str,
    algorithms: list[str],
    *,
    issuer: str,
    audience: str | None = None,
    options: Mapping[str, Any] | None = None,
) -> dict[str, Any] | None:
    """Like `verified_claims`, but None if the token is not signed with this key."""
    try:
        return jwt.decode(
            token,
            key,
            algorithms=algorithms,
            issuer=issuer,
            audience=audience,
            options=cast(Any, {"require": ["exp", "iss", "sub"], **(options or {})}),
        )
    except jwt.InvalidSignatureError:
        return None
    except jwt.ExpiredSignatureError:
        raise TokenExpired() from None
    except (jwt.InvalidTokenError, OverflowError):
        raise NotAuthenticated("The access token is not valid.") from None
