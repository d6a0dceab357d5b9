"""The repositories of outgoing webhooks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from src.domain.entities.webhook import DeliveryStatus, WebhookDelivery, WebhookEndpoint
from src.domain.repositories.page import Page, PageRequest


class WebhookEndpointRepository(Protocol):
    """Endpoints."""

    async def get(self, endpoint_id: int) -> WebhookEndpoint:
        """Return the endpoint. Raises NotFound."""

    async def lock(self, endpoint_id: int) -> WebhookEndpoint:
        """Lock the endpoint: first of all that a transaction locks of webhooks. Raises NotFound."""

    async def by_ids(self, endpoint_ids: Collection[int]) -> dict[int, WebhookEndpoint]:
        """Return the endpoints of these ids that exist."""

    async def search(self, *, owner_id: int | None, page: PageRequest) -> Page[WebhookEndpoint]:
        """Return a page of all endpoints, or of those of one owner."""

    async def count_of(self, owner_id: int) -> int:
        """Count the endpoints of an owner."""

    async def add(self, endpoint: WebhookEndpoint) -> None:
        """Store the endpoint and set its id."""

    async def save(self, endpoint: WebhookEndpoint) -> None:
        """Store its edits."""

    async def clear_failing(self, endpoint_id: int) -> None:
        """Note that it took a delivery; writes nothing if nothing had failed before."""

    async def delete(self, endpoint_id: int) -> None:
        """Delete the endpoint and its deliveries."""

    async def delete_of(self, owner_id: int) -> None:
        """Delete all endpoints of a user, with their deliveries."""


@dataclass(frozen=True, slots=True)
class DeliveryFilter:
    """Which deliveries of an endpoint to list; None means any."""

    endpoint_id: int
    status: DeliveryStatus | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class WebhookMessage:
    """Something that happened, to be sent to the endpoints that asked for its type."""

    id: int
    at: datetime
    type: str
    subject: str
    subject_id: int
    event_id: int | None


@dataclass(frozen=True, slots=True)
class Claim:
    """Which deliveries to take: at most `limit`, `per_endpoint` of one endpoint at a time.

    `failing` asks for endpoints whose last delivery failed, False for the others. What is taken
    is nobody else's until `until`.
    """

    now: datetime
    until: datetime
    limit: int
    per_endpoint: int
    failing: bool


class WebhookDeliveryRepository(Protocol):
    """Deliveries: the log of an endpoint, and the queue of what is to be sent."""

    async def plan(self, messages: Sequence[WebhookMessage]) -> int:
        """Add a delivery for each endpoint that is to hear of a message; the number added.

        Those are the active endpoints of admins and of the organizer who owns all events that the
        message is about. A message that was planned before adds nothing.
        """

    async def newly_sold_out(self, event_ids: Collection[int]) -> list[int]:
        """Return those of the events that are sold out and were not when last asked about.

        Until the end of the transaction, others who ask wait.
        """

    async def plan_test(self, endpoint_id: int, now: datetime) -> WebhookDelivery:
        """Add a test message, with an id of its own, and return it."""

    async def claim(self, claim: Claim) -> list[WebhookDelivery]:
        """Take deliveries that are due, the longest due first, and count the attempt.

        Of an object, nothing is taken while something older waits for its first attempt or is
        being sent to the same endpoint.
        """

    async def get(self, endpoint_id: int, delivery_id: int) -> WebhookDelivery:
        """Return a delivery of this endpoint. Raises NotFound."""

    async def search(self, wanted: DeliveryFilter, page: PageRequest) -> Page[WebhookDelivery]: ...

    async def save(self, delivery: WebhookDelivery) -> None:
        """Store what became of it."""

    async def record(self, delivery: WebhookDelivery, taken_until: datetime) -> bool:
        """Store what became of an attempt, unless another has begun since; whether it was."""

    async def forget(self, before: datetime, *, limit: int) -> int:
        """Delete deliveries that were planned before; the number deleted."""
