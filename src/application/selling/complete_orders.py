"""Complete the orders whose events have all ended."""

from datetime import datetime

from src.application.ports.database import AuditEntry, UnitOfWork
from src.domain.entities.user import Actor


async def complete_orders(
    uow: UnitOfWork, event_id: int, now: datetime, *, by: Actor | None
) -> list[AuditEntry]:
    """Complete the orders whose events have all ended with this one; their audit entries."""
    return [
        AuditEntry(
            "order.completed",
            subject="order",
            subject_id=order_id,
            event_id=event_id,
            before={"status": "confirmed"},
            after={"status": "completed"},
            by=by,
        )
        for order_id in await uow.orders.complete(event_id, now)
    ]
