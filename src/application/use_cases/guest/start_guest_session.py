"""Start a session for a visitor without an account."""

from src.application.dtos.viewer import OpenedWebSession
from src.application.identity.open_web_session import OpenWebSession
from src.application.ports.database import AuditEntry, Clock, UnitOfWorkFactory
from src.domain.entities.user import User

GUEST_NAME = "Guest"


class StartGuestSession:
    """Start a session for a visitor who is about to hold tickets or to fill a cart.

    They become a guest: a customer without address and password, known by the cookie of their
    browser alone.

    Authorization: none; the page limits how many begin from one client.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, open_session: OpenWebSession, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._open_session = open_session
        self._clock = clock

    async def execute(self, device: str | None = None) -> OpenedWebSession:
        async with self._unit_of_work() as uow:
            user = User(name=GUEST_NAME, is_guest=True)
            await uow.users.add(user)
            opened = await self._open_session.execute(uow, user, now=self._clock(), device=device)
            entry = AuditEntry(
                "user.came_as_guest",
                subject="user",
                subject_id=user.id,
                after={"role": user.role},
                by=None,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return opened
