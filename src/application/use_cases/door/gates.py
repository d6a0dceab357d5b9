"""The gates of an event."""

from collections.abc import Sequence

from src.application.access import require_event_collection, require_event_manager
from src.application.ports.database import AuditEntry, Touches, UnitOfWorkFactory
from src.domain.entities.gate import Gate
from src.domain.entities.ticket_type import admissions
from src.domain.entities.user import Actor
from src.domain.errors import NotFound, ValidationFailed
from src.domain.repositories.door import DoorRepository
from src.domain.repositories.event import EventRepository


class ListGates:
    """List the gates of an event, in the organizer's order.

    Authorization: the event's organizer and admins. Scanners find the gates in the door list.
    """

    def __init__(self, events: EventRepository, door: DoorRepository) -> None:
        self._events = events
        self._door = door

    async def execute(self, actor: Actor, event_id: int) -> list[Gate]:
        require_event_collection(actor, await self._events.get(event_id))
        return await self._door.gates(event_id)


class ReplaceGates:
    """Replace the gates of an event; an empty list leaves it without.

    A gate lets in the ticket types that it names, or all if it names none. Once an event has
    gates, each check-in has to name one of them. Authorization: the event's organizer and admins.
    Refused with `not_found` for a ticket type of another event, and for an add-on.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, event_id: int, gates: Sequence[Gate]) -> list[Gate]:
        _require_distinct(gates)
        async with self._unit_of_work(touches=Touches(event_ids=[event_id])) as uow:
            event = await uow.events.lock(event_id)
            require_event_manager(actor, event)
            type_ids = {kind.id for kind in admissions(await uow.ticket_types.of_event(event_id))}
            for unknown in sorted(
                {id_ for gate in gates for id_ in gate.ticket_type_ids} - type_ids
            ):
                raise NotFound("ticket type", unknown)
            before = await uow.door.gates(event_id)
            await uow.door.replace_gates(event_id, gates)
            entry = AuditEntry(
                "event.gates_set",
                subject="event",
                subject_id=event_id,
                event_id=event_id,
                before={"gates": _described(before)},
                after={"gates": _described(gates)},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return list(gates)


def _require_distinct(gates: Sequence[Gate]) -> None:
    names = [gate.name.casefold() for gate in gates]
    for place, name in enumerate(names):
        if name in names[:place]:
            field = f"body.gates.{place}.name"
            raise ValidationFailed(field, "Two gates have the same name.")


def _described(gates: Sequence[Gate]) -> list[dict[str, object]]:
    return [{"name": gate.name, "ticket_type_ids": gate.ticket_type_ids} for gate in gates]
