"""Send a test message."""

from src.application.catalogue.webhook_for_update import lock_webhook, webhook_entry
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor
from src.domain.entities.webhook import WebhookDelivery


class SendTestWebhook:
    """Send a message of the type `webhook.test`, whatever types the webhook asked for.

    Authorization: its owner and admins. Refused with `invalid_state` if it is disabled. It is
    sent within seconds; the log (`deliveries`) says what became of it.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, endpoint_id: int) -> WebhookDelivery:
        async with self._unit_of_work() as uow:
            endpoint = await lock_webhook(uow, actor, endpoint_id)
            endpoint.require_active()
            delivery = await uow.webhook_deliveries.plan_test(endpoint_id, self._clock())
            await uow.audit.record([webhook_entry("tested", endpoint, actor)])
            await uow.commit()
        return delivery
