"""Shared by changes of a webhook: lock it, check access, and audit it."""

from urllib.parse import urlsplit

from src.application.access import require_organizer_role
from src.application.ports.database import AuditEntry, UnitOfWork
from src.domain.entities.user import Actor
from src.domain.entities.webhook import WebhookEndpoint
from src.domain.errors import NotFound


def require_webhook_manager(actor: Actor, endpoint: WebhookEndpoint) -> None:
    """Raise NotFound unless the actor is the owner of the endpoint or an admin."""
    if not endpoint.is_managed_by(actor):
        raise NotFound("webhook", endpoint.id)


async def lock_webhook(uow: UnitOfWork, actor: Actor, endpoint_id: int) -> WebhookEndpoint:
    """Lock the endpoint. Raises Forbidden without the organizer role, NotFound."""
    require_organizer_role(actor)
    endpoint = await uow.webhook_endpoints.lock(endpoint_id)
    require_webhook_manager(actor, endpoint)
    return endpoint


def audited(endpoint: WebhookEndpoint) -> dict[str, object]:
    """What the audit log records: of the address only the host, as the rest may be a secret."""
    return {
        "host": urlsplit(endpoint.url).hostname,
        "events": list(endpoint.events),
        "is_active": endpoint.is_active,
        "disabled_reason": endpoint.disabled_reason,
    }


def webhook_entry(
    action: str,
    endpoint: WebhookEndpoint,
    actor: Actor | None,
    *,
    before: dict[str, object] | None = None,
) -> AuditEntry:
    """The audit entry of a change of an endpoint."""
    return AuditEntry(
        f"webhook.{action}",
        subject="webhook",
        subject_id=endpoint.id,
        before=before,
        after=audited(endpoint),
        by=actor,
    )
