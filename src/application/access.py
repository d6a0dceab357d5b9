"""Who may: the rules that more than one use case asks.

An item of somebody else answers NotFound, so that ids cannot be probed; a collection, or
a role the caller lacks, answers Forbidden.
"""

from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.order import Order
from src.domain.entities.user import Actor, Role
from src.domain.errors import Forbidden, NotFound
from src.domain.repositories.event import EventRepository


def require_admin(actor: Actor) -> None:
    """Raise Forbidden for anybody but an admin."""
    if not actor.is_admin:
        raise Forbidden("Only an administrator may do this.")


def require_organizer_role(actor: Actor) -> None:
    """Raise Forbidden for who cannot own events at all."""
    if actor.role not in (Role.ORGANIZER, Role.ADMIN):
        raise Forbidden("Only an organizer or an administrator may do this.")


def require_event_manager(actor: Actor, event: Event) -> None:
    """For one event: Forbidden without the role, NotFound when it is another organizer's.

    A draft is NotFound for both.
    """
    event.require_visible_to(actor)
    require_organizer_role(actor)
    if not event.is_managed_by(actor):
        raise NotFound("event", event.id)


def require_event_collection(actor: Actor, event: Event) -> None:
    """For a list of things of one event: Forbidden unless the actor manages it."""
    event.require_visible_to(actor)
    if not event.is_managed_by(actor):
        raise Forbidden("Only the event's organizer or an administrator may see this list.")


def require_self(actor: Actor, user_id: int) -> None:
    """For a list of things of one user: Forbidden for anybody else but an admin."""
    if actor.id != user_id and not actor.is_admin:
        raise Forbidden("You can see only what is yours.")


def require_same_user(actor: Actor, user_id: int) -> None:
    """For one user: NotFound for anybody else but an admin."""
    if actor.id != user_id and not actor.is_admin:
        raise NotFound("user", user_id)


def require_party(actor: Actor, booking: Booking, event: Event) -> None:
    """For one booking: NotFound unless it is the actor's own or of an event they manage."""
    if actor.id != booking.user_id and not event.is_managed_by(actor):
        raise NotFound("booking", booking.id)


def require_own_order(actor: Actor, order: Order) -> None:
    """For one order: NotFound for anybody but its buyer and admins."""
    if actor.id != order.user_id and not actor.is_admin:
        raise NotFound("order", order.id)


async def works_at_door(actor: Actor, event: Event, events: EventRepository) -> bool:
    """Whether the actor manages the event or is a scanner assigned to it."""
    if event.is_managed_by(actor):
        return True
    return actor.role is Role.SCANNER and await events.is_scanner(event.id, actor.id)
