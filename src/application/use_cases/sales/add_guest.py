"""Add a guest for whom somebody else gets tickets."""

from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.domain.entities.user import Actor, User


class AddGuest:
    """Store somebody without an account, who gets tickets from the box office.

    One that a repeated form makes again buys nothing, and is cleaned up. Authorization: the
    caller's.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, name: str) -> int:
        guest = User(name=name, is_guest=True)
        async with self._unit_of_work() as uow:
            await uow.users.add(guest)
            entry = AuditEntry(
                "user.created",
                subject="user",
                subject_id=guest.id,
                after={"role": guest.role},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return guest.id
