"""Finish a log-in at the outside identity provider."""

from dataclasses import dataclass

from src.application.dtos.viewer import OpenedWebSession
from src.application.identity.external_users import ExternalUsers
from src.application.identity.open_session import SessionOpener
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.ports.log_in_provider import LogInProvider, LogInSecrets
from src.domain.entities.provider_log_in import ProviderLogIn
from src.domain.errors import NotAuthenticated

NOT_THIS_BROWSER = "This log-in took too long, or was begun in another browser. Please try again."


@dataclass(frozen=True, slots=True)
class FinishedLogIn:
    """The new session, and the page that was wanted."""

    opened: OpenedWebSession
    next_path: str


class FinishProviderLogIn:
    """Finish a log-in at the outside identity provider: who comes back with its code is logged in.

    Authorization: the `state` of the address and the secret of the browser's cookie, which belong
    together, once, for ten minutes; and the provider's own word, for this very log-in. Refused
    with `not_authenticated` otherwise, `account_inactive` for a deactivated account, `unavailable`
    while the provider does not answer. The user is found by issuer and subject, never by e-mail,
    and added when first seen.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        provider: LogInProvider,
        external_users: ExternalUsers,
        open_session: SessionOpener[OpenedWebSession],
        secrets: LogInSecrets,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._provider = provider
        self._external_users = external_users
        self._open_session = open_session
        self._secrets = secrets
        self._clock = clock

    async def execute(
        self,
        *,
        code: str,
        state: str,
        browser_secret: str,
        device: str | None = None,
        former: str | None = None,
    ) -> FinishedLogIn:
        log_in = await self._take(state, browser_secret)
        identity = await self._provider.identity(code, nonce=log_in.nonce, verifier=log_in.verifier)
        known = await self._external_users.find_or_add(identity)
        async with self._unit_of_work() as uow:
            user = await uow.users.lock(known.id)
            user.require_active()
            opened = await self._open_session.execute(
                uow, user, now=self._clock(), device=device, former=former
            )
            await uow.commit()
        return FinishedLogIn(opened, log_in.next_path)

    async def _take(self, state: str, browser_secret: str) -> ProviderLogIn:
        async with self._unit_of_work() as uow:
            log_in = await uow.provider_log_ins.take(
                self._secrets.hash(state), self._secrets.hash(browser_secret), self._clock()
            )
            await uow.commit()
        if log_in is None:
            raise NotAuthenticated(NOT_THIS_BROWSER)
        return log_in
