"""Edit a webhook."""

from dataclasses import dataclass

from src.application.catalogue.webhook_for_update import audited, lock_webhook, webhook_entry
from src.application.ports.database import UnitOfWorkFactory
from src.application.ports.webhooks import WebhookAddresses
from src.domain.entities.user import Actor
from src.domain.entities.webhook import EndpointChanges, WebhookEndpoint
from src.domain.shared.transitions import require_version


@dataclass(frozen=True, slots=True)
class UpdateWebhookCommand:
    """The changes to a webhook."""

    endpoint_id: int
    changes: EndpointChanges
    expected_version: int | None = None


class UpdateWebhook:
    """Edit a webhook, disable it, or make it active again; omitted fields keep their values.

    Authorization: its owner and admins. Refused with `stale_version` if `If-Match` is not the
    stored version. While it is disabled nothing is planned for it; what waited is sent once it is
    active again. What is sent after a change of the address goes to the new one, retries too.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, addresses: WebhookAddresses) -> None:
        self._unit_of_work = unit_of_work
        self._addresses = addresses

    async def execute(self, actor: Actor, command: UpdateWebhookCommand) -> WebhookEndpoint:
        async with self._unit_of_work() as uow:
            endpoint = await lock_webhook(uow, actor, command.endpoint_id)
            require_version(endpoint.version, command.expected_version)
            if "url" in command.changes:
                self._addresses.check(command.changes["url"])
            before = audited(endpoint)
            endpoint.edit(command.changes)
            await uow.webhook_endpoints.save(endpoint)
            await uow.audit.record([webhook_entry("updated", endpoint, actor, before=before)])
            await uow.commit()
        return endpoint
