"""The secrets in the addresses of calendar feeds."""

import hashlib
import secrets


class RandomFeedSecrets:
    """Implements `FeedSecrets`: 256 random bits, so that a plain hash is enough."""

    def new(self) -> str:
        return secrets.token_urlsafe(32)

    def hash(self, secret: str) -> bytes:
        # Whatever stands in the address, also what no text has.
        return hashlib.sha256(secret.encode(errors="surrogatepass")).digest()
