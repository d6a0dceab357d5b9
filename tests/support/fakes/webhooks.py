"""Outgoing webhooks in memory: second implementations of their ports."""

from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from datetime import datetime, timedelta

from src.application.dtos.webhook import WebhookContent, WebhookReply
from src.application.ports.webhooks import UnreadableSecret
from src.domain.entities.user import Role
from src.domain.entities.webhook import DeliveryStatus, WebhookDelivery, WebhookEndpoint
from src.domain.errors import NotFound, ValidationFailed
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.webhook import Claim, DeliveryFilter, WebhookMessage
from tests.support.fakes.store import Store, page_of


class FakeWebhookEndpointRepository:
    """Implements `WebhookEndpointRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, endpoint_id: int) -> WebhookEndpoint:
        if endpoint_id not in self._store.webhook_endpoints:
            raise NotFound("webhook", endpoint_id)
        return deepcopy(self._store.webhook_endpoints[endpoint_id])

    async def lock(self, endpoint_id: int) -> WebhookEndpoint:
        self._store.before_lock()
        return await self.get(endpoint_id)

    async def by_ids(self, endpoint_ids: Collection[int]) -> dict[int, WebhookEndpoint]:
        known = self._store.webhook_endpoints.keys() & set(endpoint_ids)
        return {endpoint_id: await self.get(endpoint_id) for endpoint_id in sorted(known)}

    async def search(self, *, owner_id: int | None, page: PageRequest) -> Page[WebhookEndpoint]:
        endpoints = self._store.webhook_endpoints.values()
        return page_of(
            (endpoint for endpoint in endpoints if owner_id in (None, endpoint.owner_id)), page
        )

    async def count_of(self, owner_id: int) -> int:
        return sum(
            endpoint.owner_id == owner_id for endpoint in self._store.webhook_endpoints.values()
        )

    async def add(self, endpoint: WebhookEndpoint) -> None:
        endpoint.id = self._store.next_id()
        self._store.webhook_endpoints[endpoint.id] = deepcopy(endpoint)

    async def save(self, endpoint: WebhookEndpoint) -> None:
        endpoint.version += 1
        self._store.webhook_endpoints[endpoint.id] = deepcopy(endpoint)

    async def clear_failing(self, endpoint_id: int) -> None:
        if endpoint_id in self._store.webhook_endpoints:
            self._store.webhook_endpoints[endpoint_id].failing_since = None

    async def delete(self, endpoint_id: int) -> None:
        self._store.webhook_endpoints.pop(endpoint_id, None)
        deliveries = self._store.webhook_deliveries
        for delivery in [
            found for found in deliveries.values() if found.endpoint_id == endpoint_id
        ]:
            del deliveries[delivery.id]

    async def delete_of(self, owner_id: int) -> None:
        for endpoint in list(self._store.webhook_endpoints.values()):
            if endpoint.owner_id == owner_id:
                await self.delete(endpoint.id)


class FakeWebhookDeliveryRepository:
    """Implements `WebhookDeliveryRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def plan(self, messages: Sequence[WebhookMessage]) -> int:
        planned = 0
        for message in messages:
            for endpoint in self._store.webhook_endpoints.values():
                key = (endpoint.id, message.id, message.type)
                if self._hears(endpoint, message) and key not in self._known():
                    self._add(endpoint.id, message)
                    planned += 1
        return planned

    async def newly_sold_out(self, event_ids: Collection[int]) -> list[int]:
        found = []
        for event_id in event_ids:
            event = self._store.event(event_id)
            is_sold_out = 0 < event.total_tickets_sold >= event.capacity
            if is_sold_out and event_id not in self._store.sold_out:
                found.append(event_id)
            if is_sold_out:
                self._store.sold_out.add(event_id)
            else:
                self._store.sold_out.discard(event_id)
        return found

    async def plan_test(self, endpoint_id: int, now: datetime) -> WebhookDelivery:
        message = WebhookMessage(
            self._store.next_id(), now, "webhook.test", "webhook", endpoint_id, None
        )
        return deepcopy(self._add(endpoint_id, message))

    async def claim(self, claim: Claim) -> list[WebhookDelivery]:
        taken: list[WebhookDelivery] = []
        pending = [
            found
            for found in self._store.webhook_deliveries.values()
            if found.status is DeliveryStatus.PENDING
        ]
        for delivery in sorted(pending, key=lambda found: (found.next_at, found.message_id)):
            endpoint = self._store.webhook_endpoints[delivery.endpoint_id]
            in_flight = sum(
                _is_sent(found, claim.now) for found in pending if _same(found, delivery)
            )
            if (
                len(taken) < claim.limit
                and endpoint.is_active
                and (endpoint.failing_since is not None) == claim.failing
                and delivery.next_at is not None
                and delivery.next_at <= claim.now
                and not _is_sent(delivery, claim.now)
                and in_flight < claim.per_endpoint
                and not any(_holds_up(older, delivery, claim.now) for older in pending)
            ):
                delivery.attempts += 1
                delivery.last_attempt_at, delivery.sending_until = claim.now, claim.until
                taken.append(deepcopy(delivery))
        return taken

    async def get(self, endpoint_id: int, delivery_id: int) -> WebhookDelivery:
        found = self._store.webhook_deliveries.get(delivery_id)
        if found is None or found.endpoint_id != endpoint_id:
            raise NotFound("delivery", delivery_id)
        return deepcopy(found)

    async def search(self, wanted: DeliveryFilter, page: PageRequest) -> Page[WebhookDelivery]:
        return page_of(
            (
                found
                for found in self._store.webhook_deliveries.values()
                if found.endpoint_id == wanted.endpoint_id
                and wanted.status in (None, found.status)
                and wanted.type in (None, found.type)
            ),
            page,
        )

    async def save(self, delivery: WebhookDelivery) -> None:
        self._store.webhook_deliveries[delivery.id] = deepcopy(delivery)

    async def record(self, delivery: WebhookDelivery, taken_until: datetime) -> bool:
        stored = self._store.webhook_deliveries.get(delivery.id)
        if stored is None or stored.attempts != delivery.attempts:
            return False
        if stored.sending_until != taken_until:
            return False
        await self.save(delivery)
        return True

    async def forget(self, before: datetime, *, limit: int) -> int:
        old = [
            found.id
            for found in self._store.webhook_deliveries.values()
            if found.created_at is not None and found.created_at < before
        ]
        for delivery_id in old[:limit]:
            del self._store.webhook_deliveries[delivery_id]
        return len(old[:limit])

    def _known(self) -> set[tuple[int, int, str]]:
        deliveries = self._store.webhook_deliveries.values()
        return {(found.endpoint_id, found.message_id, found.type) for found in deliveries}

    def _hears(self, endpoint: WebhookEndpoint, message: WebhookMessage) -> bool:
        owner = self._store.users[endpoint.owner_id]
        wanted = {message.type, f"{message.type.partition('.')[0]}.*"}
        is_theirs = owner.role is Role.ADMIN or self._organizer(message) == owner.id
        return (
            endpoint.is_active and owner.is_active and bool(wanted & {*endpoint.events})
        ) and is_theirs

    def _organizer(self, message: WebhookMessage) -> int | None:
        """Who owns all events that the message is about."""
        event_ids = {message.event_id}
        if message.subject == "transaction":
            event_ids = {*self._store.order(self._order_of(message)).event_ids}
        elif message.subject == "order":
            event_ids = {*self._store.order(message.subject_id).event_ids}
        owners = {
            self._store.events[found].organizer_id for found in event_ids if found is not None
        }
        return owners.pop() if len(owners) == 1 else None

    def _order_of(self, message: WebhookMessage) -> int:
        return self._store.transactions[message.subject_id].order_id

    def _add(self, endpoint_id: int, message: WebhookMessage) -> WebhookDelivery:
        delivery = WebhookDelivery(
            id=self._store.next_id(),
            endpoint_id=endpoint_id,
            message_id=message.id,
            type=message.type,
            subject=message.subject,
            subject_id=message.subject_id,
            event_id=message.event_id,
            occurred_at=message.at,
            next_at=message.at,
            created_at=message.at,
        )
        self._store.webhook_deliveries[delivery.id] = delivery
        return delivery


def _is_sent(delivery: WebhookDelivery, now: datetime) -> bool:
    return delivery.sending_until is not None and delivery.sending_until > now


def _same(found: WebhookDelivery, other: WebhookDelivery) -> bool:
    return found.endpoint_id == other.endpoint_id


def _holds_up(older: WebhookDelivery, delivery: WebhookDelivery, now: datetime) -> bool:
    is_same_object = (older.subject, older.subject_id) == (delivery.subject, delivery.subject_id)
    return (
        _same(older, delivery)
        and is_same_object
        and older.message_id < delivery.message_id
        and (older.attempts == 0 or _is_sent(older, now))
    )


class FakeWebhookSignatures:
    """Implements `WebhookSignatures`: a sealed secret has the prefix `sealed:`."""

    def __init__(self) -> None:
        self._made = 0

    def new_secret(self) -> str:
        self._made += 1
        return f"whsec_{self._made}"

    def seal(self, secret: str) -> str:
        return f"sealed:{secret}"

    def headers(
        self, sealed_secrets: Sequence[str], *, webhook_id: str, now: datetime, body: str
    ) -> dict[str, str]:
        readable = [found for found in sealed_secrets if found.startswith("sealed:")]
        if not readable:
            raise UnreadableSecret("None can be read.")
        return {"webhook-id": webhook_id, "webhook-signature": " ".join(readable)}


class FakeWebhookAddresses:
    """Implements `WebhookAddresses`: refuses what names `private`."""

    def check(self, url: str) -> None:
        if "private" in url:
            raise ValidationFailed("body.url", "The address must be a public one.")


class FakeWebhookSender:
    """Implements `WebhookSender`: keeps what was sent, and answers with these statuses."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.sent: list[tuple[str, Mapping[str, str], str]] = []

    async def send(self, url: str, headers: Mapping[str, str], body: str) -> WebhookReply:
        self.sent.append((url, headers, body))
        status = self.statuses.pop(0) if self.statuses else 200
        return WebhookReply(status, None, timedelta(milliseconds=5))


def fake_writer(content: WebhookContent) -> str:
    """Implements `WebhookWriter`."""
    return f"{content.type} {content.sequence} {content.subject} {content.subject_id}"
