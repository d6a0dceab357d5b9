"""Begin a log-in at the outside identity provider."""

from dataclasses import dataclass

from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.ports.log_in_provider import LogInProvider, LogInSecrets
from src.domain.entities.provider_log_in import LIFETIME, ProviderLogIn


@dataclass(frozen=True, slots=True)
class BegunLogIn:
    """Where the browser goes, and the secret that it keeps until it comes back."""

    address: str
    browser_secret: str


class BeginProviderLogIn:
    """Begin a log-in at the outside identity provider.

    Authorization: none. Refused with `not_found` if no provider is configured, `unavailable`
    while it does not answer. The browser has ten minutes.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        provider: LogInProvider,
        secrets: LogInSecrets,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._provider = provider
        self._secrets = secrets
        self._clock = clock

    async def execute(self, next_path: str) -> BegunLogIn:
        state, browser_secret, nonce, verifier = (self._secrets.new() for _ in range(4))
        # Asked first: a provider that is down leaves nothing behind.
        address = await self._provider.address(state=state, nonce=nonce, verifier=verifier)
        log_in = ProviderLogIn(
            state_hash=self._secrets.hash(state),
            browser_hash=self._secrets.hash(browser_secret),
            nonce=nonce,
            verifier=verifier,
            next_path=next_path,
            expires_at=self._clock() + LIFETIME,
        )
        async with self._unit_of_work() as uow:
            await uow.provider_log_ins.add(log_in)
            await uow.commit()
        return BegunLogIn(address, browser_secret)
