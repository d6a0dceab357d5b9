"""Activate or deactivate a user."""

from src.application.access import require_admin
from src.application.identity.end_sessions import end_all_sessions
from src.application.ports.database import AuditEntry, Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor, User
from src.domain.shared.transitions import require_version


class SetUserActive:
    """Activate or deactivate a user.

    Authorization: admins, who cannot deactivate themselves. Refused with `stale_version` if
    `If-Match` is not the stored version. Tokens of a deactivated user stop working immediately and
    permanently, and the user's sessions end.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(
        self, actor: Actor, user_id: int, *, is_active: bool, expected_version: int | None = None
    ) -> User:
        require_admin(actor)
        async with self._unit_of_work() as uow:
            user = await uow.users.lock(user_id)
            require_version(user.version, expected_version)
            before = user.is_active
            if is_active:
                user.activate()
            else:
                user.deactivate(actor=actor)
                await end_all_sessions(uow, user.id, self._clock())
            await uow.users.save(user)
            entry = AuditEntry(
                "user.activated" if is_active else "user.deactivated",
                subject="user",
                subject_id=user.id,
                before={"is_active": before},
                after={"is_active": is_active},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return user
