"""Get and list webhooks."""

from src.application.access import require_organizer_role
from src.application.catalogue.webhook_for_update import require_webhook_manager
from src.domain.entities.user import Actor
from src.domain.entities.webhook import WebhookEndpoint
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.webhook import WebhookEndpointRepository


class GetWebhook:
    """Get a webhook, without its secret.

    Authorization: its owner and admins. `is_active` is false once the address answered 410, or
    failed for three days without a success between; `disabled_reason` says which.
    """

    def __init__(self, endpoints: WebhookEndpointRepository) -> None:
        self._endpoints = endpoints

    async def execute(self, actor: Actor, endpoint_id: int) -> WebhookEndpoint:
        require_organizer_role(actor)
        endpoint = await self._endpoints.get(endpoint_id)
        require_webhook_manager(actor, endpoint)
        return endpoint


class ListWebhooks:
    """List webhooks, newest first, without their secrets.

    Authorization: organizers for their own, admins for all.
    """

    def __init__(self, endpoints: WebhookEndpointRepository) -> None:
        self._endpoints = endpoints

    async def execute(self, actor: Actor, page: PageRequest) -> Page[WebhookEndpoint]:
        require_organizer_role(actor)
        owner_id = None if actor.is_admin else actor.id
        return await self._endpoints.search(owner_id=owner_id, page=page)
