"""Edit the note of a transaction."""

from dataclasses import dataclass

from src.application.access import require_admin
from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor
from src.domain.shared.transitions import require_version


@dataclass(frozen=True, slots=True)
class NoteTransactionCommand:
    """The note to store; None removes it."""

    transaction_id: int
    note: str | None
    expected_version: int | None = None


class NoteTransaction:
    """Edit the note of a transaction, its only editable field.

    Authorization: admins. Refused with `stale_version` if `If-Match` is not the stored version.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, command: NoteTransactionCommand) -> Transaction:
        require_admin(actor)
        async with self._unit_of_work() as uow:
            order_id = (await uow.transactions.get(command.transaction_id)).order_id
            await uow.orders.lock([order_id])
            transaction = await uow.transactions.get(command.transaction_id)
            require_version(transaction.version, command.expected_version)
            transaction.note = command.note
            await uow.transactions.save(transaction)
            # Of what it says, nothing: the log keeps everything for ever.
            entry = AuditEntry(
                "payment.noted", subject="transaction", subject_id=transaction.id, by=actor
            )
            await uow.audit.record([entry])
            await uow.commit()
        return transaction.without_secrets()
