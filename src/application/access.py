"""Authorization rules that several use cases share.

Access to a single resource of another user raises NotFound, so that ids cannot be probed; access
to a collection, or a missing role, raises Forbidden.
"""

from dataclasses import replace

from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.order import Order
from src.domain.entities.ticket import Ticket
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor, Role, User
from src.domain.errors import Forbidden, NotFound, ScopeMissing, ValidationFailed
from src.domain.repositories.event import EventRepository
from src.domain.shared.scopes import Scope


def require_scope(actor: Actor, scope: Scope | None) -> None:
    """Raise ScopeMissing for an API key without the scope; None is open to no key.

    What the key's user may not do, the other rules here refuse.
    """
    if actor.api_key_id is not None and (scope is None or scope not in actor.scopes):
        raise ScopeMissing(scope)


def require_admin(actor: Actor) -> None:
    """Raise Forbidden unless the actor is an admin."""
    if not actor.is_admin:
        raise Forbidden("Only an administrator may do this.")


def require_organizer_role(actor: Actor) -> None:
    """Raise Forbidden unless the actor is an organizer or an admin."""
    if actor.role not in (Role.ORGANIZER, Role.ADMIN):
        raise Forbidden("Only an organizer or an administrator may do this.")


def require_seller(user: User) -> None:
    """Raise ValidationFailed unless the user of the address can have events."""
    if user.role not in (Role.ORGANIZER, Role.ADMIN):
        raise ValidationFailed("path.user_id", "Only organizers sell: this user is none.")


def require_event_manager(actor: Actor, event: Event) -> None:
    """Raise NotFound unless the actor manages the event, Forbidden without the organizer role.

    A draft of another organizer raises NotFound in both cases.
    """
    event.require_visible_to(actor)
    require_organizer_role(actor)
    if not event.is_managed_by(actor):
        raise NotFound("event", event.id)


def require_event_collection(actor: Actor, event: Event) -> None:
    """Raise Forbidden unless the actor manages the event; guards a collection of it."""
    event.require_visible_to(actor)
    if not event.is_managed_by(actor):
        raise Forbidden("Only the event's organizer or an administrator may see this list.")


def require_self(actor: Actor, user_id: int) -> None:
    """Raise Forbidden unless the actor is that user or an admin; guards a collection."""
    if actor.id != user_id and not actor.is_admin:
        raise Forbidden("You can see only what is yours.")


def require_same_user(actor: Actor, user_id: int) -> None:
    """Raise NotFound unless the actor is that user or an admin."""
    if actor.id != user_id and not actor.is_admin:
        raise NotFound("user", user_id)


def require_party(actor: Actor, booking: Booking, event: Event) -> None:
    """Raise NotFound unless the booking is the actor's own or of an event they manage."""
    if actor.id != booking.user_id and not event.is_managed_by(actor):
        raise NotFound("booking", booking.id)


def require_holder(actor: Actor, ticket: Ticket) -> None:
    """Raise NotFound unless the actor holds the ticket or is an admin."""
    if actor.id != ticket.user_id and not actor.is_admin:
        raise NotFound("ticket", ticket.ticket_code)


def require_own_order(actor: Actor, order: Order) -> None:
    """Raise NotFound unless the actor is the order's buyer or an admin."""
    if actor.id != order.user_id and not actor.is_admin:
        raise NotFound("order", order.id)


def as_seen_by(actor: Actor, transaction: Transaction, order: Order) -> Transaction:
    """Return the transaction as the actor may see it: only the buyer sees what a payer needs."""
    return transaction if actor.id == order.user_id else transaction.without_secrets()


async def is_event_staff(actor: Actor, event: Event, events: EventRepository) -> bool:
    """Whether the actor manages the event or is a scanner assigned to it."""
    if event.is_managed_by(actor):
        return True
    return actor.role is Role.SCANNER and await events.is_scanner(event.id, actor.id)


def visible_scanner(actor: Actor, scanner: User) -> User:
    """Return the scanner as the actor may see them: without contact, except for admins."""
    if actor.is_admin:
        return scanner
    return replace(scanner, phone=None, email=None, username=None, full_name=None)
