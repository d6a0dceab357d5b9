"""Shared by changes of a ticket type: lock its event, and check access."""

from src.application.access import require_event_manager
from src.application.ports.database import UnitOfWork
from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor
from src.domain.errors import NotFound


async def lock_ticket_type(
    uow: UnitOfWork, actor: Actor, ticket_type_id: int
) -> tuple[Event, TicketType, list[TicketType]]:
    """Lock the event of a ticket type; the event, the type, and all types of the event.

    Raises NotFound, also when the event is another organizer's; Forbidden without the organizer
    role.
    """
    event_id = (await uow.ticket_types.get(ticket_type_id)).event_id
    try:
        event = await uow.events.lock(event_id)
        require_event_manager(actor, event)
    except NotFound:
        raise NotFound("ticket type", ticket_type_id) from None
    # Read after locking: the type and its counters may have changed while waiting.
    ticket_types = await uow.ticket_types.of_event(event_id)
    for ticket_type in ticket_types:
        if ticket_type.id == ticket_type_id:
            return event, ticket_type, ticket_types
    raise NotFound("ticket type", ticket_type_id)
