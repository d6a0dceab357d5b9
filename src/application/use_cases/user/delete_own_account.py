"""Delete one's own account."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.application.ports.database import Clock
from src.application.ports.security import PasswordHasher
from src.application.use_cases.user.delete_user import DeleteUser, Unsettled
from src.application.use_cases.user.update_user import WRONG_PASSWORD
from src.domain.entities.event import Event
from src.domain.entities.user import Actor
from src.domain.errors import InvalidCredentials
from src.domain.repositories.event import EventRepository
from src.domain.repositories.user import UserRepository

EVENTS_NAMED = 20


@dataclass(frozen=True, slots=True)
class DeletionPreview:
    """What a deletion would mean: events that the user still has tickets for.

    With `organizes_events`, or while `unsettled`, it is refused, and without a password here it
    needs none.
    """

    events: Sequence[Event]
    organizes_events: bool
    unsettled: Unsettled | None
    has_password: bool


class DeleteOwnAccount:
    """Delete the caller's account, as `DeleteUser` does.

    Authorization: any user, for themselves, with the current password; users of an external
    identity provider have none to give. Refused with `invalid_credentials` if it is wrong, and
    with what refuses a deletion.
    """

    def __init__(
        self,
        users: UserRepository,
        events: EventRepository,
        password_hasher: PasswordHasher,
        delete_user: DeleteUser,
        clock: Clock,
    ) -> None:
        self._users = users
        self._events = events
        self._password_hasher = password_hasher
        self._delete_user = delete_user
        self._clock = clock

    async def preview(self, actor: Actor) -> DeletionPreview:
        """Return what the deletion would mean now."""
        user = await self._users.get(actor.id)
        ids = await self._events.attended(actor.id, ended_after=self._clock(), limit=EVENTS_NAMED)
        events = await self._events.by_ids(ids)
        return DeletionPreview(
            [events[event_id] for event_id in ids if event_id in events],
            organizes_events=await self._users.organizes_open_events(actor.id),
            unsettled=await self._delete_user.unsettled(actor.id),
            has_password=user.password_hash is not None,
        )

    async def execute(self, actor: Actor, password: str) -> None:
        user = await self._users.get(actor.id)
        if user.password_hash is not None and not await self._password_hasher.verify(
            user.password_hash, password
        ):
            raise InvalidCredentials(WRONG_PASSWORD)
        await self._delete_user.execute(actor, actor.id)
