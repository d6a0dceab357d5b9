"""Plan what endpoints are sent."""

from collections.abc import Sequence

from src.application.ports.database import UnitOfWork
from src.application.ports.outbox import OutboxMessage
from src.domain.entities.webhook import CHANGES_OF_STOCK, SOLD_OUT, TYPES_BY_ACTION
from src.domain.repositories.webhook import WebhookMessage


class PlanDeliveries:
    """Plans a delivery to each endpoint that is to hear of a message. Implements `MessageHandler`.

    Whether an event is sold out is found here and not by the sale itself, which would become
    slower: the endpoints hear of it once, and again when it is sold out after it was not.
    """

    async def handle(self, uow: UnitOfWork, messages: Sequence[OutboxMessage]) -> None:
        heard = [_as_heard(message) for message in messages if message.action in TYPES_BY_ACTION]
        heard += await self._sold_out(uow, messages)
        if heard:
            await uow.webhook_deliveries.plan(heard)

    async def _sold_out(
        self, uow: UnitOfWork, messages: Sequence[OutboxMessage]
    ) -> list[WebhookMessage]:
        last = {
            message.event_id: message
            for message in messages
            if message.event_id is not None and message.action in CHANGES_OF_STOCK
        }
        if not last:
            return []
        event_ids = [event_id for event_id in last if event_id is not None]
        return [
            WebhookMessage(
                id=last[event_id].id,
                at=last[event_id].at,
                type=SOLD_OUT,
                subject="event",
                subject_id=event_id,
                event_id=event_id,
            )
            for event_id in await uow.webhook_deliveries.newly_sold_out(event_ids)
        ]


def _as_heard(message: OutboxMessage) -> WebhookMessage:
    return WebhookMessage(
        id=message.id,
        at=message.at,
        type=TYPES_BY_ACTION[message.action],
        subject=message.subject,
        subject_id=message.subject_id,
        event_id=message.event_id,
    )
