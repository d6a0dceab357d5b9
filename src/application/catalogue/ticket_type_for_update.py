"""Shared by the edits of a ticket type: find it, lock its event, check who asks."""

from src.application.access import require_event_manager
from src.application.ports.database import UnitOfWork
from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor
from src.domain.errors import NotFound


async def lock_ticket_type(
    uow: UnitOfWork, actor: Actor, ticket_type_id: int
) -> tuple[Event, TicketType, list[TicketType]]:
    """The locked event, the ticket type, and all types of the event (that one included).

    Raises NotFound, also when the event is another organizer's; Forbidden without the role.
    """
    event_id = (await uow.ticket_types.get(ticket_type_id)).event_id
    try:
        event = await uow.events.lock(event_id)
        require_event_manager(actor, event)
    except NotFound:
        raise NotFound("ticket type", ticket_type_id) from None
    # Read again: the counters and the type itself may have changed before the lock was ours.
    ticket_types = await uow.ticket_types.of_event(event_id)
    for ticket_type in ticket_types:
        if ticket_type.id == ticket_type_id:
            return event, ticket_type, ticket_types
    raise NotFound("ticket type", ticket_type_id)
