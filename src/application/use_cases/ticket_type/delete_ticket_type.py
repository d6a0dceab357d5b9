"""Delete a ticket type."""

from src.application.catalogue.sync_capacity import capacity_entries
from src.application.catalogue.sync_sections import sync_sections
from src.application.catalogue.ticket_type_for_update import lock_ticket_type
from src.application.ports.database import AuditEntry, Touches, UnitOfWorkFactory
from src.domain.entities.ticket_type import admissions
from src.domain.entities.user import Actor
from src.domain.errors import InUse


class DeleteTicketType:
    """Delete a ticket type that was never sold.

    Authorization: the event's organizer and admins. Refused with `in_use` if tickets of the type
    exist (close it instead), if a gate names it, and for the only type of an event that
    admits. A capacity of the event that was left out becomes that of the types that are left.
    With reserved seating its section passes to the type without a section; if there is none,
    its seats are no longer for sale.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, ticket_type_id: int) -> None:
        async with self._unit_of_work(touches=Touches(ticket_type_id=ticket_type_id)) as uow:
            event, ticket_type, ticket_types = await lock_ticket_type(uow, actor, ticket_type_id)
            others = [other for other in ticket_types if other is not ticket_type]
            if not admissions(others):
                raise InUse("This is the event's only ticket type. Add another one first.")
            if await uow.ticket_types.has_tickets(event.id, ticket_type_id):
                raise InUse("Tickets of this type exist. Close the type instead.")
            gates = await uow.door.gates(event.id)
            if any(ticket_type_id in gate.ticket_type_ids for gate in gates):
                raise InUse("A gate of the event lets this type in. Change the gates first.")
            await uow.ticket_types.delete(ticket_type_id)
            before = event.capacity
            if (
                all(other.capacity_is_derived for other in admissions(others))
                and not event.is_seated
            ):
                # Nothing is left that it could follow: the types that are left follow it.
                event.capacity_is_derived = False
            for other in await sync_sections(uow, event, before=ticket_types, after=others):
                await uow.ticket_types.save(other)
            event.reprice(others)
            await uow.events.save(event)
            entry = AuditEntry(
                "ticket_type.deleted",
                subject="ticket_type",
                subject_id=ticket_type_id,
                event_id=event.id,
                by=actor,
            )
            await uow.audit.record([entry, *capacity_entries(event, before, actor)])
            await uow.commit()
