"""Who may buy, for whom."""

from collections.abc import Mapping

from src.domain.entities.event import Event
from src.domain.entities.user import Actor, User
from src.domain.errors import Forbidden, NotFound


def require_may_buy(
    event: Event, actor: Actor, user_id: int | None, users: Mapping[int, User]
) -> None:
    """Anybody for themselves; the event's organizer and admins, the box office, for others.

    `users` holds whom `user_id` may name. Raises NotFound (a draft, no such user), Forbidden,
    AccountInactive.
    """
    event.require_visible_to(actor)
    if user_id is None or user_id == actor.id:
        return
    if not event.is_managed_by(actor):
        raise Forbidden("Only the event's organizer or an administrator can book for others.")
    buyer = users.get(user_id)
    if buyer is None or buyer.deleted_at is not None:
        raise NotFound("user", user_id)
    buyer.require_active()
