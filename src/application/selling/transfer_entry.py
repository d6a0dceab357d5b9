"""The audit entry of a change of a transfer."""

from src.application.ports.database import AuditEntry
from src.domain.entities.transfer import Transfer, TransferStatus
from src.domain.entities.user import Actor


def transfer_entry(transfer: Transfer, actor: Actor | None) -> AuditEntry:
    """Return the audit entry of a transfer that was offered or closed; without the address."""
    is_new = transfer.status is TransferStatus.OFFERED
    return AuditEntry(
        f"transfer.{transfer.status}",
        subject="transfer",
        subject_id=transfer.id,
        event_id=transfer.event_id,
        before=None if is_new else {"status": TransferStatus.OFFERED},
        after={"status": transfer.status, "ticket_id": transfer.ticket_id},
        by=actor,
    )
