"""Tokens that are sent by mail: to confirm an address, and to choose a new password."""

import hashlib
from datetime import timedelta

import jwt

from src.application.ports.database import Clock
from src.application.ports.security import EmailConfirmation
from src.domain.entities.user import User
from src.domain.errors import NotAuthenticated
from src.infrastructure.security.tokens import ALGORITHM, ISSUER, verified_claims

AUDIENCE = "verify-email"
"""Access tokens have no audience, so that neither kind is accepted as the other."""

LIFETIME = timedelta(hours=24)
FINGERPRINT = "fingerprint"
NOT_OURS = "This link is not complete: open it from the mail, or ask for another."


class JwtVerificationTokens:
    """Implements `VerificationTokens` with JWTs signed with `secret_key`."""

    audience = AUDIENCE
    lifetime = LIFETIME

    def __init__(self, secret_key: str, clock: Clock) -> None:
        self._secret_key = secret_key
        self._clock = clock

    def issue(self, user: User) -> str:
        claims = {
            "iss": ISSUER,
            "aud": self.audience,
            "sub": str(user.id),
            "exp": self._clock() + self.lifetime,
            FINGERPRINT: self.fingerprint(user),
        }
        return jwt.encode(claims, self._secret_key, ALGORITHM)

    def read(self, token: str) -> EmailConfirmation:
        try:
            claims = verified_claims(
                token, self._secret_key, [ALGORITHM], issuer=ISSUER, audience=self.audience
            )
            return EmailConfirmation(int(claims["sub"]), claims[FINGERPRINT])
        except (NotAuthenticated, ValueError, KeyError):
            raise NotAuthenticated(NOT_OURS) from None

    def fingerprint(self, user: User) -> str:
        text = f"{user.email}\n{user.password_hash}"
        return hashlib.sha256(text.encode()).hexdigest()


class JwtResetTokens(JwtVerificationTokens):
    """Implements `ResetTokens` in the same way; neither is accepted as the other."""

    audience = "reset-password"
    lifetime = timedelta(hours=1)
