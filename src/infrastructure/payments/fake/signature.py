"""How the fake provider signs its webhooks: `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`."""

import hmac
from datetime import datetime, timedelta
from hashlib import sha256

from src.domain.errors import InvalidSignature

HEADER = "fake-signature"
TOLERANCE = timedelta(minutes=5)
LABEL = b"webhooks of the fake payment provider"


def webhook_secret(application_key: str) -> bytes:
    """A derived key, from which the application's key cannot be computed."""
    return hmac.digest(application_key.encode(), LABEL, sha256)


def signature(body: bytes, secret: bytes, at: datetime) -> str:
    """The header's value for a body that is sent at `at`."""
    seconds = str(int(at.timestamp()))
    return f"t={seconds},v1={_digest(seconds, body, secret)}"


def verify(body: bytes, header: str, secret: bytes, now: datetime) -> None:
    """Raise InvalidSignature unless `header` signs the body, within five minutes of `now`."""
    parts = dict(part.partition("=")[::2] for part in header.split(","))
    seconds, given = parts.get("t", ""), parts.get("v1", "")
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) <= 12):
        raise InvalidSignature
    expected = _digest(seconds, body, secret)
    is_signed = hmac.compare_digest(given.encode(), expected.encode())
    if not is_signed or abs(now.timestamp() - int(seconds)) > TOLERANCE.total_seconds():
        raise InvalidSignature


def _digest(seconds: str, body: bytes, secret: bytes) -> str:
    return hmac.new(secret, f"{seconds}.".encode() + body, sha256).hexdigest()
