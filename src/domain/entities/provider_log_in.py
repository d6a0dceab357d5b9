"""A log-in that a browser has begun at the outside identity provider."""

from dataclasses import dataclass
from datetime import datetime, timedelta

LIFETIME = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderLogIn:
    """What is kept of it until the browser comes back: once, and for ten minutes.

    The hashes are of the `state` in the address, and of a secret in the browser's cookie, so that
    nobody finishes in one browser what began in another. `nonce` is repeated in the provider's
    token, and `verifier` proves that the code is redeemed by who asked for it. `next_path` is the
    page that the person wanted.
    """

    state_hash: bytes
    browser_hash: bytes
    nonce: str
    verifier: str
    next_path: str
    expires_at: datetime
