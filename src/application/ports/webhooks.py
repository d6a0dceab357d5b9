"""Ports for sending webhooks: addresses, signatures, content and HTTP."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from src.application.dtos.webhook import WebhookContent, WebhookReply


class UnreadableSecret(Exception):
    """A sealed secret cannot be opened: it was sealed with another key, or is damaged."""


class WebhookSignatures(Protocol):
    """Makes secrets and signs with them, by the Standard Webhooks specification."""

    def new_secret(self) -> str:
        """Return a new secret as receivers configure it: `whsec_...`."""

    def seal(self, secret: str) -> str:
        """Return the secret so that only this service can read it."""

    def headers(
        self, sealed_secrets: Sequence[str], *, webhook_id: str, now: datetime, body: str
    ) -> dict[str, str]:
        """Return the headers with one signature for each secret that can be read.

        Raises UnreadableSecret if none can.
        """


class WebhookAddresses(Protocol):
    """Decides which addresses webhooks may be sent to."""

    def check(self, url: str) -> None:
        """Raise ValidationFailed if nothing could ever be sent to it. Resolves no name."""


class WebhookSender(Protocol):
    """Sends one request, within bounds of time and size."""

    async def send(self, url: str, headers: Mapping[str, str], body: str) -> WebhookReply:
        """Send it; that it failed is part of the reply. Redirects are not followed."""


class WebhookWriter(Protocol):
    """Writes content as JSON in the shapes that the API has."""

    def __call__(self, content: WebhookContent) -> str: ...
