"""List the deliveries of a webhook."""

from src.application.use_cases.webhook.read_webhooks import GetWebhook
from src.domain.entities.user import Actor
from src.domain.entities.webhook import WebhookDelivery
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.webhook import DeliveryFilter, WebhookDeliveryRepository


class ListDeliveries:
    """List what a webhook was sent, or is to be sent, newest first.

    Authorization: its owner and admins. Kept for 30 days.
    """

    def __init__(self, get_webhook: GetWebhook, deliveries: WebhookDeliveryRepository) -> None:
        self._get_webhook = get_webhook
        self._deliveries = deliveries

    async def execute(
        self, actor: Actor, wanted: DeliveryFilter, page: PageRequest
    ) -> Page[WebhookDelivery]:
        await self._get_webhook.execute(actor, wanted.endpoint_id)
        return await self._deliveries.search(wanted, page)
