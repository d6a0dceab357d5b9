"""Create a webhook."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.application.access import require_organizer_role
from src.application.catalogue.webhook_for_update import webhook_entry
from src.application.concurrency.idempotency import once
from src.application.dtos.webhook import CreatedWebhook, EndpointWithSecret
from src.application.ports.database import UnitOfWork, UnitOfWorkFactory
from src.application.ports.webhooks import WebhookAddresses, WebhookSignatures
from src.domain.entities.user import Actor
from src.domain.entities.webhook import WebhookEndpoint
from src.domain.errors import InUse, InvalidState
from src.domain.repositories.idempotency_key import IdempotentRequest

MAX_ENDPOINTS = 100
"""Of one owner: each costs a request for each event."""

SHOWN_BEFORE = (
    "This webhook was created already, and its secret was shown then. "
    "If you missed it, give the webhook a new one."
)


@dataclass(frozen=True, slots=True)
class CreateWebhookCommand:
    """Where to send, and which types of events."""

    url: str
    events: Sequence[str]
    idempotency: IdempotentRequest | None = None


class CreateWebhook:
    """Have events sent to an address of yours, signed with a secret.

    Authorization: organizers, who hear of their own events, and admins, who hear of everything.
    The `secret` is shown this once: receivers verify with it what they get, by the [Standard
    Webhooks](https://www.standardwebhooks.com) specification. The address must be https and
    public; that is looked at again whenever something is sent. Refused with `in_use` if you have
    100 webhooks already. Every message is sent at least once, and again for three days if it is
    not answered with 2xx within 15 seconds; redirects are not followed.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        signatures: WebhookSignatures,
        addresses: WebhookAddresses,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._signatures = signatures
        self._addresses = addresses

    async def execute(self, actor: Actor, command: CreateWebhookCommand) -> EndpointWithSecret:
        require_organizer_role(actor)
        self._addresses.check(command.url)
        secret = self._signatures.new_secret()
        endpoint = WebhookEndpoint(
            owner_id=actor.id,
            url=command.url,
            events=list(command.events),
            secret=self._signatures.seal(secret),
        )
        async with self._unit_of_work() as uow:
            outcome = await once(
                uow, command.idempotency, CreatedWebhook, lambda: self._add(uow, actor, endpoint)
            )
        if outcome.is_replayed:
            raise InvalidState("webhook", "created", "created", SHOWN_BEFORE)
        return EndpointWithSecret(endpoint, secret)

    async def _add(
        self, uow: UnitOfWork, actor: Actor, endpoint: WebhookEndpoint
    ) -> CreatedWebhook:
        # Locks the owner, so that the number is right for two requests at once too.
        await uow.users.lock(actor.id)
        if await uow.webhook_endpoints.count_of(actor.id) >= MAX_ENDPOINTS:
            raise InUse(f"You have {MAX_ENDPOINTS} webhooks already. Delete one first.")
        await uow.webhook_endpoints.add(endpoint)
        await uow.audit.record([webhook_entry("created", endpoint, actor)])
        return CreatedWebhook(endpoint.id)
