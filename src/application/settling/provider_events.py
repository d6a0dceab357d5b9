"""Webhook events of providers take effect once, however often they come."""

from src.application.ports.database import UnitOfWork
from src.domain.entities.transaction import Transaction
from src.domain.repositories.transaction import ProviderEvent


async def note_once(
    uow: UnitOfWork, transaction: Transaction, outcome: str, event_id: str | None
) -> bool:
    """Record the webhook event, if there is one; False if it was recorded before."""
    if event_id is None:
        return True
    event = ProviderEvent(transaction.provider, event_id, transaction.id, outcome)
    return bool(await uow.transactions.note_provider_events([event]))
