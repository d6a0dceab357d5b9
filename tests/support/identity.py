"""A stand-in for the outside identity provider: its keys, its JWKS and the tokens it signs."""

import json
import time
from typing import Any

import httpx
import jwt
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from jwt.algorithms import ECAlgorithm, OKPAlgorithm, RSAAlgorithm

from src.infrastructure.security.identity_provider import JwksIdentityProvider, ProviderSettings

ISSUER = "https://identity.test.example/pool"
AUDIENCE = "ticketing"
JWKS_URL = "https://identity.test.example/pool/jwks.json"

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey


class OutsideProvider:
    """Has an RSA key `rsa` and an EC key `ec`; `answer` is what its JWKS address answers next."""

    def __init__(self) -> None:
        self.keys: dict[str, PrivateKey] = {"rsa": new_rsa_key(), "ec": new_ec_key()}
        self.answer: httpx.Response | Exception | None = None
        self.reads = 0

    def verifier(self) -> JwksIdentityProvider:
        """What checks this provider's tokens, knowing none of its keys yet."""
        settings = ProviderSettings(ISSUER, AUDIENCE, JWKS_URL, ("custom:id", "sub"))
        return JwksIdentityProvider(settings, httpx.MockTransport(self._respond))

    def jwks(self) -> dict[str, Any]:
        return {"keys": [public_jwk(key, kid) for kid, key in self.keys.items()]}

    def token(self, *, kid: str = "rsa", **claims: Any) -> str:
        """Signed with the key of this name; a claim given as None is left out."""
        key = self.keys[kid]
        algorithm = "RS256" if isinstance(key, rsa.RSAPrivateKey) else "ES256"
        return jwt.encode(self.claims(**claims), key, algorithm, headers={"kid": kid})

    def claims(self, **changes: Any) -> dict[str, Any]:
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": "subject-1",
            "iat": now,
            "exp": now + 300,
            **changes,
        }
        return {name: value for name, value in claims.items() if value is not None}

    def _respond(self, request: httpx.Request) -> httpx.Response:
        assert str(request.url) == JWKS_URL
        self.reads += 1
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer or httpx.Response(200, json=self.jwks())


def new_rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def new_ec_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def public_jwk(key: PrivateKey, kid: str) -> dict[str, Any]:
    """The public half as the provider publishes it."""
    if isinstance(key, rsa.RSAPrivateKey):
        text = RSAAlgorithm.to_jwk(key.public_key())
    elif isinstance(key, ec.EllipticCurvePrivateKey):
        text = ECAlgorithm.to_jwk(key.public_key())
    else:
        text = OKPAlgorithm.to_jwk(key.public_key())
    return {**json.loads(text), "kid": kid, "use": "sig"}
