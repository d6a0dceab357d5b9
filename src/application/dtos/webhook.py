"""What an endpoint is sent."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from src.domain.entities.webhook import WebhookEndpoint


@dataclass(frozen=True, slots=True)
class WebhookContent:
    """A message as it is sent: what happened, to what, and how that is now.

    `resource` is None if it no longer exists.
    """

    type: str
    sequence: int
    occurred_at: datetime
    subject: str
    subject_id: int
    resource: object | None


@dataclass(frozen=True, slots=True)
class WebhookReply:
    """What became of a request: the status of the answer, or why there was none.

    `retry_after` is how long the endpoint asks to be left alone.
    """

    status: int | None
    error: str | None
    duration: timedelta
    retry_after: timedelta | None = None

    @property
    def is_success(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


@dataclass(frozen=True, slots=True)
class EndpointWithSecret:
    """An endpoint with its new secret, which is shown this once."""

    endpoint: WebhookEndpoint
    secret: str


@dataclass(frozen=True, slots=True)
class CreatedWebhook:
    """That an endpoint was created: what is kept of it for a request that is sent twice.

    Without the secret, which is kept nowhere in the clear.
    """

    id: int
