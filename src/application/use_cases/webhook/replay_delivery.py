"""Send a delivery again."""

from src.application.catalogue.webhook_for_update import lock_webhook, webhook_entry
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor
from src.domain.entities.webhook import WebhookDelivery


class ReplayDelivery:
    """Send a delivery again within seconds, whatever became of it.

    Authorization: the owner of the webhook and admins. Refused with `invalid_state` if the
    webhook is disabled. `webhook-id` and `sequence` are those of before; `data` is how the
    object is now. Retries begin anew.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, endpoint_id: int, delivery_id: int) -> WebhookDelivery:
        async with self._unit_of_work() as uow:
            endpoint = await lock_webhook(uow, actor, endpoint_id)
            delivery = await uow.webhook_deliveries.get(endpoint_id, delivery_id)
            endpoint.require_active()
            delivery.replay(self._clock())
            await uow.webhook_deliveries.save(delivery)
            await uow.audit.record([webhook_entry("replayed", endpoint, actor)])
            await uow.commit()
        return delivery
