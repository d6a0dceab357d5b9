"""Outgoing webhooks: the endpoints of other systems, and what each hears."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypedDict

from src.domain.entities.dispute import DisputeStatus
from src.domain.entities.user import Actor, Role
from src.domain.errors import InvalidState
from src.domain.shared.webhook_retries import GIVE_UP_AFTER, wait_before_retry

GONE = 410
OLD_SECRET_SIGNS_FOR = timedelta(hours=24)
SOLD_OUT = "event.sold_out"
TEST = "webhook.test"

EVENT_TYPES = (
    *(f"booking.{name}" for name in ("pending", "confirmed", "cancelled", "refunded", "expired")),
    *(f"order.{name}" for name in ("pending", "confirmed", "completed", "cancelled", "expired")),
    *(f"payment.{name}" for name in ("started", "success", "failed")),
    *(f"refund.{name}" for name in ("started", "success", "failed")),
    *(f"dispute.{status}" for status in DisputeStatus),
    *(
        f"ticket.{name}"
        for name in (
            *("used", "check_in_undone", "exited", "transferred", "reissued"),
            *("cancelled", "refunded"),
        )
    ),
    *(f"event.{name}" for name in ("created", "updated", "cancelled", "completed", "deleted")),
    SOLD_OUT,
)
"""What an endpoint can hear of; all but the last are actions of the audit log."""

TYPES_BY_ACTION = {
    **{name: name for name in EVENT_TYPES if name != SOLD_OUT},
    "booking.called_off": "booking.cancelled",
    "payment.given_up": "payment.failed",
    "event.capacity_changed": "event.updated",
}
"""The type that endpoints hear of for each action."""

CHANGES_OF_STOCK = frozenset(
    {
        *(f"booking.{name}" for name in ("confirmed", "cancelled", "refunded")),
        "booking.called_off",
        *(f"event.{name}" for name in ("updated", "cancelled", "completed", "capacity_changed")),
        "ticket.cancelled",
        "ticket.refunded",
    }
)
"""Actions after which an event may be sold out, or no longer."""

FAMILIES = tuple(dict.fromkeys(f"{name.partition('.')[0]}.*" for name in EVENT_TYPES))
"""Names for all types of an object, those that are added later included."""


class DisabledReason(StrEnum):
    """Why an endpoint is not active: its owner, its answer 410, or three days of failures."""

    OWNER = "owner"
    GONE = "gone"
    FAILING = "failing"


class DeliveryStatus(StrEnum):
    """`pending` is sent, now or later; `failed` was given up, and can be replayed."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"


class EndpointChanges(TypedDict, total=False):
    """The editable fields of an endpoint; a missing field keeps its value."""

    url: str
    events: Sequence[str]
    is_active: bool


@dataclass(kw_only=True, slots=True)
class WebhookEndpoint:
    """Where a system of an organizer, or of an admin, hears of events.

    `secret` signs what is sent; for a day after a rotation `previous_secret` does too. Both are
    sealed, so that nobody can sign with what the database holds. `failing_since` is when its
    failures began, None after a success.
    """

    id: int = 0
    owner_id: int
    url: str
    events: Sequence[str]
    is_active: bool = True
    disabled_reason: DisabledReason | None = None
    secret: str
    previous_secret: str | None = None
    previous_secret_until: datetime | None = None
    failing_since: datetime | None = None
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def is_managed_by(self, actor: Actor) -> bool:
        """Whether the actor is its owner or an admin."""
        is_owner = actor.role is Role.ORGANIZER and actor.id == self.owner_id
        return actor.is_admin or is_owner

    def edit(self, changes: EndpointChanges) -> None:
        """Apply `changes`. One that is active again begins without failures."""
        self.url = changes.get("url", self.url)
        self.events = list(changes.get("events", self.events))
        if changes.get("is_active") is True and not self.is_active:
            self.is_active, self.disabled_reason, self.failing_since = True, None, None
        elif changes.get("is_active") is False and self.is_active:
            self.disable(DisabledReason.OWNER)

    def disable(self, reason: DisabledReason) -> None:
        """Send nothing more to it, until it is made active again."""
        self.is_active, self.disabled_reason = False, reason

    def require_active(self) -> None:
        """Raise InvalidState if it is disabled."""
        if not self.is_active:
            why = "This webhook is disabled. Set is_active to true first."
            raise InvalidState("webhook", "disabled", "active", why)

    def rotate_secret(self, sealed: str, now: datetime) -> None:
        """Sign with this secret from now on, and for a day with the present one too."""
        self.previous_secret, self.secret = self.secret, sealed
        self.previous_secret_until = now + OLD_SECRET_SIGNS_FOR

    def signing_secrets(self, now: datetime) -> list[str]:
        """The sealed secrets that sign now, the newest first."""
        until = self.previous_secret_until
        is_previous_valid = self.previous_secret is not None and until is not None and now < until
        return [self.secret, *([str(self.previous_secret)] if is_previous_valid else [])]

    def note_failure(self, status: int | None, now: datetime) -> bool:
        """Record that a delivery failed; whether that disabled the endpoint."""
        self.failing_since = self.failing_since or now
        if not self.is_active:
            return False
        if status == GONE:
            self.disable(DisabledReason.GONE)
        elif now - self.failing_since >= GIVE_UP_AFTER:
            self.disable(DisabledReason.FAILING)
        return not self.is_active


@dataclass(kw_only=True, slots=True)
class WebhookDelivery:
    """One message to one endpoint, and what became of it.

    `message_id` grows in the order in which things happened to an object. A delivery holds no
    content: that is read anew for each attempt. `sending_until` is set while it is sent; if the
    process dies meanwhile, it is sent again afterwards.
    """

    id: int = 0
    endpoint_id: int
    message_id: int
    type: str
    subject: str
    subject_id: int
    event_id: int | None = None
    occurred_at: datetime
    status: DeliveryStatus = DeliveryStatus.PENDING
    attempts: int = 0
    next_at: datetime | None
    sending_until: datetime | None = None
    last_attempt_at: datetime | None = None
    response_status: int | None = None
    error: str | None = None
    duration_ms: int | None = None
    created_at: datetime | None = None

    @property
    def webhook_id(self) -> str:
        """The id by which a receiver knows it: the same at every attempt and replay."""
        suffix = "_sold_out" if self.type == SOLD_OUT else ""
        return f"msg_{self.message_id}{suffix}"

    def replay(self, now: datetime) -> None:
        """Send it at once, whatever became of it, and begin the retries anew."""
        self.status, self.attempts = DeliveryStatus.PENDING, 0
        self.next_at, self.sending_until = now, None

    def succeed(self) -> None:
        """Record that the endpoint took it."""
        self.status, self.error = DeliveryStatus.DELIVERED, None
        self.next_at = self.sending_until = None

    def fail(
        self, error: str, now: datetime, *, jitter: float, retry_after: timedelta | None
    ) -> None:
        """Record why it was not taken; it is tried again later, or given up after three days.

        `retry_after` is how long the endpoint asks to be left alone; `jitter`, from 0 to 1, spreads
        the retries of many.
        """
        wait = wait_before_retry(self.attempts, jitter=jitter, retry_after=retry_after)
        self.error, self.sending_until = error, None
        self.next_at = None if wait is None else now + wait
        if wait is None:
            self.status = DeliveryStatus.FAILED
