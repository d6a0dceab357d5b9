"""Set the status of a ticket type."""

from src.application.catalogue.ticket_type_for_update import lock_ticket_type
from src.application.ports.database import AuditEntry, Touches, UnitOfWorkFactory
from src.domain.entities.ticket_type import TicketType, TicketTypeStatus
from src.domain.entities.user import Actor
from src.domain.shared.transitions import require_version


class SetTicketTypeStatus:
    """Pause, close or reopen the sale of a ticket type; tickets already sold stay valid.

    Authorization: the event's organizer and admins. Refused with `stale_version` if `If-Match` is
    not the stored version.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(
        self,
        actor: Actor,
        ticket_type_id: int,
        status: TicketTypeStatus,
        *,
        expected_version: int | None = None,
    ) -> TicketType:
        async with self._unit_of_work(touches=Touches(ticket_type_id=ticket_type_id)) as uow:
            event, ticket_type, _ = await lock_ticket_type(uow, actor, ticket_type_id)
            require_version(ticket_type.version, expected_version)
            before = ticket_type.status
            ticket_type.status = status
            await uow.ticket_types.save(ticket_type)
            entry = AuditEntry(
                f"ticket_type.{status}",
                subject="ticket_type",
                subject_id=ticket_type_id,
                event_id=event.id,
                before={"status": before},
                after={"status": status},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return ticket_type
