"""The secrets in the cookies of browsers."""

import base64
import hashlib
import hmac
import secrets

PURPOSE = b"web session"
"""Nothing else that is signed with the same key can be taken for one of these secrets."""
NONCE_BYTES = 18
SIGNATURE_BYTES = 18
LENGTH = (NONCE_BYTES + SIGNATURE_BYTES) * 4 // 3


class SignedWebSessionSecrets:
    """Implements `WebSessionSecrets`: a random number with its signature.

    By the signature a made-up secret is recognised without a query.
    """

    def __init__(self, secret_key: str) -> None:
        self._key = hmac.digest(secret_key.encode(), PURPOSE, hashlib.sha256)

    def new(self) -> str:
        nonce = secrets.token_bytes(NONCE_BYTES)
        return base64.urlsafe_b64encode(nonce + self._signature(nonce)).decode()

    def is_ours(self, secret: str) -> bool:
        if len(secret) != LENGTH or not secret.isascii():
            return False
        try:
            raw = base64.b64decode(secret, altchars=b"-_", validate=True)
        except ValueError:
            return False
        nonce, signature = raw[:NONCE_BYTES], raw[NONCE_BYTES:]
        return hmac.compare_digest(signature, self._signature(nonce))

    def hash(self, secret: str) -> bytes:
        # A plain hash is enough: the secret is random, not a password.
        return hashlib.sha256(secret.encode()).digest()

    def _signature(self, nonce: bytes) -> bytes:
        return hmac.digest(self._key, nonce, hashlib.sha256)[:SIGNATURE_BYTES]
