"""Change one's own password, and stay logged in."""

from dataclasses import dataclass

from src.application.dtos.viewer import OpenedWebSession
from src.application.identity.open_session import SessionOpener
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.use_cases.user.update_user import UpdateUser, UpdateUserCommand
from src.domain.entities.user import Actor


@dataclass(frozen=True, slots=True)
class ChangePasswordCommand:
    """The present password, the one that replaces it, and what the browser calls itself."""

    current_password: str
    password: str
    device: str | None = None


class ChangePassword:
    """Change the caller's password: all their sessions end, and this browser gets a new one.

    Authorization: any user, for themselves, with the current password. Refused with
    `invalid_credentials` if that is wrong, `validation_failed` if the new one is easy to guess,
    `forbidden` for users of an external identity provider, who have none.
    """

    def __init__(
        self,
        update_user: UpdateUser,
        unit_of_work: UnitOfWorkFactory,
        open_session: SessionOpener[OpenedWebSession],
        clock: Clock,
    ) -> None:
        self._update_user = update_user
        self._unit_of_work = unit_of_work
        self._open_session = open_session
        self._clock = clock

    async def execute(self, actor: Actor, command: ChangePasswordCommand) -> OpenedWebSession:
        change = UpdateUserCommand(
            actor.id, {}, password=command.password, current_password=command.current_password
        )
        await self._update_user.execute(actor, change)
        async with self._unit_of_work() as uow:
            user = await uow.users.lock(actor.id)
            user.require_active()
            opened = await self._open_session.execute(
                uow, user, now=self._clock(), device=command.device
            )
            await uow.commit()
        return opened
