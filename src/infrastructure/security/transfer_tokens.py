"""Tokens that accept offers of tickets."""

import base64
import hashlib
import hmac
from uuid import UUID, uuid4

PURPOSE = b"ticket transfer"
"""Nothing else that is signed with the same key can be taken for one of these tokens."""


class HmacTransferTokens:
    """Implements `TransferTokens`: a token is the signature of its nonce with `secret_key`.

    So it is stored nowhere, and is made when its mail is sent. Tokens that were sent stay valid
    when the key changes, because they are looked up by their hash.
    """

    def __init__(self, secret_key: str) -> None:
        self._key = hmac.digest(secret_key.encode(), PURPOSE, hashlib.sha256)

    def new_nonce(self) -> UUID:
        return uuid4()

    def issue(self, nonce: UUID) -> str:
        signature = hmac.digest(self._key, nonce.bytes, hashlib.sha256)
        return base64.urlsafe_b64encode(signature).decode().rstrip("=")

    def hash(self, token: str) -> bytes:
        # A plain hash is enough: the token is 256 bits that look random, not a password.
        return hashlib.sha256(token.encode()).digest()
