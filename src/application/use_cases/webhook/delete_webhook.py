"""Delete a webhook."""

from src.application.catalogue.webhook_for_update import lock_webhook, webhook_entry
from src.application.ports.database import UnitOfWorkFactory
from src.domain.entities.user import Actor


class DeleteWebhook:
    """Delete a webhook with its log; what it was not sent yet is not sent.

    Authorization: its owner and admins.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, endpoint_id: int) -> None:
        async with self._unit_of_work() as uow:
            endpoint = await lock_webhook(uow, actor, endpoint_id)
            await uow.webhook_endpoints.delete(endpoint_id)
            await uow.audit.record([webhook_entry("deleted", endpoint, actor)])
            await uow.commit()
