"""Disputes in PostgreSQL."""

from collections.abc import Sequence

from src.domain.entities.dispute import Dispute
from src.infrastructure.database.models import DisputeModel
from src.infrastructure.repositories import mapping

KEPT = ("order_id", "payment_id", "provider", "provider_reference", "opened_at")
EDITED = (
    *("transaction_id", "status", "reason", "amount", "currency", "evidence_due_by"),
    *("is_taken", "closed_at"),
)


class TortoiseDisputeRepository:
    """Implements `DisputeRepository`."""

    async def by_reference(self, provider: str, reference: str) -> Dispute | None:
        row = await DisputeModel.get_or_none(provider=provider, provider_reference=reference)
        return _to_entity(row) if row else None

    async def of_payment(self, payment_id: int) -> list[Dispute]:
        rows = await DisputeModel.filter(payment_id=payment_id).order_by("id")
        return [_to_entity(row) for row in rows]

    async def open(self, *, after_id: int, limit: int) -> Sequence[Dispute]:
        rows = DisputeModel.filter(closed_at__isnull=True, id__gt=after_id)
        return [_to_entity(row) for row in await rows.order_by("id").limit(limit)]

    async def add(self, dispute: Dispute) -> None:
        row = await DisputeModel.create(
            **{column: getattr(dispute, column) for column in (*KEPT, *EDITED)}
        )
        dispute.id, dispute.created_at, dispute.updated_at = row.id, row.created_at, row.updated_at

    async def save(self, dispute: Dispute) -> None:
        changed = {column: getattr(dispute, column) for column in EDITED}
        await DisputeModel.filter(id=dispute.id).update(**changed)
        row = await DisputeModel.get(id=dispute.id)
        dispute.version, dispute.updated_at = row.version, row.updated_at


def _to_entity(row: DisputeModel) -> Dispute:
    return mapping.to_entity(Dispute, row)
