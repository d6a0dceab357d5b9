"""Log out of the pages."""

from src.application.ports.database import UnitOfWorkFactory
from src.application.ports.security import WebSessionSecrets


class EndWebSession:
    """End the session of a browser.

    Authorization: the secret of its cookie; one that names no session is ignored.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, secrets: WebSessionSecrets) -> None:
        self._unit_of_work = unit_of_work
        self._secrets = secrets

    async def execute(self, secret: str) -> None:
        if not self._secrets.is_ours(secret):
            return
        async with self._unit_of_work() as uow:
            await uow.web_sessions.end(self._secrets.hash(secret))
            await uow.commit()
