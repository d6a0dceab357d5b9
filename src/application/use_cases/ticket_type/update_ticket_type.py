"""Edit a ticket type."""

from dataclasses import dataclass

from src.application.ports import AuditEntry, UnitOfWorkFactory
from src.application.use_cases.ticket_type.locked_ticket_type import lock_ticket_type
from src.domain.entities.ticket_type import TicketType, TicketTypeChanges
from src.domain.entities.user import Actor
from src.domain.services.times import changes_in_zone
from src.domain.services.version import require_version


@dataclass(frozen=True, slots=True)
class UpdateTicketTypeCommand:
    """Times without an offset are read in the event's time zone."""

    ticket_type_id: int
    changes: TicketTypeChanges
    expected_version: int | None = None


class UpdateTicketType:
    """Edit a ticket type; what is not sent stays. Tickets already sold keep their price.

    The event's organizer and admins. Refused with `in_use` for a capacity below what is
    sold or held, `stale_version` when `If-Match` is older than the stored version.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, command: UpdateTicketTypeCommand) -> TicketType:
        async with self._unit_of_work() as uow:
            found = await lock_ticket_type(uow, actor, command.ticket_type_id)
            event, ticket_type, ticket_types = found
            require_version(ticket_type.version, command.expected_version)
            before = _audited(ticket_type)
            ticket_type.edit(changes_in_zone(command.changes, event.timezone))
            await uow.ticket_types.save(ticket_type)
            event.reprice(ticket_types)
            await uow.events.save(event)
            entry = AuditEntry(
                "ticket_type.updated",
                "ticket_type",
                ticket_type.id,
                event.id,
                before,
                _audited(ticket_type),
            )
            await uow.audit.record(actor, [entry])
            await uow.commit()
        return ticket_type


def _audited(ticket_type: TicketType) -> dict[str, object]:
    return {
        "name": ticket_type.name,
        "price": ticket_type.price,
        "capacity": ticket_type.capacity,
    }
