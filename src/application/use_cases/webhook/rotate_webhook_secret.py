"""Give a webhook a new secret."""

from src.application.catalogue.webhook_for_update import lock_webhook, webhook_entry
from src.application.dtos.webhook import EndpointWithSecret
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.ports.webhooks import WebhookSignatures
from src.domain.entities.user import Actor


class RotateWebhookSecret:
    """Give a webhook a new secret, which is shown this once.

    Authorization: its owner and admins. For 24 hours everything is signed with both, the new one
    and the one before, so that the receiver can change over without losing anything. If the
    secret is known to somebody else, rotate twice: what is signed with a third is no longer
    signed with the first.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, signatures: WebhookSignatures, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._signatures = signatures
        self._clock = clock

    async def execute(self, actor: Actor, endpoint_id: int) -> EndpointWithSecret:
        secret = self._signatures.new_secret()
        async with self._unit_of_work() as uow:
            endpoint = await lock_webhook(uow, actor, endpoint_id)
            endpoint.rotate_secret(self._signatures.seal(secret), self._clock())
            await uow.webhook_endpoints.save(endpoint)
            await uow.audit.record([webhook_entry("secret_rotated", endpoint, actor)])
            await uow.commit()
        return EndpointWithSecret(endpoint, secret)
