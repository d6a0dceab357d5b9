"""Send one delivery, and store what became of it."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from src.application.catalogue.webhook_for_update import audited, webhook_entry
from src.application.dtos.webhook import WebhookReply
from src.application.ports.database import Clock, UnitOfWork, UnitOfWorkFactory
from src.application.ports.webhooks import (
    UnreadableSecret,
    WebhookSender,
    WebhookSignatures,
    WebhookWriter,
)
from src.application.use_cases.webhook.read_content import ReadContent
from src.domain.entities.webhook import WebhookDelivery, WebhookEndpoint
from src.domain.errors import NotFound, Unavailable

UNREADABLE = "The secret cannot be read: SECRET_KEY was changed. Rotate the secret."
UNWRITABLE = "The message could not be written. This is a fault of the service."

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Taken:
    """A delivery that is ours until then, and its endpoint, as they were when it was taken."""

    delivery: WebhookDelivery
    endpoint: WebhookEndpoint
    until: datetime
    was_failing: bool


class SendDelivery:
    """Sends a delivery. No transaction is open meanwhile."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        read_content: ReadContent,
        write: WebhookWriter,
        signatures: WebhookSignatures,
        sender: WebhookSender,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._read_content = read_content
        self._write = write
        self._signatures = signatures
        self._sender = sender
        self._clock = clock

    async def execute(self, taken: Taken, database: asyncio.Semaphore, *, jitter: float) -> bool:
        """Whether the endpoint took it. `database` bounds how many work with that at a time."""
        reply, is_ours = await self._send(taken, database)
        delivery = taken.delivery
        delivery.response_status = reply.status
        delivery.duration_ms = int(reply.duration / timedelta(milliseconds=1))
        if reply.is_success:
            delivery.succeed()
        else:
            error = reply.error or f"The answer was {reply.status}."
            delivery.fail(error, self._clock(), jitter=jitter, retry_after=reply.retry_after)
        async with database, self._unit_of_work() as uow:
            if reply.is_success:
                await uow.webhook_endpoints.clear_failing(taken.endpoint.id)
            elif not is_ours:
                await self._note_failure(uow, taken.endpoint, reply.status)
            await uow.webhook_deliveries.record(delivery, taken.until)
            await uow.commit()
        return reply.is_success

    async def _send(self, taken: Taken, database: asyncio.Semaphore) -> tuple[WebhookReply, bool]:
        """The reply, and whether the fault is this service's and not the endpoint's."""
        delivery, now = taken.delivery, self._clock()
        try:
            async with database:
                content = await self._read_content.execute(delivery)
            body = self._write(content)
            headers = self._signatures.headers(
                taken.endpoint.signing_secrets(now),
                webhook_id=delivery.webhook_id,
                now=now,
                body=body,
            )
        except UnreadableSecret:
            return WebhookReply(None, UNREADABLE, timedelta()), True
        except Unavailable:
            raise
        except Exception:
            # It waits like one that was refused: else it would be tried without end.
            log.exception("The message of delivery %d cannot be written.", delivery.id)
            return WebhookReply(None, UNWRITABLE, timedelta()), True
        return await self._sender.send(taken.endpoint.url, headers, body), False

    async def _note_failure(
        self, uow: UnitOfWork, used: WebhookEndpoint, status: int | None
    ) -> None:
        try:
            endpoint = await uow.webhook_endpoints.lock(used.id)
        except NotFound:
            return
        if endpoint.url != used.url:
            return  # What another address did says nothing of this one.
        before = audited(endpoint)
        is_disabled = endpoint.note_failure(status, self._clock())
        await uow.webhook_endpoints.save(endpoint)
        if is_disabled:
            await uow.audit.record([webhook_entry("disabled", endpoint, None, before=before)])
