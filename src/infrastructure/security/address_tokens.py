"""Tokens that prove that somebody reads mail at an address."""

from datetime import timedelta

import jwt

from src.application.ports.database import Clock
from src.domain.errors import NotAuthenticated
from src.infrastructure.security.tokens import ALGORITHM, ISSUER, verified_claims
from src.infrastructure.security.verification_tokens import NOT_OURS

AUDIENCE = "claim-tickets"
"""Access tokens have no audience, so that neither kind is accepted as the other."""

LIFETIME = timedelta(days=7)


class JwtAddressTokens:
    """Implements `AddressTokens` with JWTs signed with `secret_key`."""

    def __init__(self, secret_key: str, clock: Clock) -> None:
        self._secret_key = secret_key
        self._clock = clock

    def issue(self, email: str) -> str:
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": email,
            "exp": self._clock() + LIFETIME,
        }
        return jwt.encode(claims, self._secret_key, ALGORITHM)

    def read(self, token: str) -> str:
        try:
            claims = verified_claims(
                token, self._secret_key, [ALGORITHM], issuer=ISSUER, audience=AUDIENCE
            )
            return str(claims["sub"])
        except (NotAuthenticated, KeyError):
            raise NotAuthenticated(NOT_OURS) from None
