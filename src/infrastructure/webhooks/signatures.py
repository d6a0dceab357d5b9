"""Secrets and signatures of outgoing webhooks, by the Standard Webhooks specification."""

import base64
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from standardwebhooks.webhooks import Webhook

from src.application.ports.webhooks import UnreadableSecret

PREFIX = "whsec_"
SECRET_BYTES = 32
PURPOSE = b"event-ticketing: secrets of outgoing webhooks"
"""Makes the key differ from all others that are derived from SECRET_KEY."""


class StandardWebhookSignatures:
    """Implements `WebhookSignatures`; secrets are encrypted with a key made of `secret_key`."""

    def __init__(self, secret_key: str) -> None:
        derived = HKDF(SHA256(), 32, salt=None, info=PURPOSE).derive(secret_key.encode())
        self._box = Fernet(base64.urlsafe_b64encode(derived))

    def new_secret(self) -> str:
        return PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()

    def seal(self, secret: str) -> str:
        return self._box.encrypt(secret.encode()).decode()

    def headers(
        self, sealed_secrets: Sequence[str], *, webhook_id: str, now: datetime, body: str
    ) -> dict[str, str]:
        readable = [secret for sealed in sealed_secrets if (secret := self._open(sealed))]
        if not readable:
            raise UnreadableSecret("None of the secrets can be read.")
        # The library takes any time for UTC.
        moment = now.astimezone(UTC)
        signatures = [Webhook(secret).sign(webhook_id, moment, body) for secret in readable]
        return {
            "webhook-id": webhook_id,
            "webhook-timestamp": str(int(moment.timestamp())),
            "webhook-signature": " ".join(signatures),
        }

    def _open(self, sealed: str) -> str | None:
        try:
            return self._box.decrypt(sealed.encode()).decode()
        except InvalidToken:
            return None
